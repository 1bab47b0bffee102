"""What an import is told as: plain values for JSON, and lines for a person to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bali_desk.exchange.registration.book import Book
from bali_desk.exchange.registration.choosing import Chosen, told_about
from bali_desk.exchange.registration.taking import Taken
from bali_desk.exchange.registration.verdicts import VERDICTS, Verdict

_ALWAYS = ("honorific", "given", "family", "position", "organisation", "delegation", "email", "phone")
_WHERE_SAID = ("display", "native_name", "role", "mode", "note")


def as_json(book: Book, chosen: Chosen, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """The contract of `import-participants --json`.

    A delegation that is known has its name in the meeting. A person who has no sure parts of a name has it whole as
    `display`. Where several sheets are read together, each row names its own.
    """
    first = chosen.parts[0]
    several = len(chosen.parts) > 1
    return {
        "sheet": ", ".join(part.sheet.name for part in chosen.parts),
        "header_rows": list(first.reading.header_rows),
        "mapping": first.reading.mapping,
        "rows": [_row(verdict, several=several) for verdict in verdicts],
        "ignored_sheets": [one.name for one in book.ignored],
        "warnings": told_about(book, chosen),
    }


def as_lines(verdicts: Sequence[Verdict], taken: Taken | None) -> Iterator[str]:
    """A line that counts, then one for each row that is left."""
    counts = Counter(verdict.verdict for verdict in verdicts)
    counted = ", ".join(f"{counts[one]} {one}" for one in VERDICTS if counts[one]) or "none"
    yield f"{len(verdicts)} {'row' if len(verdicts) == 1 else 'rows'}: {counted}."
    if taken is not None:
        made = f" Delegations made: {', '.join(taken.delegations)}." if taken.delegations else ""
        yield f"{_persons(len(taken.added))} added, {len(taken.changed)} changed.{made}"
    left = taken.left if taken is not None else [verdict for verdict in verdicts if not verdict.certain]
    for verdict in left:
        yield f"Row {verdict.row}, {verdict.verdict}: {verdict.person.name or 'no name'}. {verdict.why}"


def _persons(number: int) -> str:
    return "1 person" if number == 1 else f"{number} persons"


def _row(verdict: Verdict, *, several: bool) -> dict[str, Any]:
    person = {name: getattr(verdict.person, name) or None for name in _ALWAYS}
    if verdict.home is not None:
        person["delegation"] = verdict.home.name
    person |= {name: text for name in _WHERE_SAID if (text := getattr(verdict.person, name))}
    row = {"row": verdict.row, "verdict": verdict.verdict, "person": person, "why": verdict.why}
    return {"sheet": verdict.registration.sheet, **row} if several else row
