"""Spelling in the statement: which words are doubtful, what they were meant to be, and the house's own dictionary.

What it needs is read in the worker, after the page stands; until then nothing is doubted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bali_desk.domain.models import (
    AgendaItem,
    Body,
    CoChair,
    Delegation,
    DictionaryWord,
    EarlierMeeting,
    Event,
    Meeting,
    Member,
    Paper,
    Participant,
    Wording,
)
from bali_desk.drafting.known_names import speller_for
from bali_desk.drafting.markup import plain
from bali_desk.drafting.respelling import suggestions
from bali_desk.drafting.spelling import Span, Speller, doubtful, span_at, words_of
from bali_desk.presenters.ask import Ask, Jobs, Progress
from bali_desk.presenters.latest import Latest
from bali_desk.presenters.telling import told
from bali_desk.store import dictionary
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import read_blocks, read_record

__all__ = ["Doubt", "SpellingPresenter", "SpellingView", "span_at"]

NAMED = (
    Body, Meeting, Member, CoChair, Delegation, Participant, EarlierMeeting, Event, AgendaItem, Paper, Wording,
)  # fmt: skip


@dataclass(frozen=True)
class Doubt:
    """A doubtful word of a block, from and to in its plain text."""

    block_id: int
    start: int
    end: int


class SpellingView(Protocol):
    """What the paper must be able to show."""

    def show_doubts(self) -> None:
        """Other words may be doubtful now: ask for them anew."""


class SpellingPresenter:
    """One per meeting whose statement is open."""

    def __init__(self, desk: Desk, ask: Ask, jobs: Jobs, meeting_id: int) -> None:
        self._desk, self._ask, self._meeting_id = desk, ask, meeting_id
        self._latest = Latest(jobs)
        self._view: SpellingView | None = None
        self._speller: Speller | None = None
        self._fresh = False  # what was read, or is being read, holds the names as they are
        self._listening = desk.listen(self._on_change)

    def attach(self, view: SpellingView) -> None:
        """Tell this view when other words are doubtful."""
        self._view = view

    def leave(self) -> None:
        """Nobody looks any more."""
        self._listening()
        self._view = None
        self._latest.drop()

    def begin(self) -> None:
        """Read the dictionary and the names in the worker, where that was not done or names changed since."""
        if self._fresh:
            return
        self._fresh = True
        self._latest.run(self._read, self._take, lambda error: self._ask.tell(str(error)))

    # ---- words ----
    def doubts(self, text: str) -> Sequence[Span]:
        """Where the doubtful words of a plain text stand, from and to; none while the dictionary is not there."""
        return doubtful(text, self._speller) if self._speller is not None else ()

    def suggestions(self, word: str) -> Sequence[str]:
        """At most six words it may have been meant to be; takes up to a tenth of a second."""
        if self._speller is None:
            return ()
        with self._desk.reading() as session:
            used = {word for block in read_blocks(session, self._meeting_id) for word in words_of(plain(block.text))}
        return suggestions(word, self._speller, used)

    def next_doubt(self, block_id: int | None, place: int) -> Doubt | None:
        """The next doubtful word after a place in a block, from the end on from the beginning; None is told to her."""
        with self._desk.reading() as session:
            texts = [(block.id or 0, plain(block.text)) for block in read_blocks(session, self._meeting_id)]
        found = [Doubt(key, *span) for key, text in texts for span in self.doubts(text)]
        order = {key: number for number, (key, _text) in enumerate(texts)}
        here = (order.get(block_id or 0, 0), place)
        after = [doubt for doubt in found if (order[doubt.block_id], doubt.start) >= here]
        if not found:
            read = self._speller is not None
            self._ask.tell("No word is doubtful." if read else "The dictionary is not read yet.")
        return next(iter(after or found), None)

    # ---- the house's dictionary ----
    def is_own(self, word: str) -> bool:
        """Whether the word is in the house's dictionary."""
        return self._speller is not None and dictionary.kept(word) in self._speller.house

    @told
    def add(self, word: str) -> None:
        """Add the word to the house's dictionary."""
        with self._desk.change("Add to dictionary") as session:
            dictionary.add_word(session, word)

    @told
    def take_out(self, word: str) -> None:
        """Take the word out of the house's dictionary."""
        with self._desk.change("Take out of dictionary") as session:
            dictionary.remove_word(session, word)

    # ---- inner ----
    def _read(self, _progress: Progress) -> Speller:
        with self._desk.reading() as session:
            record = read_record(session, self._meeting_id)
            house = dictionary.read_words(session)
        return speller_for(record, house)

    def _take(self, speller: Speller) -> None:
        self._speller = speller
        if self._view is not None:
            self._view.show_doubts()

    def _on_change(self, step: Step) -> None:
        if step.touches(*NAMED):
            self._fresh = False  # read when the page is looked at next
        if step.touches(DictionaryWord) and self._speller is not None:
            before = self._speller
            with self._desk.reading() as session:
                house = dictionary.read_words(session)
            self._take(Speller(before.dictionary, before.field, before.names, house))
