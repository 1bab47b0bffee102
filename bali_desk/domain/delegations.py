"""Delegations: the sections their lists have, which of its names one is listed by, and the order of persons in it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from bali_desk.domain.letters import plain_letters

CO_CHAIRS, MEMBERS, OBSERVERS = "Co-chairs", "Members", "Observers"
ORGANISATIONS, GUESTS, SECRETARIAT = "Organisations", "Guests", "Secretariat"
SECTIONS = (CO_CHAIRS, MEMBERS, OBSERVERS, ORGANISATIONS, GUESTS, SECRETARIAT)
KINDS = ("country", "organisation", "secretariat")
STATUSES = ("member", "observer", "guest")

HEAD = "head of delegation"
ROLES = (HEAD, "alternate", "adviser", "delegate")
_RANKS = (("alternate", 2), ("deputy", 2), ("chair", 0), ("head", 1), ("advis", 3))


class Sending(Protocol):
    """A delegation, or some of its columns."""

    @property
    def name(self) -> str:
        """As the office calls it."""

    @property
    def official_name(self) -> str | None:
        """In full."""

    @property
    def wished_name(self) -> str | None:
        """As it asked to be listed."""

    @property
    def kind(self) -> str | None:
        """One of KINDS."""

    @property
    def status(self) -> str | None:
        """One of STATUSES."""


def section_of(delegation: Sending, chairs: Collection[str]) -> str:
    """Which of SECTIONS it stands in; `chairs` are the countries that chair, in plain letters.

    What it is comes before its rank: an organisation stands among the organisations unless it is a guest, as it does
    in lists of participants of the United Nations. A country without a rank is a member.
    """
    if delegation.kind == "secretariat":
        return SECRETARIAT
    if chairs and plain_letters(delegation.name) in chairs:
        return CO_CHAIRS
    if delegation.status == "guest":
        return GUESTS
    if delegation.kind == "organisation":
        return ORGANISATIONS
    return OBSERVERS if delegation.status == "observer" else MEMBERS


def listed_name(delegation: Sending, which: str = "name") -> str:
    """Its name as a list prints it: "name", "official" or "wished"; where it has no such name, the office's."""
    chosen = {"official": delegation.official_name, "wished": delegation.wished_name}.get(which)
    return chosen or delegation.name


def rank(role: str | None) -> int:
    """The place of a role in a delegation: chair, head, alternate or deputy, adviser, then everyone else."""
    if role == "delegate" or not role:
        return 4
    words = role.casefold()
    return next((place for word, place in _RANKS if word in words), 4)
