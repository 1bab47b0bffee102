"""The wording of a body's statements: the sentences in a list, the one in hand with its fields, and what it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea, QWidget

from bali_desk.gui import forms
from bali_desk.gui.fields import Field, Fields
from bali_desk.gui.leaving_dialog import LeavingDialog
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.outcomes.reading import LARGER, html_of
from bali_desk.gui.plain import tip
from bali_desk.gui.print_face import print_face
from bali_desk.gui.restyle import restyle
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.gui.widgets import GrowingEdit

if TYPE_CHECKING:
    from bali_desk.presenters.statement.rich_text import Runs
    from bali_desk.presenters.wording.presenter import FrameRow, FrameShown, Profile, WordingPresenter, WordingView

LIST, WIDE, HIGH = 264, 940, 575  # at ten points; at twelve it still fits a small screen
OWN_RULES = "with rules of your own"
OPTIONAL = "[ … ] round words leaves them out where a field in them is not known; *stars* are italic."


class WordingDialog(LeavingDialog):
    """Every sentence is edited in place and kept as it is typed; Undo of the desk takes edits back."""

    frames_panel: QWidget
    frames_view: RecordView
    title_label: QLabel
    why_label: QLabel
    patterns_label: QLabel
    patterns_edit: GrowingEdit
    fault_label: QLabel
    fields_label: QLabel
    back_button: QPushButton
    preview_area: QScrollArea
    preview_sheet: QWidget
    preview_label: QLabel
    house_box: QComboBox
    about_label: QLabel
    rules_button: QPushButton
    close_button: QPushButton

    def __init__(
        self, look: Look, decide: Callable[[WordingView], WordingPresenter], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        forms.load(self, "wording_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._frame = ""
        self._typed = Fields()
        column: Column[FrameRow] = Column(
            "",
            lambda row: row.title,
            second=lambda row: "your own wording" if row.own else row.detail,
            dot=lambda row: "edited" if row.own else "",
            tip=lambda row: tip(row.detail),
        )
        self._frames = RecordTable([column], lambda row: row.key, self)
        self.frames_view.furnish(look, self._frames, (100,), 0, ROW_TWO, head=False)
        self.patterns_edit.set_lines(2, 7)
        self._field: Field[str] = self._typed.text(self.patterns_edit, self._keep, self.fault_label)
        self._presenter: WordingPresenter | None = None
        look.changed.connect(self._dress)
        self._dress()
        self._presenter = decide(self)
        self._connect()

    # ---- what the presenter shows ----
    def show_frames(self, rows: Sequence[FrameRow], chosen: str) -> None:
        """The sentences of the style; those the body words itself have a dot."""
        with QSignalBlocker(self.frames_view):
            self._frames.show(rows)
            self.frames_view.choose(chosen)

    def show_frame(self, frame: FrameShown) -> None:
        """The sentence in hand."""
        if frame.key != self._frame:
            self._frame = frame.key
            self._field.drop()
        self.title_label.setText(frame.title)
        self.why_label.setText(frame.why)
        fields = " ".join(f"{{{name}}}" for name in frame.fields)
        self.fields_label.setText(f"Fields: {fields}\n{OPTIONAL}")
        self.back_button.setVisible(frame.own)
        self._field.show(frame.text)

    def show_preview(self, runs: Runs, words: str) -> None:
        """What the sentence makes of the record."""
        self.preview_label.setTextFormat(Qt.TextFormat.RichText if runs else Qt.TextFormat.PlainText)
        self.preview_label.setText(html_of(runs) if runs else words)
        self._dress_preview(bool(runs))

    def show_house(self, style: str, profiles: Sequence[Profile], chosen: str, own: bool) -> None:
        """The house styles."""
        self.setWindowTitle(f"Wording of the statement – {style}")
        with QSignalBlocker(self.house_box):
            self.house_box.clear()
            for profile in profiles:
                self.house_box.addItem(profile.about.partition(":")[0], profile.name)
            self.house_box.setCurrentIndex(self.house_box.findData(chosen))
        about = next((profile.about for profile in profiles if profile.name == chosen), "")
        self.about_label.setText(OWN_RULES if own else about.partition(": ")[2])
        restyle(self.about_label, "ink", "edited" if own else "soft")

    def save(self) -> bool:
        """Keep what is being typed; False where it has a fault."""
        return self._typed.save()

    def leave(self) -> None:
        """Keeps what is typed; a sentence with a fault was never kept, and goes."""
        if self._presenter is not None:
            self.save()
            self._presenter.leave()
            self._presenter = None

    # ---- inner ----
    def _connect(self) -> None:
        self.frames_view.chosen.connect(self._choose)
        self.patterns_edit.textChanged.connect(self._tell_typed)
        self.back_button.clicked.connect(self._back)
        self.house_box.activated.connect(self._set_house)
        self.rules_button.clicked.connect(self._open_rules)
        self.close_button.clicked.connect(self.reject)

    def _keep(self, text: str) -> None:
        if self._presenter is not None:
            self._presenter.keep(text)

    def _choose(self) -> None:
        row: FrameRow | None = self.frames_view.current()
        if self._presenter is None or row is None or row.key == self._frame:
            return
        if self.save():
            self._presenter.choose(row.key)
        else:  # she mends it first, or takes it back
            with QSignalBlocker(self.frames_view.selectionModel()):
                self.frames_view.choose(self._frame)
            self.patterns_edit.setFocus()

    def _tell_typed(self) -> None:
        if self._presenter is not None:
            self._presenter.typed(self.patterns_edit.toPlainText())

    def _back(self) -> None:
        if self._presenter is not None:
            self._field.drop()
            self._presenter.back_to_shipped()

    def _set_house(self) -> None:
        if self._presenter is not None and self.save():
            self._presenter.set_profile(str(self.house_box.currentData()))

    def _open_rules(self) -> None:
        from bali_desk.gui.wording.house_dialog import HouseDialog

        if self._presenter is not None and self.save() and self._presenter.rules_readable():
            HouseDialog(self._look, self._presenter.house, self).open()

    def _dress(self) -> None:
        look = self._look
        self.frames_panel.setFixedWidth(look.px(LIST))
        self.resize(look.px(WIDE), look.px(HIGH))
        self.back_button.setIcon(look.icon("undo", "accent"))
        self._dress_preview(self.preview_label.textFormat() == Qt.TextFormat.RichText)

    def _dress_preview(self, prints: bool) -> None:
        """In the face of print where it is a sentence of the statement; soft where it says why there is none."""
        look = self._look
        self.preview_label.setFont(print_face(look.points * LARGER) if prints else look.font("body", 400))
        restyle(self.preview_label, "ink", "" if prints else "soft")
