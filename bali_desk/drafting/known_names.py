"""The names of a record, word by word: none of them is ever a mistake of spelling."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from bali_desk.assets import RESOURCES
from bali_desk.domain.record import Record
from bali_desk.drafting.dictionary import load_dictionary, load_field_words
from bali_desk.drafting.spelling import Speller, words_of
from bali_desk.drafting.wording import Style, style_for

TABLES = ("countries.csv", "organisations.csv")
SHORT = 3  # letters: so short a word of another language is too often a slip of the hand


def speller_for(record: Record, house: Collection[str], style: Style | None = None) -> Speller:
    """Who knows how the texts of a record are spelt: its house style, its names, and the `house`'s own words.

    `style` is what the record's own one is taken for, where that is not the one it names.

    The dictionary takes a quarter of a second the first time: not for the window's thread. Raises DeskError where it
    or the wording of the body cannot be read.
    """
    style = style or style_for(record)
    return Speller(load_dictionary(style.house.spelling), load_field_words(), names_of(record), house)


def names_of(record: Record) -> frozenset[str]:
    """Every word of every name the record holds, as written, and of the countries and organisations of the world."""
    return _shipped().union(word for name in _names(record) for word in words_of(name))


def _names(record: Record) -> Iterator[str]:
    body, meeting = record.body, record.meeting
    following = meeting.next or {}
    held: list[str | None] = [body.name, body.short, body.parent, *body.names, *body.acronyms, *body.acronyms.values()]
    held += [meeting.title, meeting.city, meeting.country, meeting.venue, *following.values()]
    for member in record.members:
        held += [member.name, member.official_name]
    for chair in record.co_chairs:
        held += [chair.country, chair.institution, chair.person]
    for delegation in record.delegations:
        held += [delegation.name, delegation.official_name, delegation.wished_name]
    for person in record.participants:
        held += [person.given, person.family, person.display, person.native_name, person.organisation]
    held += [earlier.place for earlier in record.earlier_meetings]
    for event in record.events:
        held += [event.name, event.place]
    for paper in record.papers:
        held += [paper.symbol, paper.submitted_by]
    yield from (name for name in held if name)
    for title in (*(item.title for item in record.agenda), *(paper.title for paper in record.papers)):
        yield from (word for word in (title or "").split() if not word.islower())


@cache
def _shipped() -> frozenset[str]:
    text = "\n".join((RESOURCES / "countries" / table).read_text(encoding="utf-8") for table in TABLES)
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    words = {word for line in lines for word in words_of(line)}
    return frozenset(word for word in words if not word.islower() or len(word) > SHORT)
