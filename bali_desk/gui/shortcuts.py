"""A key that works within a part of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
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


class _First(QObject):
    """Takes keys that come up to a part before the window looks for shortcuts of its own."""

    def __init__(self, part: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(part)
        self._keys = keys
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Asked whether the key is a shortcut, says that it is not; then it is pressed."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            does = self._keys.get(_spelled(event))
            if does is not None:
                event.accept()
                if kind == QEvent.Type.KeyPress:
                    does()
                return True
        return super().eventFilter(watched, event)


def first(part: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Keys ("Ctrl++") that the window has a use for too: within this part they are the part's.

    With a shortcut on both, Qt finds the key ambiguous and obeys neither.
    """
    _First(part, keys)


def _spelled(event: QKeyEvent) -> str:
    """The key as a shortcut is written: a plus needs Shift on some keyboards, and stands beside the figures too."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Plus:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString(
        QKeySequence.SequenceFormat.PortableText
    )
