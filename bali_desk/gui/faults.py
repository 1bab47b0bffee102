"""Shows at a field of a dialog what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QWidget

from bali_desk.presenters.faults import WrongField


class FieldFaults:
    """Knows for each field its widget and, by the name `<field>_fault`, the label below it."""

    def __init__(self, form: QWidget, fields: Mapping[str, QWidget]) -> None:
        self._fields = fields
        self._labels = {name: _label(form, name) for name in fields}
        for label in self._labels.values():
            label.hide()

    def show(self, fault: WrongField) -> None:
        """Says it at its field, takes back what was said elsewhere, and puts the keyboard there."""
        for name, widget in self._fields.items():
            here = name == fault.field
            self._labels[name].setText(str(fault) if here else "")
            self._labels[name].setVisible(here)
            widget.setProperty("fault", "error" if here else "")
            widget.style().unpolish(widget)
            widget.style().polish(widget)
            widget.setAccessibleDescription(str(fault) if here else "")
        self._fields[fault.field].setFocus()


def _label(form: QWidget, name: str) -> QLabel:
    label = form.findChild(QLabel, f"{name}_fault")
    if label is None:
        raise LookupError(f"{form.objectName()} has no QLabel called '{name}_fault'")
    return label
