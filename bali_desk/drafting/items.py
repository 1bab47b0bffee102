"""The middle of the statement: what was done with each agenda item, in paragraphs, lists and decisions."""

from __future__ import annotations

from collections.abc import Sequence

from bali_desk.domain.agenda import Line, outline
from bali_desk.domain.dates import written
from bali_desk.domain.models import Action, Outcome
from bali_desk.drafting.draft import Draft
from bali_desk.drafting.frames import begun
from bali_desk.drafting.material import Material
from bali_desk.drafting.paragraphs import Flow
from bali_desk.drafting.sentences import Parts, lead_in, listed, spoken, stopped, told_as, unstopped
from bali_desk.drafting.verbs import DECISION, folded


class Items:
    """Tells the items of one composition, one after the other."""

    def __init__(self, material: Material) -> None:
        self.material, self.style, self.record = material, material.style, material.record
        self.done: set[int | None] = set()  # actions that an outcome has told
        self._completed = 0  # outcomes told so far that complete lines of the work plan
        self._decisions = 0  # decisions told so far
        self._numbered = any(one.number for one in material.told if self._decides(one))

    def drafts(self) -> list[Draft]:
        """Headings, paragraphs, lists and decisions, in the order of the agenda."""
        told, drafts = self.material.told, list[Draft]()
        lines = outline(self.record.agenda, self.record.meeting)
        under: dict[int | None, list[Outcome]] = {line.item.id: [] for line in lines}
        unattached = list[Outcome]()
        for one in told:
            under.get(one.agenda_item_id, unattached).append(one)
        heading: Draft | None = None
        flow = Flow(self.style)
        for line in lines:
            if line.depth == 0:
                heading, flow = self._heading(line), Flow(self.style)
            outcomes = under[line.item.id]
            if outcomes and heading:
                drafts.append(heading)
                heading = None
            drafts += self._item(outcomes, f"item:{line.item.handle}", flow)
        if unattached:
            drafts.append(Draft("heading", self.material.filled("heading_other"), [], "heading:other"))
            drafts += self._item(unattached, "unattached", Flow(self.style))
        return drafts

    def _heading(self, line: Line) -> Draft:
        fields = {"number": line.number, "item": (line.item.title or "").strip()}
        text = self.material.filled("heading", fields)
        return Draft("heading", text, [line.item.handle], f"heading:{line.item.handle}")

    def _item(self, outcomes: Sequence[Outcome], slot: str, flow: Flow) -> list[Draft]:
        """One item: in its own order or by weight; decisions apart behind it where the style wants them so."""
        ordered = self._ordered(outcomes)
        apart = [one for one in ordered if self._stands_apart(one)]
        drafts = self._narrative([one for one in ordered if one not in apart], slot, flow)
        return [*drafts, *(draft for one in apart for draft in self._decision(one))]

    def _ordered(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        order = self.style.rules.order
        if order == "agenda":
            return list(outcomes)
        sign = -1 if order == "strongest first" else 1
        return sorted(outcomes, key=lambda one: sign * (self.style.ladder.strength(one.verb) or 0))

    def _narrative(self, outcomes: Sequence[Outcome], slot: str, flow: Flow) -> list[Draft]:
        """Outcomes in a paragraph; one with points has a paragraph and a list of its own."""
        drafts: list[Draft] = []
        after = ""
        flow.new_paragraph()

        def finish() -> None:
            drafts.append(Draft(self.material.paragraph, flow.text(), flow.handles(), f"{slot}{after}"))
            flow.new_paragraph()

        for outcome in outcomes:
            parts, points = self._parts(outcome)
            if points:
                finish()
                drafts += self._list(outcome, spoken(flow.alone(parts), self.style, "priorities"), points)
                after = f":after:{outcome.handle}"
            else:
                flow.say(parts)
            flow.add(self._completion(outcome), outcome.handle)
        finish()
        return drafts

    def _parts(self, outcome: Outcome) -> tuple[Parts, list[str]]:
        """An outcome's sentence and points, with the date of its action where that says nothing else."""
        parts, points = told_as(outcome, self.style, self.record)
        action = self._same_action(outcome, parts)
        if action is None or points:
            return parts, points
        fields = {"owner": parts.subject, "task": parts.text, "due": written(action.due)}
        told = unstopped(self.style.fill("action", {**self.material.fields, **fields}))
        begins = f"{parts.subject} {parts.verb} "
        if told.startswith(begins):
            self.done.add(action.id)
            parts = Parts(parts.subject, parts.verb, told.removeprefix(begins), parts.handle)
        return parts, points

    def _same_action(self, outcome: Outcome, parts: Parts) -> Action | None:
        """The open action of an outcome that says who will do what, and nothing but that."""
        verb = self.style.ladder.find(parts.verb)
        if not self.style.rules.say_once or verb is None or verb.kind != "undertaking":
            return None
        for action in self.record.actions:
            same = folded(action.owner).removeprefix("the ") == parts.actor and unstopped(action.text) == parts.text
            if action.outcome_id == outcome.id and action.status in (None, "open") and same:
                return action
        return None

    def _list(self, outcome: Outcome, said: str, points: Sequence[str]) -> list[Draft]:
        slot = f"outcome:{outcome.handle}"
        bullets = enumerate(listed(points, self.style), start=1)
        return [
            Draft(self.material.paragraph, lead_in(said, self.style), [outcome.handle], slot),
            *(Draft("bullet", point, [outcome.handle], f"{slot}:point:{place}") for place, point in bullets),
        ]

    def _decides(self, outcome: Outcome) -> bool:
        return (self.style.ladder.strength(outcome.verb) or 0) >= DECISION

    def _stands_apart(self, outcome: Outcome) -> bool:
        return self._decides(outcome) and any(self.style.frames["decision_apart"])

    def _decision(self, outcome: Outcome) -> list[Draft]:
        """A decision on a line of its own, its points below it."""
        parts, points = self._parts(outcome)
        said = spoken(parts, self.style, "priorities" if points else "")
        self._decisions += 1
        fields = {"sentence": said, "number": outcome.number, "count": "" if self._numbered else str(self._decisions)}
        line = begun(self.style.fill("decision_apart", fields))
        if points:
            return self._list(outcome, line, points)
        text = " ".join(text for text in (stopped(line), self._completion(outcome)) if text)
        return [Draft(self.material.paragraph, text, [outcome.handle], f"outcome:{outcome.handle}")]

    def _completion(self, outcome: Outcome) -> str:
        """That an outcome completes lines of the work plan, where its own text does not say so."""
        fulfils = {line for one in (outcome, *self.material.repeated.get(outcome.handle, ())) for line in one.fulfils}
        lines = {line.handle for line in self.record.work_plan_lines} & fulfils
        if not lines or any(word in folded(outcome.text) for word in self.style.words.fulfilment):
            return ""
        said = self.material.filled("fulfils_again" if self._completed else "fulfils", {"lines": len(lines)})
        self._completed += bool(said)
        return said
