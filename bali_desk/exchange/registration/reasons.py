"""The sentences that say why a row has its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bali_desk.exchange.registration.matching import Matches
from bali_desk.exchange.registration.persons import Registration
from bali_desk.exchange.registration.verdicts import CellChange

NEW = "Nobody of this name or e-mail address is registered yet."
KNOWN = "Registered already, with nothing new."
HIDDEN = "This row is hidden in the sheet: is it meant to be registered?"
_WORDS = {"native_name": "name in own script", "email": "e-mail address", "display": "name", "given": "given name"}
_WORDS |= {"family": "family name", "organisation": "organisation"}


def new_delegation(name: str) -> str:
    """Why a row is new whose delegation is the first of its country."""
    return f"Nobody of this name or e-mail address is registered yet; {name} becomes a delegation of this meeting."


def sent_again(row: int) -> str:
    """Why an earlier form counts no more."""
    return f"Sent again later in row {row}, which counts."


def changed(changes: Sequence[CellChange], *, by_email: bool) -> str:
    """What is different in a person found again."""
    fields = list(dict.fromkeys(_WORDS.get(change.field, change.field) for change in changes))
    told = f"{', '.join(fields[:-1])} and {fields[-1]}" if len(fields) > 1 else fields[0]
    found = "Registered with this e-mail address" if by_email else "Registered under this name in this delegation"
    return f"{found}; {told} {'are' if len(fields) > 1 else 'is'} different."


def several(names: Iterable[str]) -> str:
    """Why nobody can say whom a row is about."""
    return f"It may be one of several who are registered: {', '.join(names)}."


def shared_address(name: str) -> str:
    """An address under another name."""
    return f"{name} is registered with this e-mail address under a name that has nothing in common: a shared mailbox?"


def name_only(name: str, delegation: str) -> str:
    """The same name elsewhere."""
    where = f"in the delegation of {delegation}" if delegation else "without a delegation"
    return f"{name} is registered {where}: the same person?"


def near(name: str) -> str:
    """Nearly the same name in the same delegation."""
    return f"{name} is registered in this delegation under nearly the same name: the same person?"


def same_row(row: int) -> str:
    """A row twice."""
    return f"The same as row {row}."


def like_row(row: int, name: str, twins: Matches) -> str:
    """A row that may be about the person of an earlier one."""
    if twins.shared_email and not twins.sure:
        return f"Row {row} ({name}) has the same e-mail address under another name: a shared mailbox?"
    if twins.name_only and not twins.sure:
        return f"Row {row} has the same name ({name}) in another delegation: the same person?"
    return f"Row {row} ({name}) seems to be the same person, with other details."


def claimed_too(row: int, name: str) -> str:
    """Two rows for one person of the desk."""
    return f"Row {row} may be about the same person too ({name} of this meeting): which of the two counts?"


def unknown_home(registration: Registration, suggestion: str) -> str:
    """A delegation nobody knows, or none."""
    text = registration.person.delegation
    if not text or registration.home in ("above", "sheet"):
        meant = f": is it {suggestion}, as in the rows above?" if suggestion else "."
        return f"No delegation stands in this row{meant}"
    meant = f": is {suggestion} meant?" if suggestion else " and no country."
    return f"“{' '.join(text.split())}” is no delegation or member of this body{meant}"
