"""Rows of persons copied from a sheet or a text, read into the fields of a person. No Qt, no desk."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping, Sequence

from bali_desk.domain.contact import is_email
from bali_desk.domain.letters import plain_letters
from bali_desk.exchange.registration import Sheet, guess

Person = dict[str, str]
FEWEST_HEADS = 2  # columns, and rows, of what can be a sheet with heads
IN_ORDER = ("name", "position", "organisation")  # of the cells that look like nothing else, where no heads say better
TITLES = ("mr", "ms", "mrs", "miss", "mx", "dr", "prof", "professor", "h.e", "hon", "sir", "dame", "madam", "datuk")
HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "participant", "name of participant"),
    "family": ("family name", "surname", "last name", "family"),
    "given": ("given name", "given names", "first name", "first names", "given"),
    "honorific": ("honorific", "salutation", "mr/ms", "prefix"),
    "position": ("position", "title", "function", "job title", "designation"),
    "organisation": ("organisation", "organization", "agency", "ministry", "institution"),
    "email": ("e-mail", "email", "e-mail address", "email address", "mail"),
    "phone": ("phone", "telephone", "tel", "mobile", "phone number"),
    "role": ("role",),
}
_FIELDS = {head: field for field, heads in HEADS.items() for head in heads}
_PHONE = re.compile(r"\+?[\d(][\d\s()./-]{5,}")
_COMMA_NAME = re.compile(r"([^,]+),\s*([^,]+)")


def read_persons(text: str, delegations: Collection[str] = ()) -> list[Person]:
    """The persons in what was pasted, one for each row that says something; fields as the desk has them.

    Cells are parted by tabs, as sheets and tables of Word hand them over. A first row of known heads says what the
    columns are; without one, what a cell looks like says it: an e-mail, a phone number, "Mr", the name of one of these
    delegations, a family name in capitals beside a given name; the others are name, position, organisation. What is
    left over goes to the note: no cell is lost. A name "FAMILY, Given" is parted; every other name of one cell is kept
    whole, for it does not say which part is the family name.
    """
    rows = [[cell.strip() for cell in row] for row in _cells(text)]
    rows = [row for row in rows if any(row)]
    heads = _heads(rows[0]) if rows else None
    homes = {plain_letters(name): name for name in delegations}
    persons = [_by_heads(heads, row) for row in rows[1:]] if heads else [_by_looks(row, homes) for row in rows]
    return [_named(person) for person in persons if person]


def sheet_with_heads(text: str) -> Sheet | None:
    """What was pasted as a sheet, where its heads are known as those of a registration sheet; None where it has none.

    One head that is known is enough only where all are: "Ambassador" above names is no head.
    """
    rows = tuple(tuple(cell.strip() for cell in row) for row in _cells(text))
    sheet = Sheet("what was pasted", rows)
    if sheet.width < FEWEST_HEADS or len(rows) < FEWEST_HEADS:
        return None
    reading = guess(sheet)
    return sheet if reading.header_rows and reading.names_persons else None


def _cells(text: str) -> list[list[str]]:
    """Rows of cells. A sheet puts cells with line breaks in quotes; a quote without its pair is a letter."""
    if text.count('"') % 2 == 0 and len(text) <= csv.field_size_limit():
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    return [line.split("\t") for line in text.splitlines()]


def _heads(row: Sequence[str]) -> list[str] | None:
    """The fields that a row of heads names; None where it is a row of a person."""
    fields = [_FIELDS.get(plain_letters(" ".join(cell.split())).rstrip(":*. "), "") for cell in row]
    known = [field for field in fields if field]
    return fields if known and len(known) == len([cell for cell in row if cell]) else None


def _by_heads(heads: Sequence[str], row: Sequence[str]) -> Person:
    return {field: cell for field, cell in zip(heads, row, strict=False) if field and cell}


def _by_looks(row: Sequence[str], homes: Mapping[str, str]) -> Person:
    person: Person = {}
    left: list[str] = []
    for cell in row:
        field = _field_of(cell, homes)
        if cell and field and field not in person:
            person[field] = homes[plain_letters(cell)] if field == "delegation" else cell
        elif cell:
            left.append(cell)
    left = _without_names(left, person)
    person |= dict(zip(IN_ORDER[1:] if "family" in person else IN_ORDER, left, strict=False))
    beyond = left[len(IN_ORDER) - ("family" in person) :]
    return person | ({"note": f"As pasted: {'; '.join(beyond)}"} if beyond else {})


def _field_of(cell: str, homes: Mapping[str, str]) -> str:
    """What a cell is by its looks; "" where only its place tells."""
    if is_email(cell) or ("@" in cell and " " not in cell):
        return "email"
    if plain_letters(cell).rstrip(".") in TITLES:
        return "honorific"
    if plain_letters(cell) in homes:
        return "delegation"
    return "phone" if _PHONE.fullmatch(cell) else ""


def _without_names(cells: list[str], person: Person) -> list[str]:
    """Two cells at the beginning of which one is in capitals are given and family name; the others are left."""
    if len(cells) > 1 and cells[0].isupper() != cells[1].isupper() and all(len(cell) > 1 for cell in cells[:2]):
        family, given = cells[:2] if cells[0].isupper() else cells[1::-1]
        if len(given.split()) < 3:
            person["family"], person["given"] = family, given
            return cells[2:]
    return cells


def _named(person: Person) -> Person:
    whole = person.pop("name", "")
    if whole and not (person.get("family") or person.get("given")):
        if parts := _COMMA_NAME.fullmatch(whole):
            person["family"], person["given"] = parts[1].strip(), parts[2].strip()
        else:
            person["display"] = whole
    return person
