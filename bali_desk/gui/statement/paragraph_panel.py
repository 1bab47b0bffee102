"""The right side of the Statement page: where a paragraph comes from, and her choice where both changed it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bali_desk.gui.restyle import restyle

if TYPE_CHECKING:
    from bali_desk.presenters.statement.rows import InHand, SourceLine
    from bali_desk.presenters.statement.three_texts import Pieces

Kind = TypeVar("Kind", bound=QWidget)
INKS = {"record": "soft", "edited": "edited", "own": "own", "both": "both", "gone": "edited"}
NOTHING = "Put the cursor in a paragraph to see where it comes from."
MARKS = {"same": "{}", "new": "<b><u>{}</u></b>", "gone": "<b><s>{}</s></b>"}
LOOKS = "Only bold or italics differ."
ENDED = "Nothing: the record no longer says it."


class ParagraphPanel(QObject):
    """Fills the panel that the form lays out."""

    take_wanted = Signal()
    keep_wanted = Signal()
    back_wanted = Signal()
    outcome_wanted = Signal(str)

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._both, self._edited = self._find(QWidget, "both_box"), self._find(QWidget, "edited_box")
        self._from, self._holder = self._find(QWidget, "from_box"), self._find(QWidget, "from_holder")
        self._state = self._find(QLabel, "state_label")
        self._find(QPushButton, "take_button").clicked.connect(self.take_wanted)
        self._find(QPushButton, "keep_button").clicked.connect(self.keep_wanted)
        self._find(QPushButton, "back_button").clicked.connect(self.back_wanted)
        self._sources: tuple[SourceLine, ...] | None = None
        self.show_block(None)

    def show_block(self, block: InHand | None) -> None:
        """What stands behind this paragraph; where both changed it, the three texts with what is new in them marked."""
        self._state.setText(block.words if block else NOTHING)
        restyle(self._state, "ink", INKS[block.state] if block else "soft")
        both = block is not None and block.state == "both"
        edited = block is not None and block.state in ("edited", "gone") and bool(block.said)
        self._both.setVisible(both)
        self._edited.setVisible(edited)
        if block is not None:
            self._find(QLabel, "composed_label").setText(block.said)
            for name in ("hers", "was", "now"):
                nothing = ENDED if name == "now" else "Nothing."
                said = _marked(getattr(block.texts, name)) or nothing
                looks = getattr(block.texts, f"{name}_looks", False)
                self._find(QLabel, f"{name}_label").setText(f"{said}<br><i>{LOOKS}</i>" if looks else said)
        self._show_sources(block.sources if block else ())

    def _show_sources(self, lines: tuple[SourceLine, ...]) -> None:
        if lines == self._sources:
            return
        self._sources = lines
        layout = self._holder.layout()
        assert isinstance(layout, QVBoxLayout)
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for line in lines:
            label = QLabel(f"{line.number}  {line.text}".strip())
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
            if line.outcome:
                button = QPushButton("Show in Outcomes")
                button.setProperty("kind", "link")
                button.clicked.connect(lambda _on=False, handle=line.handle: self.outcome_wanted.emit(handle))
                layout.addWidget(button)
        self._from.setVisible(bool(lines))

    def _find(self, kind: type[Kind], name: str) -> Kind:
        found = self._area.findChild(kind, name)
        assert found is not None
        return found


def _marked(pieces: Pieces) -> str:
    """The words with the new ones underlined and those taken out struck; no letter of them is taken for markup."""
    return "".join(MARKS[piece.change].format(_shown(piece.text)) for piece in pieces)


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br>")
