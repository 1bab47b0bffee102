"""The tools round the pages of a document: the number of the page, how large it is, the small pages, and finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QToolButton, QWidget

from bali_desk.gui.documents.find_strip import FindStrip
from bali_desk.gui.documents.page_strip import PageStrip
from bali_desk.gui.documents.page_view import PageView
from bali_desk.gui.look import Look
from bali_desk.gui.shortcuts import first, within

if TYPE_CHECKING:
    from bali_desk.presenters.documents.page_search import Hit

SIZES = (50, 75, 100, 125, 150, 200, 300)  # in the menu, in hundredths


class Tooled(Protocol):
    """The widgets of the form that the tools work with."""

    strip_button: QToolButton
    find_button: QToolButton
    back_button: QToolButton
    page_edit: QLineEdit
    page_label: QLabel
    next_button: QToolButton
    smaller_button: QToolButton
    zoom_button: QToolButton
    larger_button: QToolButton
    find_holder: QWidget
    strip_holder: QWidget


class PageTools(QObject):
    """Works for one page view. `sought` are words to find; "" ends it."""

    sought = Signal(str)

    def __init__(self, look: Look, page: QWidget, form: Tooled, pages: PageView) -> None:
        super().__init__(page)
        self._look, self._form, self._pages = look, form, pages
        self._hits: Sequence[Hit] = ()
        self._at = 0
        self.find = FindStrip(look, form.find_holder)
        self.strip = PageStrip(look, form.strip_holder)
        for holder, part in ((form.find_holder, self.find), (form.strip_holder, self.strip)):
            column = holder.layout()
            assert column is not None
            column.addWidget(part)
            holder.hide()
        self._connect()
        self._menu = self._zoom_menu(form.zoom_button)
        form.zoom_button.setMenu(self._menu)
        for key, does in self._keys():
            within(page, key, does)
        first(page, self._sizes())
        self.show_place()

    def show_place(self) -> None:
        """The page in sight, of how many, and how large."""
        form, number, total = self._form, self._pages.current, self._pages.count
        if not form.page_edit.isModified():  # or a page that is drawn meanwhile would take away what she types
            form.page_edit.setText(str(number + 1) if total else "")
        form.page_edit.setEnabled(total > 1)
        form.page_label.setText(f"of {total}" if total else "")
        form.back_button.setEnabled(number > 0)
        form.next_button.setEnabled(number + 1 < total)
        form.zoom_button.setText(f"{round(100 * self._pages.zoom)} %")
        self.strip.show_current(number)

    def show_pages(self) -> None:
        """The pages are other ones: small pages are made while they can be seen."""
        if self._form.strip_button.isChecked():
            self.strip.show_pages(self._pages.images, self._pages.fresh)
        else:
            self.strip.clear()
        self.show_place()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Where the words stand: the first at or after the page in sight is chosen, or the one she was at."""
        same = [hit.page for hit in hits] == [hit.page for hit in self._hits] and self._hits
        self._hits = hits
        if not same:
            here = self._pages.current
            self._at = next((number for number, hit in enumerate(hits) if hit.page >= here), 0)
        self._mark()

    def dress(self) -> None:
        """Icons and widths in the colours and sizes of now."""
        look, form = self._look, self._form
        form.strip_button.setIcon(look.icon("pages"))
        form.find_button.setIcon(look.icon("find"))
        form.back_button.setIcon(look.icon("back"))
        form.next_button.setIcon(look.icon("next"))
        form.smaller_button.setText("−")
        form.larger_button.setText("+")
        form.page_edit.setFixedWidth(look.px(44))
        form.zoom_button.setMinimumWidth(look.px(54))

    # ---- inner ----
    def _connect(self) -> None:
        form, pages = self._form, self._pages
        form.page_edit.editingFinished.connect(self._turn_to_typed)
        form.back_button.clicked.connect(lambda: pages.turn_to(pages.current - 1))
        form.next_button.clicked.connect(lambda: pages.turn_to(pages.current + 1))
        form.smaller_button.clicked.connect(lambda: pages.magnify(-1))
        form.larger_button.clicked.connect(lambda: pages.magnify(1))
        form.strip_button.toggled.connect(self._show_strip)
        form.find_button.toggled.connect(self._show_find)
        self.strip.chosen.connect(pages.turn_to)
        self.find.sought.connect(self.sought)
        self.find.went.connect(self._go)
        self.find.closed.connect(lambda: form.find_button.setChecked(False))

    def _keys(self) -> list[tuple[str | QKeySequence.StandardKey, Callable[[], object]]]:
        form, pages = self._form, self._pages
        return [
            ("Ctrl+Shift+0", pages.fit_page),
            ("Ctrl+B", form.strip_button.toggle),
            (QKeySequence.StandardKey.Find, self._begin_to_find),
            ("F3", lambda: self._go(1)),
            ("Shift+F3", lambda: self._go(-1)),
        ]

    def _sizes(self) -> dict[str, Callable[[], object]]:
        """The keys that elsewhere in the window change the size of its text."""
        larger, smaller = partial(self._pages.magnify, 1), partial(self._pages.magnify, -1)
        return {"Ctrl++": larger, "Ctrl+=": larger, "Ctrl+-": smaller, "Ctrl+0": self._pages.fit_width}

    def _zoom_menu(self, button: QToolButton) -> QMenu:
        menu = QMenu(button)
        menu.addAction("Fit width\tCtrl+0", self._pages.fit_width)
        menu.addAction("Fit page\tCtrl+Shift+0", self._pages.fit_page)
        menu.addSeparator()
        for size in SIZES:
            menu.addAction(f"{size} %", partial(self._pages.zoom_to, size / 100))
        return menu

    def _turn_to_typed(self) -> None:
        """The page whose number she typed: the nearest there is, or the one in sight for what is no number."""
        typed, total = self._form.page_edit.text().strip(), self._pages.count
        self._form.page_edit.setModified(False)
        if typed.isdecimal() and total and int(typed) - 1 != self._pages.current:
            self._pages.turn_to(min(max(int(typed), 1), total) - 1)
        self.show_place()

    def _show_strip(self, on: bool) -> None:
        self._form.strip_holder.setVisible(on)
        if on:
            self.strip.show_pages(self._pages.images, range(self._pages.count))
            self.show_place()

    def _begin_to_find(self) -> None:
        self._form.find_button.setChecked(True)
        self.find.begin()

    def _show_find(self, on: bool) -> None:
        self._form.find_holder.setVisible(on)
        if on:
            self.find.begin()
        self.sought.emit(self.find.words if on else "")

    def _go(self, way: int) -> None:
        if self._hits:
            self._at = (self._at + way) % len(self._hits)
            self._mark()

    def _mark(self) -> None:
        self._at = min(self._at, max(len(self._hits) - 1, 0))
        self._pages.show_hits(self._hits, self._at)
        self.find.show_place(self._at, len(self._hits))
