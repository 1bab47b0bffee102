"""What a house asks of the draft checks where English has several ways: a table [checks] of a wording file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bali_desk.drafting.wording_file import Part

QUOTES = ("", "double", "single")
ENDINGS = ("-ise", "-ize")  # the family that has no list of words


@dataclass(frozen=True)
class Choices:
    """The choices of one table; what it does not say is left to whatever lies beneath."""

    spellings: tuple[str, ...] = ()  # of each family of variants the first form of the spelling it wants, or an ending
    either: tuple[str, ...] = ()  # families, by name, in which every spelling will do
    quotes: str | None = None  # double, single, "" for either
    figures_from: int | None = None  # from this number on it writes figures; 0 where words are as good
    terms: Mapping[str, str] = field(default_factory=dict)  # a word the house does not use: the one it does; "" lets it

    @property
    def replaced(self) -> dict[str, str]:
        """The words that are not to be used, with those to be used."""
        return {word: instead for word, instead in self.terms.items() if instead}

    def over(self, beneath: Choices, families: Mapping[str, tuple[str, ...]]) -> Choices:
        """These choices, with what they leave open taken from others; `families` are the spellings by family."""
        mine = {*self.either, *(name for name, heads in families.items() if set(heads) & set(self.spellings))}
        closed = {head for name, heads in families.items() if name in mine for head in heads}
        words = {word.casefold() for word in self.terms}
        return Choices(
            (*self.spellings, *(one for one in beneath.spellings if one not in closed)),
            (*self.either, *(one for one in beneath.either if one not in mine)),
            beneath.quotes if self.quotes is None else self.quotes,
            beneath.figures_from if self.figures_from is None else self.figures_from,
            {**{word: own for word, own in beneath.terms.items() if word.casefold() not in words}, **self.terms},
        )


def read_choices(part: Part) -> Choices:
    """The choices in a table [checks]. Raises DeskError where one cannot be read."""
    terms = part.within("terms", missing=True)
    return Choices(
        part.texts("spellings") if "spellings" in part.held else (),
        part.texts("either") if "either" in part.held else (),
        part.one_of("quotes", QUOTES) if "quotes" in part.held else None,
        part.take("figures_from", int) if "figures_from" in part.held else None,
        {word: terms.text(word) for word in terms.held},
    )
