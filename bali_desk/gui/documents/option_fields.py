"""The choices of a document, each as the field that suits it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from bali_desk.gui.documents.column_list import ColumnList

if TYPE_CHECKING:
    from bali_desk.presenters.documents.options import OptionRow, Value

Keep = Callable[[str, "Value"], None]


class OptionFields:
    """Builds the fields when another document is chosen, and otherwise only brings them up to date."""

    def __init__(self, column: QVBoxLayout, keep: Keep) -> None:
        self._column, self._keep = column, keep
        self._fields: dict[str, QWidget] = {}
        self._shape: tuple[tuple[object, ...], ...] = ()

    def show_options(self, rows: Sequence[OptionRow]) -> None:
        """The choices as they stand."""
        shape = tuple((row.key, row.label, row.choices) for row in rows)
        if shape != self._shape:
            self._shape = shape
            self._build(rows)
        for row in rows:
            field = self._fields[row.key]
            with QSignalBlocker(field):
                _set(field, row.value)

    def field(self, key: str) -> QWidget:
        """The field of a choice."""
        return self._fields[key]

    def _build(self, rows: Sequence[OptionRow]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fields = {row.key: self._made(row) for row in rows}
        for row in rows:
            field = self._fields[row.key]
            if row.kind != "tick":
                label = QLabel(row.label)
                label.setProperty("tier", "small")
                label.setProperty("ink", "soft")
                label.setBuddy(field)
                self._column.addWidget(label)
            field.setAccessibleName(row.label)
            self._column.addWidget(field)

    def _made(self, row: OptionRow) -> QWidget:
        key = row.key
        if row.kind == "tick":
            tick = QCheckBox(row.label)
            tick.toggled.connect(lambda on: self._keep(key, on))
            return tick
        if row.kind == "number":
            number = QSpinBox()
            number.setRange(0, 99)
            number.valueChanged.connect(lambda value: self._keep(key, value))
            return number
        if row.kind == "columns":
            columns = ColumnList(row.choices)
            columns.changed.connect(lambda value: self._keep(key, value))
            return columns
        if row.kind == "choice":
            box = QComboBox()
            box.setMinimumContentsLength(8)
            for value, words in row.choices:
                box.addItem(words, value)
            box.activated.connect(lambda _index: self._keep(key, box.currentData(Qt.ItemDataRole.UserRole)))
            return box
        if row.choices:
            return self._suggesting(key, [words for _value, words in row.choices])
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._keep(key, line.text()))
        return line

    def _suggesting(self, key: str, suggestions: Sequence[str]) -> QComboBox:
        """A line that may be filled from a list."""
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setMinimumContentsLength(8)
        box.addItems(["", *suggestions])
        box.activated.connect(lambda _index: self._keep(key, box.currentText()))
        edit = box.lineEdit()
        assert edit is not None
        edit.editingFinished.connect(lambda: self._keep(key, box.currentText()))
        return box


def _set(field: QWidget, value: Value) -> None:
    if isinstance(field, ColumnList):
        field.show_value(str(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QSpinBox):
        field.setValue(int(value))
    elif isinstance(field, QComboBox) and field.isEditable():
        if field.currentText() != value:
            field.setEditText(str(value))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, QLineEdit) and field.text() != value:
        field.setText(str(value))
