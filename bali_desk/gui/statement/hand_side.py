"""The right side of the Statement page: the paragraph in hand, agreed language, and what the checks find."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QWidget

from bali_desk.gui.agreed.agreed_panel import AgreedPanel
from bali_desk.gui.checks.checks_panel import ChecksPanel
from bali_desk.gui.look import Look
from bali_desk.gui.statement.bracket_panel import BracketPanel
from bali_desk.gui.statement.paragraph_panel import ParagraphPanel

if TYPE_CHECKING:
    from bali_desk.presenters.statement.presenter import StatementPresenter
    from bali_desk.presenters.statement.rows import InHand

PARAGRAPH, AGREED, CHECKS = range(3)  # the chips, as they stand


class HandSide(QObject):
    """Its panels, one in front at a time; each tells by its own signals what she wants."""

    def __init__(
        self, look: Look, panel: QWidget, stack: QStackedWidget, area: QScrollArea, chips: Sequence[QPushButton]
    ) -> None:
        super().__init__(panel)
        self._panel, self._chips = panel, chips
        bracket_box = area.findChild(QWidget, "bracket_box")
        assert bracket_box is not None
        self.paragraph = ParagraphPanel(area)
        self.brackets = BracketPanel(bracket_box)
        self.agreed = AgreedPanel(look, stack)
        self.checks = ChecksPanel(look, stack)
        for widget in (self.agreed, self.checks):
            stack.addWidget(widget)
        for place, chip in enumerate(chips):
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _on=False, place=place: stack.setCurrentIndex(place))
        self.agreed.counted.connect(lambda number: self._count(AGREED, "Agreed", number))
        self.checks.counted.connect(lambda errors, warnings: self._count(CHECKS, "Checks", errors + warnings))

    def attach(self, presenter: StatementPresenter) -> None:
        """Work for this meeting from now on."""
        self.agreed.attach(presenter.beside)
        self.checks.attach(presenter.checks)

    def save(self) -> None:
        """Keep what is being typed."""
        self.brackets.save()

    def show_in_hand(self, block: InHand | None) -> None:
        """What stands behind the paragraph the cursor is in."""
        self.paragraph.show_block(block)
        self.brackets.show_bracket(block.bracket if block else None, block.names if block else ())

    def go_to_finding(self, way: int) -> None:
        """The findings in front, and on to the next (1), back (-1), or to where she is (0)."""
        self._bring(CHECKS)
        self.checks.go(way)

    def bring_paragraph(self) -> None:
        """What stands behind the paragraph in front."""
        self._bring(PARAGRAPH)

    def ask_for_proposer(self) -> None:
        """New brackets: whose they are is typed where she sees it."""
        self._bring(PARAGRAPH)
        self.brackets.ask_for_proposer()

    def look_for_wording(self) -> None:
        """The search for how it was said before."""
        self._bring(AGREED)
        self.agreed.look_for()

    # ---- inner ----
    def _bring(self, place: int) -> None:
        self._panel.show()
        self._chips[place].click()

    def _count(self, place: int, name: str, number: int) -> None:
        self._chips[place].setText(f"{name} · {number}" if number else name)
