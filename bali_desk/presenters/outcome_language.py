"""How an outcome will read, how strong its verb is, and what does not fit: drafting's answers for the entry line."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.domain.models import Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.advice import advise
from bali_desk.drafting.sentences import sentence
from bali_desk.drafting.verbs import Ladder
from bali_desk.drafting.wording import load_verbs
from bali_desk.presenters.rich_text import Run, runs_of


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


class Language:
    """The ladder of verbs, loaded once for a page."""

    def __init__(self) -> None:
        self._ladder: Ladder = load_verbs()

    def rungs(self) -> list[Rung]:
        """The verbs, weak to strong."""
        return [Rung(verb.name, verb.strength, verb.commits) for verb in self._ladder.by_strength()]

    def strength(self, verb: str) -> int | None:
        """How strong a verb is, 0 to 9; None where the ladder does not know it."""
        return self._ladder.strength(verb)

    def reading(self, outcome: Outcome, record: Record) -> Reading:
        """How the outcome reads and what to say about it."""
        rung = self._ladder.find(outcome.verb)
        return Reading(
            runs_of(sentence(outcome)) if outcome.verb or outcome.text else (),
            tuple(runs_of(point) for point in outcome.points),
            rung.name if rung else "",
            tuple(advise(outcome, record)) if outcome.verb else (),
        )
