"""A template tried out before it is trusted: every fault with its place, every field used and offered."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bali_desk.documents.contexts.options import COLUMNS, Edition, Options
from bali_desk.documents.example import empty_record, full_record
from bali_desk.documents.shelf import document
from bali_desk.documents.templates.faults import TemplateFault, TemplateFaults, unknown_field
from bali_desk.documents.templates.opening import open_template
from bali_desk.documents.templates.render import read_template, render, try_sound
from bali_desk.documents.templates.survey import offered, used
from bali_desk.documents.word import Properties, finished
from bali_desk.domain.errors import DeskError
from bali_desk.domain.record import Record

_A_DAY = dt.date(2026, 2, 3)


@dataclass
class Report:
    """What came of trying a template."""

    faults: list[TemplateFault] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what the PDF will not show as Word does


def check_template(name: str, template: Path) -> Report:
    """Try a template for the document `name` on a full meeting and on an empty one.

    Raises DeskError when the file is no Word file at all; whatever can be mended in Word is in the report.
    """
    contexts = [_context(name, record) for record in (full_record(), empty_record())]
    report = Report(offered=sorted(offered(contexts[0])))
    _survey(template, contexts[0], report)
    if report.faults:
        _note_layout(template, report)
    for context in contexts if not report.faults else ():
        _try(template, context, report, document(name).title)
    return report


def as_json(report: Report) -> dict[str, list[object]]:
    """The report for programs."""
    faults = [{"where": one.where, "words": one.words, "why": one.why, "instead": one.instead} for one in report.faults]
    return {"faults": faults, "notes": report.notes, "used": report.used, "offered": report.offered}  # type: ignore[dict-item]


def as_lines(report: Report) -> list[str]:
    """The report for a terminal: faults, what the PDF shows otherwise, fields used and not used."""
    unused = [one for one in report.offered if one not in report.used]
    return [
        *map(str, report.faults),
        *(f"PDF: {note}" for note in report.notes),
        f"Fields used: {', '.join(report.used) or 'none'}",
        f"Fields offered too: {', '.join(unused) or 'none'}",
    ]


def try_out(name: str, template: Path, record: Record) -> bytes:
    """The document `name` of this record as a PDF, with this template, whatever the record lacks.

    Raises TemplateFaults, or DeskError when the file is no Word file.
    """
    from bali_desk.documents.layout import lay_out

    return bytes(lay_out(_filled(template, _context(name, record), document(name).title)).pdf)


def example_context(name: str, record: Record) -> dict[str, object]:
    """What the document `name` is told of this record when every option is on."""
    return _context(name, record)


def _context(name: str, record: Record) -> dict[str, object]:
    options = Options(
        position=True, native=True, email=True, blank_rows=2, session="morning", as_at="1 July 2026",
        columns=",".join(COLUMNS), mark="tick", each="day",
    )  # fmt: skip
    return document(name).context(record, options, Edition("draft", 2))


def _survey(template: Path, context: Mapping[str, object], report: Report) -> None:
    """Follow every field through every branch, also those no record of ours takes."""
    parts, report.faults = read_template(template, context)
    known = offered(context)
    asked: set[str] = set()
    for part in parts:
        for use in used(part.tree) if part.tree is not None else ():
            asked.add(use.path)
            group, _, name = use.path.rpartition(".")
            if group and use.path not in known and group in known and not use.path.endswith("[]"):
                report.faults.append(unknown_field(part.compiled.places[use.line - 1], name, known, group))
    report.used = sorted(asked & known)
    if report.faults:  # else the whole of it is tried later
        report.faults += try_sound(parts, report.faults, context)
    lines = [place.where for part in parts for place in part.compiled.places]
    report.faults.sort(key=lambda one: lines.index(one.where) if one.where in lines else len(lines))


def _try(template: Path, context: dict[str, object], report: Report, title: str) -> None:
    """Fill in the template and lay it out, as the officer will."""
    from bali_desk.documents.layout import lay_out

    try:
        for note in lay_out(_filled(template, context, title)).notes:
            if note not in report.notes:
                report.notes.append(note)
    except TemplateFaults as error:
        report.faults += [one for one in error.faults if one not in report.faults]
    except DeskError as error:
        report.faults.append(TemplateFault("Whole document", "", str(error)))


def _filled(template: Path, context: dict[str, object], title: str) -> bytes:
    return finished(render(template, context), Properties(title, "", "", "", _A_DAY))


def _note_layout(template: Path, report: Report) -> None:
    """What the PDF would show otherwise, told of the template as it lies there: its faults are told at once with it."""
    from bali_desk.documents.layout import lay_out

    saved = io.BytesIO()
    open_template(template).save(saved)
    with contextlib.suppress(DeskError):
        report.notes += lay_out(saved.getvalue()).notes
