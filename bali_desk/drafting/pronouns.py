"""Whether a sentence may begin with "They" or "It" after the one before: only where nobody else could be meant."""

from __future__ import annotations

import re

from bali_desk.drafting.verbs import folded
from bali_desk.drafting.wording import Words

_WORD = re.compile(r"[\w’'-]+")


class Pronouns:
    """The pronouns of one composition, which knows the names that stand in it."""

    def __init__(self, words: Words, names: re.Pattern[str] | None) -> None:
        self._words, self._names = words, names

    def instead_of(self, actor: str, before: str, text: str) -> str:
        """The pronoun for `actor` in a sentence on `text` after the sentence `before`; "" where it may be misread."""
        pronoun = self._pronoun(actor)
        if not pronoun or self._names_others(before, actor) or self._has_pronoun(text):
            return ""
        return pronoun

    def _pronoun(self, actor: str) -> str:
        if actor in self._words.plural:
            return self._words.they
        return self._words.it if actor in self._words.singular else ""

    def _names_others(self, before: str, actor: str) -> bool:
        """Whether the sentence names anybody but its own subject, or is several sentences."""
        itself = rf"(?i)^\W*(?:(?:the )?{re.escape(actor)}|{self._pronoun(actor)})\b"
        rest = re.sub(itself, "", before, count=1)
        if re.search(r"[.!?]\s", rest) or re.search(rf"\b(?:{'|'.join(self._words.abbreviations)})\b", rest):
            return True
        if self._names is not None and self._names.search(rest):
            return True
        others = self._words.others | self._words.pronouns
        return any(word in others for word in _words(rest))

    def _has_pronoun(self, text: str) -> bool:
        return any(word in self._words.pronouns for word in _words(text))


def _words(text: str) -> list[str]:
    return [word.strip("’'").removesuffix("’s").removesuffix("'s") for word in _WORD.findall(folded(text))]
