"""Agreed language beside the statement: how the paragraph in hand was said before, and putting it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bali_desk.domain.models import Block
from bali_desk.domain.words import sought, terms
from bali_desk.drafting.markup import escaped, plain
from bali_desk.presenters.agreed.finding import Result, results, results_like
from bali_desk.presenters.agreed.origin import origin_in_words, origin_of
from bali_desk.presenters.agreed.seeker import Seeker
from bali_desk.presenters.ask import Ask, Jobs
from bali_desk.presenters.statement import block_edits
from bali_desk.presenters.statement.composing import statement_of
from bali_desk.presenters.statement.rich_text import runs_of
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record
from bali_desk.store.search import Within

LEAST_TERMS = 3  # in hand, before anything is suggested
SUGGESTED, FOUND = 8, 30


@dataclass(frozen=True)
class Beside:
    """What the panel shows: results, and in words what they are; `origin` tells where the block in hand is from."""

    words: str
    found: tuple[Result, ...]
    origin: str = ""


class BesideView(Protocol):
    """What the panel must be able to show."""

    def show_beside(self, beside: Beside) -> None:
        """Results for what she writes or seeks."""

    def go_on_in(self, block_id: int) -> None:
        """Words were put in: go on typing in this block."""


class BesidePresenter:
    """One per meeting whose statement is open. It never suggests the meeting's own words."""

    def __init__(self, desk: Desk, view: BesideView, ask: Ask, jobs: Jobs, meeting_id: int) -> None:
        self._desk, self._view, self._ask, self._meeting_id = desk, view, ask, meeting_id
        self._seeker = Seeker(desk, ask, jobs)
        self._within = Within(other_than=meeting_id)
        self._block_id: int | None = None
        self._origin = ""
        self._words: str | None = None
        self._seeking = False
        self._shown: tuple[str, tuple[Result, ...]] = ("", ())

    def leave(self) -> None:
        """Nobody looks any more."""
        self._seeker.drop()

    def suggest(self, block_id: int | None, text: str) -> None:
        """The paragraph in hand says this now: show how it was said before."""
        words = plain(text)
        if (block_id, words) == (self._block_id, self._words):
            return
        self._block_id, self._words = block_id, words
        self._origin = self._read_origin()
        if self._seeking:  # what she looks for stays while she moves about in the text
            self._show(*self._shown)
        else:
            self._suggest(words)

    def search(self, query: str) -> None:
        """Look for words instead; an empty query goes back to the suggestions."""
        self._seeking = bool(sought(query))
        if self._seeking:
            self._seeker.seek(lambda session: results(session, query, self._within, FOUND), self._found)
        else:
            self._suggest(self._words or "")

    @told
    def insert(self, result: Result) -> None:
        """Put the passage after the paragraph in hand, as a block of her own that remembers where it is from."""
        with self._desk.change("Insert agreed language") as session:
            blocks = read_record(session, self._meeting_id).blocks
            beside = next((block for block in blocks if block.id == self._block_id), blocks[-1] if blocks else None)
            owner = statement_of(session, self._meeting_id).id or 0
            runs = runs_of(escaped(" ".join(result.text.split())))
            kind = "heading" if result.form in ("title", "subtitle") else result.form
            fresh = block_edits.insert(session, blocks, beside, kind, runs, statement_id=owner)
            fresh.slot = origin_of(session, result)
        self._view.go_on_in(fresh.id or 0)

    # ---- inner ----
    def _suggest(self, words: str) -> None:
        if len(terms(words)) < LEAST_TERMS:
            self._seeker.drop()
            self._show("Suggestions come as you write.", ())
        else:
            self._seeker.seek(lambda session: results_like(session, words, self._within, SUGGESTED), self._suggested)

    def _read_origin(self) -> str:
        with self._desk.reading() as session:
            block = session.get(Block, self._block_id) if self._block_id is not None else None
            return origin_in_words(session, block.slot if block else None)

    def _suggested(self, found: Sequence[Result]) -> None:
        self._show("Said before like this:" if found else "Nothing like this was said before.", tuple(found))

    def _found(self, found: Sequence[Result]) -> None:
        self._show("Found, the newest first:" if found else "Nothing has all these words.", tuple(found))

    def _show(self, words: str, found: tuple[Result, ...]) -> None:
        self._shown = (words, found)
        self._view.show_beside(Beside(words, found, self._origin))
