"""A template tried out before it is trusted: every fault with its place, every field used and offered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bali_desk.documents.contexts.options import COLUMNS, Edition, Options
from bali_desk.documents.example import empty_record, full_record
from bali_desk.documents.shelf import document
from bali_desk.documents.templates.faults import TemplateFault, TemplateFaults, fault, unknown_name
from bali_desk.documents.templates.render import read_template, render
from bali_desk.documents.templates.survey import offered, used
from bali_desk.documents.word import Properties, finished
from bali_desk.domain.errors import DeskError
from bali_desk.domain.record import Record


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
    paperwork = document(name)
    contexts = [_context(name, record) for record in (full_record(), empty_record())]
    report = Report(offered=sorted(offered(contexts[0])))
    try:
        _survey(template, contexts[0], report)
    except TemplateFaults as error:
        report.faults += error.faults
    if not report.faults:
        for context in contexts:
            _try(template, context, report, paperwork.title)
    return report


def _context(name: str, record: Record) -> dict[str, object]:
    options = Options(
        position=True, native=True, email=True, blank_rows=2, session="morning", as_at="1 July 2026",
        columns=",".join(COLUMNS), mark="tick", each="day",
    )  # fmt: skip
    return document(name).context(record, options, Edition("draft", 2))


def _survey(template: Path, context: Mapping[str, object], report: Report) -> None:
    """Follow every field through every branch, also those no record of ours takes."""
    known = offered(context)
    asked: set[str] = set()
    for part in read_template(template, context):
        if part.tree is None:
            continue
        for use in used(part.tree):
            asked.add(use.path)
            group, _, name = use.path.rpartition(".")
            if use.path not in known and group in known and not use.path.endswith("[]"):
                offers = {one.removeprefix(f"{group}.") for one in known if one.startswith(f"{group}.")}
                of = f" in “{group.removesuffix('[]')}”"
                words = unknown_name(name, (one for one in offers if "." not in one and "[" not in one), of)
                report.faults.append(fault(part.compiled.places[use.line - 1], words))
    report.used = sorted(asked)


def _try(template: Path, context: dict[str, object], report: Report, title: str) -> None:
    """Fill in the template and lay it out, as the officer will."""
    import datetime as dt

    from bali_desk.documents.layout import lay_out

    try:
        made = finished(render(template, context), Properties(title, "", "", "", dt.date(2026, 2, 3)))
        for note in lay_out(made).notes:
            if note not in report.notes:
                report.notes.append(note)
    except TemplateFaults as error:
        report.faults += [one for one in error.faults if one not in report.faults]
    except DeskError as error:
        report.faults.append(TemplateFault("Whole document", "", str(error)))
