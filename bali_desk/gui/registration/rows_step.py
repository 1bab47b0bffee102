"""Second step of the import: every row with its verdict, what it would change, and what is to be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.choices import fill_box
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import VERDICT_ICONS, VERDICT_INKS
from bali_desk.gui.registration.verdict_table import VerdictTable, details_model
from bali_desk.gui.restyle import restyle
from bali_desk.gui.tables import RecordView
from bali_desk.presenters.registration.presenter import RegistrationPresenter
from bali_desk.presenters.registration.rows import ORDER, RowsShown

DETAILS, ANSWERS = 224, 214  # height of the chosen row's panel, width of the answers


class RowsStep(QWidget):
    """Nothing is written while a row asks."""

    all_chip: QPushButton
    doubtful_chip: QPushButton
    wrong_chip: QPushButton
    changed_chip: QPushButton
    new_chip: QPushButton
    known_chip: QPushButton
    waiting_label: QLabel
    rows_place: QWidget
    detail_part: QWidget
    question_label: QLabel
    why_label: QLabel
    details_view: RecordView
    answers_part: QWidget
    candidate_label: QLabel
    candidate_box: QComboBox
    home_label: QLabel
    home_box: QComboBox
    answer1_button: QPushButton
    answer2_button: QPushButton
    answer3_button: QPushButton
    answer4_button: QPushButton
    alike_button: QPushButton
    summary_label: QLabel
    back_button: QPushButton
    import_button: QPushButton

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "rows_step")
        self._look = look
        self._presenter: RegistrationPresenter | None = None
        self._shown: RowsShown | None = None
        self._showing = False
        self.rows_view = VerdictTable(look, self.rows_place)
        layout = self.rows_place.layout()
        assert layout is not None
        layout.addWidget(self.rows_view)
        self._details = details_model(self)
        self.details_view.furnish(look, self._details, (120, 220, 100), 2, 26)
        self.details_view.setSelectionMode(RecordView.SelectionMode.NoSelection)
        self.answers = (self.answer1_button, self.answer2_button, self.answer3_button, self.answer4_button)
        self.chips = {"": self.all_chip} | {verdict: getattr(self, f"{verdict}_chip") for verdict in ORDER}
        self._connect()
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: RegistrationPresenter) -> None:
        """Hands on to this presenter from now on."""
        self._presenter = presenter

    def show_rows(self, shown: RowsShown) -> None:
        """Rows, the chosen one, and the answers to it."""
        self._shown, self._showing = shown, True
        self.rows_view.rows.show(shown.rows)
        if shown.chosen is not None:
            self.rows_view.choose(shown.chosen)
        self._show_chips(shown)
        self._show_chosen(shown)
        self._show_answers(shown)
        rows = "row waits" if shown.waiting == 1 else "rows wait"
        self.waiting_label.setText(f"{shown.waiting} {rows} for your choice" if shown.waiting else "")
        self.summary_label.setText(shown.summary)
        self.import_button.setEnabled(not shown.waiting)
        words = "row" if shown.takes == 1 else "rows"
        self.import_button.setText(f"Import {shown.takes} {words}" if shown.takes else "Finish")
        self._showing = False

    def begin(self) -> None:
        """Puts the keyboard on the rows."""
        self.rows_view.setFocus()

    # ---- showing ----
    def _show_chips(self, shown: RowsShown) -> None:
        for verdict, chip in self.chips.items():
            number = shown.counts[verdict] if verdict else sum(shown.counts.values())
            chip.setText(f"{verdict.capitalize() or 'All'} {number}")
            chip.setEnabled(bool(number) or verdict == shown.only)
            chip.setChecked(verdict == shown.only)

    def _show_chosen(self, shown: RowsShown) -> None:
        self.question_label.setText(shown.question)
        self.why_label.setText(shown.why)
        self._details.beside = shown.beside
        self._details.show(shown.details)
        self._details.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, 1)
        fill_box(self.candidate_box, [(str(key), name) for key, name in shown.candidates], str(shown.candidate or ""))
        self.candidate_box.setCurrentIndex(self.candidate_box.findData(str(shown.candidate or "")))
        for widget in (self.candidate_label, self.candidate_box):
            widget.setVisible(bool(shown.candidates))
        asks = bool(shown.homes) or bool(shown.home)
        if asks:
            fill_box(self.home_box, [(name, name) for name in shown.homes], shown.home)
            if self.home_box.currentText() != shown.home:
                self.home_box.setEditText(shown.home)
        for widget in (self.home_label, self.home_box):
            widget.setVisible(asks)

    def _show_answers(self, shown: RowsShown) -> None:
        for place, button in enumerate(self.answers):
            answer = shown.answers[place] if place < len(shown.answers) else None
            button.setVisible(answer is not None)
            if answer is not None:
                button.setText(f"{answer.words}  ({answer.key})")
                button.setChecked(answer.action == shown.action)
                self._make_main(button, place == 0 and not shown.action)
        self.alike_button.setText(f"{shown.for_all}  (A)" if shown.for_all else "")
        self.alike_button.setVisible(bool(shown.for_all))

    def _make_main(self, button: QPushButton, main: bool) -> None:
        restyle(button, "kind", "main" if main else "")

    # ---- what the officer does ----
    def _connect(self) -> None:
        group = QButtonGroup(self)
        for verdict, chip in self.chips.items():
            group.addButton(chip)
            chip.clicked.connect(lambda _on=False, verdict=verdict: self._filter(verdict))
        for place, button in enumerate(self.answers):
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, place=place: self._answer(place))
        self.rows_view.chosen.connect(self._choose)
        self.rows_view.action_wanted.connect(self._decide)
        self.rows_view.alike_wanted.connect(self._decide_alike)
        self.alike_button.clicked.connect(self._decide_alike)
        self.candidate_box.activated.connect(self._name_candidate)
        self.home_box.activated.connect(lambda _place: self._name_home())
        self.home_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.home_box.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._name_home)
        self.back_button.clicked.connect(lambda: self._presenter.go_back() if self._presenter else None)
        self.import_button.clicked.connect(lambda: self._presenter.take_rows() if self._presenter else None)

    def _filter(self, verdict: str) -> None:
        if self._presenter is not None:
            self._presenter.decisions.filter(verdict)
            self.rows_view.setFocus()

    def _choose(self) -> None:
        row = self.rows_view.current()
        if self._presenter is not None and not self._showing and row is not None:
            self._presenter.decisions.choose(row.place)

    def _answer(self, place: int) -> None:
        if self._shown is not None and place < len(self._shown.answers):
            self._decide(self._shown.answers[place].action)
            self.rows_view.setFocus()

    def _decide(self, action: str) -> None:
        if self._presenter is not None and not self._presenter.decisions.decide(action) and self._shown is not None:
            self.show_rows(self._shown)

    def _decide_alike(self) -> None:
        if self._presenter is not None and self._shown is not None and self._shown.for_all:
            self._presenter.decisions.decide_alike()
            self.rows_view.setFocus()

    def _name_candidate(self, place: int) -> None:
        if self._presenter is not None:
            self._presenter.decisions.name_candidate(int(self.candidate_box.itemData(place)))

    def _name_home(self) -> None:
        if self._presenter is None or self._showing or self._shown is None:
            return
        if self.home_box.isVisible() and self.home_box.currentText().strip() != self._shown.home:
            self._presenter.decisions.name_home(self.home_box.currentText())

    def _dress(self) -> None:
        look = self._look
        self.detail_part.setFixedHeight(look.px(DETAILS))
        self.answers_part.setFixedWidth(look.px(ANSWERS))
        for verdict, ink in VERDICT_INKS.items():
            self.chips[verdict].setToolTip(f"Show only rows that are {verdict}")
            self.chips[verdict].setIcon(look.icon(VERDICT_ICONS[verdict], ink))
