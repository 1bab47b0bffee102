"""The Overview: the facts of the meeting edited in place, and the road to the final text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bali_desk.gui import forms
from bali_desk.gui.fields import Field, Fields
from bali_desk.gui.look import Look
from bali_desk.gui.overview.body_sides import BodySides
from bali_desk.gui.overview.chair_row import ChairRow
from bali_desk.gui.overview.road_pictures import RoadPictures
from bali_desk.gui.overview.road_step_row import RoadStepRow
from bali_desk.gui.widgets import WordsEdit

if TYPE_CHECKING:
    from bali_desk.presenters.overview.body_lists import BodyRows
    from bali_desk.presenters.overview.presenter import ChairRow as Chair
    from bali_desk.presenters.overview.presenter import OverviewPresenter
    from bali_desk.presenters.overview.road import Road


class OverviewPage(QWidget):
    """Each fact `<name>` has an editor `<name>_edit` or `<name>_box`, and where it can be wrong a `<name>_fault`."""

    facts_area: QScrollArea
    side: QWidget
    side_stack: QStackedWidget
    road_area: QScrollArea
    road_holder: QWidget
    chairs_holder: QWidget
    chairs_holder_layout: QVBoxLayout
    steps_layout: QVBoxLayout
    facts: QWidget
    when_label: QLabel
    add_chair_button: QPushButton
    format_box: QComboBox
    body_style_box: QComboBox
    time_zone_edit: QLineEdit
    ordinal_edit: QLineEdit

    page_wanted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "overview_page")
        self._look = look
        self._presenter: OverviewPresenter | None = None
        self._typed = Fields()
        self._fields: dict[str, Field[Any]] = {}
        self._chairs: list[ChairRow] = []
        self.pictures = RoadPictures(look)
        pictures = (self.pictures.days, self.pictures.registrations, None, None, None, None)
        self._steps = [RoadStepRow(look, picture, self) for picture in pictures]
        self.body_sides = BodySides(look, self.side, self.side_stack)
        self._furnish()

    def attach(self, presenter: OverviewPresenter) -> None:
        """Works for this meeting from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        first = self._presenter is None
        self._presenter = presenter
        self._typed.drop()  # a fault of the meeting before
        self.body_sides.use(presenter.body_lists)
        if first:
            QTimer.singleShot(0, self, self._offer_time_zones)

    def save(self) -> bool:
        """Keeps what is being typed."""
        lists = self.body_sides.save()
        return self._typed.save() and lists

    # ---- what the presenter shows ----
    def offer_styles(self, names: Sequence[str]) -> None:
        """The statement styles to choose from."""
        if not self.body_style_box.count():
            for name in ("", *names):
                self.body_style_box.addItem(name or "the house's own", name)

    def show_facts(self, facts: Mapping[str, str], counted: Mapping[str, str]) -> None:
        """The facts, and beside the counts what the record says."""
        if not self._fields:
            self._bind(facts)
        for name, text in facts.items():
            self._fields[name].show(text)
        for name, number in counted.items():
            editor = self._fields[name].editor
            if isinstance(editor, QLineEdit):
                editor.setPlaceholderText(f"{number} by the record" if number else "by hand")

    def show_chairs(self, chairs: Sequence[Chair]) -> None:
        """One row for each of the chairs."""
        while len(self._chairs) > len(chairs):
            row = self._chairs.pop()
            self._typed.forget(row.bound.values())
            self.chairs_holder_layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._chairs) < len(chairs):
            self._add_chair_row()
        for place, (row, chair) in enumerate(zip(self._chairs, chairs, strict=True)):
            row.show_chair(chair, place == 0, place == len(chairs) - 1)

    def show_road(self, road: Road) -> None:
        """The steps with their pictures, what follows from the meeting, and how far it is away."""
        *rows, follow_up = self._steps
        for row, step in zip(rows, road.steps, strict=True):
            row.show_step(step)
        for part in (follow_up, self._last_rule):
            part.setVisible(road.follow_up is not None)
        if road.follow_up is not None:
            follow_up.show_step(road.follow_up)
        self.pictures.show_road(road)
        self.when_label.setText(road.when)

    def show_body_lists(self, rows: BodyRows) -> None:
        """Members, acronyms, registered names and earlier meetings."""
        self.body_sides.show_rows(rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Brings the field the keyboard reaches into sight, with a little air."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.facts_area.ensureWidgetVisible(watched, 0, self._look.px(24))
        return super().eventFilter(watched, event)

    # ---- inner ----
    def _furnish(self) -> None:
        for place, row in enumerate(self._steps):
            row.page_wanted.connect(self.page_wanted)
            if place:
                self._last_rule = _hairline()
                self.steps_layout.addWidget(self._last_rule)
            self.steps_layout.addWidget(row)
        for words in ("", "in person", "hybrid", "virtual"):
            self.format_box.addItem(words or "not set", words)
        self.add_chair_button.clicked.connect(self._add_chair)
        for inside in (self.facts, self.road_holder):
            inside.setProperty("clear", True)
        self._look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.facts_area.setFixedWidth(self._look.px(440))

    def _bind(self, facts: Mapping[str, str]) -> None:
        for name in facts:
            fault = self.findChild(QLabel, f"{name}_fault")
            box = {"format": self.format_box, "body_style": self.body_style_box}.get(name)
            if box is not None:
                self._fields[name] = self._typed.choice(box, self._keeper(name), by_data=True)
            else:
                self._fields[name] = self._bind_editor(name, fault)
            self._fields[name].editor.installEventFilter(self)

    def _bind_editor(self, name: str, fault: QLabel | None) -> Field[str]:
        line = self.findChild(QLineEdit, f"{name}_edit")
        if line is not None:
            return self._typed.line(line, self._keeper(name), fault)
        words = self.findChild(WordsEdit, f"{name}_edit")
        if words is None:
            raise LookupError(f"overview_page.ui has no editor called '{name}_edit'")
        return self._typed.text(words, self._keeper(name), fault)

    def _keeper(self, name: str) -> Any:
        return lambda text: self._decide().keep(name, text)

    def _decide(self) -> OverviewPresenter:
        assert self._presenter is not None, "the page is shown before it has a presenter"
        return self._presenter

    def _offer_time_zones(self) -> None:
        completer = QCompleter(self._decide().time_zones(), self.time_zone_edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.time_zone_edit.setCompleter(completer)

    def _add_chair(self) -> None:
        self._decide().add_chair()
        self._chairs[-1].country_edit.setFocus()

    def _add_chair_row(self) -> None:
        row = ChairRow(self._look, self._typed, self.chairs_holder)
        row.kept.connect(lambda chair, name, text: self._decide().keep_chair(chair, name, text))
        row.move_wanted.connect(lambda chair, by: self._decide().move_chair(chair, by))
        row.delete_wanted.connect(lambda chair: self._decide().delete_chair(chair))
        self.chairs_holder_layout.addWidget(row)
        self._chairs.append(row)
        for field in row.bound.values():
            field.editor.installEventFilter(self)


def _hairline() -> QWidget:
    from PySide6.QtWidgets import QFrame

    line = QFrame()
    line.setProperty("rule", "h")
    return line
