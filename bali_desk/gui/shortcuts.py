"""A key that works within a part of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def within(
    part: QWidget, key: str | QKeySequence.StandardKey, does: Callable[[], object], children: bool = True
) -> QShortcut:
    """`does` when the key is pressed while the keyboard is in this part, or without `children` on it alone.

    Told to the constructor, the place where a shortcut works is not heard: it would work in the whole window.
    """
    shortcut = QShortcut(QKeySequence(key), part)
    place = Qt.ShortcutContext
    shortcut.setContext(place.WidgetWithChildrenShortcut if children else place.WidgetShortcut)
    shortcut.activated.connect(does)
    return shortcut
