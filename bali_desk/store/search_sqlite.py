"""The index of a desk file: SQLite's full-text search over the lines that `search_index` keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from bali_desk.domain.words import GRAM, Sought, is_unspaced
from bali_desk.store.search import Within
from bali_desk.store.search_lines import Line

_LINE = (
    "line.id, line.source, line.source_id, line.place, line.owner_id, line.text, coalesce(CASE line.source "
    "WHEN 'passage' THEN (SELECT date FROM agreedtext WHERE id = line.owner_id) "
    "WHEN 'line' THEN (SELECT start FROM workplan JOIN meeting ON meeting.id = meeting_id "
    "WHERE workplan.id = line.owner_id) "
    "ELSE (SELECT start FROM meeting WHERE id = line.owner_id) END, '')"
)
_MEETINGS = "SELECT meeting.id FROM meeting JOIN body ON body.id = meeting.body_id WHERE "
_OURS = "coalesce(body.short, body.name) = ?"
_YEAR = "CAST(substr({date}, 1, 4) AS INTEGER)"
_INSIDE = "line.id IN (SELECT rowid FROM search_grams WHERE search_grams MATCH ?)"
_AT_ONCE = 500


class SqliteIndex:
    """Reads the index through one connection. What the officer typed goes in as quoted words only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def matching(self, asked: Sequence[Sought], within: Within, most: int) -> list[Line]:
        """The lines that have all of what is asked, the latest first."""
        words = " ".join(_phrase(one.words, one.prefix) for one in asked if not one.unspaced)
        runs = [one.words[0] for one in asked if one.unspaced]
        where, values = _conditions(words, runs)
        limits, more = _limits(within)
        query = f"SELECT {_LINE} FROM {_read_from(words, runs)} WHERE {' AND '.join([*where, *limits])} "
        return self._lines(query + f"ORDER BY {_order(words, runs)} DESC LIMIT ?", (*values, *more, most))

    def having(self, terms: Sequence[str], most: int) -> list[list[int]]:
        """For each term the latest lines that have it."""
        return [self._numbers(_of_one(term), (_phrase((term,)), most)) if _fits(term) else [] for term in terms]

    def together(self, terms: Sequence[str], most: int) -> list[int]:
        """The latest lines that have all these terms."""
        made: list[int] | None = None
        for index, some in (
            ("search_words", [term for term in terms if not is_unspaced(term)]),
            ("search_grams", [term for term in terms if is_unspaced(term) and _fits(term)]),
        ):
            if some:
                asked = " ".join(_phrase((term,)) for term in some)
                here = self._numbers(_latest(index), (asked, most))
                made = here if made is None else [number for number in here if number in set(made)]
        return made or []

    def lines(self, numbers: Sequence[int], within: Within) -> list[Line]:
        """Those of these lines that lie within."""
        limits, more = _limits(within)
        found: list[Line] = []
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            where = " AND ".join([f"line.id IN ({', '.join('?' * len(some))})", *limits])
            found += self._lines(f"SELECT {_LINE} FROM searchline AS line WHERE {where}", (*some, *more))
        return found

    def size(self) -> int:
        """About how many lines there are."""
        found = self._connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM searchline").scalar_one()
        return int(found)

    def _numbers(self, query: str, values: tuple[Any, ...]) -> list[int]:
        return [row[0] for row in self._connection.exec_driver_sql(query, values).fetchall()]

    def _lines(self, query: str, values: tuple[Any, ...]) -> list[Line]:
        return [Line(*row) for row in self._connection.exec_driver_sql(query, values)]


def _phrase(words: Sequence[str], prefix: bool = False) -> str:
    """Words that follow one another, as the index wants them: quoted, so that no sign in them means anything."""
    return '"' + " ".join(words).replace('"', '""') + '"' + (" *" if prefix else "")


def _fits(term: str) -> bool:
    return not is_unspaced(term) or len(term) >= GRAM


def _of_one(term: str) -> str:
    return _latest("search_grams" if is_unspaced(term) else "search_words")


def _latest(index: str) -> str:
    return f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?"


def _read_from(words: str, runs: Sequence[str]) -> str:
    """The index that leads, then the lines: read the other way round, every line would be looked at."""
    if words:
        return "search_words CROSS JOIN searchline AS line ON line.id = search_words.rowid"
    if any(len(run) >= GRAM for run in runs):
        return "search_grams CROSS JOIN searchline AS line ON line.id = search_grams.rowid"
    return "searchline AS line"


def _order(words: str, runs: Sequence[str]) -> str:
    leads = _read_from(words, runs).split()[0]
    return f"{leads}.rowid" if leads.startswith("search_") else "line.id"


def _conditions(words: str, runs: Sequence[str]) -> tuple[list[str], list[Any]]:
    where: list[str] = []
    values: list[Any] = []
    if words:
        where.append("search_words MATCH ?")
        values.append(words)
    long = " ".join(_phrase((run,)) for run in runs if len(run) >= GRAM)
    if long:
        inside = "search_grams MATCH ?" if not words else _INSIDE
        where.append(inside)
        values.append(long)
    for run in runs:
        if len(run) < GRAM:  # too short for the index: the few lines of such scripts are read
            where.append("line.id IN (SELECT id FROM search_unspaced WHERE instr(text, ?) > 0)")
            values.append(run)
    return where, values


def _limits(within: Within) -> tuple[list[str], list[Any]]:
    """The conditions on a line that `within` sets, and their values."""
    limits: list[str] = []
    values: list[Any] = []
    for text, meeting, value in (
        ("body = ?", _OURS, None if within.body is None else _storable(within.body)),
        (f"{_YEAR.format(date='date')} >= ?", f"{_YEAR.format(date='meeting.start')} >= ?", within.since),
        (f"{_YEAR.format(date='date')} <= ?", f"{_YEAR.format(date='meeting.start')} <= ?", within.until),
    ):
        if value is not None:
            limits.append(_owned(f"SELECT id FROM agreedtext WHERE {text}", _MEETINGS + meeting))
            values += [value] * 3
    if within.other_than is not None:
        limits.append(_owned("SELECT id FROM agreedtext", "SELECT id FROM meeting WHERE id <> ?"))
        values += [within.other_than] * 2
    return limits, values


def _storable(text: str) -> str:
    """The text without what no database holds, such as half of a letter from a terminal."""
    return text.encode("utf-8", "replace").decode()


def _owned(texts: str, meetings: str) -> str:
    plans = f"SELECT id FROM workplan WHERE meeting_id IN ({meetings})"
    return (
        f"CASE line.source WHEN 'passage' THEN line.owner_id IN ({texts}) "
        f"WHEN 'line' THEN line.owner_id IN ({plans}) ELSE line.owner_id IN ({meetings}) END"
    )
