"""What the Documents page shows and does: the meeting's documents as they will print, and the files they become."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlmodel import col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Meeting, MeetingSession
from bali_desk.presenters.ask import Ask, Jobs, Progress
from bali_desk.presenters.documents import exporting
from bali_desk.presenters.documents.all_documents import AllDocuments
from bali_desk.presenters.documents.options import OptionRow, Value, offered, sittings
from bali_desk.presenters.documents.page_pictures import PagePicture, picture
from bali_desk.presenters.documents.page_search import Hit, hits
from bali_desk.presenters.documents.previewing import Preview, Previewing
from bali_desk.presenters.latest import Latest
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.presenters.telling import told
from bali_desk.presenters.templates.own import FOLDER, ChoicesForNow, OwnTemplates, signature
from bali_desk.presenters.templates.presenter import KINDS as TEMPLATE_KINDS
from bali_desk.presenters.templates.presenter import TemplatesPresenter, TemplatesView
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step

WORD, PDF = ".docx", ".pdf"
KINDS = {WORD: "Word (*.docx)", PDF: "PDF (*.pdf)"}
PRINT_DPI = 300


@dataclass(frozen=True)
class ShelfRow:
    """A document on the shelf."""

    name: str
    title: str
    detail: str


@dataclass(frozen=True)
class Trouble:
    """Why there is no preview, and the button that mends it; no words on the button where none can."""

    sentence: str
    button: str


@dataclass(frozen=True)
class TemplateChoice:
    """Which template the document is made with; `own` is the name of the officer's, or empty; `others` are all hers."""

    own: str
    others: tuple[str, ...] = ()


class DocumentsView(Protocol):
    """What the page must be able to show."""

    def show_shelf(self, rows: Sequence[ShelfRow], chosen: str) -> None:
        """The documents, and which one is chosen."""

    def show_options(self, choice: TemplateChoice, options: Sequence[OptionRow]) -> None:
        """The template of the chosen document, and what else may be chosen for it."""

    def show_stale(self) -> None:
        """The record changed: ask for the preview again when it can be seen."""

    def show_working(self) -> None:
        """The preview is being made."""

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """The chosen document as it will print."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Why there is nothing to show."""

    def show_hits(self, found: Sequence[Hit]) -> None:
        """Where the words she searches stand in the document; none where nothing is searched."""

    def begin_mail(self, subject: str, body: str) -> None:
        """Open a mail with these words in the system's own program."""

    def print_page(self, page: PagePicture, last: bool) -> bool:
        """Put the next page on the printer that was chosen; whether it took it."""


class DocumentsPresenter:
    """One per meeting that is open."""

    def __init__(
        self,
        desk: Desk,
        view: DocumentsView,
        ask: Ask,
        jobs: Jobs,
        meeting_id: int,
        own: OwnTemplates | None = None,
    ) -> None:
        self._own = own or OwnTemplates(desk.path.parent / FOLDER, ChoicesForNow())
        self._desk, self._view, self._ask, self._jobs = desk, view, ask, jobs
        self._meeting_id = meeting_id
        self._chosen = exporting.STATEMENT
        self._options: dict[str, dict[str, Value]] = {}
        self._counts: dict[str, int] = {}
        self._previewing = Previewing()
        self._sought = ""
        self.all = AllDocuments(desk, ask, jobs, self._orders)
        self._pdf: bytes | None = None
        self._latest = Latest(jobs)  # of what the preview shows
        self._dpi = 96.0
        self._made_with: object = None
        self._stop_listening = desk.listen(self._on_change)
        self._show_shelf()
        view.show_stale()

    def leave(self) -> None:
        """Stop listening; what is being made is no longer wanted."""
        self._stop_listening()
        self._latest.drop()

    # ---- choosing ----
    def choose(self, name: str) -> None:
        """Show another document."""
        if name != self._chosen:
            self._chosen, self._pdf = name, None
            self._show_shelf()
            self._view.show_stale()

    @told
    def choose_own_template(self) -> None:
        """Take a Word file of hers in, and make the document with it from now on."""
        path = self._ask.open_file("Template for this document", TEMPLATE_KINDS)
        if path is not None:
            self.choose_template(self._own.add(self._chosen, path))
        else:
            self._show_shelf()

    def choose_template(self, name: str) -> None:
        """Make the document with this template of hers from now on; with the shipped one for the empty name."""
        self._own.use(self._chosen, name)
        self._show_template_anew()

    def choose_house_template(self) -> None:
        """Make the document with the template that came with the program."""
        self.choose_template("")

    def templates(self, view: TemplatesView) -> TemplatesPresenter:
        """Her templates, beginning with those of the document that is chosen."""
        return TemplatesPresenter(self._own, view, self._ask, self._jobs, self._chosen, self._show_template_anew)

    def look_again(self) -> None:
        """She may have been in Word: a template that is another now makes the preview stale."""
        if self._template_state() != self._made_with:
            self._view.show_stale()

    def set_option(self, key: str, value: Value) -> None:
        """Make the document with this choice from now on."""
        self._options.setdefault(self._chosen, {})[key] = value
        self._show_template_anew()

    # ---- the preview ----
    def make_preview(self, dpi: float) -> None:
        """Make the chosen document beside the window and show its pages."""
        self._dpi, self._pdf = dpi, None
        self._made_with = self._template_state()
        order = self._order()
        self._view.show_working()

        def done(made: Preview) -> None:
            self._pdf = made.pdf
            self._counts[order.name] = len(made.pages)
            self._show_shelf()
            self._view.show_pages(made.pages)
            self.find(self._sought)

        self._latest.run(lambda progress: self._previewing.made(order, dpi, progress), done, self._explain)

    def zoom(self, dpi: float) -> None:
        """The same pages, larger or smaller."""
        pdf = self._pdf
        self._dpi = dpi
        if pdf is not None:
            self._latest.run(
                lambda progress: self._previewing.drawn(pdf, dpi, progress), self._view.show_pages, self._explain
            )

    def find(self, words: str) -> None:
        """Show where these words stand, now and whenever the document is made anew; nowhere for no words."""
        self._sought, pdf = words, self._pdf
        if pdf is None or not words.strip():
            self._view.show_hits([])
            return

        def done(found: list[Hit]) -> None:
            if self._sought == words and self._pdf is pdf:
                self._view.show_hits(found)

        self._jobs.run(lambda progress: hits(pdf, words, progress), done, self._fail)

    def mend(self) -> None:
        """What the button beside the trouble does: compose the statement that is missing, or try once more."""
        if self._own.in_use(self._chosen):
            self.choose_house_template()
        elif self._lacks_statement():
            try:
                compose_statement(self._desk, self._meeting_id)
            except DeskError as error:
                self._ask.fail(str(error))
        else:
            self._view.show_stale()

    # ---- files and paper ----
    def mail(self) -> None:
        """Write the PDF where she wants it, and begin a mail that names it."""
        title = exporting.title_of(self._chosen)

        def begin(path: Path) -> None:
            self._view.begin_mail(path.stem, f"{title}: {path.name}\n")
            self._ask.tell(f"Wrote {path.name}: attach it from “{path.parent.name}”.")

        self.save(PDF, begin)

    def save(self, suffix: str, then: Callable[[Path], None] | None = None) -> None:
        """Write the chosen document as Word or PDF file where she wants it."""
        order = self._order()
        title = f"{exporting.title_of(order.name)} as {KINDS[suffix]}"
        path = self._ask.save_as(title, exporting.file_name(order, suffix), KINDS[suffix])
        if path is None:
            return
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
            if path.exists() and not self._ask.confirm(f"There is a file {path.name} already. Replace it?", "Replace"):
                return

        def work(progress: Progress) -> bytes:
            progress.step(0, 1)
            content = exporting.make(order, suffix)
            exporting.write(path, content, order.template)
            return content

        def done(content: bytes) -> None:
            exporting.keep_version(self._desk, order, path.name, content)
            if then is not None:
                then(path)
            else:
                self._ask.tell(f"Wrote {path.name}.")

        self._jobs.run(work, done, self._fail)

    def print_pages(self, numbers: Sequence[int]) -> None:
        """Hand these pages, counted from 0, to the printer one after the other, so that a long one needs no room."""
        if self._pdf is not None and numbers:
            self._print(self._pdf, list(numbers))

    # ---- inner ----
    def _print(self, pdf: bytes, numbers: list[int]) -> None:
        number, *rest = numbers

        def done(page: PagePicture) -> None:
            if not self._view.print_page(page, not rest):
                self._ask.fail("The printer took no page: see whether it is on and has paper, then print again.")
            elif rest:
                self._print(pdf, rest)

        self._jobs.run(lambda _progress: picture(pdf, number, PRINT_DPI), done, self._fail)

    def _explain(self, error: DeskError) -> None:
        self._pdf = None
        button = "Compose statement" if self._lacks_statement() else ""
        if self._own.in_use(self._chosen):
            button = "Use the house template"
        self._view.show_trouble(Trouble(str(error), button))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._ask.fail(str(error))

    def _lacks_statement(self) -> bool:
        return self._chosen == exporting.STATEMENT and not self._order().record.blocks

    def _orders(self) -> list[exporting.Order]:
        return [self._order(name) for name in exporting.names()]

    def _order(self, name: str = "") -> exporting.Order:
        name = name or self._chosen
        chosen = self._options.get(name)
        return exporting.order_of(self._desk, self._meeting_id, name, self._own.chosen(name), chosen)

    def _template_state(self) -> object:
        return signature(self._own.chosen(self._chosen))

    def _show_template_anew(self) -> None:
        self._show_shelf()
        self._view.show_stale()

    def _show_shelf(self) -> None:
        rows = [ShelfRow(name, exporting.title_of(name), self._detail(name)) for name in exporting.names()]
        self._view.show_shelf(rows, self._chosen)
        choice = TemplateChoice(self._own.in_use(self._chosen), tuple(self._own.names(self._chosen)))
        self._view.show_options(choice, offered(self._chosen, self._options.get(self._chosen, {}), self._sittings()))

    def _sittings(self) -> list[str]:
        with self._desk.reading() as session:
            meeting = session.get(Meeting, self._meeting_id)
            ours = select(MeetingSession).where(MeetingSession.meeting_id == self._meeting_id)
            held = list(session.exec(ours.order_by(col(MeetingSession.sequence), col(MeetingSession.id))))
        return sittings(meeting.start, meeting.end, held) if meeting is not None else []

    def _detail(self, name: str) -> str:
        pages = self._counts.get(name)
        return "Word, PDF" if pages is None else "1 page" if pages == 1 else f"{pages} pages"

    def _on_change(self, step: Step) -> None:
        self._counts.clear()
        self._show_shelf()
        self._view.show_stale()
