"""What mechanical checks must not look at: names, titles, quotations, citations, symbols and addresses."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import lru_cache

from bali_desk.assets import RESOURCES
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.sentences import Span
from bali_desk.drafting.masking import pattern_of, quoted

BLOT = "\ufffc"  # stands for a letter that is not looked at; no word has one

_OTHER_QUOTES = re.compile(r"«[^»]*»|„[^“”]*[“”]|(?<![\w’'])'(?=\w)[^'\n]*?\w[.,]?'(?!\w)")
_SYMBOLS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # addresses
    r"|\b[A-Z][A-Za-z0-9.]*(?:/[A-Za-z0-9.]+)+(?:[-.][A-Za-z0-9]+)*"  # TIPWG/3/5/Add.1, A/RES/55/2, ISO/IEC
    r"|\[\d{4}\] (?:\d+ )?[A-Z]{2,}[A-Za-z]* \d+"  # [2026] SGHC 12, [1998] 2 AC 123
    r"|\+\d[\d ()-]{6,}\d"  # telephone numbers
)


def spans(paragraph: Paragraph, names: re.Pattern[str] | None) -> list[Span]:
    """The stretches of a paragraph that are not looked at."""
    text = paragraph.text
    found = [*quoted_spans(paragraph), *symbols(paragraph)]
    if names:
        found += [match.span() for match in names.finditer(text)]
    return found


def symbols(paragraph: Paragraph) -> list[Span]:
    """Symbols of documents, addresses and numbers of cases and telephones."""
    return [match.span() for match in _SYMBOLS.finditer(paragraph.text)]


def quoted_spans(paragraph: Paragraph) -> list[Span]:
    """Quotations and titles in italics."""
    text = paragraph.text
    found = [*paragraph.italics, *(match.span() for match in _OTHER_QUOTES.finditer(text))]
    return found + [span for span in quoted(text.replace("*", "·")) if span[1] - span[0] > 2]


def blotted(text: str, found: Iterable[Span]) -> str:
    """The text with these stretches blotted out, letter for letter."""
    letters = list(text)
    for start, end in found:
        letters[start:end] = BLOT * (end - start)
    return "".join(letters)


def registered(record: Record | None, data: Data) -> re.Pattern[str] | None:
    """What finds the names of the record, and those of international organisations."""
    names: list[str] = list(organisations())
    if record is not None:
        names += _of_record(record)
    return pattern_of(name for name in names if len(name) > 1)


def titles_of(record: Record | None) -> re.Pattern[str] | None:
    """What finds the names of the record that are no countries: bodies, texts, institutions, organisations."""
    if record is None:
        return pattern_of(organisations())
    countries = {one.name for one in record.members} | {one.name for one in record.delegations}
    countries |= {one.official_name or "" for one in record.members} | {
        record.meeting.city or "",
        record.meeting.country or "",
    }
    own = [name for name in _of_record(record) if name not in countries]
    return pattern_of([*own, *organisations()])


def _of_record(record: Record) -> list[str]:
    body, meeting = record.body, record.meeting
    names = [body.name, body.short, body.parent, *body.names, *body.acronyms, *body.acronyms.values()]
    names += [meeting.title, meeting.city, meeting.country, meeting.venue]
    names += [name for one in record.members for name in (one.name, one.official_name)]
    names += [name for one in record.delegations for name in (one.name, one.official_name, one.wished_name)]
    for person in record.participants:
        whole = " ".join(part for part in (person.given, person.family) if part)
        names += [whole, person.family, person.display, person.native_name, person.organisation, person.position]
    for chair in record.co_chairs:
        names += [chair.institution, chair.person]
    names += [part for paper in record.papers for part in (paper.symbol, paper.title)]
    names += [event.name for event in record.events]
    names += [record.work_plan.title if record.work_plan else None]
    return [name for name in names if name and (name != name.lower())]


@lru_cache(maxsize=1)
def organisations() -> tuple[str, ...]:
    """The names of international organisations, as the table of countries has them."""
    rows = table("organisations")
    return tuple(
        name for row in rows for name in (row["name"], row["official_name"], *row["aliases"].split("|")) if " " in name
    )


@lru_cache(maxsize=2)
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table in resources/countries."""
    path = RESOURCES / "countries" / f"{name}.csv"
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return tuple(dict(row) for row in csv.DictReader(lines))
