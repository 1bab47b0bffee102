"""What the officer decides about the rows of a sheet, one by one or for all of a verdict at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bali_desk.exchange.registration import Choice, Place, Verdict
from bali_desk.presenters.registration.rows import (
    WRITES,
    RowsShown,
    answers_to,
    asks_home,
    counts_of,
    decided,
    details_of,
    in_order,
    question_of,
    summary_of,
    verdict_row,
    waiting,
    writes,
)


class Decisions:
    """The verdicts in hand, which row is chosen, and the choices made; `changed` is called after each."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self.verdicts: list[Verdict] = []
        self.choices: dict[Place, Choice] = {}
        self._homes: Sequence[str] = ()
        self._candidates: dict[Place, int] = {}
        self._named: dict[Place, str] = {}  # the delegations she named
        self._only = ""
        self._chosen: Place | None = None

    @property
    def waiting(self) -> int:
        """How many rows wait for a choice."""
        return len(waiting(self.verdicts, self.choices))

    def forget(self) -> None:
        """Another file: nothing is decided."""
        self.verdicts, self.choices, self._candidates, self._named = [], {}, {}, {}
        self._only, self._chosen = "", None

    def judge(self, verdicts: Sequence[Verdict], homes: Sequence[str]) -> None:
        """These verdicts from now on; what was decided of a row stands while its answers still fit."""
        before = {one.place: one for one in self.verdicts}
        self.verdicts, self._homes = list(verdicts), homes
        fits = {one.place for one in self.verdicts if _same_question(one, before.get(one.place))}
        self.choices = {place: choice for place, choice in self.choices.items() if place in fits}
        if self._of(self._chosen) is None:
            self._chosen = next((one.place for one in self._shown()), None)

    # ---- what the officer does ----
    def filter(self, verdict: str) -> None:
        """Show only rows of this verdict; empty: all."""
        self._only = verdict
        shown = self._shown()
        if shown and self._chosen not in [one.place for one in shown]:
            self._chosen = shown[0].place
        self._changed()

    def choose(self, place: Place) -> None:
        """She went to this row."""
        if place != self._chosen:
            self._chosen = place
            self._changed()

    def name_candidate(self, participant_id: int) -> None:
        """The chosen row is about this one of several."""
        if self._chosen is not None:
            self._candidates[self._chosen] = participant_id
            self._renew()

    def name_home(self, delegation: str) -> None:
        """The chosen row means this delegation."""
        if self._chosen is not None:
            self._named[self._chosen] = delegation.strip()
            self._renew()

    def decide(self, action: str) -> bool:
        """Do this with the chosen row, and go to the next that asks; False where it cannot be done with it."""
        verdict = self._of(self._chosen)
        if verdict is None or not self._decide(verdict, action):
            return False
        asking = [one.place for one in self._shown() if not decided(one, self.choices)]
        if verdict.verdict == "doubtful" and asking:
            self._chosen = asking[0]
        self._changed()
        return True

    def decide_alike(self) -> None:
        """Do with every row of the same verdict what is decided for the chosen one, wherever it can be done."""
        verdict = self._of(self._chosen)
        action = decided(verdict, self.choices) if verdict is not None else ""
        if verdict is None or not action:
            return
        for one in self.verdicts:
            if one.verdict == verdict.verdict and one.place != verdict.place:
                self._decide(one, action)
        self._changed()

    # ---- what is shown ----
    def shown(self, file: str) -> RowsShown:
        """The second step as it stands."""
        verdict = self._of(self._chosen)
        several = len({one.place[0] for one in self.verdicts}) > 1
        candidate = self._candidate(verdict) if verdict is not None else None
        twin = self._of(verdict.twin) if verdict is not None and not verdict.candidates else None
        action = decided(verdict, self.choices) if verdict is not None else ""
        alike = sum(one.verdict == verdict.verdict for one in self.verdicts) if verdict is not None else 0
        asks = verdict is not None and asks_home(verdict)
        return RowsShown(
            file=file,
            counts=counts_of(self.verdicts),
            only=self._only,
            rows=[verdict_row(one, self.choices, several) for one in self._shown()],
            chosen=self._chosen,
            question=question_of(verdict) if verdict is not None else "",
            why=verdict.why if verdict is not None else "",
            beside=f"Row {twin.row}" if twin is not None else "On the desk",
            details=details_of(verdict, candidate, twin) if verdict is not None else (),
            answers=answers_to(verdict) if verdict is not None else (),
            action=action,
            candidates=_candidates(verdict),
            candidate=candidate,
            homes=self._offered_homes(verdict) if asks else (),
            home=self._home(verdict) if verdict is not None and asks else "",
            for_all=self._words_for_all(verdict, action, alike),
            waiting=self.waiting,
            summary=summary_of(self.verdicts, self.choices),
            takes=sum(writes(one, self.choices) for one in self.verdicts),
        )

    # ---- inner ----
    def _of(self, place: Place | None) -> Verdict | None:
        return next((one for one in self.verdicts if one.place == place), None)

    def _shown(self) -> list[Verdict]:
        return in_order([one for one in self.verdicts if self._only in ("", one.verdict)])

    def _decide(self, verdict: Verdict, action: str) -> bool:
        if action not in [one.action for one in answers_to(verdict)]:
            return False
        home = self._home(verdict) if asks_home(verdict) and action in WRITES else ""
        self.choices[verdict.place] = Choice(action, self._candidate(verdict), home or None)
        return True

    def _renew(self) -> None:
        """What was decided of the chosen row is decided with what was just named."""
        verdict = self._of(self._chosen)
        if verdict is not None and verdict.place in self.choices:
            self._decide(verdict, self.choices[verdict.place].action)
        self._changed()

    def _candidate(self, verdict: Verdict) -> int | None:
        first = verdict.candidates[0].participant_id if verdict.candidates else verdict.participant_id
        return self._candidates.get(verdict.place, first)

    def _home(self, verdict: Verdict) -> str:
        """The delegation a row goes to: named by her, the one that is suggested, or as the row says."""
        said = verdict.person.delegation if verdict.registration.home not in ("above", "sheet") else ""
        return self._named.get(verdict.place, verdict.suggestion or " ".join(said.split()))

    def _offered_homes(self, verdict: Verdict | None) -> Sequence[str]:
        said = " ".join(verdict.person.delegation.split()) if verdict is not None else ""
        first = [verdict.suggestion if verdict is not None else "", said]
        return list(dict.fromkeys(name for name in (*first, *self._homes) if name))

    def _words_for_all(self, verdict: Verdict | None, action: str, alike: int) -> str:
        if verdict is None or not action or alike < 2 or not answers_to(verdict):
            return ""
        return f"The same for all {alike} {verdict.verdict} rows"


def _same_question(one: Verdict, before: Verdict | None) -> bool:
    if before is None or (one.registration, one.verdict) != (before.registration, before.verdict):
        return False
    return [who.participant_id for who in one.candidates] == [who.participant_id for who in before.candidates]


def _candidates(verdict: Verdict | None) -> list[tuple[int, str]]:
    if verdict is None or len(verdict.candidates) < 2:
        return []
    return [
        (one.participant_id, f"{one.name}, {one.delegation}" if one.delegation else one.name)
        for one in verdict.candidates
    ]
