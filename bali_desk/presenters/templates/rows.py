"""What the Templates window shows, as plain rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bali_desk.presenters.numbers import some

if TYPE_CHECKING:
    from bali_desk.documents.template_check import Report
    from bali_desk.documents.template_fields import Field, FilterWord

HOUSE = "House template"
SHIPPED = "shipped"


@dataclass(frozen=True)
class DocumentRow:
    """A document, and the template it is made with."""

    name: str
    title: str
    template: str
    own: bool


@dataclass(frozen=True)
class TemplateRow:
    """A template of the document in hand; the shipped one has no name. `faults` is None while it is not checked."""

    name: str
    in_use: bool
    faults: int | None
    words: str  # what the second line says

    @property
    def title(self) -> str:
        """What it is called."""
        return self.name or HOUSE


@dataclass(frozen=True)
class FindingRow:
    """A fault, or what the PDF shows otherwise than Word."""

    number: int
    is_fault: bool
    why: str
    where: str
    words: str
    said: str = ""  # the field as it stands there, and the one that was probably meant
    instead: str = ""


@dataclass(frozen=True)
class FieldRow:
    """A field or filter of the reference; `copied` is what goes to the clipboard."""

    tag: str
    meaning: str
    example: str
    used: bool
    around: str
    copied: str
    is_filter: bool = False


def template_row(name: str, in_use: bool, report: Report | None) -> TemplateRow:
    """The row of a template."""
    state = "" if report is None else some(len(report.faults), "fault") if report.faults else "no faults"
    parts = ["in use" if in_use else "", "" if name else SHIPPED, state]
    faults = None if report is None else len(report.faults)
    return TemplateRow(name, in_use, faults, " · ".join(filter(None, parts)))


def finding_rows(report: Report) -> list[FindingRow]:
    """The faults in the order of the pages, then what the PDF shows otherwise."""
    faults = [
        FindingRow(number, True, one.why[:1].upper() + one.why[1:], one.where, one.words, one.said, one.instead)
        for number, one in enumerate(report.faults)
    ]
    notes = [
        FindingRow(number, False, note[:1].upper() + note[1:], "In the PDF", "")
        for number, note in enumerate(report.notes, len(faults))
    ]
    return faults + notes


def summary(report: Report, fields: int) -> str:
    """What came of the check, in one sentence."""
    used = f"{len(report.used)} of {fields} fields used" if fields else f"{some(len(report.used), 'field')} used"
    otherwise = f"; {some(len(report.notes), 'thing')} the PDF shows otherwise than Word" if report.notes else ""
    if report.faults:
        return f"{some(len(report.faults), 'fault')} to mend in Word{otherwise}. {used}."
    return f"No faults: it was filled in with a full meeting and with an empty one{otherwise}. {used}."


def field_rows(fields: Sequence[Field], filters: Sequence[FilterWord], used: Collection[str]) -> list[FieldRow]:
    """The reference: fields, then filters."""
    rows = [
        FieldRow(one.tag, one.meaning, one.example, one.path in used, " ".join(one.around), _copied(one.tag))
        for one in fields
    ]
    return rows + [FieldRow(one.tag, one.meaning, one.gives, False, "", one.tag, True) for one in filters]


def _copied(tag: str) -> str:
    """What a field's tag is in Word: of a list, its loop with the end."""
    return f"{tag} {{% endfor %}}" if tag.startswith("{%") else tag
