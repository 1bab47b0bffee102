"""The look: every text can be read on every ground it may stand on, and all of it grows with the officer's size."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox

from bali_desk.gui.look_sheet import SHEET, sheet
from bali_desk.gui.look_values import ATTENDANCE_INKS, COLOURS, ICONS, STAGE_INKS, VERDICT_INKS

INKS_ON = {
    "ink": "page panel side well chosen chosen_idle hover error_tint warning_tint good_tint private_tint both_tint",
    "soft": "page panel side well hover chosen chosen_idle paper",
    "accent": "page panel side hover chosen chosen_idle",
    "on_accent": "accent accent_deep",
    "error": "page panel side chosen chosen_idle error_tint hover",
    "warning": "page panel side warning_tint chosen",
    "good": "page panel good_tint chosen",
    "private": "page private_tint",
    "edited": "page panel paper chosen",
    "own": "page panel paper",
    "both": "page panel paper both_tint",
    "stamp": "page panel",
    "paper_ink": "paper warning_tint",
}


def light(name):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(name).getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ink", INKS_ON)
def test_every_text_is_readable_on_every_ground_it_may_stand_on(ink, scheme):
    pairs = {ground: contrast(COLOURS[ink][scheme], COLOURS[ground][scheme]) for ground in INKS_ON[ink].split()}
    assert {ground: ratio for ground, ratio in pairs.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(scheme):
    assert all(contrast(COLOURS["edge"][scheme], COLOURS[ground][scheme]) >= 3 for ground in ("page", "panel", "side"))


def test_every_ink_of_a_state_is_a_colour():
    inks = {*STAGE_INKS.values(), *ATTENDANCE_INKS.values(), *VERDICT_INKS.values()}
    assert inks <= set(COLOURS)


@pytest.mark.parametrize("name", sorted(ICONS))
def test_every_icon_can_be_drawn(look, name):
    assert not look.picture(name).isNull()


def test_the_sheet_leaves_no_blank_to_fill(look):
    text = sheet({name: pair[0] for name, pair in COLOURS.items()}, 10)
    assert not re.search(r"%\(|@\w|FIELDS", text)
    assert set(re.findall(r"%\((\w+)\)", SHEET)) <= set(COLOURS)


def test_measures_and_type_grow_with_the_officers_size_within_bounds(look):
    look.choose_points(12)
    try:
        assert look.px(30) == 36
        assert look.font("title").pointSizeF() == pytest.approx(18)
        look.choose_points(99)
        assert look.points == 14
    finally:
        look.choose_points(10)


def test_dark_and_light_change_every_colour_and_tell_who_keeps_an_icon(qtbot, look):
    with qtbot.waitSignal(look.changed):
        look.apply(Qt.ColorScheme.Dark)
    assert look.colour("page").name() == "#1e2326"
    look.apply(Qt.ColorScheme.Light)
    assert look.colour("page").name() == "#ffffff"


@pytest.mark.parametrize("points", [9, 10, 12, 14])
def test_the_list_of_a_field_with_the_keyboard_shows_all_its_rows_and_the_field_stays_as_high(qtbot, look, points):
    look.choose_points(points)
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["Draft", "Circulated", "Final"])
    with qtbot.waitExposed(box):
        box.show()
    high = box.sizeHint().height()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.addItem("Adopted")
    assert box.sizeHint().height() == high
    box.showPopup()
    assert box.view().verticalScrollBar().maximum() == 0
    box.hidePopup()
