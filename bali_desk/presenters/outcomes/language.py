"""How an outcome will read, how strong its verb is, and what does not fit: drafting's answers for the entry line."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.advice import advice
from bali_desk.drafting.sentences import lead_in, listed, spoken, stopped, told_as
from bali_desk.drafting.tasks import task_alone
from bali_desk.drafting.wording import load_style, style_for
from bali_desk.presenters.statement.rich_text import Run, runs_of


@dataclass(frozen=True)
class Rung:
    """A verb of the ladder, and what it commits to."""

    verb: str
    strength: int
    means: str


@dataclass(frozen=True)
class Reading:
    """How the outcome will stand in the text, its points below it, and what to say about it at once."""

    runs: tuple[Run, ...]
    points: tuple[tuple[Run, ...], ...]
    rung: str  # the verb of the ladder it stands on; "" where the ladder does not know it
    advice: tuple[str, ...]
    asks: str = ""  # what such an outcome wants told beside its words: "owner" who does it, "body" who decides; "" none
    due: str = ""  # the day that is meant, where it was not written out


class Language:
    """The style of a body with its ladder of verbs, loaded once for a page."""

    def __init__(self, record: Record) -> None:
        try:
            self._style = style_for(record)
        except DeskError:  # the statement says so when it is composed; recording goes on
            self._style = load_style()

    def rungs(self) -> list[Rung]:
        """The verbs, weak to strong."""
        return [Rung(verb.name, verb.strength, verb.commits) for verb in self._style.ladder.by_strength()]

    def strength(self, verb: str) -> int | None:
        """How strong a verb is, 0 to 9; None where the ladder does not know it."""
        return self._style.ladder.strength(verb)

    def task(self, matter: str | None, owner: str | None, record: Record) -> str | None:
        """What the owner is to do, alone: the words of an action."""
        return task_alone(matter, owner, record.body.acronyms, self._style.words.task_openers)

    def reading(self, outcome: Outcome, record: Record) -> Reading:
        """How the outcome reads and what to say about it."""
        if not (outcome.verb or outcome.text or outcome.points):
            return Reading((), (), "", ())
        whole = self._style.ladder.find(f"{outcome.verb or ''} {outcome.text or ''}")  # "agreed" with "to recommend"
        parts, bare = told_as(outcome, self._style, record)
        said = spoken(parts, self._style, "priorities" if bare else "")
        points = listed(bare, self._style)
        rung = self._style.ladder.find(outcome.verb)
        return Reading(
            runs_of(lead_in(said, self._style) if points else stopped(said)),
            tuple(runs_of(point) for point in points),
            rung.name if rung else "",
            tuple(advice(outcome, record, self._style)) if outcome.verb else (),
            whole.asks if whole and outcome.verb else "",
        )
