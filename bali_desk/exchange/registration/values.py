"""What senders write in the cells beside names, by the lists of `resources/registration/values.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from bali_desk.exchange.registration.heads import REGISTRATION
from bali_desk.exchange.registration.words import folded

ADDRESS = re.compile(r"[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\.[^@\s,;<>()\".]{2,}")
_KINDS = ("role", "mode", "yes")


class Values:
    """The lists; `all_values` reads them once."""

    def __init__(self) -> None:
        content = tomllib.loads((REGISTRATION / "values.toml").read_text(encoding="utf-8"))
        self._roles: dict[str, str] = {folded(word): role for role, words in content["role"].items() for word in words}
        self._modes: dict[str, str] = {folded(word): mode for mode, words in content["mode"].items() for word in words}
        self._lists = {name: {folded(one) for one in content[name]["words"]} for name in content if name not in _KINDS}
        self._yes = {one.casefold() for one in content["yes"]["words"]}

    def role(self, text: str, head: str = "") -> str:
        """A role of the desk where the text says one, else the text; "Yes" under "Head of delegation" is that role."""
        if self.is_yes(text):
            return self._roles.get(folded(re.sub(r"[(（].*?[)）]|\?", " ", head)), text)
        if head and folded(text) in ("no", "n", "false", "0", "non", "нет", "لا", "否", "tidak", "ไม่"):
            return ""
        return self._roles.get(folded(text), text)

    def mode(self, text: str) -> str:
        """A way of taking part as the desk keeps it where the text says one, else the text."""
        plain = folded(text)
        if plain in self._modes:
            return self._modes[plain]
        said = {mode for word, mode in self._modes.items() if f" {word} " in f" {plain} "}
        return said.pop() if len(said) == 1 else text

    def is_role(self, text: str) -> bool:
        """Whether the text is a role of the lists."""
        return folded(text) in self._roles

    def is_mode(self, text: str) -> bool:
        """Whether the text is a way of taking part of the lists."""
        return folded(text) in self._modes

    def is_yes(self, text: str) -> bool:
        """Whether the text says yes."""
        return text.strip().casefold() in self._yes

    def says(self, kind: str, text: str) -> bool:
        """Whether the text is one of the words of a list: nothing, total, instructions, lists."""
        return folded(text) in self._lists[kind]


@cache
def all_values() -> Values:
    """The lists as they are shipped."""
    return Values()
