"""Shows at a field of a dialog what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from bali_desk.gui.restyle import restyle
from bali_desk.presenters.faults import WrongField


class FieldFaults:
    """Knows for each field its widget and, by the name `<field>_fault`, the label below it."""

    def __init__(self, form: QWidget, fields: Mapping[str, QWidget]) -> None:
        self._form, self._fields = form, fields
        self._labels = {name: _label(form, name) for name in fields}
        for name, widget in fields.items():
            self._labels[name].hide()
            self._forget_when_mended(name, widget)

    def show(self, fault: WrongField) -> None:
        """Says it at its field, takes back what was said elsewhere, and puts the keyboard there."""
        for name in self._fields:
            self._say(name, str(fault) if name == fault.field else "")
        self._fields[fault.field].setFocus()

    def _say(self, name: str, sentence: str) -> None:
        widget = self._fields[name]
        self._labels[name].setText(sentence)
        self._labels[name].setVisible(bool(sentence))
        restyle(widget, "fault", "error" if sentence else "")
        widget.setAccessibleDescription(sentence)
        self._give_room()

    def _give_room(self) -> None:
        """As high as the sentence needs it at this width; Qt itself would stop at two thirds of the screen."""
        layout = self._form.layout()
        if layout is not None:
            layout.activate()
            wide = self._form.width()
            needed = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
            self._form.resize(wide, max(needed, self._form.minimumHeight()))

    def _forget_when_mended(self, name: str, widget: QWidget) -> None:
        """What was wrong with other words is not said of these."""

        def typed(_words: str) -> None:
            if widget.property("fault"):
                self._say(name, "")

        if isinstance(widget, QComboBox):
            widget.currentTextChanged.connect(typed)
        elif isinstance(widget, QLineEdit):
            widget.textChanged.connect(typed)


def _label(form: QWidget, name: str) -> QLabel:
    label = form.findChild(QLabel, f"{name}_fault")
    if label is None:
        raise LookupError(f"{form.objectName()} has no QLabel called '{name}_fault'")
    return label
