"""What the Templates window shows and does: the templates of each document, checked, tried out, and chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.ask import Ask, Jobs
from bali_desk.presenters.documents.exporting import names, title_of
from bali_desk.presenters.documents.page_pictures import PagePicture
from bali_desk.presenters.telling import told
from bali_desk.presenters.templates.checking import Checker
from bali_desk.presenters.templates.own import Kept, OwnTemplates
from bali_desk.presenters.templates.rows import (
    HOUSE,
    DocumentRow,
    FieldRow,
    FindingRow,
    TemplateRow,
    field_rows,
    finding_rows,
    summary,
    template_row,
)
from bali_desk.presenters.templates.trial import Trial

KINDS = "Word templates (*.docx *.dotx)"
CHECKING = "Checking …"
SAMPLE, EMPTY = "sample", "empty"


@dataclass(frozen=True)
class TemplateShown:
    """The template in hand."""

    document: str
    name: str
    title: str
    in_use: bool
    summary: str
    state: str  # "" while it is not checked, then "good" or "faults"


class TemplatesView(Protocol):
    """What the window must be able to show."""

    def show_documents(self, rows: Sequence[DocumentRow], chosen: str) -> None:
        """The documents, and the one in hand."""

    def show_templates(self, rows: Sequence[TemplateRow], chosen: str, kept: Sequence[Kept]) -> None:
        """Its templates, the one in hand, and what can be brought back."""

    def show_template(self, shown: TemplateShown, findings: Sequence[FindingRow]) -> None:
        """The template in hand and what came of its check."""

    def show_fields(self, rows: Sequence[FieldRow]) -> None:
        """The fields and filters there are for the document."""

    def show_stale(self) -> None:
        """The pages are no longer those of the template in hand: ask for them again when they can be seen."""

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """The template filled in."""

    def show_trouble(self, sentence: str) -> None:
        """Why it cannot be filled in."""

    def say(self, words: str) -> None:
        """Say what was done."""

    def open_file(self, path: Path) -> bool:
        """Open a file in the system's program for it; False where there is none."""


class TemplatesPresenter:
    """One per window that is open; `changed` tells whoever makes documents that a template is another now."""

    def __init__(
        self,
        own: OwnTemplates,
        view: TemplatesView,
        ask: Ask,
        jobs: Jobs,
        document: str,
        changed: Callable[[], None],
    ) -> None:
        self._own, self._view, self._ask, self._jobs, self._changed = own, view, ask, jobs, changed
        self._document = document
        self._name = own.in_use(document) if own.in_use(document) in own.names(document) else ""
        self._checker = Checker(own, jobs)
        self._trial = Trial(jobs, view.show_pages, view.show_trouble)
        self._shown_names: list[str] = []
        self._refresh()

    def leave(self) -> None:
        """What is being made is no longer wanted."""
        self._trial.leave()
        self._checker.leave()

    # ---- choosing ----
    def choose_document(self, document: str) -> None:
        """Take another document in hand, with the template it is made with."""
        if document != self._document:
            self._document = document
            self._name = self._own.in_use(document) if self._own.in_use(document) in self._own.names(document) else ""
            self._refresh()

    def choose(self, name: str) -> None:
        """Take another template of the document in hand."""
        if name != self._name:
            self._name = name
            self._refresh()

    def use(self) -> None:
        """Make the document with the template in hand from now on; one with faults only if she says so."""
        if self._has_faults() and not self._ask.confirm(
            f"“{self._name}” has faults: nothing can be made with it before they are mended. Use it all the same?",
            "Use it",
        ):
            return
        self._own.use(self._document, self._name)
        self._view.say(f"{title_of(self._document)}: made with “{self._name or HOUSE}” from now on.")
        self._refresh()
        self._changed()

    # ---- what she does with templates ----
    def add(self) -> None:
        """Take a Word file of hers in, of which she is asked."""
        path = self._ask.open_file(f"Template for: {title_of(self._document)}", KINDS)
        if path is not None:
            self.take_in(path)

    @told
    def take_in(self, path: Path) -> None:
        """Take a Word file of hers in."""
        self._name = self._own.add(self._document, path)
        self._view.say(
            f"“{self._name}” is one of your templates now; “Use for this document” makes the document with it."
        )
        self._refresh()
        self._changed()

    @told
    def duplicate(self) -> None:
        """Begin from a copy of the template in hand."""
        self._name = self._own.duplicate(self._document, self._name)
        self._refresh()
        self._changed()

    @told
    def rename(self, name: str, wanted: str) -> None:
        """Give a template of hers another name."""
        if name and wanted.strip():
            self._name = self._own.rename(self._document, name, wanted)
            self._refresh()
            self._changed()

    @told
    def remove(self) -> None:
        """Put the template in hand aside; it can be brought back."""
        if self._name:
            was_used = self._own.in_use(self._document) == self._name
            kept = self._own.remove(self._document, self._name)
            self._name = ""
            more = " The house template is used again." if was_used else ""
            self._view.say(f"Removed “{kept.name}”; Restore brings it back.{more}")
            self._refresh()
            self._changed()

    @told
    def restore(self, kept: Kept | None = None) -> None:
        """Bring back what was kept; without a choice, the latest."""
        found = self._own.kept(self._document)
        if kept is not None or found:
            self._name = self._own.restore(self._document, kept or found[0])
            self._view.say(f"“{self._name}” is back.")
            self._refresh()
            self._changed()

    @told
    def open_in_word(self) -> None:
        """Let her edit the template in hand; of the shipped one, a copy."""
        if self._name:
            self._own.keep(self._document, self._name)
        else:
            self.duplicate()
        path = self._own.path(self._document, self._name)
        self._view.say("When you come back from Word, it is checked again.")
        if not self._view.open_file(path):
            raise DeskError(f"No program opens Word files here. The template lies at {path}.")

    def look_again(self) -> None:
        """She may have been in Word: templates that are others now are checked and shown anew."""
        if self._name not in ("", *self._own.names(self._document)):
            self._name = ""
        if self._checker.waiting(self._document, self._name) or self._shown_names != self._own.names(self._document):
            self._refresh()
            self._changed()

    def check_again(self) -> None:
        """Check every template of the document once more."""
        self._checker.forget(self._document)
        self._refresh()

    # ---- the pages ----
    def make_pages(self, which: str, dpi: float) -> None:
        """Fill the template in hand in with the sample meeting, or an empty one, and show its pages."""
        from bali_desk.documents.example import empty_record

        path = self._own.path(self._document, self._name)
        self._trial.make(self._document, path, self._checker.sample if which == SAMPLE else empty_record, dpi)

    def zoom(self, dpi: float) -> None:
        """The same pages, larger or smaller."""
        self._trial.zoom(dpi)

    # ---- inner ----
    def _refresh(self) -> None:
        self._shown_names = self._own.names(self._document)
        self._show()
        self._view.show_stale()
        self._checker.check(self._document, self._name, self._show)

    def _show(self) -> None:
        documents = [self._document_row(name) for name in names()]
        self._view.show_documents(documents, self._document)
        used = self._own.in_use(self._document)
        rows = [
            template_row(name, name == used, self._checker.report(self._document, name))
            for name in ("", *self._own.names(self._document))
        ]
        self._view.show_templates(rows, self._name, self._own.kept(self._document))
        self._show_template(self._name == used)

    def _has_faults(self) -> bool:
        outcome = self._checker.outcome(self._document, self._name)
        return isinstance(outcome, DeskError) or (outcome is not None and bool(outcome.faults))

    def _document_row(self, name: str) -> DocumentRow:
        used = self._own.in_use(name)
        return DocumentRow(name, title_of(name), used or HOUSE, bool(used))

    def _show_template(self, in_use: bool) -> None:
        from bali_desk.documents.template_fields import filters

        outcome = self._checker.outcome(self._document, self._name)
        fields = self._checker.fields(self._document)
        findings: list[FindingRow] = []
        words, used = CHECKING, frozenset[str]()
        if isinstance(outcome, DeskError):
            words, findings = str(outcome), [FindingRow(0, True, str(outcome), "Whole file", "")]
        elif outcome is not None:
            words, findings, used = summary(outcome, len(fields)), finding_rows(outcome), frozenset(outcome.used)
        state = "" if outcome is None else "faults" if any(one.is_fault for one in findings) else "good"
        shown = TemplateShown(self._document, self._name, self._name or HOUSE, in_use, words, state)
        self._view.show_template(shown, findings)
        self._view.show_fields(field_rows(fields, filters(), used) if fields else [])
