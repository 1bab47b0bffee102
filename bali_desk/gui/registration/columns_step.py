"""First step of the import: the sheets of the file, their heads, and what each column means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.fields import Fields
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.registration.sample_table import SampleTable
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.presenters.registration.columns import ColumnsShown, SheetEntry
from bali_desk.presenters.registration.presenter import RegistrationPresenter

SHEETS = 232  # width of the list of sheets at ten points


class ColumnsStep(QWidget):
    """Everything is recognised already; the officer corrects what is not right."""

    sheets_panel: QWidget
    sheets_view: RecordView
    sheets_rule: QFrame
    said_label: QLabel
    delegation_line: QWidget
    delegation_edit: QLineEdit
    sample_place: QWidget
    trouble_label: QLabel
    other_button: QPushButton
    next_button: QPushButton

    other_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "columns_step")
        self._look = look
        self._presenter: RegistrationPresenter | None = None
        self._showing = False
        self._sheets = RecordTable([_sheet_column(self._want)], lambda row: row.place, self)
        self.sheets_view.furnish(look, self._sheets, (100,), 0, ROW_TWO, head=False)
        self.sample_view = SampleTable(look, self.sample_place)
        layout = self.sample_place.layout()
        assert layout is not None
        layout.addWidget(self.sample_view)
        self._fields = Fields()
        self._delegation = self._fields.line(self.delegation_edit, self._set_delegation)
        self.sheets_view.chosen.connect(self._choose_sheet)
        self.sample_view.field_wanted.connect(self._set_field)
        self.sample_view.head_wanted.connect(self._set_head)
        self.other_button.clicked.connect(self.other_wanted)
        self.next_button.clicked.connect(self._go_on)
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: RegistrationPresenter) -> None:
        """Hands on to this presenter from now on."""
        self._presenter = presenter

    def show_columns(self, shown: ColumnsShown) -> None:
        """Sheets and columns as they stand."""
        self._showing = True
        self._sheets.show(shown.sheets)
        self.sheets_view.choose(shown.chosen)
        several = len(shown.sheets) > 1
        self.sheets_panel.setVisible(several)
        self.sheets_rule.setVisible(several)
        self.sample_view.show_columns(shown)
        self.said_label.setText(shown.said)
        self.said_label.setVisible(bool(shown.said))
        self.delegation_line.setVisible(shown.asks_delegation)
        self._delegation.show(shown.delegation)
        self.trouble_label.setText(shown.trouble)
        self.next_button.setEnabled(not shown.trouble)
        self._showing = False

    def begin(self) -> None:
        """Puts the keyboard where one goes on: on the button, or on the sheet where something is to be mended."""
        (self.next_button if self.next_button.isEnabled() else self.sample_view).setFocus()

    def save(self) -> bool:
        """Keeps what is being typed."""
        return self._fields.save()

    # ---- inner ----
    def _choose_sheet(self) -> None:
        entry = self.sheets_view.current()
        if self._presenter is not None and not self._showing and entry is not None:
            self._fields.save()
            self._presenter.choose_sheet(entry.place)

    def _want(self, entry: SheetEntry, wanted: bool) -> None:
        if self._presenter is not None:
            self._presenter.want_sheet(entry.place, wanted)

    def _set_field(self, number: int, field: str) -> None:
        if self._presenter is not None:
            self._presenter.set_field(number, field)

    def _set_head(self, row: int, is_head: bool) -> None:
        if self._presenter is not None:
            self._presenter.set_head(row, is_head)

    def _set_delegation(self, name: str) -> None:
        if self._presenter is not None:
            self._presenter.set_delegation(name)

    def _go_on(self) -> None:
        self._fields.save()
        if self._presenter is not None:
            self._presenter.go_on()

    def _dress(self) -> None:
        self.sheets_panel.setFixedWidth(self._look.px(SHEETS))


def _sheet_column(want: object) -> Column[SheetEntry]:
    assert callable(want)
    return Column(
        "",
        lambda entry: one_line(entry.name),
        second=lambda entry: entry.detail,
        ink=lambda entry: "ink" if entry.wanted else "soft",
        checked=lambda entry: entry.wanted,
        tick=lambda entry, on: want(entry, on),
        tip=lambda entry: tip(f"{entry.name}: {entry.detail}"),
    )
