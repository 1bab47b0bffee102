"""The pictures on the road: each day of the agenda to scale, who is registered, and how registrations came."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.pictures import DayBar, Seats, StepLine

if TYPE_CHECKING:
    from bali_desk.presenters.overview.pictures import Day, Registrations
    from bali_desk.presenters.overview.road import Road

MOST_DAYS = 5  # drawn; of a longer meeting the first ones, and every one that overruns is named in words


class RoadPictures:
    """Two columns of pictures: `days` stands at the agenda, `registrations` at the registrations."""

    def __init__(self, look: Look) -> None:
        self.days, self.registrations = QWidget(), QWidget()
        self.bars = [DayBar() for _ in range(MOST_DAYS)]
        self.seats, self.line = Seats(), StepLine()
        for column, pictures in ((self.days, self.bars), (self.registrations, [self.seats, self.line])):
            layout = QVBoxLayout(column)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(2)
            for picture in pictures:
                picture.use(look)
                layout.addWidget(picture)

    def show_road(self, road: Road) -> None:
        """Shows what there is to show, and hides the rest."""
        self._show_days(road.days[:MOST_DAYS], len(road.days) > 1)
        taken, total = sum(seat.taken for seat in road.seats), len(road.seats)
        self.seats.setVisible(total > 0)
        names = [seat.name for seat in road.seats]
        self.seats.show_seats(taken, total, f"{taken} of {total} delegations", names)
        self.line.setVisible(road.registrations is not None)
        if road.registrations is not None:
            self._show_line(road.registrations, road.today)

    def _show_days(self, days: list[Day], several: bool) -> None:
        scale = max((sum(minutes for minutes, _ in day.parts) for day in days), default=0)
        for place, bar in enumerate(self.bars):
            bar.setVisible(place < len(days))
            if place < len(days):
                day = days[place]
                bar.show_day(day.parts, day.begins, day.ends, day.label if several else day.words, scale)

    def _show_line(self, coming: Registrations, today: dt.date) -> None:
        length = (coming.last - coming.first).days
        ends = (coming.first_words, coming.lately, coming.last_words)
        self.line.show_steps(coming.steps, length, (today - coming.first).days, ends, coming.words)
