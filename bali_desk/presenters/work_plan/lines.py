"""The lines of the open meeting's plan: begun, typed, moved and taken away in the table."""

from __future__ import annotations

from bali_desk.domain.models import WorkPlan, WorkPlanLine
from bali_desk.presenters import places
from bali_desk.presenters.outcomes.side_lists import PlanLines
from bali_desk.presenters.telling import told
from bali_desk.store.records import read_record
from bali_desk.store.removal import remove


class TableLines(PlanLines):
    """Beside what the list on the Outcomes page does: a line after another one, and none left without a word."""

    @told
    def add_after(self, line_id: int | None) -> int:
        """Begin a line below this one, or at the end; gives its id."""
        with self._desk.change("Add work plan line", merge=("new line", self._meeting_id)) as session:
            lines = read_record(session, self._meeting_id).work_plan_lines
            new = self._new(session)
            session.add(new)
            session.flush()
            place = next((place for place, one in enumerate(lines, 1) if one.id == line_id), len(lines))
            places.number([*lines[:place], new, *lines[place:]])
        return new.id or 0

    def drop_empty(self, line_id: int) -> bool:
        """Take away a line that was left without a word; whether it was. Begun and dropped in one go is no step."""
        with self._desk.change("Add work plan line", merge=("new line", self._meeting_id)) as session:
            line = session.get(WorkPlanLine, line_id)
            if line is None or line.text:
                return False
            others = [one for one in read_record(session, self._meeting_id).work_plan_lines if one.id != line_id]
            plan = session.get_one(WorkPlan, line.plan_id)
            remove(session, line)
            places.number(others)
            if not (others or plan.title or plan.from_ or plan.to):
                remove(session, plan)  # made for this line
        return True
