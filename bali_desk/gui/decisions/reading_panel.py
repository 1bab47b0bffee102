"""The chosen row of the register with every word, below the list, which has room for two lines only."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.restyle import restyle
from bali_desk.presenters.decisions.rows import ActionRow, DecisionRow

HEIGHT = 120  # at ten points; longer ones scroll


class ReadingPanel:
    """Works the labels that the form lays out; gone while nothing is chosen."""

    def __init__(self, look: Look, rule: QFrame, area: QScrollArea, labels: tuple[QLabel, QLabel]) -> None:
        self._look, self._rule, self._area, self._inner = look, rule, area, area.widget() or QWidget()
        self._words, self._detail = labels

    def show_row(self, row: DecisionRow | ActionRow | None) -> None:
        """Shows what the row says and what hangs on it, in lilac where it is private."""
        for part in (self._rule, self._area):
            part.setVisible(row is not None)
        if row is None:
            return
        self._words.setText(f"Private: {row.text}" if row.private else row.text)
        self._detail.setText(row.detail)
        self._detail.setVisible(bool(row.detail))
        for ground in (self._area, self._inner):
            restyle(ground, "ground", "private_tint" if row.private else "panel")

    def measure(self) -> None:
        """Keeps its height, so that the list above does not move from row to row."""
        self._area.setFixedHeight(self._look.px(HEIGHT))
