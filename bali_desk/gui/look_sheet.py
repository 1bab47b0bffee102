"""The style sheet of the window, with `%(colour)s` by name, `@size` for type, and px at ten points."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bali_desk.gui.look_values import SIZES

FIELDS = "QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QPlainTextEdit"

SHEET = """
QMainWindow, QDialog { background: %(page)s }
QWidget[ground="page"] { background: %(page)s } QWidget[ground="panel"] { background: %(panel)s }
QWidget[ground="side"] { background: %(side)s } QWidget[ground="well"] { background: %(well)s }
QWidget[ground$="_tint"] { border-radius: 4px }
QWidget[ground="error_tint"] { background: %(error_tint)s }
QWidget[ground="warning_tint"] { background: %(warning_tint)s }
QWidget[ground="good_tint"] { background: %(good_tint)s } QWidget[ground="both_tint"] { background: %(both_tint)s }
QWidget[ground="private_tint"] { background: %(private_tint)s }
QLabel[tier="small"] { font-size: @small } QLabel[tier="lead"] { font-size: @lead; font-weight: 600 }
QLabel[tier="title"] { font-size: @title; font-weight: 600 } QLabel[tier="hero"] { font-size: @hero; font-weight: 600 }
QLabel[tier="head"] { font-size: @small; font-weight: 600; padding: 8px 16px 0 16px }
QLabel[tier="strong"] { font-weight: 600 }
QLabel[ink="soft"] { color: %(soft)s }
QLabel[ink="error"] { color: %(error)s }
QLabel[ink="warning"] { color: %(warning)s }
QLabel[ink="good"] { color: %(good)s }
QLabel[ink="accent"] { color: %(accent)s }
QLabel[ink="private"] { color: %(private)s }
QLabel[ink="edited"] { color: %(edited)s } QLabel[ink="own"] { color: %(own)s } QLabel[ink="both"] { color: %(both)s }
QFrame[rule="h"] { background: %(line)s; min-height: 1px; max-height: 1px; border: 0 }
QFrame[inset="true"] { margin-left: 9px }
QFrame[rule="v"] { background: %(line)s; min-width: 1px; max-width: 1px; border: 0 }
FIELDS { background: %(page)s; border: 1px solid %(edge)s; border-radius: 4px;
  padding: 1px 7px; min-height: 26px; selection-background-color: %(accent)s; selection-color: %(on_accent)s }
FIELDS:focus { border: 2px solid %(accent)s; padding: 0 6px }
FIELDS:disabled { border-color: %(line)s; color: %(off)s; background: %(panel)s }
QLineEdit[kind="tick"] { min-height: 40px; font-size: @tick }
QPushButton[tall="true"] { min-height: 40px; padding: 1px 20px }
FIELDS[kind="place"] { border-color: transparent; background: transparent }
FIELDS[kind="place"]:hover { border-color: %(line)s; background: %(hover)s }
FIELDS[kind="place"]:focus { border: 2px solid %(accent)s; background: %(page)s }
FIELDS[fault="error"] { border-color: %(error)s; background: %(error_tint)s }
FIELDS[fault="warning"] { border-color: %(warning)s; background: %(warning_tint)s }
QPlainTextEdit { padding: 3px 7px; min-height: 22px } QPlainTextEdit:focus { padding: 2px 6px }
QPlainTextEdit[kind="bare"] { border: 0; background: transparent; padding: 0 }
QComboBox:focus { padding: 1px 6px } /* its list takes this for its own frame: with less, the last row is cut */
QComboBox::drop-down { width: 24px; border: 0 }
QComboBox::down-arrow { image: url(mark:down-soft.svg); width: 16px; height: 16px }
QComboBox QAbstractItemView { border: 1px solid %(line)s; background: %(page)s;
  selection-background-color: %(chosen)s; selection-color: %(ink)s }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button { width: 18px; border: 0 }
QSpinBox::up-arrow, QTimeEdit::up-arrow { image: url(mark:up-soft.svg); width: 12px; height: 12px }
QSpinBox::down-arrow, QTimeEdit::down-arrow { image: url(mark:down-soft.svg); width: 12px; height: 12px }
QDateEdit::drop-down { width: 24px; border: 0 }
QDateEdit::down-arrow { image: url(mark:down-soft.svg); width: 16px; height: 16px }
QPushButton, QCheckBox, QRadioButton, QTabBar { outline: 0 }
QPushButton { background: %(page)s; border: 1px solid %(edge)s; border-radius: 4px; padding: 1px 12px;
  min-height: 26px }
QPushButton:hover { background: %(hover)s } QPushButton:pressed, QPushButton:checked { background: %(chosen)s }
QPushButton:disabled { color: %(off)s; border-color: %(line)s; background: %(panel)s }
QPushButton[kind="main"] { background: %(accent)s; border-color: %(accent)s; color: %(on_accent)s; font-weight: 600 }
QPushButton[kind="main"]:hover, QPushButton[kind="main"]:pressed { background: %(accent_deep)s }
QPushButton[kind="main"]:disabled { background: %(line)s; border-color: %(line)s; color: %(off)s }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: %(accent)s; padding: 1px 8px }
QPushButton[kind="quiet"]:hover { background: %(hover)s } QPushButton[kind="quiet"]:disabled { color: %(off)s }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: %(accent)s; padding: 0;
  min-height: 22px; text-align: left }
QPushButton[kind="link"]:hover { color: %(accent_deep)s; text-decoration: underline }
QPushButton[kind="link"]:disabled { color: %(off)s }
QPushButton[kind="chip"] { border-radius: 11px;
  min-height: 20px; padding: 0 10px; border-color: %(line)s; color: %(soft)s }
QPushButton[kind="chip"]:checked { background: %(chosen)s; border-color: %(accent)s; color: %(ink)s }
QPushButton[kind="rail"] { background: transparent; border: 0; border-radius: 0; padding: 0 16px; text-align: left }
QPushButton[kind="rail"]:hover { background: %(hover)s }
QPushButton[kind="rail"]:checked { background: %(chosen_idle)s; font-weight: 600;
  border-left: 3px solid %(off)s; padding-left: 13px }
QPushButton::menu-indicator { image: none }
QToolButton { border: 0; border-radius: 4px; padding: 5px; background: transparent }
QToolButton:hover, QToolButton:checked { background: %(chosen_idle)s } QToolButton::menu-indicator { image: none }
QCheckBox, QRadioButton { spacing: 8px }
QCheckBox::indicator, QListWidget::indicator {
  width: 14px; height: 14px; border: 1px solid %(edge)s; border-radius: 3px; background: %(page)s }
QCheckBox::indicator:checked, QListWidget::indicator:checked {
  background: %(accent)s; border-color: %(accent)s; image: url(mark:tick-on_accent.svg) }
QCheckBox::indicator:focus { border: 2px solid %(accent)s; width: 12px; height: 12px }
QTabBar { background: transparent }
QTabBar::tab { background: transparent; color: %(soft)s; border: 0; border-bottom: 2px solid transparent;
  padding: 6px 0 7px 0; margin: 0 24px 0 0 }
QTabBar::tab:hover { color: %(ink)s } QTabBar::tab:selected { color: %(ink)s; border-bottom-color: %(accent)s }
QTabBar::tab:disabled { color: %(off)s } QTabBar:focus::tab:selected { color: %(accent)s }
QHeaderView { background: transparent; border: 0 }
QHeaderView::section { background: transparent; color: %(soft)s; border: 0; border-bottom: 1px solid %(line)s;
  padding: 0 8px; font-size: @small }
QHeaderView::section:first { padding-left: 16px } QHeaderView::section:last { padding-right: 16px }
QHeaderView::section:hover { color: %(ink)s }
QTableView, QTreeView, QListView { background: transparent; border: 0; outline: 0; show-decoration-selected: 1 }
QTableView::item, QTreeView::item, QListView::item { padding: 0 8px; border: 0; color: %(ink)s }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected, QTreeView::branch:selected {
  background: transparent; color: %(ink)s }
QListWidget::item { padding: 2px 0; border-radius: 4px }
QListWidget::item:focus { background: %(chosen)s }
QAbstractItemView QLineEdit { min-height: 0; border: 2px solid %(accent)s; border-radius: 0; padding: 0 5px }
QTextEdit { border: 0; background: %(paper)s; color: %(paper_ink)s;
  selection-background-color: %(accent)s; selection-color: %(on_accent)s }
QScrollBar { background: transparent; border: 0 }
QAbstractScrollArea::corner { background: transparent; border: 0 }
QScrollBar:vertical { width: 10px }
QScrollBar:horizontal { height: 10px }
QScrollBar::handle { background: %(off)s; border-radius: 3px; margin: 2px; min-height: 32px; min-width: 32px }
QScrollBar::handle:hover { background: %(edge)s } QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0 }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
QSplitter::handle { background: %(line)s } QSplitter::handle:hover { background: %(accent)s }
QToolTip { background: %(ink)s; color: %(page)s; border: 0; padding: 4px 8px }
QScrollArea { border: 0; background: transparent }
QScrollArea > QWidget > QWidget[clear="true"] { background: transparent }
QMenuBar { background: %(side)s; border: 0 } QMenuBar::item { padding: 4px 10px; background: transparent }
QMenuBar::item:selected { background: %(chosen_idle)s }
QMenu { background: %(page)s; border: 1px solid %(line)s; padding: 4px }
QMenu::item { padding: 5px 24px; border-radius: 4px } QMenu::item:selected { background: %(chosen)s; color: %(ink)s }
QMenu::item:disabled { color: %(off)s } QMenu::separator { height: 1px; background: %(line)s; margin: 4px 8px }
QProgressBar { border: 0; border-radius: 3px; background: %(line)s; max-height: 6px; min-height: 6px }
QProgressBar::chunk { background: %(accent)s; border-radius: 3px }
"""


def sheet(colours: Mapping[str, str], points: float) -> str:
    """The style sheet in these colours for an officer's text size."""
    text = _each_field(SHEET) % colours
    text = re.sub(r"(\d+)px", lambda found: f"{_scaled(int(found[1]), points)}px", text)
    return re.sub(r"@(\w+)", lambda found: f"{SIZES[found[1]] * points:.1f}pt", text)


def _each_field(text: str) -> str:
    """Writes `FIELDS:state` out as one selector for each kind of field."""

    def spell(found: re.Match[str]) -> str:
        return ", ".join(kind + found[1] for kind in FIELDS.split(", "))

    return re.sub(r"FIELDS((?:\[[^\]]*\])?(?::\w+)?)", spell, text)


def _scaled(pixels: int, points: float) -> int:
    """Hairlines, borders and small paddings stay; heights and widths grow with the type."""
    return pixels if pixels < 10 else round(pixels * points / 10)
