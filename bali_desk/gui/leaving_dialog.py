"""A dialog that works on the desk until it is closed, by whatever road."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog


class LeavingDialog(QDialog):
    """Its button, Esc and the frame of its window all end in `leave`, which may be called twice."""

    def leave(self) -> None:
        """Keep or give up what is in hand, and let the presenter go."""
        raise NotImplementedError

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaves before the window goes."""
        self.leave()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc closes like the button."""
        self.leave()
        super().reject()
