"""Whether a sentence may begin with "They" or "It" after the one before: only where nobody else could be meant."""

from __future__ import annotations

import re

from bali_desk.domain.dates import MONTHS
from bali_desk.drafting.verbs import folded
from bali_desk.drafting.words import Words

_WORD = re.compile(r"[\w’'-]+")


def pronoun_for(actor: str, before: str, text: str, words: Words) -> str:
    """The pronoun for `actor` in a sentence on `text` after the sentence `before`; "" where it may be misread."""
    pronoun = _pronoun(actor, words)
    if not pronoun or _names_others(before, actor, words) or words.pronouns & set(_folded(text)):
        return ""
    return pronoun


def _pronoun(actor: str, words: Words) -> str:
    if actor in words.plural:
        return words.they
    return words.it if actor in words.singular else ""


def _names_others(before: str, actor: str, words: Words) -> bool:
    """Whether anybody else might be meant: the sentence is several, has a name, a word for somebody, or a verb that
    is done to somebody. Rather once too often: a subject said again is no fault."""
    itself = rf"(?i)^\W*(?:(?:the )?{re.escape(actor)}|{_pronoun(actor, words)})\b"
    rest = re.sub(itself, "", before, count=1)
    if re.search(r"[.!?]\s", rest) or any(word[0].isupper() and word not in MONTHS for word in _WORD.findall(rest)):
        return True
    if any(re.search(rf"\b{re.escape(verb)}\b", folded(rest)) for verb in words.done_to_others):
        return True
    known = words.others | words.pronouns
    return any(word in known or word.endswith(words.others_end) for word in _folded(rest))


def _folded(text: str) -> list[str]:
    return [re.sub(r"['’]s?$", "", word) for word in _WORD.findall(folded(text))]
