"""What was typed into a cell of a table, kept or refused."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from bali_desk.domain.errors import DeskError
from bali_desk.gui.restyle import restyle


def keep_cell(index: QModelIndex, editor: QLineEdit) -> str:
    """Hand what is typed to the model of a cell; "", or why it cannot be kept, with the editor tinted.

    Keeping it may show the table anew, and the editor be gone.
    """
    fault = ""
    try:
        index.model().setData(index, editor.text())
    except DeskError as error:
        fault = str(error)
    if isValid(editor):
        restyle(editor, "fault", "error" if fault else "")
    return fault
