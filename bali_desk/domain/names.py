"""How a person's name prints and sorts. What was given is never changed, only put in order.

One setting of the body decides for every list, sheet and page: `Body.name_style`, one of NAME_STYLES. Who prints names
makes a `Naming` once and asks it for each person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from bali_desk.domain.capitals import capitals, parted, speaks_turkic
from bali_desk.domain.letters import Key, alphabetical
from bali_desk.domain.letters import plain_letters as plain_letters

NAME_STYLES = ("FAMILY, Given", "FAMILY Given", "Given FAMILY", "Given Family")
DEFAULT_STYLE = NAME_STYLES[0]
NameKey = tuple[Key, Key, str]
FAMILY_FIRST = "family first"  # a `name_order` that no style turns round


class Named(Protocol):
    """The parts of a name as they were given; a row of the desk, or some of its columns."""

    @property
    def honorific(self) -> str | None:
        """ "Ms", "H.E.", "Pol. Lt. Col."."""

    @property
    def given(self) -> str | None:
        """Given names."""

    @property
    def family(self) -> str | None:
        """Family name with its particles."""

    @property
    def display(self) -> str | None:
        """The whole name as it must print."""

    @property
    def native_name(self) -> str | None:
        """The name in its own script."""

    @property
    def name_order(self) -> str | None:
        """FAMILY_FIRST where the name is never turned round."""


class Sent(Named, Protocol):
    """A named person of a delegation."""

    @property
    def delegation_id(self) -> int | None:
        """Her delegation."""


class Home(Protocol):
    """A delegation with its names."""

    @property
    def id(self) -> int | None:
        """Its key."""

    @property
    def name(self) -> str:
        """As the office calls it."""

    @property
    def official_name(self) -> str | None:
        """In full."""


@dataclass(frozen=True)
class Naming:
    """How the names of one meeting print and sort."""

    style: str = DEFAULT_STYLE
    turkic: frozenset[int] = frozenset()  # ids of the delegations whose capital of "i" is "İ"

    def printed(self, person: Sent) -> str:
        """Her name without honorific."""
        return printed_name(person, self.style, person.delegation_id in self.turkic)

    def addressed(self, person: Sent) -> str:
        """Her name with its honorific."""
        return addressed_name(person, self.style, person.delegation_id in self.turkic)

    def called(self, person: Sent) -> str:
        """Her name with its honorific as one calls her, the given name first where a list would end with it."""
        style = "Given FAMILY" if "," in self.style else self.style
        name = printed_name(person, style, person.delegation_id in self.turkic)
        return f"{person.honorific} {name}" if person.honorific else name

    def key(self, person: Named) -> NameKey:
        """What lists in the order of names are sorted by."""
        return sort_key(person, self.style)


def naming(style: str | None, delegations: Iterable[Home] = ()) -> Naming:
    """The naming of a meeting: its body's style (the usual one where it says none), and its delegations."""
    turkic = frozenset(one.id for one in delegations if one.id and speaks_turkic(one.name, one.official_name))
    return Naming(style if style in NAME_STYLES else DEFAULT_STYLE, turkic)


def printed_name(person: Named, style: str = DEFAULT_STYLE, turkic: bool = False) -> str:
    """The name as it prints in `style` (one of NAME_STYLES), without honorific; `turkic` as `capitals` takes it.

    A `display` name is printed exactly. One part alone stands alone, as given; a person with no name in Latin letters
    is printed in her own script.
    """
    if person.display:
        return person.display
    family, given = person.family or "", person.given or ""
    if not family or not given:
        return family or given or person.native_name or ""
    if style == "Given Family":
        return f"{family} {given}" if person.name_order == FAMILY_FIRST else f"{given} {family}"
    large = capitals(family, turkic)
    if style == "FAMILY, Given":
        return f"{large}, {given}"
    family_first = style == "FAMILY Given" or person.name_order == FAMILY_FIRST
    return f"{large} {given}" if family_first else f"{given} {large}"


def addressed_name(person: Named, style: str = DEFAULT_STYLE, turkic: bool = False) -> str:
    """The printed name with its honorific: "SRISUWAN, Orathai (Ms)" in a list, "Ms Orathai SRISUWAN" otherwise."""
    name = printed_name(person, style, turkic)
    if not person.honorific:
        return name
    return f"{name} ({person.honorific})" if style.startswith("FAMILY") else f"{person.honorific} {name}"


def sort_key(person: Named, style: str = DEFAULT_STYLE) -> NameKey:
    """What a list of names is sorted by: as it prints, so that the eye finds it.

    Where the style begins with the family name, and for names that always do, the family name comes first; else the
    given. Particles written small are passed over ("van der Meulen" stands under m), those with a capital count ("De la
    Cruz" under d): as they print. A name printed exactly stands under its family name where that is known. Letters as
    `letters.alphabetical` has them.
    """
    whole = person.display or person.native_name or ""
    particles, family = parted(person.family or "")
    given = person.given or ""
    if not style.startswith("FAMILY") and person.name_order != FAMILY_FIRST:
        return alphabetical(given or family or whole), alphabetical(family), particles
    return alphabetical(family or person.display or given or whole), alphabetical(given), particles
