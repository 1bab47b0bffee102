"""The choices an officer has for each document: only those that change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bali_desk.documents.contexts.options import Options

Value = str | bool | int
MOST_ROWS = 99


@dataclass(frozen=True)
class OptionRow:
    """One choice: a tick, a number, a text, or one of `choices` (what is kept, and the words for it)."""

    key: str
    label: str
    kind: Literal["tick", "number", "text", "choice"]
    value: Value
    choices: tuple[tuple[str, str], ...] = ()


_DELEGATIONS = (
    "delegation_name",
    "Delegations",
    "choice",
    (("name", "As the office says"), ("official", "Official names"), ("wished", "As they wish")),
)
_ORDER = ("order", "Order", "choice", (("delegation", "By delegation"), ("name", "By name")))
_OFFERED: Mapping[str, tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]] = {
    "agenda": (("provisional", "Provisional, before it is adopted", "tick", ()),),
    "participants": (
        _DELEGATIONS,
        ("native", "Names in their own script", "tick", ()),
        ("email", "E-mail addresses", "tick", ()),
    ),
    "attendance": (
        ("session", "Session", "text", ()),
        _ORDER,
        _DELEGATIONS,
        ("native", "Names in their own script", "tick", ()),
        ("position", "Positions", "tick", ()),
        ("email", "E-mail addresses", "tick", ()),
        ("signature", "Room to sign", "tick", ()),
        ("blank_rows", "Empty rows for walk-ins", "number", ()),
    ),
}


def offered(name: str, chosen: Mapping[str, Value]) -> list[OptionRow]:
    """The choices of a document as they stand."""
    options = options_of(chosen)
    rows = _OFFERED.get(name, ())
    return [OptionRow(key, label, kind, getattr(options, key), choices) for key, label, kind, choices in rows]  # type: ignore[arg-type]


def options_of(chosen: Mapping[str, Value]) -> Options:
    """What the document is made with."""
    from bali_desk.documents.contexts.options import Options

    return replace(Options(), **chosen)  # type: ignore[arg-type]
