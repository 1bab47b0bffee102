"""The pages that belong to the whole desk and to no meeting: made when first shown, let go with the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from bali_desk.gui.look import Look

if TYPE_CHECKING:
    from bali_desk.gui.pages import Presenter
    from bali_desk.presenters.workshop import Workshop

DESK_PAGES = {"agreed": "Agreed language"}  # name: title


class DeskPages(QObject):
    """Shows them in the same place as the pages of a meeting."""

    def __init__(self, look: Look, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._look, self._stack = look, stack
        self._workshop: Workshop | None = None
        self._pages: dict[str, Any] = {}
        self._presenters: dict[str, Presenter] = {}

    def open(self, workshop: Workshop) -> None:
        """From now on the pages are those of this desk."""
        self._workshop = workshop

    def show(self, name: str) -> None:
        """Brings a page to the front."""
        if self._workshop is None:
            return
        if name not in self._pages:
            page: Any = _make_page(name, self._look, self._stack)
            self._pages[name] = page
            self._stack.addWidget(page)
            self._presenters[name] = _make_presenter(name, self._workshop, page)
            page.attach(self._presenters[name])
        free, shown = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for widget in map(self._stack.widget, range(self._stack.count())):
            if widget is not None:  # only the page in front may say how large the window must be at least
                widget.setSizePolicy(*((shown, shown) if widget is self._pages[name] else (free, free)))
        self._stack.setCurrentWidget(self._pages[name])

    def step_back(self) -> None:
        """Keeps what is typed and no longer says how large the window must be."""
        self.save()
        for page in self._pages.values():
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    @property
    def in_front(self) -> bool:
        """Whether one of them is shown."""
        return self._stack.currentWidget() in self._pages.values()

    def page(self, name: str) -> Any:
        """The page called so, where it was shown already."""
        return self._pages.get(name)

    def save(self) -> None:
        """Keeps what is being typed on any page."""
        for page in self._pages.values():
            page.save()

    def close(self) -> None:
        """Lets the desk go."""
        for presenter in self._presenters.values():
            presenter.leave()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._presenters.clear()
        self._workshop = None


def _make_page(name: str, look: Look, parent: QWidget) -> QWidget:
    from bali_desk.gui.agreed.agreed_page import AgreedPage

    return {"agreed": AgreedPage}[name](look, parent)


def _make_presenter(name: str, workshop: Workshop, page: Any) -> Presenter:
    return {"agreed": workshop.agreed}[name](page)
