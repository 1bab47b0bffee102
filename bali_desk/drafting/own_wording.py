"""A body's own wording: the text of a wording file that says only what differs from the shipped style."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bali_desk.domain.errors import DeskError
from bali_desk.drafting.frames import FRAMES
from bali_desk.drafting.wording import CALLED
from bali_desk.drafting.wording_file import fault_in, read_text

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def own_frames(own: str) -> set[str]:
    """The frames this text has of its own; DeskError where it cannot be read."""
    frames = read_text(own, CALLED).held.get("frames", {})
    return set(frames) if isinstance(frames, dict) else set()


def patterns_of(text: str, frame: str) -> tuple[str, ...]:
    """What an officer wrote for a frame, a sentence on each line; DeskError says what is wrong with one."""
    patterns = tuple(line for line in text.splitlines() if line.strip())
    for pattern in patterns:
        if problem := fault_in(pattern, FRAMES[frame]):
            raise DeskError(f"It {problem}.")
    return patterns


def with_frame(own: str, frame: str, patterns: Sequence[str] | None) -> str:
    """The text with these patterns for a frame; None leaves the frame to the shipped style."""
    held = dict(read_text(own, CALLED).held)
    frames = dict(held.get("frames", {}))
    frames.pop(frame, None)
    if patterns is not None:
        frames[frame] = list(patterns) if len(patterns) != 1 else patterns[0]
    held["frames"] = frames
    return written(held)


def with_profile(own: str, profile: str | None) -> str:
    """The text with another profile of house style; None leaves it to the shipped style."""
    held = {key: value for key, value in read_text(own, CALLED).held.items() if key != "profile"}
    return written(held | ({"profile": profile} if profile else {}))


def without(own: str, *tables: str) -> str:
    """The text without these tables."""
    return written({key: value for key, value in read_text(own, CALLED).held.items() if key not in tables})


def with_value(own: str, path: Sequence[str], value: Any) -> str:
    """The text with this value at the end of a path of tables; None takes it away, and what is empty then."""
    return written(_with(read_text(own, CALLED).held, path, value))


def written(held: Mapping[str, Any]) -> str:
    """The keys and tables, tables in tables too, as the text of a wording file; empty tables go."""
    return "\n".join(_lines(held, ())).strip() + "\n" if _says(held) else ""


def _with(held: Mapping[str, Any], path: Sequence[str], value: Any) -> dict[str, Any]:
    key, *rest = path
    within = held.get(key, {})
    if rest and not isinstance(within, dict):
        raise DeskError(f"{CALLED}: {key} must be a table.")
    kept = _with(within, rest, value) if rest else value
    if kept is None or kept == {}:
        return {one: other for one, other in held.items() if one != key}
    return {**held, key: kept}


def _says(held: Mapping[str, Any]) -> bool:
    return any(_says(value) if isinstance(value, dict) else True for value in held.values())


def _lines(held: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    """The values of a table and then the tables in it, each under its full name."""
    values = [f"{_key(key)} = {_value(value)}" for key, value in held.items() if not isinstance(value, dict)]
    if values and path:
        yield ""
        yield f"[{'.'.join(map(_key, path))}]"
    yield from values
    for key, value in held.items():
        if isinstance(value, dict):
            yield from _lines(value, (*path, key))


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, dict):  # in a list: tables outside of one stand under their names
        return f"{{ {', '.join(f'{_key(key)} = {_value(one)}' for key, one in value.items())} }}"
    return str(value)
