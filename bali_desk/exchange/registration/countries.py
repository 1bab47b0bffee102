"""The countries of the world by any of their names, from `resources/countries/countries.csv`."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from bali_desk.assets import RESOURCES
from bali_desk.exchange.registration.words import folded

COUNTRIES = RESOURCES / "countries" / "countries.csv"
_CODE = 3  # letters of codes and abbreviations: names only in capitals ("ARE", not "are")
_WORDS_TOO = ("NO",)  # codes that stand in many cells as words


@dataclass(frozen=True)
class Country:
    """A country: ISO 3166-1 code of three letters, short and official name as the United Nations uses them."""

    code: str
    name: str
    official_name: str
    aliases: tuple[str, ...]


class Countries:
    """The table, with every name folded; `all_countries` reads it once."""

    def __init__(self) -> None:
        self.all = tuple(_read())
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
    """The table as it is shipped."""
    return Countries()


def _read() -> list[Country]:
    with COUNTRIES.open(encoding="utf-8", newline="") as lines:
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
