"""The pages of the open meeting: made when first shown, saved before anything else happens, let go with the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.pages import Page, Presenter, make_page, make_presenter

if TYPE_CHECKING:
    from bali_desk.presenters.workshop import Workshop


class PageStack(QObject):
    """Keeps at most one page of each kind, all of them for the same meeting, those of the desk included."""

    page_wanted = Signal(str, str)  # a page asks for another, and where it should open
    alone_wanted = Signal(QWidget)  # a page asks for the whole screen, or gives it back
    person_wanted = Signal(int, str)  # a page of the desk asks for a meeting, and a person at it
    outcome_wanted = Signal(int, str)  # the same for an outcome, or an action, of a meeting

    def __init__(self, look: Look, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._look, self._stack = look, stack
        self._workshop: Workshop | None = None
        self._meeting_id: int | None = None
        self._pages: dict[str, Any] = {}
        self._presenters: dict[str, Presenter] = {}

    def open(self, workshop: Workshop, meeting_id: int) -> None:
        """From now on the pages are those of this meeting; the pages there are already follow at once."""
        self.save()
        self._workshop, self._meeting_id = workshop, meeting_id
        faults: list[Exception] = []
        for name in list(self._presenters):
            try:
                self._attach(name)
            except Exception as fault:  # ours: the page goes, so that none is left on the meeting before
                faults.append(fault)
                self._drop(name)
        if faults:
            raise faults[0]

    def show(self, name: str, item: str = "") -> None:
        """Brings a page to the front; `item` is the handle of what it should open at."""
        if self._workshop is None:
            return
        self.save()
        if name not in self._pages:
            page = make_page(name, self._look, self._stack)
            self._pages[name] = page
            self._stack.addWidget(page)
            if hasattr(page, "page_wanted"):
                page.page_wanted.connect(self.page_wanted)
            if hasattr(page, "alone_wanted"):
                page.alone_wanted.connect(lambda page=page: self.alone_wanted.emit(page))
            if hasattr(page, "person_wanted"):
                page.person_wanted.connect(self.person_wanted)
            if hasattr(page, "outcome_wanted"):
                page.outcome_wanted.connect(self.outcome_wanted)
        if name not in self._presenters:
            self._attach(name)
        self._bring_to_front(self._pages[name])
        if item and hasattr(self._pages[name], "open_at"):
            self._pages[name].open_at(item)

    def save(self) -> None:
        """Keeps what is being typed on any page."""
        for name in self._presenters:
            cast(Page, self._pages[name]).save()

    def close(self) -> None:
        """Lets the meeting go; the pages are made anew for the next one."""
        for presenter in self._presenters.values():
            presenter.leave()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._presenters.clear()
        self._workshop = self._meeting_id = None

    def page(self, name: str) -> Any:
        """The page called so, if it was shown already."""
        return self._pages.get(name)

    def _bring_to_front(self, page: QWidget) -> None:
        """Only the page in front may say how large the window must be at least."""
        free, shown = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for one in self._pages.values():
            one.setSizePolicy(*((shown, shown) if one is page else (free, free)))
        self._stack.setCurrentWidget(page)

    def _drop(self, name: str) -> None:
        """Takes a page down that could not follow; it is made anew when it is shown next."""
        page = self._pages.pop(name)
        self._presenters.pop(name).leave()
        self._stack.removeWidget(page)
        page.deleteLater()

    def _attach(self, name: str) -> None:
        assert self._workshop is not None
        assert self._meeting_id is not None
        page = self._pages[name]
        with self._workshop.desk.listening_whole():
            presenter = make_presenter(name, self._workshop, page, self._meeting_id)
        cast(Page, page).attach(presenter)  # which lets the presenter before go
        self._presenters[name] = presenter
