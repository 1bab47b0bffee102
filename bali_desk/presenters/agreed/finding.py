"""What a search shows, in the window and on the command line: the words, whose they are, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bali_desk.domain.words import marks, shared_marks, sought
from bali_desk.drafting.markup import plain
from bali_desk.presenters.typed import shown_day
from bali_desk.store.search import EVERYWHERE, Within, find, find_like
from bali_desk.store.search_lines import PASSAGE, Found

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Result:
    """One passage that was found. `marks` are the places of the found words in `text`, first and one past the last."""

    key: tuple[str, int, int]  # source, row, place: names it over searches
    kind: str  # statement, outcome, work-plan line
    form: str  # the kind of block it is
    body: str
    title: str
    date: str  # YYYY, YYYY-MM, YYYY-MM-DD or empty
    text: str
    marks: Marks
    before: str
    after: str
    text_id: int | None  # of a statement that was read in

    @property
    def heading(self) -> str:
        """Whose words, when, and what they are: "TIPWG · 26 May 2017 · statement"."""
        return " · ".join(part for part in (self.body, shown_day(self.date or None), self.kind) if part)


def results(session: Session, query: str, within: Within = EVERYWHERE, most: int = 50) -> list[Result]:
    """What has all the words of a query, the newest first."""
    asked = sought(query)
    return [_result(one, lambda text: marks(text, asked)) for one in find(session, query, within, most)]


def results_like(session: Session, sentence: str, within: Within = EVERYWHERE, most: int = 8) -> list[Result]:
    """How a sentence was said before, what is most like it first."""
    found = find_like(session, sentence, within, most)
    return [_result(one, lambda text: shared_marks(text, sentence)) for one in found]


def excerpt(text: str, marks: Marks, most: int) -> tuple[str, Marks]:
    """A text of about `most` letters round its first marks, cut at words, with dots where it was cut."""
    text = text.replace("\n", " ")
    if len(text) <= most:
        return text, marks
    first = marks[0][0] if marks else 0
    start = 0 if first < most * 2 // 3 else text.rfind(" ", 0, first - most // 4) + 1
    last_space = text.rfind(" ", start + most // 2, start + most)
    end = len(text) if start + most >= len(text) else last_space if last_space > 0 else start + most
    before, after = "… " if start else "", " …" if end < len(text) else ""
    move = len(before) - start
    kept = tuple((max(a, start) + move, min(b, end) + move) for a, b in marks if a < end and b > start)
    return f"{before}{text[start:end]}{after}", kept


def as_json(found: Sequence[Result]) -> list[dict[str, Any]]:
    """The results as `search --json` prints them."""
    return [
        {
            "kind": one.kind,
            "body": one.body,
            "title": one.title,
            "date": one.date,
            "text": one.text,
            "marks": [{"start": start, "end": end} for start, end in one.marks],
            "before": one.before,
            "after": one.after,
        }
        for one in found
    ]


def nothing_found(query: str) -> str:
    """Why a query found nothing, in a sentence."""
    if query.count('"') % 2:
        return f"The quotation mark in “{query}” is not closed: nothing was found."
    if not sought(query):
        return "There is no word to look for: nothing was found."
    return f"Nothing was said before with “{query}”."


def _result(found: Found, mark: Callable[[str], Marks]) -> Result:
    line = found.line
    words = str if line.source == PASSAGE else plain  # what was read in has no markup
    text = words(found.text)
    return Result(
        (line.source, line.source_id, line.place),
        found.kind,
        found.form,
        found.body,
        found.title,
        found.date,
        text,
        mark(text),
        words(found.before),
        words(found.after),
        line.owner_id if line.source == PASSAGE else None,
    )
