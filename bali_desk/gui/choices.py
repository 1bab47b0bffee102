"""Fills a box with values under their labels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

Choices = Sequence[tuple[str, str]]


def fill_box(box: QComboBox, choices: Choices, chosen: str = "") -> None:
    """Offers these values with one chosen; a box that offers them already is left alone, so an open list stays open."""
    if [(box.itemData(n), box.itemText(n)) for n in range(box.count())] == list(choices):
        return
    blocker = QSignalBlocker(box)
    box.clear()
    for value, label in choices:
        box.addItem(label, value)
    box.setCurrentIndex(box.findData(chosen))
    blocker.unblock()


def with_unsaid(values: Sequence[str]) -> Choices:
    """The values, after one for what nobody has said."""
    return [("", "not said"), *((value, value) for value in values)]
