"""What makes a row wrong: a sentence that says what and where. A wrong row never stops the rest."""

from __future__ import annotations

import re

from bali_desk.exchange.registration.persons import Person
from bali_desk.exchange.registration.values import ADDRESS

_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!")
_BETWEEN = re.compile(r"\s*(?:[;,/|]|\s(?:or|and|ou|et|y|o)\s|\s)\s*")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_SHOWN = 60  # letters


def fault_of(person: Person) -> str | None:
    """Why a row cannot be taken; None where it can."""
    if not person.name.strip():
        return "No name stands in this row."
    if person.name.strip() in _ERRORS:
        return f"Instead of a name, the fault of a formula stands here: {person.name.strip()}."
    if _UNSTORABLE.search("".join(vars(person).values())):
        field = next(field for field, text in vars(person).items() if _UNSTORABLE.search(text))
        return f"The {field.replace('_', ' ')} holds a letter that no text can hold."
    for address in _BETWEEN.split(person.email):
        if address and not ADDRESS.fullmatch(address):
            return f"“{_short(person.email)}” is no e-mail address: {_what_is_wrong(person.email, address)}."
    return None


def _what_is_wrong(text: str, address: str) -> str:
    if "@" not in text:
        return "the @ is missing"
    if "@" not in address:
        return "a space or another letter stands in it"
    if address.count("@") > 1:
        return "it has more than one @"
    before, _, after = address.partition("@")
    if not before:
        return "nothing stands before the @"
    if "." not in after.strip("."):
        return "what follows the @ has no ending such as .org"
    return "it has a letter that no address has"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
