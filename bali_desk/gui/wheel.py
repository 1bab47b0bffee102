"""The wheel scrolls; it never changes what is kept, whatever field the pointer happens to rest on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget

CHANGED_BY_WHEEL = (QComboBox, QAbstractSpinBox)


class _Still(QObject):
    """Leaves the wheel to what lies around the field."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the wheel from the field, and lets it go on to what scrolls."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


def keep_still(widget: QWidget) -> None:
    """From now on the wheel neither changes this field, or those within it, nor brings the keyboard to them."""
    fields = [widget, *(found for kind in CHANGED_BY_WHEEL for found in widget.findChildren(kind))]
    for field in fields:
        if isinstance(field, CHANGED_BY_WHEEL) and field.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(_Still(field))
