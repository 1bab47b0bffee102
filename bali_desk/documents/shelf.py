"""The documents of a meeting and the one door to them: a record in, a Word or PDF file out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bali_desk.assets import RESOURCES
from bali_desk.documents.contexts.actions import actions
from bali_desk.documents.contexts.agenda import agenda, annotated_agenda
from bali_desk.documents.contexts.attendance import attendance
from bali_desk.documents.contexts.cards import badges, name_plates
from bali_desk.documents.contexts.decisions import decisions
from bali_desk.documents.contexts.heading import marking, meeting_title
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.contexts.papers import papers
from bali_desk.documents.contexts.participants import participants
from bali_desk.documents.contexts.run_sheet import run_sheet
from bali_desk.documents.contexts.statement import printed_blocks, statement
from bali_desk.documents.files import safe_name, write_whole
from bali_desk.domain.dates import ordinal_figure
from bali_desk.domain.errors import DeskError
from bali_desk.domain.record import Record

TEMPLATES = RESOURCES / "templates"
STATEMENT = "statement"
Context = Callable[[Record, Options, Edition], dict[str, object]]


@dataclass(frozen=True)
class Paperwork:
    """One document of the shelf."""

    name: str
    title: str
    context: Context
    staged: bool = False  # follows the stage of the statement
    private: bool = False  # says so on every page, in its name and in its properties

    @property
    def template(self) -> Path:
        """The template that comes with the program."""
        return TEMPLATES / f"{self.name}.docx"


DOCUMENTS: dict[str, Paperwork] = {
    one.name: one
    for one in (
        Paperwork("agenda", "Provisional agenda", agenda),
        Paperwork("annotated-agenda", "Annotated agenda", annotated_agenda),
        Paperwork("run-sheet", "Run sheet", run_sheet, private=True),
        Paperwork("papers", "List of papers", papers),
        Paperwork("participants", "List of participants", participants),
        Paperwork("attendance", "Attendance sheet", attendance),
        Paperwork("name-plates", "Name plates", name_plates),
        Paperwork("badges", "Badges", badges),
        Paperwork(STATEMENT, "Co-Chairs’ statement", statement, staged=True),
        Paperwork("decisions", "List of decisions", decisions),
        Paperwork("actions", "List of actions", actions),
    )
}


def document(name: str) -> Paperwork:
    """The document of that name."""
    if name not in DOCUMENTS:
        raise DeskError(f"There is no document “{name}”; choose one of {', '.join(DOCUMENTS)}.")
    return DOCUMENTS[name]


def why_not(name: str, record: Record) -> str | None:
    """Why the document cannot be made of this record, in one sentence; None when it can."""
    if name == STATEMENT and not printed_blocks(record):
        return "There is no statement yet: compose it first."
    return None


def make_word(
    name: str,
    record: Record,
    *,
    template: Path | None = None,
    options: Options | None = None,
    edition: Edition | None = None,
) -> bytes:
    """The document as a Word file; the same record gives the same bytes."""
    from bali_desk.documents.templates.render import render
    from bali_desk.documents.word import Properties, finished

    paperwork = document(name)
    obstacle = why_not(name, record)
    if obstacle:
        raise DeskError(obstacle)
    chosen = edition or _edition(paperwork, record)
    context = paperwork.context(record, options or Options(), chosen)
    properties = Properties(
        title=f"{_title_of(context)}, {meeting_title(record)}",
        author=record.body.short or record.body.name,
        subject=record.body.name,
        identifier=identifier(name, record, chosen),
        date=record.meeting.start,
        status=chosen.stamp,
        keywords=marking(record, chosen),
    )
    return finished(render(template or paperwork.template, context), properties)


def make_pdf(
    name: str,
    record: Record,
    *,
    template: Path | None = None,
    options: Options | None = None,
    edition: Edition | None = None,
) -> bytes:
    """The document as a PDF, laid out from the very Word file `make_word` gives."""
    from bali_desk.documents.layout import lay_out

    laid = lay_out(make_word(name, record, template=template, options=options, edition=edition))
    return bytes(laid.pdf)


def count_pages(name: str, record: Record) -> int:
    """How many pages the document takes, in the template that comes with the program."""
    from bali_desk.documents.layout import page_count

    return page_count(make_word(name, record))


def make(
    name: str,
    record: Record,
    suffix: str,
    *,
    template: Path | None = None,
    options: Options | None = None,
    edition: Edition | None = None,
) -> bytes:
    """The document in the form a file name's ending asks for: ".docx" or ".pdf"."""
    forms = {"docx": make_word, "pdf": make_pdf}
    form = forms.get(suffix.lower().lstrip("."))
    if form is None:
        raise DeskError(f"A document can be written as .docx or .pdf, not as “{suffix}”.")
    return form(name, record, template=template, options=options, edition=edition)


def export(
    name: str,
    record: Record,
    path: Path,
    *,
    template: Path | None = None,
    options: Options | None = None,
    edition: Edition | None = None,
) -> None:
    """Write the document to `path`; what lay there before stays as it was unless the new file is whole."""
    write_whole(path, make(name, record, path.suffix, template=template, options=options, edition=edition))


def file_name(name: str, record: Record, ext: str, edition: Edition | None = None) -> str:
    """The name offered for the file: "TIPWG 3rd - Provisional agenda.docx"."""
    paperwork, meeting = document(name), record.meeting
    series = record.body.short or record.body.name
    which = ordinal_figure(meeting.ordinal) if meeting.ordinal is not None else meeting.start.isoformat()
    stamp = (edition or _edition(paperwork, record)).stamp
    return safe_name(f"{series[:60]} {which} - {paperwork.title}{f' {stamp}' if stamp else ''}", ext)


def identifier(name: str, record: Record, edition: Edition) -> str:
    """What a file that comes back is known by: "bali-desk:statement:tipwg:2017-05-26:v2"."""
    series = re.sub(r"[^a-z0-9]+", "-", (record.body.short or record.body.name).casefold()).strip("-")[:60]
    parts = ["bali-desk", name, series, record.meeting.start.isoformat()]
    if edition.version is not None:
        parts.append(f"v{edition.version}")
    return ":".join(parts)


def _edition(paperwork: Paperwork, record: Record) -> Edition:
    if not paperwork.staged:
        return Edition(private=paperwork.private)
    return Edition(stage=(record.statement.stage if record.statement else None) or "draft")


def _title_of(context: dict[str, object]) -> str:
    part = context["document"]
    return str(part["title"]) if isinstance(part, dict) else ""
