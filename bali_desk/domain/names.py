"""How a person's name prints and sorts. What was given is never changed, only put in order."""

from __future__ import annotations

import unicodedata

from bali_desk.domain.models import Participant

NAME_STYLES = ("FAMILY, Given", "FAMILY Given", "Given FAMILY", "Given Family")
FAMILY_FIRST = "family first"  # a `name_order` that no style turns round


def printed_name(person: Participant, style: str = "FAMILY, Given") -> str:
    """The name as it prints in `style` (one of NAME_STYLES), without honorific.

    A `display` name is printed exactly. One part alone stands alone; a person with no name in Latin letters is printed
    in her own script.
    """
    if person.display:
        return person.display
    family, given = person.family or "", person.given or ""
    if not family or not given:
        return family or given or person.native_name or ""
    if style == "FAMILY, Given":
        return f"{family.upper()}, {given}"
    capital = family if style == "Given Family" else family.upper()
    if style == "FAMILY Given" or person.name_order == FAMILY_FIRST:
        return f"{capital} {given}"
    return f"{given} {capital}"


def addressed_name(person: Participant, style: str = "FAMILY, Given") -> str:
    """The printed name with its honorific: "SRISUWAN, Orathai (Ms)" in a list, "Ms Orathai SRISUWAN" otherwise."""
    name = printed_name(person, style)
    if not person.honorific:
        return name
    return f"{name} ({person.honorific})" if style.startswith("FAMILY") else f"{person.honorific} {name}"


def sort_key(person: Participant) -> tuple[str, str]:
    """What a list of names is sorted by: family then given name, accents and case aside."""
    return plain_letters(person.family or person.display or person.native_name or ""), plain_letters(person.given or "")


def plain_letters(text: str) -> str:
    """Text without accents and case, for finding and sorting: "Đặng" is found by "dang"."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter) or ord(letter) > 0x36F)
