"""The filters a template may use; every one is ours, so none can run away with time or memory."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from typing import Any

from jinja2.runtime import Undefined

from bali_desk.documents.contexts.heading import weekday
from bali_desk.documents.templates.limits import LONGEST_TEXT, TooMuch, Unfit
from bali_desk.documents.templates.list_filters import LIST_FILTERS
from bali_desk.documents.templates.rich import BlockText, Rich
from bali_desk.domain.dates import ordinal_figure, ordinal_word, written
from bali_desk.drafting.markup import plain


def _same_kind(value: Any, text: str) -> str:
    if isinstance(value, BlockText):
        return BlockText(text, value.handle)
    return Rich(text) if isinstance(value, Rich) else text


def _on_text(change: Callable[[str], str]) -> Callable[[Any], str]:
    def changed(value: Any) -> str:
        return "" if value is None else _same_kind(value, change(str(value)))

    return changed


def _date(value: Any, form: str = "") -> str:
    """In words, or in one of the other forms; what is no date prints as it is: "late 2017"."""
    if form and form not in _FORMS:
        raise Unfit(f"there is no form “{form}” of dates; choose one of {', '.join(_FORMS)}")
    if isinstance(value, str):
        value = _read_date(value)
    if isinstance(value, dt.date) and form:
        return _FORMS[form](value)
    return written(value) if isinstance(value, dt.date) or value is None else str(value)


def _read_date(text: str) -> dt.date | str:
    """A full date as such; "2017-05" and "2017" in words; all else as it is."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        with contextlib.suppress(ValueError, IndexError):
            return written(text)
    return text


def _without_year(day: dt.date) -> str:
    return written(day).rpartition(" ")[0]


_FORMS: dict[str, Callable[[dt.date], str]] = {
    "weekday": weekday,
    "day": _without_year,
    "month": lambda day: written(day).partition(" ")[2],
    "year": lambda day: str(day.year),
    "figures": lambda day: f"{day:%d/%m/%Y}",
    "iso": lambda day: day.isoformat(),
}


def _replace(value: Any, old: str, new: str) -> str:
    text = str(value)
    if len(text) + text.count(old) * max(0, len(new) - len(old)) > LONGEST_TEXT:
        raise TooMuch("this text grows too long")
    return _same_kind(value, text.replace(old, new))


def _default(value: Any, instead: Any = "", _also_empty: bool = True) -> Any:
    return instead if isinstance(value, Undefined) or value in (None, "") else value


def _as_it_is(value: Any) -> Any:
    """Every value prints to the letter here, so there is nothing to escape."""
    return value


def _number(words: Callable[[int], str]) -> Callable[[Any], str]:
    def made(value: Any) -> str:
        if value in (None, ""):
            return ""
        if isinstance(value, str) and value.strip().isdecimal():
            value = int(value)
        if not isinstance(value, int):
            raise Unfit("only a number has an ordinal")
        return words(value)

    return made


FILTERS: dict[str, Callable[..., Any]] = {
    "upper": _on_text(str.upper),
    "lower": _on_text(str.lower),
    "capitalize": _on_text(lambda text: text[:1].upper() + text[1:]),
    "title": _on_text(str.title),
    "trim": _on_text(str.strip),
    "date": _date,
    "ordinal": _number(ordinal_figure),
    "ordinal_word": _number(ordinal_word),
    "replace": _replace,
    "default": _default,
    "d": _default,
    "rich": lambda value: value if isinstance(value, Rich) else Rich(value),
    "plain": lambda value: plain(str(value)),
    "e": _as_it_is,
    "escape": _as_it_is,
    "safe": _as_it_is,
    **LIST_FILTERS,
}
ALIASES = {"d": "default", "count": "length", "e": "", "escape": "", "safe": ""}  # words of other programs' templates
