"""What was recorded twice in the same words, so that it is told once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from bali_desk.domain.models import Outcome
from bali_desk.drafting.verbs import folded


def once(outcomes: Sequence[Outcome], main_actor: str) -> tuple[list[Outcome], dict[str, list[Outcome]]]:
    """The outcomes without repetitions, and by the handle of the first of each the others, in order."""
    first: dict[Hashable, Outcome] = {}
    repeated: dict[str, list[Outcome]] = {}
    kept: list[Outcome] = []
    for one in outcomes:
        said = first.setdefault(_words(one, main_actor), one)
        if said is one:
            kept.append(one)
        else:
            repeated.setdefault(said.handle, []).append(one)
    return kept, repeated


def _words(outcome: Outcome, main_actor: str) -> Hashable:
    higher = outcome.recommended_to or {}
    return (
        folded(outcome.subject or main_actor).removeprefix("the "),
        folded(outcome.verb),
        _bare(outcome.text),
        tuple(_bare(point) for point in outcome.points),
        _bare(higher.get("body")),
        _bare(higher.get("when")),
        tuple(outcome.papers),
        outcome.number,
    )


def _bare(text: str | None) -> str:
    return folded(text).rstrip(" .,;:")
