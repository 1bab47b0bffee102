"""What a search costs as earlier statements become more: a thousand of them against ten thousand, and a plain scan."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import text
from sqlmodel import Session

PASSAGES, LETTERS = 20, "abdegiklmnoprstu"
OPENINGS = (
    "Members welcomed the", "Members noted the", "Members agreed to", "The Co-Chairs thanked",
    "The Working Group endorsed the", "Members also discussed the",
)  # fmt: skip


def compare(folder: Path, report: Callable[[str, list[float], str, list[float]], None]) -> None:
    """Measure and report each kind of query."""
    few, many = filled(folder / "few.desk", 1_000), filled(folder / "many.desk", 10_000)
    asked = list(questions())
    for kind in ("words", "phrase", "likeness"):
        small, large, scan = [], [], []
        for question in asked:
            small.append(spent(few, kind, question))
            large.append(spent(many, kind, question))
            scan.append(spent(many, "scan", question))
        report(f"search by {kind}, 10,000 statements", large, "1,000 statements", small)
        report(f"search by {kind}, 10,000 statements", large, "reading them all with LIKE", scan)


def spent(path: Path, kind: str, question: str) -> float:
    """Processor seconds of one query; the desk is open."""
    from bali_desk.store.desk import Desk
    from bali_desk.store.search import find, find_like

    words = question.split()
    with closing(Desk(path, for_writing=False)) as desk, desk.reading() as session:
        session.execute(text("SELECT count(*) FROM agreedtext")).one()  # the file is open
        find(session, "nothing")
        start = time.process_time()
        if kind == "words":
            find(session, f"{words[1]} {words[-1]} {words[-2][:4]}")
        elif kind == "phrase":
            find(session, f'"{" ".join(words[:3])}" {words[-1]}')
        elif kind == "likeness":
            find_like(session, question)
        else:
            like = text("SELECT id FROM agreedpassage WHERE text LIKE :a AND text LIKE :b LIMIT 400")
            session.execute(like, {"a": f"%{words[-1]}%", "b": f"%{words[-2]}%"}).all()
        return time.process_time() - start


def filled(path: Path, statements: int) -> Path:
    """A desk with so many made-up earlier statements, written by plain SQL."""
    from bali_desk.store import search_index
    from bali_desk.store.desk import Desk

    with closing(Desk(path)) as desk, desk.change("Fill") as session:
        search_index.drop(session.connection())  # made once at the end: row by row takes longer
        _fill(session, statements)
        search_index.create(session.connection())
    return path


def questions() -> Iterator[str]:
    """Sentences as an officer writes them: openings everybody uses, and words of all ranks."""
    chance = random.Random(5)
    vocabulary = words_of(chance)
    for _ in range(20):
        yield sentence(chance, vocabulary)


def _fill(session: Session, statements: int) -> None:
    chance = random.Random(5)
    vocabulary = words_of(chance)
    connection = session.connection()
    texts = [
        {"id": number, "title": f"Statement {number}", "date": f"{1990 + number % 37}-05-26"}
        for number in range(1, statements + 1)
    ]
    connection.execute(
        text(
            "INSERT INTO agreedtext (id, version, body, title, date, file_name, digest) "
            "VALUES (:id, 1, 'TIPWG', :title, :date, 'made up', :title)"
        ),
        texts,
    )
    passage = text(
        "INSERT INTO agreedpassage (version, text_id, sequence, kind, text) VALUES (1, :of, :at, 'paragraph', :text)"
    )
    for one in texts:
        rows = [{"of": one["id"], "at": at, "text": sentence(chance, vocabulary)} for at in range(PASSAGES)]
        connection.execute(passage, rows)


def words_of(chance: random.Random) -> list[str]:
    """Made-up words; the first are used most, as in every language."""
    return list(dict.fromkeys("".join(chance.choices(LETTERS, k=chance.randint(2, 10))) for _ in range(20_000)))


def sentence(chance: random.Random, vocabulary: list[str]) -> str:
    """An opening and some forty words, each rank as frequent as its number says."""
    ranks = (int(len(vocabulary) ** chance.random()) - 1 for _ in range(40))
    return f"{chance.choice(OPENINGS)} {' '.join(vocabulary[rank] for rank in ranks)}"


if __name__ == "__main__":
    import statistics
    import sys
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        compare(
            Path(name),
            lambda what, ours, against, theirs: print(
                f"{what}: {statistics.median(ours) / statistics.median(theirs):.2f} times {against} "
                f"({statistics.median(ours) * 1000:.1f} ms against {statistics.median(theirs) * 1000:.1f} ms)",
                file=sys.stdout,
            ),
        )
