"""Countries and international organisations by any of their names, from the tables in `resources/countries/`."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from bali_desk.assets import RESOURCES
from bali_desk.exchange.registration.words import folded

TABLES = RESOURCES / "countries"
_CODE = 3  # letters of codes and abbreviations: names only in capitals ("ARE", not "are")
_WORDS_TOO = ("NO",)  # codes that stand in many cells as words


@dataclass(frozen=True)
class Country:
    """A country with its ISO 3166-1 code of three letters, or an organisation with its abbreviation.

    Short and official names are those the United Nations uses.
    """

    code: str
    name: str
    official_name: str
    aliases: tuple[str, ...]


class Countries:
    """A table, with every name folded; `all_countries` and `all_organisations` read theirs once."""

    def __init__(self, table: str) -> None:
        self.all = tuple(_read(table))
        self._names: dict[str, Country] = {}
        for country in self.all:
            for name in (country.name, country.official_name, *country.aliases):
                self._names.setdefault(folded(name), country)
        for country in self.all:
            self._names.setdefault(country.code.lower(), country)
        self._longest = max(len(name.split()) for name in self._names)

    def find(self, text: str) -> Country | None:
        """The country of this name, code or alias."""
        name = folded(text)
        if len(name) <= _CODE and name.isascii() and (not text.strip().isupper() or text.strip() in _WORDS_TOO):
            return None
        return self._names.get(name) or self._names.get(re.sub(r"^(the|la|le|les|el|los) ", "", name))

    def knows(self, text: str) -> bool:
        """Whether the text is a country's name."""
        return self.find(text) is not None

    def within(self, text: str) -> str:
        """The name of the one country that a text speaks of; "" where it is none or several."""
        words = folded(text).split()
        found: dict[str, Country] = {}
        start = 0
        while start < len(words):
            for length in range(min(self._longest, len(words) - start), 0, -1):
                name = " ".join(words[start : start + length])
                country = self._names.get(name) if len(name) > _CODE else None
                if country:
                    found[country.code] = country
                    start += length - 1
                    break
            start += 1
        return next(iter(found.values())).name if len(found) == 1 else ""


@cache
def all_countries() -> Countries:
    """The countries as they are shipped."""
    return Countries("countries.csv")


@cache
def all_organisations() -> Countries:
    """The organisations as they are shipped."""
    return Countries("organisations.csv")


def is_delegation(text: str) -> bool:
    """Whether a text is the name of a country or an organisation and nothing else."""
    return all_countries().knows(text) or all_organisations().knows(text)


def _read(table: str) -> list[Country]:
    with (TABLES / table).open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return [
            Country(
                row["code"],
                row["name"],
                row["official_name"],
                (row["iso2"], *(one.strip() for one in row["aliases"].split("|") if one.strip())),
            )
            for row in rows
        ]
