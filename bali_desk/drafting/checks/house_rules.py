"""What a house writes where English has several ways, from its profile of wording and resources/checks/houses.toml."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.wording import House, load_profile_checks, load_style, profile_names
from bali_desk.drafting.wording_file import Part


@dataclass(frozen=True)
class HouseRules:
    """The choices of a house; "" where it leaves one open, and only mixing is told."""

    name: str = ""
    spellings: tuple[str, ...] = ()  # the spelling it prefers in each family of variants, by the family's name
    terms: dict[str, str] | None = None  # a word the house does not use: the one it uses
    quotes: str = ""  # single, double
    figures_from: int = 0  # from this number on it writes figures; 0 where words are as good
    house: House | None = None  # of the same name among the profiles of wording


def house_rules(profile: str | None, data: Data) -> HouseRules:
    """The choices of the house of this name: those of the table [checks] in its profile, else those of houses.toml.

    Of a house that neither knows, none. Raises DeskError where a table cannot be read.
    """
    known = bool(profile) and profile in profile_names()
    house = load_style(profile=profile).house if known else None
    own = load_profile_checks(profile) if known and profile else None
    part = own if own and own.held else data.houses.within(profile or "", missing=True)
    if not part.held:
        return HouseRules(profile or "", house=house)
    terms = {key: str(value) for key, value in part.within("terms", missing=True).held.items()}
    return HouseRules(
        profile or "",
        _texts(part, "spellings"),
        terms,
        part.text("quotes") if "quotes" in part.held else "",
        part.take("figures_from", int) if "figures_from" in part.held else 0,
        house,
    )


def _texts(part: Part, key: str) -> tuple[str, ...]:
    return part.texts(key) if key in part.held else ()
