"""The last hand of the typesetter: apostrophes, spans of years and percentages as the house sets them."""

from __future__ import annotations

import re

from bali_desk.drafting.masking import named, outside, quoted
from bali_desk.drafting.wording import House

_APOSTROPHE = re.compile(r"(?<=\w)'")
_YEARS = re.compile(r"(?<![\w/.–-])((?:1[89]|20)\d\d)[–-]((?:1[89]|20)?\d\d)(?![\w/–-])")
_PER_CENT = re.compile(r"(?<=\d)\s?(?:%|per cent\b|percent\b)")


def set_in_house_style(text: str, house: House, names: re.Pattern[str] | None = None) -> str:
    """The text as the house sets it; titles in italics, quotations and registered names keep their figures."""
    text = _APOSTROPHE.sub(house.apostrophe, text)
    masked = [*quoted(text), *named(text, names)]
    if house.years_dash:
        text = outside(text, _YEARS, lambda years: _span(years, house.years_dash), masked)
        masked = [*quoted(text), *named(text, names)]
    if house.per_cent:
        text = outside(text, _PER_CENT, lambda _found: house.per_cent, masked)
    return text


def _span(years: re.Match[str], dash: str) -> str:
    """Two years with the house's dash; what is no span, such as the month 2018-03, as it stands."""
    first, last = years[1], years[2]
    return f"{first}{dash}{last}" if int(last) > int(first[-len(last) :]) else years.group()
