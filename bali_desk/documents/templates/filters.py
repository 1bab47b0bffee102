"""The filters a template may use; every one is ours, so none can run away with time or memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from jinja2.runtime import Undefined

from bali_desk.documents.templates.limits import LONGEST_TEXT, TooMuch
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


def _date(value: Any) -> str:
    if isinstance(value, dt.date) or value is None:
        return written(value)
    text = str(value)
    try:
        return written(text)
    except (ValueError, IndexError):
        return text  # "late 2017" prints as it is


def _join(value: Any, between: str = ", ") -> str:
    parts = [str(one) for one in value if one not in (None, "")]
    if sum(map(len, parts)) + len(between) * len(parts) > LONGEST_TEXT:
        raise TooMuch("this text grows too long")
    return str(between).join(parts)


def _replace(value: Any, old: str, new: str) -> str:
    text = str(value)
    if len(text) + text.count(old) * max(0, len(new) - len(old)) > LONGEST_TEXT:
        raise TooMuch("this text grows too long")
    return _same_kind(value, text.replace(old, new))


def _default(value: Any, instead: Any = "") -> Any:
    return instead if isinstance(value, Undefined) or value in (None, "") else value


def _length(value: Any) -> int:
    return 0 if value is None else len(value)


def _one(value: Sequence[Any], place: int) -> Any:
    return value[place] if value else ""


def _number(words: Callable[[int], str]) -> Callable[[Any], str]:
    def made(value: Any) -> str:
        return "" if value is None else words(int(value))

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
    "join": _join,
    "replace": _replace,
    "default": _default,
    "d": _default,
    "length": _length,
    "count": _length,
    "first": lambda value: _one(value, 0),
    "last": lambda value: _one(value, -1),
    "rich": lambda value: value if isinstance(value, Rich) else Rich(value),
    "plain": lambda value: plain(str(value)),
}
