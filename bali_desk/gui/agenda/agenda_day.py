"""A day of the agenda beside the table: which day, what is over, and the day to scale."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QWidget

from bali_desk.gui import forms
from bali_desk.gui.agenda.timeline import AgendaTimeline
from bali_desk.gui.choices import fill_box
from bali_desk.gui.look import Look
from bali_desk.presenters.agenda.rows import AgendaShown


class AgendaDay(QWidget):
    """Shows the day of the chosen item, or another that is chosen above it, until another item is."""

    day_label: QLabel
    day_box: QComboBox
    time_label: QLabel
    timeline_area: QScrollArea
    drag_label: QLabel

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "agenda_day")
        self._look = look
        self._agenda: AgendaShown | None = None
        self._key: int | None = None
        self._other: dt.date | None = None  # the day chosen above, where it is not that of the chosen item
        self.timeline = AgendaTimeline(self.timeline_area)
        self.timeline.use(look)
        self.timeline_area.setWidget(self.timeline)
        self.day_box.activated.connect(lambda _index: self._choose_day())

    def show_day(self, agenda: AgendaShown, key: int | None) -> None:
        """The day of this item."""
        if key != self._key:
            self._other = None
        self._agenda, self._key = agenda, key
        chosen = next((row.day for row in agenda.rows if row.key == key), None)
        day = next((one for one in agenda.days if one.day == (self._other or chosen)), agenda.days[0])
        self.timeline.show_day(day, [row for row in agenda.rows if row.day == day.day], key)
        fill_box(self.day_box, [(one.day.isoformat(), one.label) for one in agenda.days])
        self.day_box.setCurrentIndex(agenda.days.index(day))
        self.day_box.setVisible(len(agenda.days) > 1)
        self.day_label.setVisible(len(agenda.days) < 2)
        self.day_label.setText(day.label)
        self.time_label.setText(f"{day.over} min over" if day.over else "")
        QTimer.singleShot(0, self, self._bring_into_sight)  # once the timeline has its new height

    # ---- inner ----
    def _choose_day(self) -> None:
        self._other = dt.date.fromisoformat(str(self.day_box.currentData()))
        if self._agenda is not None:
            self.show_day(self._agenda, self._key)

    def _bring_into_sight(self) -> None:
        if self.timeline.holds:
            return
        block = self.timeline.block_of(self._key) if self._key is not None else None
        if block is not None and not block.isEmpty():
            self.timeline_area.ensureVisible(0, block.center().y(), 0, block.height() // 2 + self._look.px(40))
