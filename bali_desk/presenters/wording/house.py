"""What the rules of a body's house style show and do: each chosen among examples, kept in the body's own wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Body, Meeting, Outcome, Wording
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.own_house import with_term, without_rules
from bali_desk.drafting.wording import load_profile_about
from bali_desk.presenters.ask import Ask, Jobs, Progress
from bali_desk.presenters.latest import Latest
from bali_desk.presenters.statement.rich_text import Runs
from bali_desk.presenters.telling import told
from bali_desk.presenters.wording.house_catalogue import TERMS, rules
from bali_desk.presenters.wording.house_example import Example, example
from bali_desk.presenters.wording.house_rules import HouseNow, Rule, Value, house_now
from bali_desk.presenters.wording.house_terms import TermRow, term_of, term_rows
from bali_desk.presenters.wording.own import write_wording
from bali_desk.store import dictionary
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import read_record

ALL_BACK = "Back to the shipped house rules"


@dataclass(frozen=True)
class RuleRow:
    """A rule in the list: what it says as an example; `own` where the body says it itself."""

    key: str
    section: str
    title: str
    detail: str
    own: bool


@dataclass(frozen=True)
class ChoiceRow:
    """One thing a rule may say."""

    place: int
    words: str
    chosen: bool
    shipped: bool


@dataclass(frozen=True)
class RuleShown:
    """The rule in hand; without choices it is the table of words."""

    key: str
    title: str
    why: str
    choices: tuple[ChoiceRow, ...]
    own: bool
    standing: str  # whether this is the shipped choice or her own


class HouseView(Protocol):
    """What the dialog must be able to show."""

    def show_house(self, house: str, own: int) -> None:
        """The name of the house style, and how many of its rules are the body's own."""

    def show_rules(self, rows: Sequence[RuleRow], chosen: str) -> None:
        """The rules, and the one in hand."""

    def show_rule(self, rule: RuleShown) -> None:
        """The one in hand with what may be chosen."""

    def show_terms(self, rows: Sequence[TermRow]) -> None:
        """The words the house does not use, with those it does."""

    def show_example(self, about: str, runs: Runs) -> None:
        """What the rule does to the statement of the meeting."""


class HousePresenter:
    """One per dialog of house rules that is open. Raises DeskError where the body's own wording cannot be read."""

    def __init__(self, desk: Desk, view: HouseView, ask: Ask, meeting_id: int, jobs: Jobs | None = None) -> None:
        self._desk, self._view, self._ask, self._meeting_id = desk, view, ask, meeting_id
        self._latest = Latest(jobs) if jobs is not None else None
        self._data, self._found = Data(), ""
        self._made: set[str] = set()  # the names of the steps that were made here
        self._read()
        self._rules = rules(self._data, len(self._now.style.words.numbers))
        self._rule = next(iter(self._rules.values()))
        self._listening = desk.listen(self._on_change)
        self._show()

    def leave(self) -> None:
        """Ends its listening to the desk; nobody waits for an example any more."""
        self._listening()
        if self._latest is not None:
            self._latest.drop()

    def find(self, words: str) -> None:
        """Show only the rules in which all these words stand."""
        self._found = words
        self._show_rules()

    def choose(self, key: str) -> None:
        """Take another rule in hand."""
        if key in self._rules and key != self._rule.key:
            self._rule = self._rules[key]
            self._view.show_example("", ())  # that of the rule before would be taken for its own
            self._show()

    # ---- the rule in hand ----
    @told
    def set(self, place: int) -> None:
        """Let it say the choice in this place."""
        value = self._choices()[place]
        if value != self._rule.read(self._now.style):
            kept = None if value == self._rule.read(self._now.shipped) else value
            self._write(self._label(), self._rule.written(self._now.text, kept), merge=self._rule.key)

    @told
    def back_to_shipped(self) -> None:
        """It says again what the house style says."""
        self._write(self._label(), self._rule.written(self._now.text, None))

    @told
    def all_back(self) -> None:
        """Every rule says again what the house style says."""
        self._write(ALL_BACK, without_rules(self._now.text))

    # ---- words the house does not use ----
    def add_term(self, word: str, instead: str) -> None:
        """Another word that is not used, or another one in its place; DeskError says why it cannot be kept."""
        self._keep_term(*term_of(word, instead))

    @told
    def change_term(self, word: str, instead: str) -> None:
        """Say something else instead of a word of the table."""
        self._keep_term(*term_of(word, instead))

    @told
    def remove_term(self, word: str) -> None:
        """Take a word of her own away; a shipped one may be written from now on."""
        row = self._term(word)
        if row is not None:
            self._write(self._label(), with_term(self._now.text, word, "" if row.shipped else None))

    @told
    def term_back(self, word: str) -> None:
        """What the house says of a word as shipped."""
        self._write(self._label(), with_term(self._now.text, word, None))

    # ---- undo, as far as it concerns what is shown here ----
    @told
    def undo(self) -> None:
        """Take back what was changed here last."""
        if self._desk.undo_label in self._made:
            self._desk.undo()

    @told
    def redo(self) -> None:
        """Do it again."""
        if self._desk.redo_label in self._made:
            self._desk.redo()

    # ---- inner ----
    def _label(self) -> str:
        return f"Change house rule: {self._rule.title}"

    def _write(self, label: str, text: str, merge: object = None) -> None:
        self._made.add(label)
        body = self._record.body
        write_wording(self._desk, body, label, text, merge=(Wording, body.id, merge) if merge else None)

    def _keep_term(self, word: str, instead: str) -> None:
        shipped = self._now.shipped.choices.terms
        kept = None if shipped.get(word) == instead else instead
        self._write(self._label(), with_term(self._now.text, word, kept))

    def _term(self, word: str) -> TermRow | None:
        return next((row for row in term_rows(self._now) if row.word == word), None)

    def _choices(self) -> list[Value]:
        """What may be chosen, and what is said now or was shipped where that is none of it."""
        read, made = self._rule.read, list(self._rule.offered)
        made += [value for value in (read(self._now.shipped), read(self._now.style)) if value not in made]
        return list(dict.fromkeys(made))

    def _read(self) -> None:
        with self._desk.reading() as session:
            self._record = read_record(session, self._meeting_id)
            self._house_words = dictionary.read_words(session)
        self._now: HouseNow = house_now(self._record, self._data)

    def _on_change(self, step: Step) -> None:
        if not step.touches(Wording, Body, Meeting, Outcome, Block):
            return
        try:
            self._read()
        except DeskError:
            return  # undone to a wording that cannot be read: whoever opens the wording is asked about it
        self._show()

    def _show(self) -> None:
        house = load_profile_about(self._now.style.profile).partition(":")[0]
        self._view.show_house(house, sum(rule.own(self._now.text) for rule in self._rules.values()))
        self._show_rules()
        self._view.show_rule(self._shown(self._rule, house))
        if self._rule.key == TERMS:
            self._view.show_terms(term_rows(self._now))
        self._show_example()

    def _show_rules(self) -> None:
        words = self._found.casefold().split()
        shown = [(self._row(rule), rule.why) for rule in self._rules.values()]
        found = [row for row, why in shown if all(word in _spoken(row, why) for word in words)]
        self._view.show_rules(found, self._rule.key)

    def _row(self, rule: Rule) -> RuleRow:
        style = self._now.style
        said = rule.said(rule.read(style), style)
        return RuleRow(rule.key, rule.section, rule.title, said, rule.own(self._now.text))

    def _shown(self, rule: Rule, house: str) -> RuleShown:
        style, shipped = self._now.style, rule.read(self._now.shipped)
        said, own = rule.read(style), rule.own(self._now.text)
        choices = [] if rule.key == TERMS else self._choices()
        rows = tuple(
            ChoiceRow(place, rule.said(value, style), value == said, value == shipped)
            for place, value in enumerate(choices)
        )
        standing = f"Your own. Shipped: {rule.said(shipped, style)}" if own else f"As shipped for {house}"
        return RuleShown(rule.key, rule.title, rule.why, rows, own, standing)

    def _show_example(self) -> None:
        record, rule, now, known = self._record, self._rule, self._now, self._house_words
        if self._latest is None:
            self._view_example(example(record, rule, now, known))
            return

        def work(progress: Progress) -> Example:
            progress.step(0, 1)  # not at all where she went on meanwhile
            return example(record, rule, now, known)

        self._latest.run(work, self._view_example, lambda error: self._view.show_example(str(error), ()))

    def _view_example(self, made: Example) -> None:
        self._view.show_example(made.about, made.runs)


def _spoken(row: RuleRow, why: str) -> str:
    return f"{row.title} {row.detail} {row.section} {why}".casefold()
