"""F11 gives the text the whole screen, and the window comes back as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

Key = Qt.Key


@pytest.fixture
def text(window, sample, qtbot):
    window.show_page("statement")
    page = window.stack.page("statement")
    page.first_compose_button.click()
    return page


def frame(window):
    parts = (window.side, window.top_bar, window.tabs_holder, window.foot)
    return [part.isVisible() for part in parts]


def test_f11_leaves_only_the_text_and_esc_brings_the_window_back(qtbot, window, text):
    before = frame(window)
    size = window.size()
    text.paper.put_cursor(text.paper._order[4], 0)
    qtbot.keyClick(window.focusWidget(), Key.Key_F11)
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    assert frame(window) == [False] * 4
    assert not text.sources_panel.isVisible()
    assert not text.hand_panel.isVisible()
    assert text.foot.findChild(QLabel, "leave_label").isVisible()
    qtbot.keyClicks(window.focusWidget(), "Typed. ")
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert frame(window) == before
    assert text.hand_panel.isVisible()
    assert not text.foot.findChild(QLabel, "leave_label").isVisible()
    assert not window.windowState() & Qt.WindowState.WindowFullScreen
    qtbot.waitUntil(lambda: window.size() == size)
    assert "Typed. " in text.paper.edit_of(text.paper._order[4]).toPlainText()


def test_another_page_takes_the_window_back(qtbot, window, text):
    before = frame(window)
    qtbot.keyClick(text, Key.Key_F11)
    window.show_page("outcomes")
    assert frame(window) == before
    window.show_page("statement")
    assert text.hand_panel.isVisible()


def test_the_keys_of_the_menu_work_on_the_whole_screen(qtbot, window, text):
    qtbot.keyClick(text, Key.Key_F11)
    qtbot.keyClick(text, Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.page("outcomes").isVisible()
