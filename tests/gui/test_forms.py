"""Forms: each loads, and a form that lacks what its class declares is named."""

import pytest
from PySide6.QtWidgets import QDialog, QMainWindow, QPushButton, QWidget

from bali_desk import assets
from bali_desk.gui import forms


@pytest.mark.parametrize("name", sorted(form.stem for form in assets.FORMS.glob("*.ui")))
def test_every_form_loads_without_a_complaint(qtbot, name):
    kind = QMainWindow if name.endswith("_window") else QDialog if name.endswith("_dialog") else QWidget
    host = kind()
    qtbot.addWidget(host)
    forms.load(host, name)
    assert host.findChildren(QWidget)


def test_a_widget_the_form_lacks_is_named(qtbot):
    class Wrong(QWidget):
        missing_button: QPushButton

    host = Wrong()
    qtbot.addWidget(host)
    with pytest.raises(LookupError, match=r"foot\.ui has no QPushButton called 'missing_button'"):
        forms.load(host, "foot")


def test_a_widget_of_another_kind_is_named(qtbot):
    class Wrong(QWidget):
        counts_label: QPushButton

    host = Wrong()
    qtbot.addWidget(host)
    with pytest.raises(LookupError, match="counts_label"):
        forms.load(host, "foot")


def test_a_form_that_is_not_there_says_so(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    with pytest.raises(LookupError, match="no_such_form"):
        forms.load(host, "no_such_form")
