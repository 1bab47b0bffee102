"""What a house writes where English has several ways, from resources/checks/houses.toml and the profiles of wording."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.wording import House, load_style, profile_names


@dataclass(frozen=True)
class HouseRules:
    """The choices of a house; "" where it leaves one open, and only mixing is told."""

    name: str = ""
    spellings: tuple[str, ...] = ()  # the spelling it prefers in each family of variants, by the family's name
    terms: dict[str, str] | None = None  # a word the house does not use: the one it uses
    quotes: str = ""  # single, double
    house: House | None = None  # of the same name among the profiles of wording


def house_rules(profile: str | None, data: Data) -> HouseRules:
    """The choices of the house of this name; of one that no table knows, none."""
    part = data.houses.within(profile or "", missing=True)
    house = load_style(profile=profile).house if profile and profile in profile_names() else None
    if not part.held:
        return HouseRules(profile or "", house=house)
    terms = {key: str(value) for key, value in part.within("terms", missing=True).held.items()}
    return HouseRules(profile or "", part.texts("spellings"), terms, part.text("quotes"), house)
