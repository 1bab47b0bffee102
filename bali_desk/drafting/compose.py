"""The statement as the record says it: title block, attendance, a paragraph per item, next steps and thanks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bali_desk.domain.agenda import Line, outline
from bali_desk.domain.dates import written
from bali_desk.domain.models import Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.facts import attendance_fields, meeting_fields, next_fields, with_article
from bali_desk.drafting.frames import begun
from bali_desk.drafting.markup import escaped
from bali_desk.drafting.paragraphs import Flow
from bali_desk.drafting.sentences import is_blank, is_public, lead_in, listed, parts_of, spoken, stopped, unstopped
from bali_desk.drafting.verbs import folded
from bali_desk.drafting.wording import Style, load_style


@dataclass(frozen=True)
class Draft:
    """One block as composed: its kind and text, the outcomes or items it tells, and the part of the text it is."""

    kind: str
    text: str
    sources: list[str]
    slot: str


def compose(record: Record, style: Style | None = None) -> list[Draft]:
    """All blocks of the statement, in order; what is restricted or not public is never told."""
    return _Composition(record, style or load_style(record.body.style)).whole()


class _Composition:
    """One composition of one record in one style."""

    def __init__(self, record: Record, style: Style) -> None:
        self.record = record
        self.style = style
        self.fields = meeting_fields(record, style)
        self.paragraph = "numbered" if style.numbered else "paragraph"
        self.virtual = record.meeting.format == "virtual"
        self.completed = 0  # outcomes told so far that complete lines of the work plan

    def whole(self) -> list[Draft]:
        public = [one for one in self.record.outcomes if is_public(one, self.record) and not is_blank(one)]
        told = [*self._title_block(), *self._opening(), *self._items(public), *self._closing(public)]
        return [replace(draft, text=self._set(draft.text)) for draft in told if draft.text]

    def _set(self, text: str) -> str:
        """The text with the house's apostrophe, as a typesetter would set it."""
        return re.sub(r"(?<=\w)'", self.style.rules.apostrophe, text)

    def _title_block(self) -> list[Draft]:
        title = "title_one_chair" if len(self.record.co_chairs) == 1 else "title"
        place_date = "place_date_virtual" if self.virtual else "place_date"
        return [
            Draft("title", self._filled(title), [], "title"),
            Draft("subtitle", self._filled("subtitle"), [], "subtitle"),
            Draft("subtitle", self._filled(place_date), [], "place_date"),
        ]

    def _opening(self) -> list[Draft]:
        opening = self._filled("opening_virtual" if self.virtual else "opening")
        frame = "attendance_one_chair" if len(self.record.co_chairs) == 1 else "attendance"
        attendance = begun(self.style.fill(frame, self.fields | dict(attendance_fields(self.record))))
        return [
            Draft("heading", self._filled("heading_opening"), [], "heading:opening"),
            Draft(self.paragraph, " ".join(text for text in (opening, attendance) if text), [], "opening"),
        ]

    def _items(self, public: list[Outcome]) -> list[Draft]:
        drafts: list[Draft] = []
        lines = outline(self.record.agenda, self.record.meeting)
        under = {line.item.id: [one for one in public if one.agenda_item_id == line.item.id] for line in lines}
        heading: Draft | None = None
        flow = Flow(self.style)
        for line in lines:
            if line.depth == 0:
                heading, flow = self._heading(line), Flow(self.style)
            outcomes = under[line.item.id]
            if outcomes and heading:
                drafts.append(heading)
                heading = None
            drafts += self._told(outcomes, f"item:{line.item.handle}", flow)
        unattached = [one for one in public if one.agenda_item_id not in under]
        if unattached:
            drafts.append(Draft("heading", self._filled("heading_other"), [], "heading:other"))
            drafts += self._told(unattached, "unattached", Flow(self.style))
        return drafts

    def _heading(self, line: Line) -> Draft:
        fields = self.fields | {"number": line.number, "item": (line.item.title or "").strip()}
        return Draft(
            "heading", begun(self.style.fill("heading", fields)), [line.item.handle], f"heading:{line.item.handle}"
        )

    def _told(self, outcomes: Iterable[Outcome], slot: str, flow: Flow) -> list[Draft]:
        """Outcomes in a paragraph; one with points has a paragraph and a list of its own."""
        drafts: list[Draft] = []
        after = ""
        flow.new_paragraph()

        def finish() -> None:
            drafts.append(Draft(self.paragraph, flow.text(), flow.handles(), f"{slot}{after}"))
            flow.new_paragraph()

        for outcome in outcomes:
            points = listed(outcome.points, self.style)
            if points:
                finish()
                drafts += self._list(outcome, points, flow)
                after = f":after:{outcome.handle}"
            else:
                flow.say(parts_of(outcome, self.style, self.record))
            flow.add(self._completion(outcome), outcome.handle)
        finish()
        return drafts

    def _list(self, outcome: Outcome, points: list[str], flow: Flow) -> list[Draft]:
        said = lead_in(spoken(flow.alone(parts_of(outcome, self.style, self.record)), self.style), self.style)
        slot = f"outcome:{outcome.handle}"
        return [
            Draft(self.paragraph, said, [outcome.handle], slot),
            *(
                Draft("bullet", point, [outcome.handle], f"{slot}:point:{place}")
                for place, point in enumerate(points, start=1)
            ),
        ]

    def _completion(self, outcome: Outcome) -> str:
        """That an outcome completes lines of the work plan, where its own text does not say so."""
        lines = {line.handle for line in self.record.work_plan_lines} & set(outcome.fulfils)
        if not lines or any(word in folded(outcome.text) for word in self.style.words.fulfilment):
            return ""
        frame = "fulfils_again" if self.completed else "fulfils"
        said = begun(self.style.fill(frame, self.fields | {"lines": len(lines)}))
        self.completed += bool(said)
        return said

    def _closing(self, public: list[Outcome]) -> list[Draft]:
        coming = next_fields(self.record.meeting, self.style.words)
        next_meeting = self.style.fill("next_meeting", self.fields | dict(coming)) if any(coming.values()) else ""
        parts = [
            self._next_steps({one.id: one.handle for one in public if one.id is not None}),
            Draft(self.paragraph, begun(next_meeting), [], "next_meeting"),
            Draft(self.paragraph, self._thanks(public), [], "thanks"),
        ]
        heading = Draft("heading", self._filled("heading_closing"), [], "heading:closing")
        return [heading, *parts] if any(part.text for part in parts) else []

    def _next_steps(self, public: dict[int, str]) -> Draft:
        """What those who serve the meeting will do, from the open actions of outcomes that may be told."""
        owners = {folded(owner) for owner in self.style.rules.actions_of}
        said: list[str] = []
        sources: list[str] = []
        before = ""
        for action in self.record.actions:
            outcome = public.get(action.outcome_id) if action.outcome_id is not None else None
            owner = folded(action.owner).removeprefix("the ")
            if outcome is None or action.status not in (None, "open") or not owners & {owner, "*"}:
                continue
            task = unstopped(action.text)
            if owner == before:
                task = f"{self.style.words.also} {task}"
            fields = {"owner": with_article(escaped(action.owner or ""), self.style.words), "task": task}
            text = stopped(begun(self.style.fill("action", self.fields | fields | {"due": written(action.due)})))
            if text:
                said.append(text)
                sources += [outcome] if outcome not in sources else []
                before = "" if owner == before else owner
        return Draft(self.paragraph, " ".join(said), sources, "next_steps")

    def _thanks(self, public: list[Outcome]) -> str:
        """Thanks to the host, where no outcome has said them."""
        words = self.style.words
        if any(phrase in folded(outcome.text) for outcome in public for phrase in words.thanks_to_host):
            return ""
        host = with_article(self.record.meeting.country, words)
        return begun(self.style.fill("thanks_virtual" if self.virtual else "thanks", self.fields | {"host": host}))

    def _filled(self, frame: str) -> str:
        return begun(self.style.fill(frame, self.fields))
