"""The rules of house in a body's own wording: its tables [house] and [checks], which go before those of the profile."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from bali_desk.drafting.choices import Choices, read_choices
from bali_desk.drafting.own_wording import with_value, without
from bali_desk.drafting.wording import CALLED
from bali_desk.drafting.wording_file import read_text

TABLES = ("house", "checks")


def own_rules(own: str) -> set[str]:
    """The rules of composing this text has of its own, by their keys; DeskError where it cannot be read."""
    return set(read_text(own, CALLED).within("house", missing=True).held)


def own_choices(own: str) -> Choices:
    """What this text asks of the draft checks; DeskError where it cannot be read."""
    return read_choices(read_text(own, CALLED).within("checks", missing=True))


def without_rules(own: str) -> str:
    """The text that leaves every rule of house to the profile."""
    return without(own, *TABLES)


def with_rules(own: str, rules: Mapping[str, Any]) -> str:
    """The text with these rules of composing; a rule of None is left to the profile."""
    for key, value in rules.items():
        own = with_value(own, ("house", key), value)
    return own


def with_quotes(own: str, quotes: str | None) -> str:
    """The text that asks for these quotation marks, "" for either; None leaves them to the profile."""
    return with_value(own, ("checks", "quotes"), quotes)


def with_figures(own: str, least: int | None) -> str:
    """The text that asks for figures from this number on, 0 for no such rule; None leaves it to the profile."""
    return with_value(own, ("checks", "figures_from"), least)


def with_spelling(own: str, family: str, heads: Collection[str], wanted: str | None) -> str:
    """The text that wants this spelling of a family, "" for any; None leaves it to the profile.

    `heads` are the first forms of all spellings of the family.
    """
    choices = own_choices(own)
    spellings = [one for one in choices.spellings if one not in heads]
    either = [one for one in choices.either if one != family]
    if wanted:
        spellings.append(wanted)
    elif wanted is not None:
        either.append(family)
    own = with_value(own, ("checks", "spellings"), spellings or None)
    return with_value(own, ("checks", "either"), either or None)


def with_term(own: str, word: str, instead: str | None) -> str:
    """The text that wants another word instead of this, "" to let it stand; None leaves it to the profile.

    Capitals make no other word.
    """
    for known in own_choices(own).terms:
        if known.casefold() == word.casefold() and (known != word or instead is None):
            own = with_value(own, ("checks", "terms", known), None)
    return own if instead is None else with_value(own, ("checks", "terms", word), instead)


def without_terms(own: str) -> str:
    """The text that leaves all words that are not used to the profile."""
    return with_value(own, ("checks", "terms"), None)
