"""What a head of a column means, in the senders' languages, by the lists of `resources/registration/heads.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bali_desk.assets import RESOURCES
from bali_desk.exchange.registration.words import folded

REGISTRATION = RESOURCES / "registration"
TITLE, IGNORE = "title", "ignore"
_ALONE = "ignore_alone"
_PARTS = re.compile(r"[/|\n\r;•]+|\s[-–—]\s")
_BRACKETS = re.compile(r"[(（\[【](.*?)[)）\]】]", re.DOTALL)
_WHOLE, _PART, _BRACKETED, _AMONG = 1.0, 0.9, 0.7, 0.5
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LONGEST = 160  # letters of a head; more is an instruction


@dataclass(frozen=True)
class Meaning:
    """A field, and how surely a head means it: 1 for a head that stands in the lists."""

    field: str
    surety: float


class Heads:
    """The lists; `all_heads` reads them once."""

    def __init__(self) -> None:
        content = tomllib.loads((REGISTRATION / "heads.toml").read_text(encoding="utf-8"))
        self._whole: dict[str, str] = {}
        self._inside: dict[str, str] = {}
        for field, languages in content.items():
            for phrase in (folded(one) for heads in languages.values() for one in heads):
                self._whole.setdefault(phrase, IGNORE if field == _ALONE else field)
                if field != _ALONE and (len(phrase) > 2 or _UNSPACED.search(phrase)):
                    self._inside.setdefault(phrase, field)
        self._unspaced = [phrase for phrase in self._inside if _UNSPACED.search(phrase) and len(phrase) > 1]
        self._longest = max(len(phrase.split()) for phrase in self._inside)
        self._seen: dict[str, Meaning | None] = {}

    def meaning(self, head: str) -> Meaning | None:
        """What a head means; None where it says nothing known."""
        if head not in self._seen:
            self._seen[head] = self._find(head) if 0 < len(head) <= _LONGEST else None
        return self._seen[head]

    def fields(self, row: Sequence[str]) -> dict[str, float]:
        """The fields that a row of heads speaks of, each with the surety of its surest head."""
        found: dict[str, float] = {}
        for meaning in filter(None, map(self.meaning, row)):
            found[meaning.field] = max(meaning.surety, found.get(meaning.field, 0))
        return found

    def _find(self, head: str) -> Meaning | None:
        bare = _BRACKETS.sub(" ", head)
        for surety, texts in (
            (_WHOLE, [head, bare]),
            (_PART, _PARTS.split(bare)),
            (_BRACKETED, _BRACKETS.findall(head)),
        ):
            known = [field for text in texts if (field := self._whole.get(folded(text)))]
            told = [field for field in known if field != IGNORE] or known
            if told:
                return Meaning(told[0], surety)
        inside = max(self._phrases(folded(bare)), default=None, key=lambda one: (len(one.split()), len(one)))
        return Meaning(self._inside[inside], _AMONG) if inside else None

    def _phrases(self, text: str) -> Iterator[str]:
        words = text.split()
        for length in range(1, min(len(words), self._longest) + 1):
            for start in range(len(words) - length + 1):
                phrase = " ".join(words[start : start + length])
                if phrase in self._inside:
                    yield phrase
        if _UNSPACED.search(text):
            yield from (phrase for phrase in self._unspaced if phrase in text)


@cache
def all_heads() -> Heads:
    """The lists as they are shipped."""
    return Heads()
