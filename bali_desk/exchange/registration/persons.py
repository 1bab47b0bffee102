"""Persons out of the rows of a sheet: each row that holds one becomes one registration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bali_desk.exchange.registration.book import Sheet
from bali_desk.exchange.registration.full_names import Name, Names, all_names, apart
from bali_desk.exchange.registration.reading import Reading
from bali_desk.exchange.registration.resubmitted import later_ones
from bali_desk.exchange.registration.rows import DataRow, Passed, sorted_out
from bali_desk.exchange.registration.values import Values, all_values

_JOINED_BY = {"given": " ", "family": " ", "full_name": " ", "native_name": " "}
Place = tuple[str, int]
SUGGESTED = ("above", "unsure")  # homes that are not taken unasked


@dataclass(frozen=True)
class Person:
    """What a row says of a person, every part exactly as it stands there; "" where it says nothing.

    `display` is a whole name that has no sure parts.
    """

    honorific: str = ""
    given: str = ""
    family: str = ""
    display: str = ""
    native_name: str = ""
    position: str = ""
    organisation: str = ""
    delegation: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    mode: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The name as it can be shown in a sentence."""
        return self.display or " ".join(filter(None, (self.given, self.family))) or self.native_name


@dataclass(frozen=True)
class Registration:
    """A row that holds a person. `row` is its number in the file.

    `home` tells where the delegation stands: cell, section, title, sheet (its name); in two cases it is only suggested:
    above (the cell is blank under one that is filled), unsure (what may be a heading stands between). `replaced_in` is
    the row in which the same person was sent in again, later.
    """

    sheet: str
    row: int
    person: Person
    home: str = "cell"
    hidden: bool = False
    replaced_in: int | None = None

    @property
    def place(self) -> Place:
        """Sheet and row: what a choice is made for."""
        return self.sheet, self.row


UNMISTAKEN = ("head of delegation", "alternate")  # roles that are no post at home


@dataclass
class _Builder:
    reading: Reading
    names: Names = field(default_factory=all_names)
    values: Values = field(default_factory=all_values)

    def person(self, row: DataRow) -> Person:
        texts = self._texts(row)
        said_role = self._role_in_name(texts) or self._role_as_position(texts)
        name = self._name(texts)
        said = {one: texts.get(one, "") for one in ("position", "organisation", "note")}
        role_head = next((one.head for one in self.reading.columns if one.field == "role"), "")
        return Person(
            honorific=texts.get("honorific", "") or name.honorific,
            given=name.given,
            family=name.family,
            display=name.display,
            native_name=texts.get("native_name", "") or name.native,
            delegation=row.delegation,
            role=self.values.role(texts["role"], role_head) if "role" in texts else said_role or row.role,
            email=self._address(texts.get("email", "")),
            phone=self._none_is_blank(texts.get("phone", "")),
            mode=self.values.mode(texts["mode"]) if "mode" in texts else "",
            **said,
        )

    def _texts(self, row: DataRow) -> dict[str, str]:
        found: dict[str, list[str]] = {}
        for column in self.reading.columns:
            text = row.text(column.number)
            line = text.strip() if column.field == "note" else " ".join(text.split())
            if line and line not in found.setdefault(column.field, []):
                found[column.field].append(line)
        return {name: _JOINED_BY.get(name, "; ").join(texts) for name, texts in found.items() if texts}

    def _role_as_position(self, texts: dict[str, str]) -> str:
        """The role where the sheet has it for a function: "Head of Delegation"; what was written stays there too.

        "Adviser" and "Delegate" may be what a person is at home, and say nothing of her role.
        """
        text = texts.get("position", "")
        role = self.values.role(text) if text and self.values.is_role(text) else ""
        return role if role in UNMISTAKEN else ""

    def _role_in_name(self, texts: dict[str, str]) -> str:
        """The role in brackets behind a whole name, taken off it: "LEE Ann (Head of Delegation)"."""
        found = re.fullmatch(r"(.+?)\s*[(（]([^()（）]+)[)）]", texts.get("full_name", ""))
        if not found or not self.values.is_role(found[2]):
            return ""
        texts["full_name"] = found[1]
        return self.values.role(found[2])

    def _name(self, texts: dict[str, str]) -> Name:
        given, family, whole = (texts.get(one, "") for one in ("given", "family", "full_name"))
        if not given and not family:
            return self._whole(whole, texts) if whole else Name()
        honorific = ""
        if not texts.get("honorific"):
            if given:
                honorific, given = self.names.without_honorific(given)
            else:
                honorific, family = self.names.without_honorific(family)
        return Name(honorific, given, family, native=apart(whole)[1] if whole else "")

    def _whole(self, whole: str, texts: dict[str, str]) -> Name:
        name = self.names.split(whole)
        if name.native and texts.get("native_name") and name.native != texts["native_name"]:
            return Name(texts.get("honorific", "") or name.honorific, display=whole)
        return name

    def _address(self, text: str) -> str:
        bare = self._none_is_blank(text)
        named = re.fullmatch(r".*<\s*([^<>\s]+@[^<>\s]+)\s*>", bare)
        return named[1] if named else re.sub(r"^mailto:\s*", "", bare, flags=re.IGNORECASE)

    def _none_is_blank(self, text: str) -> str:
        return "" if self.values.says("nothing", text) else text


def registrations(sheet: Sheet, reading: Reading) -> list[Registration]:
    """The persons of a sheet, one for each row that holds one, in the order of the file.

    Blank rows, totals, sections, repeated heads and remarks are passed over (`passed_over` lists them).
    """
    builder = _Builder(reading)
    rows, _ = sorted_out(sheet, reading)
    found = [(row, builder.person(row)) for row in rows]
    sent = [column.number for column in reading.columns if column.field == "submitted"]
    later = later_ones([(row.number, row.text(sent[0]), person) for row, person in found]) if sent else {}
    return [
        Registration(sheet.name, row.number, person, row.home, row.number in sheet.hidden_rows, later.get(row.number))
        for row, person in found
    ]


def passed_over(sheet: Sheet, reading: Reading) -> Sequence[Passed]:
    """The rows below the heads in which something stands but no person, each with what it is."""
    return sorted_out(sheet, reading)[1]
