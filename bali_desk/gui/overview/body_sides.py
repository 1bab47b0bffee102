"""Beside the facts: the road, or one of the lists of the body, chosen by the words above them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.side_list_editor import Part, SideListEditor

if TYPE_CHECKING:
    from bali_desk.presenters.overview.body_lists import BodyLists, BodyRows

WIDEST = 620  # of a list at ten points: a longer line is hard to follow
CHIPS = ("road_chip", "members_chip", "earlier_chip", "names_chip", "acronyms_chip")  # in the order of the stack
PARTS: Mapping[str, tuple[str, tuple[Part, ...]]] = {
    "members": (
        "Add member",
        (
            Part("name", "Name"),
            Part("official_name", "Official name"),
            Part("kind", "Kind", choices=("country", "organisation")),
            Part("status", "Status", choices=("member", "observer")),
        ),
    ),
    "earlier": (
        "Add earlier meeting",
        (
            Part("ordinal", "Ordinal", hint="2nd"),
            Part("place", "Place"),
            Part("start", "From", hint="May 2016"),
            Part("end", "To"),
        ),
    ),
    "names": ("Add name", (Part("name", "Name", long=True),)),
    "acronyms": ("Add acronym", (Part("short", "Acronym"), Part("full", "Stands for", long=True))),
}


class BodySides(QObject):
    """Fills the side that the form lays out."""

    def __init__(self, look: Look, side: QWidget, stack: QStackedWidget) -> None:
        super().__init__(side)
        self._look = look
        self._editors = {name: SideListEditor(look, parts, add) for name, (add, parts) in PARTS.items()}
        for name, editor in self._editors.items():
            holder = side.findChild(QWidget, f"{name}_holder")
            layout = holder.layout() if holder is not None else None
            assert isinstance(layout, QVBoxLayout)
            layout.addWidget(editor)
        for place, name in enumerate(CHIPS):
            chip = side.findChild(QPushButton, name)
            assert chip is not None
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _on=False, place=place: stack.setCurrentIndex(place))
        look.changed.connect(self._measure)
        self._measure()

    def editor(self, name: str) -> SideListEditor:
        """The list called "members", "earlier", "names" or "acronyms"."""
        return self._editors[name]

    def use(self, lists: BodyLists) -> None:
        """Keep what is typed with these lists from now on."""
        for name, editor in self._editors.items():
            editor.use(getattr(lists, name))

    def show_rows(self, rows: BodyRows) -> None:
        """The lists as they stand."""
        for name, editor in self._editors.items():
            editor.show_rows(getattr(rows, name))

    def save(self) -> bool:
        """Keep what is being typed."""
        return all([editor.save() for editor in self._editors.values()])

    def _measure(self) -> None:
        for editor in self._editors.values():
            editor.setMaximumWidth(self._look.px(WIDEST))
