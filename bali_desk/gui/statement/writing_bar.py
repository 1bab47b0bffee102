"""The bar above the text: kind of paragraph, bold and italic, brackets, and moving paragraphs about."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from bali_desk.gui.look import Look

KINDS = {
    "title": "Title",
    "subtitle": "Subtitle",
    "heading": "Heading",
    "paragraph": "Paragraph",
    "bullet": "Bullet point",
    "numbered": "Numbered",
}
ICONS = {"insert": "add", "up": "move_up", "down": "move_down", "delete": "delete"}
LETTERS = {"bold": "B", "italic": "I", "bracket": "[ ]"}
STAYS = ("bold", "italic", "bracket", "insert", "up", "down")  # the cursor stays in the text


class WritingBar(QObject):
    """Works the buttons that the form lays out."""

    turn_wanted = Signal(str)  # bold or italic
    bracket_wanted = Signal()
    insert_wanted = Signal()
    move_wanted = Signal(int)
    delete_wanted = Signal()
    kind_wanted = Signal(str)

    def __init__(self, look: Look, bar: QWidget) -> None:
        super().__init__(bar)
        self._look, self._bar = look, bar
        self._tools = {name: self._tool(name) for name in (*LETTERS, *ICONS)}
        box = bar.findChild(QComboBox, "kind_box")
        assert box is not None
        self._kind_box = box
        for key, word in KINDS.items():
            box.addItem(word, key)
        for name in STAYS:
            self._tools[name].setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for name in ("bold", "italic"):
            self._tools[name].clicked.connect(lambda _on=False, name=name: self.turn_wanted.emit(name))
        for name, signal in (
            ("bracket", self.bracket_wanted),
            ("insert", self.insert_wanted),
            ("delete", self.delete_wanted),
        ):
            self._tools[name].clicked.connect(lambda _on=False, signal=signal: signal.emit())
        self._tools["up"].clicked.connect(lambda: self.move_wanted.emit(-1))
        self._tools["down"].clicked.connect(lambda: self.move_wanted.emit(1))
        box.activated.connect(lambda _place: self.kind_wanted.emit(box.currentData()))
        look.changed.connect(self._dress)
        self._dress()

    def show_kind(self, kind: str | None) -> None:
        """The kind of the paragraph in hand; None where there is none, and nothing to do but to insert one."""
        for name, tool in self._tools.items():
            tool.setEnabled(kind is not None or name == "insert")
        self._kind_box.setEnabled(kind is not None)
        with QSignalBlocker(self._kind_box):
            self._kind_box.setCurrentIndex(self._kind_box.findData(kind) if kind else -1)

    # ---- inner ----
    def _tool(self, name: str) -> QToolButton:
        tool = self._bar.findChild(QToolButton, f"{name}_button")
        assert tool is not None
        return tool

    def _dress(self) -> None:
        for name, letters in LETTERS.items():
            font = self._look.font("lead", 700 if name == "bold" else 400)
            font.setItalic(name == "italic")
            self._tools[name].setFont(font)
            self._tools[name].setText(letters)
        for name, icon in ICONS.items():
            self._tools[name].setIcon(self._look.icon(icon))
