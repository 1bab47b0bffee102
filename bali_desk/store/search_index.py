"""The full-text index of a desk: what the search looks through, kept by the database itself.

`searchline` holds one line for each passage that can be found; triggers on the tables where the words stand write it,
and triggers on it write the two indices. So every way to change a row (the session, undo, an import, plain SQL) keeps
the index right in the same transaction, and no history ever sees it. It is derived: a migration drops it before its
steps and makes it anew after them.

Words: `search_words`, without case and accents. Scripts that set no spaces: `search_grams`, by three letters in a row,
only over the lines that have such letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from bali_desk.domain.words import UNSPACED

# Marks count as letters, or words of Hindi, Bengali and Tamil would fall apart at every vowel sign.
_WORDS = "unicode61 remove_diacritics 2 categories ''L* N* Co M*''"
_UNSPACED = f"GLOB '*[{UNSPACED}]*'"
_POINTS = (
    "CASE WHEN json_valid({row}.points) THEN (SELECT coalesce(group_concat(char(10) || point.value, ''), '') "
    "FROM json_each({row}.points) AS point) ELSE '' END"
)
_SAID = (
    "trim(coalesce({row}.subject, '') || ' ' || coalesce({row}.verb, '') || ' ' || coalesce({row}.text, '') || "
    + _POINTS
    + ")"
)


@dataclass(frozen=True)
class Lines:
    """How the rows of a table become lines: `{row}` stands for the row; `beside` is read with it, one line for each."""

    source: str
    place: str
    owner: str
    text: str
    columns: str  # the columns they are made of
    beside: str = ""

    def select(self, row: str, table: str = "") -> str:
        """The query that makes the lines of `row`, or of every row of `table`."""
        read = ", ".join(part for part in (table, self.beside) if part)
        query = f"SELECT '{self.source}', {{row}}.id, {self.place}, {{row}}.{self.owner}, {self.text}"
        return (f"{query} FROM {read}" if read else query).format(row=row)


SOURCES = {
    "agreedpassage": Lines("passage", "{row}.sequence", "text_id", "{row}.text", "id, text_id, sequence, text"),
    "outcome": Lines("outcome", "0", "meeting_id", _SAID, "id, meeting_id, subject, verb, text, points"),
    "workplanline": Lines("line", "0", "plan_id", "coalesce({row}.text, '')", "id, plan_id, text"),
    "statementversion": Lines(
        "version",
        "block.key",
        "meeting_id",
        "coalesce(CASE block.type WHEN 'object' THEN json_extract(block.value, '$.text') END, '')",
        "id, meeting_id, blocks",
        "json_each(CASE WHEN json_valid({row}.blocks) THEN {row}.blocks ELSE '[]' END) AS block",
    ),
}
_COLUMNS = "source, source_id, place, owner_id, text"


def create(connection: Connection) -> None:
    """Make the index of an open file, and fill it from the rows that are there."""
    for statement in _tables():
        connection.exec_driver_sql(statement)
    for table, lines in SOURCES.items():
        connection.exec_driver_sql(_insert(lines.select(table, table)))
    for index in ("search_words", "search_grams"):
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    for statement in _triggers():  # last: what is there goes in at once, not row by row
        connection.exec_driver_sql(statement)


def drop(connection: Connection) -> None:
    """Take the index away, where there is one."""
    for table in SOURCES:
        for event in ("insert", "update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS search_{table}_{event}")
    for table in ("search_words", "search_grams"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
    connection.exec_driver_sql("DROP VIEW IF EXISTS search_unspaced")
    connection.exec_driver_sql("DROP TABLE IF EXISTS searchline")


def faults_of(connection: Connection) -> Iterator[str]:
    """Where the index does not say what the tables say; what is inside it SQLite's own check has looked at."""
    made = " UNION ALL ".join(lines.select(table, table) for table, lines in SOURCES.items())
    kept = f"SELECT {_COLUMNS} FROM searchline"
    astray = _differences(connection, made, kept)
    for index, lines in (("search_words", "searchline"), ("search_grams", "search_unspaced")):
        astray += _differences(connection, f"SELECT id FROM {index}_docsize", f"SELECT id FROM {lines}")
    if astray:
        yield f"The index of the search is not as the record has it, in {astray} places."


def _differences(connection: Connection, one: str, other: str) -> int:
    pairs = ((one, other), (other, one))
    counts = (f"SELECT count(*) FROM (SELECT * FROM ({this}) EXCEPT SELECT * FROM ({that}))" for this, that in pairs)
    return sum(int(connection.exec_driver_sql(query).scalar_one()) for query in counts)


def _tables() -> Iterator[str]:
    yield (
        "CREATE TABLE searchline (id INTEGER PRIMARY KEY, source TEXT NOT NULL, source_id INTEGER NOT NULL, "
        "place INTEGER NOT NULL, owner_id INTEGER NOT NULL, text TEXT NOT NULL)"
    )
    yield "CREATE INDEX ix_searchline_source ON searchline (source, source_id, place)"
    yield f"CREATE VIEW search_unspaced AS SELECT id, text FROM searchline WHERE text {_UNSPACED}"
    yield (
        "CREATE VIRTUAL TABLE search_words USING fts5(text, content='searchline', content_rowid='id', "
        f"prefix='3', tokenize='{_WORDS}')"
    )
    yield (
        "CREATE VIRTUAL TABLE search_grams USING fts5(text, content='search_unspaced', content_rowid='id', "
        "tokenize='trigram')"
    )
    for index in ("search_words", "search_grams"):  # words that were deleted must not linger in the file
        yield f"INSERT INTO {index}({index}, rank) VALUES ('secure-delete', 1)"


def _triggers() -> Iterator[str]:
    yield (
        "CREATE TRIGGER search_line_insert AFTER INSERT ON searchline BEGIN "
        "INSERT INTO search_words(rowid, text) VALUES (new.id, new.text); "
        f"INSERT INTO search_grams(rowid, text) SELECT new.id, new.text WHERE new.text {_UNSPACED}; END"
    )
    yield (
        "CREATE TRIGGER search_line_delete AFTER DELETE ON searchline BEGIN "
        "INSERT INTO search_words(search_words, rowid, text) VALUES ('delete', old.id, old.text); "
        "INSERT INTO search_grams(search_grams, rowid, text) "
        f"SELECT 'delete', old.id, old.text WHERE old.text {_UNSPACED}; END"
    )
    for table, lines in SOURCES.items():
        forget = f"DELETE FROM searchline WHERE source = '{lines.source}' AND source_id = {{row}}.id; "
        write = f"{_insert(lines.select('new'))}; "
        # An insert forgets too: INSERT OR REPLACE takes the old row away without a word.
        for event, first, then in (
            ("INSERT", forget.format(row="new"), write),
            (f"UPDATE OF {lines.columns}", forget.format(row="old"), write),
            ("DELETE", forget.format(row="old"), ""),
        ):
            name = f"search_{table}_{event.split()[0].lower()}"
            yield f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {first}{then}END"


def _insert(lines: str) -> str:
    return f"INSERT INTO searchline ({_COLUMNS}) {lines}"
