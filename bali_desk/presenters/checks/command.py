"""The draft checks for the command line: a statement of a desk, or a file with a meeting file beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bali_desk.domain.errors import DeskError
from bali_desk.domain.record import Record
from bali_desk.drafting.checks import DraftText, Finding, check_text, explain
from bali_desk.drafting.known_names import speller_for
from bali_desk.drafting.wording import profile_names, style_to_check_by
from bali_desk.presenters.checks.checking import checked, what_a_check_reads
from bali_desk.store.desk import Desk

if TYPE_CHECKING:
    from bali_desk.exchange.draft_files import Residue

TEXTS = (".docx", ".txt")


@dataclass(frozen=True)
class Given:
    """What a check from outside is given."""

    today: dt.date | None = None
    profile: str | None = None
    record: Path | None = None
    previous: Path | None = None


@dataclass(frozen=True)
class Found:
    """What a check from outside found."""

    findings: list[Finding]
    places: Mapping[str, int] = field(default_factory=dict)  # the number of each paragraph, by its handle
    told: str = ""  # what to know of how it was checked, in one line


def check_desk(desk: Desk, meeting_id: int, given: Given) -> Found:
    """The findings in the statement of a meeting that count; what the officer let stand does not."""
    with desk.reading() as session:
        wanted = what_a_check_reads(session, meeting_id, given.today)
    if not wanted.record.blocks:
        raise DeskError("There is no statement yet: compose it first.")
    places = {block.handle: place for place, block in enumerate(wanted.record.blocks, 1)}
    findings = list(checked(wanted, _known(given.profile)).findings)
    return Found(findings, places, style_to_check_by(wanted.record)[1])


def check_file(path: Path, given: Given) -> Found:
    """The findings in a Word or text file. Raises DeskError where a file cannot be read."""
    record = _record(given.record) if given.record else None
    style, told = style_to_check_by(record) if record else (None, "")
    named = _known(given.profile)
    profile = named or (style.profile if style else None)
    own_rules = record is not None and named is None
    previous = _read(given.previous)[0] if given.previous else None
    text, left = _read(path)
    speller = speller_for(record, (), style) if record else None  # without one, every name would be doubtful
    found = check_text(text, record, given.today, previous, profile, speller=speller, own_rules=own_rules)
    return Found(sorted([*found, *left], key=lambda one: (one.start, one.end)), told=told)


def _read(path: Path) -> tuple[DraftText, list[Finding]]:
    """A draft from a file, and what editing has left in it beside the words."""
    from bali_desk.exchange.draft_files import read_draft_file

    if path.suffix.lower() not in TEXTS:
        raise DeskError(f"“{path.name}” is neither a Word file (.docx) nor a text file (.txt).")
    file = read_draft_file(path)
    if path.suffix.lower() == ".txt":
        return DraftText.of_plain(file.plain), []
    text = DraftText.of_paragraphs(file.paragraphs)
    return text, [_left(text, one) for one in file.residue]


def _left(text: DraftText, one: Residue) -> Finding:
    paragraph = text.paragraphs[one.paragraph]
    words = " ".join(one.words.split())
    at = max(paragraph.text.find(words), 0) if words else 0
    quote = paragraph.text[at : at + len(words)] if words else paragraph.text[:40]
    start = paragraph.start + at
    why = f"{one.why[:1].upper()}{one.why[1:]}."
    return Finding("editing-residue", "error", quote, start, start + len(quote), paragraph.block, why)


def as_json(found: list[Finding]) -> list[dict[str, object]]:
    """Findings as the command line prints them."""
    return [
        {
            "check": one.check,
            "severity": one.severity,
            "quote": one.quote,
            "start": one.start,
            "end": one.end,
            "block": one.block,
            "why": one.why,
            "other": one.other,
        }
        for one in found
    ]


def as_lines(found: list[Finding], places: Mapping[str, int] | None = None) -> list[str]:
    """Findings as one reads them, one line each; `places` are the numbers of paragraphs that have handles."""
    lines = []
    numbers = places or {}
    for one in found:
        quote = " ".join(one.quote.split())
        other = f" ({one.other})" if one.other else ""
        where = f"paragraph {numbers.get(one.block, one.block)}"
        lines.append(f"{one.severity}: {where}: {one.check}: “{quote}”: {one.why}{other}")
    return lines


def help_of(name: str) -> str:
    """The page of help of a check."""
    told = explain(name)
    examples = [f"  wrong: {one}" for one in told.wrong] + [f"  right: {one}" for one in told.right]
    return "\n".join([told.title, told.about, *examples])


def _known(profile: str | None) -> str | None:
    names = profile_names()
    if profile is not None and profile not in names:
        raise DeskError(f"There is no house style “{profile}”; choose one of {', '.join(names)}.")
    return profile


def _record(path: Path) -> Record:
    """The record in a meeting file, through a desk of its own that is gone afterwards."""
    import tempfile

    from bali_desk.exchange.importing import take_in
    from bali_desk.store.records import read_record

    try:
        data = path.read_bytes()
    except OSError as error:
        raise DeskError(f"“{path}” cannot be read: {(error.strerror or 'the system refused').lower()}.") from error
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "record.desk")
        try:
            with desk.change("Import") as session:
                meeting = take_in(session, data).meeting
            with desk.reading() as session:
                return read_record(session, meeting)
        finally:
            desk.close()
