"""A time zone as a calendar file describes it (RFC 5545, 3.6.5), so that every calendar reads the same clock.

Made from the machine's own time zones rather than by the calendar library, whose summer times begin an hour late.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard


def time_zone_of(zone: ZoneInfo, years: Collection[int]) -> Timezone:
    """The zone in these years: how its clock stands at the beginning of each, and every change within."""
    from icalendar import Timezone

    described = Timezone()
    described.add("tzid", zone.key)
    for year in sorted(years):
        begins, ends = _midnight(year, zone), _midnight(year + 1, zone)
        if year - 1 not in years:
            described.add_component(_from(begins, zone, _offset(begins, zone)))
        for moment in _changes(zone, begins, ends):
            described.add_component(_from(moment, zone, _offset(moment - dt.timedelta(seconds=1), zone)))
    return described


def _midnight(year: int, zone: ZoneInfo) -> dt.datetime:
    """When a year begins, within what Python can count."""
    return dt.datetime(min(max(year, dt.MINYEAR + 1), dt.MAXYEAR - 1), 1, 1, tzinfo=zone).astimezone(dt.UTC)


def _from(moment: dt.datetime, zone: ZoneInfo, before: dt.timedelta) -> TimezoneStandard | TimezoneDaylight:
    """How the clock stands from a moment on; the moment is told by the clock of before."""
    from icalendar import TimezoneDaylight, TimezoneStandard

    local = moment.astimezone(zone)
    observance = TimezoneDaylight() if local.dst() else TimezoneStandard()
    observance.add("dtstart", (moment + before).replace(tzinfo=None))
    observance.add("tzoffsetfrom", before)
    observance.add("tzoffsetto", _offset(moment, zone))
    observance.add("tzname", local.tzname() or zone.key)
    return observance


def _changes(zone: ZoneInfo, begins: dt.datetime, ends: dt.datetime) -> Iterator[dt.datetime]:
    """The first second of each new offset or name between two moments."""
    day = dt.timedelta(days=1)
    while begins < ends:
        following = begins + day
        if _stands(begins, zone) != _stands(following, zone):
            yield _first_second(zone, begins, following)
        begins = following


def _first_second(zone: ZoneInfo, before: dt.datetime, after: dt.datetime) -> dt.datetime:
    """Halves the time between until only a second is left."""
    was = _stands(before, zone)
    while after - before > dt.timedelta(seconds=1):
        middle = before + dt.timedelta(seconds=(after - before) // dt.timedelta(seconds=2))
        before, after = (middle, after) if _stands(middle, zone) == was else (before, middle)
    return after


def _stands(moment: dt.datetime, zone: ZoneInfo) -> tuple[object, ...]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.dst(), local.tzname()


def _offset(moment: dt.datetime, zone: ZoneInfo) -> dt.timedelta:
    return moment.astimezone(zone).utcoffset() or dt.timedelta()
