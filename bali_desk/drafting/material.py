"""What one composition works with: the record, the style, and the outcomes that may be told."""

from __future__ import annotations

from collections.abc import Iterable

from bali_desk.domain.disclosure import public_outcomes
from bali_desk.domain.models import Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.facts import main_actor, meeting_fields
from bali_desk.drafting.frames import Fields, begun
from bali_desk.drafting.masking import pattern_of
from bali_desk.drafting.repeats import once
from bali_desk.drafting.sentences import is_blank
from bali_desk.drafting.wording import Style


class Material:
    """Read once, handed to each part of the composition."""

    def __init__(self, record: Record, style: Style) -> None:
        self.record, self.style = record, style
        self.fields = meeting_fields(record, style)
        self.paragraph = "numbered" if style.numbered else "paragraph"
        self.virtual = record.meeting.format == "virtual"
        self.public = [one for one in public_outcomes(record) if not is_blank(one)]
        self.told, self.repeated = self.public, dict[str, list[Outcome]]()
        if style.rules.say_once:
            self.told, self.repeated = once(self.public, main_actor(record, style))
        self.registered = pattern_of(_registered(record))

    def filled(self, frame: str, more: Fields | None = None) -> str:
        """A frame with the facts of the meeting and these fields, begun with a capital."""
        return begun(self.style.fill(frame, {**self.fields, **(more or {})}))

    def sources(self, handles: Iterable[str]) -> list[str]:
        """The outcomes with these handles, and those that say the same."""
        return [one for handle in handles for one in (handle, *(same.handle for same in self.repeated.get(handle, ())))]


def _registered(record: Record) -> list[str]:
    return [record.body.name, *record.body.names]
