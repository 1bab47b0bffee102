"""The words a house does not use, with those it does: the rows of the table, and what may be written into it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bali_desk.domain.errors import DeskError
from bali_desk.presenters import typed
from bali_desk.presenters.wording.house_rules import HouseNow

LET = "may be written"


@dataclass(frozen=True)
class TermRow:
    """A word the house does not use; `instead` is "" where the body lets stand what is shipped."""

    word: str
    instead: str
    own: bool
    shipped: str  # what the house says instead as shipped, "" where it knows nothing of the word

    @property
    def about(self) -> str:
        """Whose rule it is."""
        if not self.own:
            return "shipped"
        return f"your own, shipped: {self.shipped}" if self.shipped else "your own"


def term_rows(now: HouseNow) -> list[TermRow]:
    """All words of a house: the shipped ones in their order, then those of the body."""
    shipped = {word.casefold(): (word, instead) for word, instead in now.shipped.choices.replaced.items()}
    mine = {word.casefold(): (word, instead) for word, instead in now.style.choices.terms.items()}
    rows = []
    for key in (*shipped, *(key for key in mine if key not in shipped)):
        word, instead = mine.get(key, shipped.get(key, ("", "")))
        beneath = shipped.get(key)
        if instead or beneath:
            rows.append(TermRow(word, instead, (word, instead) != beneath, beneath[1] if beneath else ""))
    return rows


def term_of(word: str, instead: str) -> tuple[str, str]:
    """A word and what is said instead, as typed; DeskError says why they make no rule."""
    one, other = typed.words(word), typed.words(instead)
    if one is None:
        raise DeskError("Write the word the house does not use.")
    if other is None:
        raise DeskError(f"Write what the house says instead of “{typed.short(one)}”.")
    if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", other, re.IGNORECASE):
        raise DeskError(f"“{typed.short(other)}” has “{typed.short(one)}” in it, so the checks would mark it for ever.")
    return one, other
