"""Carrying lines over to the next plan: what goes and what stays is seen and ticked before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, select

from bali_desk.domain import succession
from bali_desk.domain.models import WorkPlan, WorkPlanLine
from bali_desk.domain.work_plan import FollowUp, PlanAt, turns
from bali_desk.presenters import typed
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.numbers import some
from bali_desk.presenters.telling import told
from bali_desk.presenters.work_plan.rows import named
from bali_desk.store.desk import Desk
from bali_desk.store.records import next_sequence

GOES, STAYS, THERE = "goes along", "stays behind", "is there already"


@dataclass(frozen=True)
class RollLine:
    """A line of the last plan, and what happens to it."""

    handle: str
    text: str
    status: str
    goes: bool
    there: bool  # the next plan has it already

    @property
    def happens(self) -> str:
        """In words."""
        return THERE if self.there else GOES if self.goes else STAYS


@dataclass(frozen=True)
class RollShown:
    """The preview: from which plan to which meeting, the head of the new plan, and every line."""

    ways: tuple[str, ...]  # "From the 3rd, Bali 2017 to the 4th, Colombo 2018", the likely one first
    way: int
    title: str
    from_: str
    to: str
    lines: tuple[RollLine, ...]
    head: tuple[str, str, str]  # title and years the next plan has by now

    @property
    def going(self) -> int:
        """How many lines go along."""
        return sum(line.goes for line in self.lines)

    def writes(self, title: str, begins: str, ends: str) -> bool:
        """Whether there is anything to write: a line that goes along, or another title or year."""
        return bool(self.going) or self.head != tuple(words.strip() for words in (title, begins, ends))


class RollOver:
    """Holds the ticks while she looks; writes once, in one step. `show` is told of every change of the preview."""

    def __init__(
        self, desk: Desk, ask: Ask, read: Callable[[], FollowUp | None], meeting_id: int, show: Callable[[], None]
    ) -> None:
        self._desk, self._ask, self._read = desk, ask, read
        self._meeting_id, self._show = meeting_id, show
        self._way = 0
        self._ticked: dict[str, bool] = {}

    @property
    def words(self) -> str:
        """What the button says; empty where there is nothing to carry over or nowhere to carry it."""
        ways = self._ways()
        if not ways:
            return ""
        source, target = ways[0]
        if target.meeting.id == self._meeting_id:
            return f"Take lines from {named(source.meeting)}…"
        return f"Roll over to {named(target.meeting)}…"

    def begin(self) -> None:
        """Look at it afresh."""
        self._way, self._ticked = 0, {}
        self._show()

    def choose_way(self, way: int) -> None:
        """From another plan, or to another meeting."""
        self._way, self._ticked = way, {}
        self._show()

    def tick(self, handle: str, on: bool) -> None:
        """She wants the line to go along, or not."""
        self._ticked[handle] = on
        self._show()

    def shown(self) -> RollShown | None:
        """The preview as it stands; None where there is nothing to carry over."""
        ways = self._ways()
        if not ways:
            return None
        way = min(self._way, len(ways) - 1)
        source, target = ways[way]
        names = tuple(f"From {named(one.meeting)} to {named(other.meeting)}" for one, other in ways)
        return RollShown(names, way, *_head(source, target), self._lines(source, target), _head_of(target.plan))

    @told
    def carry(self, title: str, begins: str, ends: str) -> bool:
        """Make the next plan of the ticked lines, with this title and these years; False where nothing was written."""
        ways, shown = self._ways(), self.shown()
        if shown is None or not shown.writes(title, begins, ends):
            return False
        source, target = ways[shown.way]
        going = {line.handle for line in shown.lines if line.goes}
        with self._desk.change("Roll over work plan") as session:
            plan = _plan_of(session, target.meeting.id or 0)
            plan.title, plan.from_, plan.to = typed.words(title), typed.words(begins), typed.words(ends)
            session.flush()
            first = next_sequence(session, WorkPlanLine, plan_id=plan.id)
            chosen = [line for line in source.lines if line.handle in going]
            session.add_all(succession.carried(chosen, plan.id or 0, first))
        stay = sum(not line.goes and not line.there for line in shown.lines)
        behind = f" {stay} stay{'s' if stay == 1 else ''} behind." if stay else ""
        carried = f"Carried {some(len(going), 'line')} over to" if going else "Kept title and years of the plan of"
        self._ask.tell(f"{carried} {named(target.meeting)}.{behind}")
        return True

    # ---- inner ----
    def _ways(self) -> Sequence[tuple[PlanAt, PlanAt]]:
        follow_up = self._read()
        return turns(follow_up.meetings, self._meeting_id) if follow_up is not None else []

    def _lines(self, source: PlanAt, target: PlanAt) -> tuple[RollLine, ...]:
        there = {line.handle for line in target.lines}
        return tuple(
            RollLine(
                line.handle,
                line.text or "",
                (line.status or "").strip() or "open",
                line.handle not in there and self._ticked.get(line.handle, succession.is_open(line.status)),
                line.handle in there,
            )
            for line in source.lines
        )


def _head(source: PlanAt, target: PlanAt) -> tuple[str, str, str]:
    """Title and years: those the next plan has, else those of the last one or of the period after it."""
    mine = _head_of(target.plan)
    if any(mine):
        return mine
    last = source.plan or WorkPlan(meeting_id=0)
    return succession.next_period(last, target.meeting.start.year)


def _head_of(plan: WorkPlan | None) -> tuple[str, str, str]:
    return (plan.title or "", plan.from_ or "", plan.to or "") if plan is not None else ("", "", "")


def _plan_of(session: Session, meeting_id: int) -> WorkPlan:
    plan = session.exec(select(WorkPlan).where(WorkPlan.meeting_id == meeting_id)).one_or_none()
    if plan is None:
        plan = WorkPlan(meeting_id=meeting_id)
        session.add(plan)
    return plan
