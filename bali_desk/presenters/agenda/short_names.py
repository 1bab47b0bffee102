"""Short names of the co-chairs, for a narrow column."""

from __future__ import annotations

from collections.abc import Sequence

from bali_desk.domain.models import CoChair


def short_names(chairs: Sequence[CoChair]) -> dict[int, str]:
    """By co-chair, in their order: the country, else the person, else the institution, else her place in the list.

    Two of one name are told apart by a number.
    """
    names: dict[int, str] = {}
    for place, chair in enumerate(chairs, 1):
        name = chair.country or chair.person or chair.institution or f"Co-chair {place}"
        names[chair.id or 0] = f"{name} ({place})" if name in names.values() else name
    return names
