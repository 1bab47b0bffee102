"""A body's own wording: the text of a wording file that says only what differs from the shipped style."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bali_desk.domain.errors import DeskError
from bali_desk.drafting.frames import FRAMES
from bali_desk.drafting.wording import CALLED
from bali_desk.drafting.wording_file import fault_in, read_text


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


def written(held: dict[str, Any]) -> str:
    """The keys and tables as the text of a wording file; empty tables go."""
    lines = [f"{key} = {_value(value)}" for key, value in held.items() if not isinstance(value, dict)]
    for key, value in held.items():
        if isinstance(value, dict) and value:
            lines += ["", f"[{key}]", *(f"{name} = {_value(one)}" for name, one in value.items())]
    return "\n".join(lines).strip() + "\n" if lines else ""


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(_value(one) for one in value)}]"
    return str(value)
