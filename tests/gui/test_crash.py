"""A fault of the program: logged, shown once, and to be copied."""

import logging
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from bali_desk.gui.crash import CrashReporter


@pytest.fixture
def reporter(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reporter = CrashReporter(tmp_path / "bali-desk.log")
    reporter.install()
    yield reporter
    logger = logging.getLogger("bali_desk")
    for handler in list(logger.handlers):
        if isinstance(handler, logging.FileHandler):
            logger.removeHandler(handler)
            handler.close()


def fail(reporter, words):
    try:
        raise ZeroDivisionError(words)
    except ZeroDivisionError as error:
        reporter.take(type(error), error, error.__traceback__)


def boxes():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


def test_it_is_logged_and_shown_once_and_can_be_copied(reporter):
    fail(reporter, "the first")
    fail(reporter, "the second")
    written = reporter.path.read_text(encoding="utf-8")
    assert "the first" in written
    assert "the second" in written
    (box,) = boxes()
    assert "Your work is saved" in box.informativeText()
    copy = next(button for button in box.buttons() if button.text() == "Copy details")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert box.isVisible()
    assert "ZeroDivisionError: the first" in QGuiApplication.clipboard().text()
    box.button(QMessageBox.StandardButton.Close).click()
    assert boxes() == []
    fail(reporter, "the third")
    (box,) = boxes()
    box.button(QMessageBox.StandardButton.Close).click()
