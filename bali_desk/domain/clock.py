"""Clock times in the meeting's time zone, where an hour is an hour even over a change of clocks.

A moment is what the clock on the wall shows: a datetime without zone, its `fold` 1 in the hour that comes twice.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

NOON = 12 * 60  # minutes


class WallClock:
    """The clock on the wall of a time zone; one that never changes where the zone is not known."""

    def __init__(self, zone: str | None = None) -> None:
        try:
            self._zone = ZoneInfo(zone) if zone else None
        except (KeyError, ValueError, OSError):
            self._zone = None

    def at(self, day: dt.date, clock: str, before: dt.datetime | None = None) -> dt.datetime:
        """When it is `clock` (HH:MM) on a day; of an hour that comes twice, the one nearer to what came `before`.

        In a programme that runs past midnight it may be the next day's: "00:30" after 23:45 is.
        """
        moment = self._nearer(dt.datetime.combine(day, dt.time.fromisoformat(clock)), before)
        if before and self.between(moment, before) > NOON:
            moment = self._nearer(dt.datetime.combine(day + dt.timedelta(days=1), moment.time()), before)
        return moment

    def after(self, clock: str, start: dt.datetime) -> dt.datetime:
        """The first time after `start` that it is `clock`: an end not after its start is on the next day."""
        ends = self._nearer(dt.datetime.combine(start.date(), dt.time.fromisoformat(clock)), None)
        if self.between(start, ends) <= 0:
            second = ends.replace(fold=1)
            if self.between(ends, second) > 0 and self.between(start, second) > 0:
                return second
            ends = self._nearer(dt.datetime.combine(start.date() + dt.timedelta(days=1), ends.time()), None)
        return ends

    def later(self, moment: dt.datetime, minutes: int) -> dt.datetime:
        """What the clock shows after so many real minutes."""
        try:
            return self._shown(self._instant(moment) + dt.timedelta(minutes=minutes))
        except OverflowError:  # the calendar has an end
            return moment

    def between(self, first: dt.datetime, second: dt.datetime) -> int:
        """Real minutes from one moment to the other; negative where the second comes first."""
        return round((self._instant(second) - self._instant(first)).total_seconds() / 60)

    def shows(self, day: dt.date, clock: str) -> bool:
        """Whether the clock ever shows this time on this day: not where it is set forward over it."""
        moment = dt.datetime.combine(day, dt.time.fromisoformat(clock))
        return self.later(moment, 0) == moment

    # ---- inner ----
    def _nearer(self, moment: dt.datetime, before: dt.datetime | None) -> dt.datetime:
        second = moment.replace(fold=1)
        if before is None or self.between(moment, second) <= 0:  # it comes once
            return self.later(moment, 0)
        return min(moment, second, key=lambda one: abs(self.between(before, one)))

    def _instant(self, moment: dt.datetime) -> dt.datetime:
        if self._zone is None:
            return moment
        try:
            return moment.replace(tzinfo=self._zone).astimezone(dt.UTC)
        except OverflowError:
            return moment.replace(tzinfo=dt.UTC)

    def _shown(self, instant: dt.datetime) -> dt.datetime:
        return instant if self._zone is None else instant.astimezone(self._zone).replace(tzinfo=None)
