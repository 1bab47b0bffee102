"""One draft under check, with all it is compared with; what several checks need of it is read once."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from bali_desk.domain.disclosure import public_outcomes
from bali_desk.domain.models import Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.checks import masks
from bali_desk.drafting.checks.acronyms_read import Acronyms, read_acronyms, registered
from bali_desk.drafting.checks.countries import Countries
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.checks.dates import Mention, mentions
from bali_desk.drafting.checks.draft_text import DraftText
from bali_desk.drafting.checks.frames import Finder, Said, finder, passive_in, said_in
from bali_desk.drafting.checks.house_rules import HouseRules, house_rules
from bali_desk.drafting.checks.register import Register, Variant, register_of
from bali_desk.drafting.spelling import Speller
from bali_desk.drafting.wording import Style, load_style, style_to_check_by

if TYPE_CHECKING:
    from bali_desk.drafting.checks.outcomes import Sentence
    from bali_desk.drafting.checks.person_names import Met


@dataclass(frozen=True)
class Case:
    """The draft, the record of its meeting, the day of the check, the last statement and the house's rules."""

    text: DraftText
    record: Record | None = None
    today: dt.date | None = None
    previous: DraftText | None = None
    profile: str | None = None
    own_rules: bool = False  # whether those of the record's own wording go before those of the profile
    office_terms: tuple[tuple[str, str], ...] = ()
    speller: Speller | None = None
    data: Data = field(default_factory=Data)

    @cached_property
    def house(self) -> HouseRules:
        """What the house writes, where there are several ways."""
        return house_rules(self.profile, self.data, self.style if self.own_rules else None)

    @cached_property
    def style(self) -> Style:
        """The small words and the ladder of verbs, in the style of the body; the default one where that is not here."""
        return style_to_check_by(self.record)[0] if self.record else load_style()

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """What finds every name that is registered somewhere."""
        return masks.registered(self.record, self.data)

    @cached_property
    def masked(self) -> list[str]:
        """The text of each paragraph with names, titles, quotations, symbols and addresses blotted out."""
        return [masks.blotted(one.text, masks.spans(one, self.names)) for one in self.text.paragraphs]

    @cached_property
    def unquoted(self) -> list[str]:
        """The text of each paragraph with quotations, titles in italics, symbols and addresses blotted out."""
        return [masks.blotted(one.text, masks.spans(one, None)) for one in self.text.paragraphs]

    @cached_property
    def without_symbols(self) -> list[str]:
        """The text of each paragraph with symbols and addresses blotted out: "TIPWG/3/5" names no TIPWG."""
        return [masks.blotted(one.text, masks.symbols(one)) for one in self.text.paragraphs]

    @cached_property
    def year(self) -> int | None:
        """The year of days that are written without one: that of the meeting."""
        return self.meeting_days[1].year if self.meeting_days else None

    @cached_property
    def without_titles(self) -> list[str]:
        """The text of each paragraph with quotations and the names of the record blotted out, but not its countries."""
        names = masks.titles_of(self.record)
        return [masks.blotted(one.text, masks.spans(one, names)) for one in self.text.paragraphs]

    @cached_property
    def dates(self) -> list[list[Mention]]:
        """The dates each paragraph tells; quotations and titles count for none."""
        return [mentions(text, self.year) for text in self.unquoted]

    @cached_property
    def meeting_days(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day of the meeting: of the record, else of the text's opening or title."""
        if self.record is not None:
            start = self.record.meeting.start
            return start, self.record.meeting.end or start
        return self._days_in_opening()

    @cached_property
    def terms(self) -> list[tuple[str, str]]:
        """The office's own words and those it does not use: as given, and those of the house."""
        return [*self.office_terms, *((own, other) for other, own in self.house.terms.items())]

    @cached_property
    def countries(self) -> Countries:
        """Countries by all their names."""
        return Countries(self.record, self.data)

    @cached_property
    def register(self) -> Register:
        """The registered names of the record."""
        return register_of(self.record)

    @cached_property
    def variants(self) -> list[Variant]:
        """Registered names in another form."""
        return self.register.variants(self.text)

    @cached_property
    def acronyms(self) -> Acronyms:
        """Every acronym and where it is defined."""
        return read_acronyms(self)

    @cached_property
    def full_names(self) -> tuple[re.Pattern[str] | None, dict[str, str]]:
        """What finds the full names of the record's acronyms, with an acronym in brackets, and the acronym of each."""
        short = {" ".join(full.split()).casefold(): one for one, full in registered(self).items() if full and one}
        names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(short, key=len, reverse=True))
        found = rf"(?i)(?<!\w)(?P<name>{names})(?!\w)(?:\s+\([^()\s]+\))?"
        return re.compile(found) if names else None, short

    def in_short(self, text: str) -> str:
        """A text with the acronym of each name of the record in its place, so that either says the same."""
        pattern, short = self.full_names
        if pattern is None:
            return text
        return pattern.sub(lambda found: short[" ".join(found["name"].split()).casefold()], text)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence of the running text, with the words that carry its meaning."""
        from bali_desk.drafting.checks.outcomes import sentences_of

        return sentences_of(self)

    @cached_property
    def persons(self) -> list[Met]:
        """Every person the text names with a title, and whom of the record she is."""
        from bali_desk.drafting.checks.person_names import met_in

        return met_in(self)

    @cached_property
    def public_outcomes(self) -> list[Outcome]:
        """The outcomes that may be told and say something."""
        return [one for one in public_outcomes(self.record) if one.verb or one.text] if self.record else []

    @cached_property
    def finder(self) -> Finder:
        """What finds actors and their verbs."""
        return finder(self)

    @cached_property
    def said(self) -> list[list[Said]]:
        """In each running paragraph who said what: actor, reporting verb and matter."""
        return [
            said_in(one, text, self) if one.running else []
            for one, text in zip(self.text.paragraphs, self.unquoted, strict=True)
        ]

    @cached_property
    def told(self) -> list[list[Said]]:
        """Who said what, and what was said by whom: "was noted by the Committee", "it was agreed to …"."""
        passive = [
            passive_in(one, text, self) if one.running else []
            for one, text in zip(self.text.paragraphs, self.unquoted, strict=True)
        ]
        return [*self.said, *passive]

    def _days_in_opening(self) -> tuple[dt.date, dt.date] | None:
        titles = self.text.title_block
        opening = self.text.running[:1]
        if not titles and not (opening and _MET.search(opening[0].text)):
            return None
        for one in [*opening, *titles]:
            limit = one.sentences[0][1] if one.running and one.sentences else len(one.text)
            if one.running and not _MET.search(one.text[:limit]):
                continue
            days = [found for found in mentions(one.text[:limit]) if found.grain == "day"]
            if days:
                return days[0].first, days[0].last
        return None


_MET = re.compile(r"\b(?:met|held|convened|gathered|took place)\b")
