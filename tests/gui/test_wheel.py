"""The wheel scrolls and never changes what is kept."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox

from bali_desk.gui.pages import PAGES


def turn(widget):
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("name", PAGES)
def test_no_choice_of_a_page_follows_the_wheel(sample, window, desk, name):
    window.show_page(name)
    page = window.stack.page(name)
    boxes = [*page.findChildren(QComboBox), *page.findChildren(QAbstractSpinBox)]
    before = [box.currentText() if isinstance(box, QComboBox) else box.text() for box in boxes]
    label = desk.undo_label
    for box in boxes:
        for _ in range(3):
            turn(box)
        assert box.focusPolicy() != Qt.FocusPolicy.WheelFocus, box.objectName()
    assert [box.currentText() if isinstance(box, QComboBox) else box.text() for box in boxes] == before
    assert desk.undo_label == label
