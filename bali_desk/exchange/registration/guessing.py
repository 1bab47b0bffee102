"""Recognising a sheet: where its heads are, what its columns mean, which delegation it is from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bali_desk.exchange.registration.book import Sheet
from bali_desk.exchange.registration.countries import Countries, all_countries
from bali_desk.exchange.registration.full_names import all_names
from bali_desk.exchange.registration.header_rows import find_header_rows, head_texts, meaning_of, shown_heads
from bali_desk.exchange.registration.heads import IGNORE, TITLE, Heads, all_heads
from bali_desk.exchange.registration.reading import FIELDS, NAME_FIELDS, Column, Known, Reading
from bali_desk.exchange.registration.titles import sheet_delegation
from bali_desk.exchange.registration.values import ADDRESS, all_values
from bali_desk.exchange.registration.words import folded

_SAMPLES = 60  # rows by whose content a column is judged
_MOSTLY, _OFTEN = 0.8, 0.5
_SEVERAL = ("given", "family", "note")  # fields that may stand in several columns
_BARE_NAMES = 2  # words of a head that says no more than "name"


@dataclass
class _Candidate:
    number: int
    head: str
    field: str
    surety: float
    samples: list[str]


def guess(sheet: Sheet, known: Known | None = None) -> Reading:
    """How a sheet is to be read, as far as its heads and contents tell; what was remembered of such heads wins."""
    heads = all_heads()
    rows = known.header_rows if known else find_header_rows(sheet, heads)
    return _read(sheet, rows, known, heads)


def read_under(sheet: Sheet, header_rows: Sequence[int], known: Known | None = None) -> Reading:
    """The same with the rows of the heads as the officer says; their columns are recognised anew."""
    return _read(sheet, tuple(sorted(set(header_rows))), known, all_heads())


def _read(sheet: Sheet, rows: tuple[int, ...], known: Known | None, heads: Heads) -> Reading:
    countries = all_countries()
    if known:
        shown = shown_heads(sheet, rows)
        fields = [known.fields.get(folded(head) or head, IGNORE) for head in shown]
    else:
        shown, fields = shown_heads(sheet, rows), _fields(sheet, rows, heads, countries)
    columns = tuple(
        Column(number, head, field if field in FIELDS else IGNORE)
        for number, (head, field) in enumerate(zip(shown, fields, strict=True), 1)
    )
    delegation, from_name = ("", False)
    if all(column.field != "delegation" for column in columns):
        delegation, from_name = sheet_delegation(sheet, min(rows, default=1), countries, heads)
    return Reading(rows, columns, delegation, from_name, known is not None)


def _fields(sheet: Sheet, rows: tuple[int, ...], heads: Heads, countries: Countries) -> list[str]:
    samples = _samples(sheet, max(rows, default=0))
    candidates = []
    for number, parts in enumerate(head_texts(sheet, rows), 1):
        meaning = meaning_of(parts, heads)
        candidates.append(
            _Candidate(
                number,
                " ".join(parts),
                meaning.field if meaning else "",
                meaning.surety if meaning else 0.0,
                samples[number - 1],
            )
        )
    by_content = _Contents(countries)
    for one in candidates:
        by_content.settle(one)
    for one in candidates:
        by_content.fill_in(one, {other.field for other in candidates})
    by_content.name(candidates)
    _settle_names(candidates)
    _settle_delegation(candidates, countries)
    _one_column_each(candidates)
    return [one.field or IGNORE for one in candidates]


def _samples(sheet: Sheet, after: int) -> list[list[str]]:
    """What stands in each column below the heads, blanks left out."""
    columns: list[list[str]] = [[] for _ in range(sheet.width)]
    for row in sheet.cells[after : after + _SAMPLES]:
        for at, text in enumerate(row):
            if text.strip():
                columns[at].append(text.strip())
    return columns


class _Contents:
    """Judges columns by what stands in them."""

    def __init__(self, countries: Countries) -> None:
        self._countries = countries
        self._names = all_names()
        self._values = all_values()

    def settle(self, column: _Candidate) -> None:
        """Decide between the meanings a head leaves open, and drop an address column without addresses."""
        if column.field == TITLE:
            addressed = _share(column.samples, self._names.is_honorific) >= _OFTEN or not column.samples
            column.field = "honorific" if addressed else "position"
        elif column.field == "email" and len(column.samples) > 2 and _share(column.samples, _is_address) < 0.2:
            column.field, column.surety = IGNORE, 0.0
        elif column.field == "position" and _share(column.samples, self._names.is_honorific) >= _MOSTLY:
            column.field = "honorific"
        elif column.field == "mode" and column.surety < 1 and _share(column.samples, self._values.is_mode) < 0.2:
            column.field = IGNORE

    def fill_in(self, column: _Candidate, taken: set[str]) -> None:
        """Give a column without a known head the field its content speaks of, where no other column has it."""
        if column.field or not column.samples:
            return
        for field, says in (
            ("email", _is_address),
            ("honorific", self._names.is_honorific),
            ("delegation", self._countries.knows),
            ("mode", self._values.is_mode),
            ("role", self._values.is_role),
        ):
            if field not in taken and _share(column.samples, says) >= (_OFTEN if field == "email" else _MOSTLY):
                column.field, column.surety = field, 0.4
                taken.add(field)
                return

    def name(self, columns: Sequence[_Candidate]) -> None:
        """In a sheet without heads, the first column of words beside addresses or countries holds the names."""
        fields = {column.field for column in columns} - {"", IGNORE}
        if fields & set(NAME_FIELDS) or (not fields and len(columns) > 1):
            return
        for column in columns:
            unknown = not column.field and not column.head
            if unknown and _share(column.samples, _may_be_name) >= _MOSTLY:
                column.field, column.surety = "full_name", 0.3
                return


def _settle_names(candidates: Sequence[_Candidate]) -> None:
    """A bare "Name" beside "Given name" is the family name, beside "Surname" the given one."""
    fields = {one.field for one in candidates}
    bare = [one for one in candidates if one.field == "full_name" and len(one.head.split()) <= _BARE_NAMES]
    missing = {"given", "family"} - fields
    if len(missing) == 1 and len(bare) == 1:
        bare[0].field = missing.pop()


def _settle_delegation(candidates: Sequence[_Candidate], countries: Countries) -> None:
    """Of several columns that may name the delegation, the one with most countries; of none, an office that does."""
    homes = [one for one in candidates if one.field == "delegation"]
    homes = homes or [one for one in candidates if one.field == "organisation"]
    homes.sort(key=lambda one: (_share(one.samples, countries.knows), one.surety), reverse=True)
    if homes and (homes[0].field == "delegation" or _share(homes[0].samples, countries.knows) >= _OFTEN):
        homes[0].field, homes[0].surety = "delegation", 2.0


def _one_column_each(candidates: Sequence[_Candidate]) -> None:
    for field in {one.field for one in candidates} - {*_SEVERAL, IGNORE, ""}:
        same = [one for one in candidates if one.field == field]
        best = max(same, key=lambda one: (one.surety if one.samples else 0.0, -one.number))
        for one in same:
            if one is not best:
                one.field = IGNORE


def _share(samples: Sequence[str], says: Callable[[str], bool]) -> float:
    return sum(map(says, samples)) / len(samples) if samples else 0.0


def _is_address(text: str) -> bool:
    return bool(ADDRESS.search(text))


def _may_be_name(text: str) -> bool:
    return len(text) < 80 and any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
