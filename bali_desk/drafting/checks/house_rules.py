"""What a house writes where English has several ways: a body's own wording, its profile, checks/houses.toml."""

from __future__ import annotations

from dataclasses import dataclass, field

from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.choices import Choices, read_choices
from bali_desk.drafting.wording import House, Style, load_profile_checks, load_style, profile_names


@dataclass(frozen=True)
class HouseRules:
    """The choices of a house; "" where it leaves one open, and only mixing is told."""

    name: str = ""
    spellings: tuple[str, ...] = ()  # the spelling it prefers in each family of variants, by its first form
    terms: dict[str, str] = field(default_factory=dict)  # a word the house does not use: the one it uses
    quotes: str = ""  # single, double
    figures_from: int = 0  # from this number on it writes figures; 0 where words are as good
    house: House | None = None  # of the same name among the profiles of wording


def house_rules(profile: str | None, data: Data, own: Style | None = None) -> HouseRules:
    """The choices of the house of this name; those of a body's `own` style, which follows it, go before them.

    Of a house that nobody knows, none. Raises DeskError where a table cannot be read.
    """
    shipped = shipped_choices(profile, data)
    made = own.choices.over(shipped, data.spellings) if own else shipped
    house = own.house if own else load_style(profile=profile).house if profile in profile_names() else None
    return HouseRules(profile or "", made.spellings, made.replaced, made.quotes or "", made.figures_from or 0, house)


def shipped_choices(profile: str | None, data: Data) -> Choices:
    """Those of the table [checks] in the profile of this name, else those of houses.toml."""
    of_profile = load_profile_checks(profile) if profile and profile in profile_names() else None
    part = of_profile if of_profile and of_profile.held else data.houses.within(profile or "", missing=True)
    return read_choices(part)
