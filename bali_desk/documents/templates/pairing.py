"""The source of a part whose tags do not pair, made to pair, so that its fields can be followed all the same."""

from __future__ import annotations

import re

_TAG = re.compile(r"\{% *(\w+)[^\n]*?%\}")
_OPENING = ("for", "if", "with")


def paired(source: str) -> str:
    """The source with ends that nothing opened taken out, and what is never closed closed at its end.

    No line moves: places stay true.
    """
    open_now: list[str] = []

    def mend(match: re.Match[str]) -> str:
        word = match.group(1)
        if word in _OPENING:
            open_now.append(word)
        elif word in ("elif", "else"):
            return match.group() if open_now and open_now[-1] in ("if", "for") else ""
        elif word.startswith("end"):
            return _closed(word.removeprefix("end"), open_now)
        return match.group()

    mended = _TAG.sub(mend, source)
    return mended + "".join(f"{{% end{word} %}}" for word in reversed(open_now))


def _closed(word: str, open_now: list[str]) -> str:
    if word not in open_now:
        return ""
    ends = []
    while True:
        last = open_now.pop()
        ends.append(f"{{% end{last} %}}")
        if last == word:
            return "".join(ends)
