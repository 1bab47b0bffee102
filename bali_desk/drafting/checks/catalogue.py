"""All draft checks, in the order of the catalogue, one line for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bali_desk.domain.errors import DeskError
from bali_desk.drafting.checks import (
    acronyms,
    actions,
    actors,
    annexes,
    articles,
    attendance_list,
    calendar_checks,
    chairs,
    country_facts,
    counts,
    coverage,
    date_forms,
    decisions,
    events,
    lists,
    mechanics,
    meeting_facts,
    names,
    next_meeting,
    numbering,
    numbers,
    pairs,
    persons,
    presenters,
    previous,
    references,
    repeats,
    residue,
    restricted,
    spelling_check,
    stated_numbers,
    time_logic,
    variants,
)
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.checks.finding import ERROR, INFO, WARNING, Finding, Hit, Severity

FAMILIES = {
    "facts": "Facts against the record",
    "time": "Time",
    "names": "Names and terms",
    "actors": "Actors and verbs",
    "language": "Language and mechanics",
    "structure": "Structure and what drafting leaves behind",
}


@dataclass(frozen=True)
class Check:
    """One check: its name, how grave what it finds is, what it needs, and what finds it.

    `needs` are letters: t text, r record, d day of the check, p previous statement, s style of the house.
    """

    name: str
    severity: Severity
    needs: str
    family: str
    find: Callable[[Case], Iterable[Hit]]
    by_name_only: bool = False  # of so little weight that it runs only where somebody asks for it

    def findings(self, case: Case) -> list[Finding]:
        """What it finds in a draft, in the order of the text."""
        made = [self._finding(case, hit) for hit in self.find(case)]
        return sorted(made, key=lambda found: (found.start, found.end))

    def _finding(self, case: Case, hit: Hit) -> Finding:
        start, end = hit.paragraph.start + hit.start, hit.paragraph.start + hit.end
        quote = case.text.plain[start:end]
        fix = hit.fix if hit.fix is None or "'" in quote else hit.fix.replace("'", "’")
        return Finding(
            self.name,
            hit.severity or self.severity,
            quote,
            start,
            end,
            hit.paragraph.block,
            hit.why,
            " ".join(hit.other.split()),
            fix,
        )


CHECKS: tuple[Check, ...] = (
    Check("date-mismatch", ERROR, "tr", "facts", meeting_facts.date_mismatch),
    Check("weekday-date", ERROR, "t", "facts", calendar_checks.weekday_date),
    Check("place-mismatch", ERROR, "tr", "facts", meeting_facts.place_mismatch),
    Check("ordinal-mismatch", ERROR, "tr", "facts", meeting_facts.ordinal_mismatch),
    Check("chair-mismatch", ERROR, "tr", "facts", chairs.chair_mismatch),
    Check("count-mismatch", ERROR, "tr", "facts", counts.count_mismatch),
    Check("attendance-list", ERROR, "tr", "facts", attendance_list.attendance_list),
    Check("status-mismatch", WARNING, "tr", "facts", country_facts.status_mismatch),
    Check("country-name", WARNING, "tr", "facts", country_facts.country_name),
    Check("person-unknown", ERROR, "tr", "facts", persons.person_unknown),
    Check("person-variant", WARNING, "tr", "facts", persons.person_variant),
    Check("person-title", WARNING, "tr", "facts", persons.person_title),
    Check("attribution-mismatch", ERROR, "tr", "facts", presenters.attribution_mismatch),
    Check("decision-missing", ERROR, "tr", "facts", decisions.decision_missing),
    Check("decision-verb", ERROR, "tr", "facts", decisions.decision_verb),
    Check("sentence-unsourced", WARNING, "tr", "facts", decisions.sentence_unsourced),
    Check("action-mismatch", WARNING, "tr", "facts", actions.action_mismatch),
    Check("next-meeting-mismatch", ERROR, "tr", "facts", next_meeting.next_meeting_mismatch),
    Check("instrument-name", WARNING, "tr", "facts", names.instrument_name),
    Check("agenda-coverage", INFO, "tr", "facts", coverage.agenda_coverage),
    Check("restricted-content", ERROR, "tr", "facts", restricted.restricted_content),
    Check("past-forward-reference", WARNING, "td", "time", time_logic.past_forward_reference),
    Check("tense-vs-date", ERROR, "tr", "time", time_logic.tense_vs_date),
    Check("period-order", ERROR, "t", "time", events.period_order),
    Check("range-reversed", ERROR, "t", "time", calendar_checks.range_reversed),
    Check("impossible-date", ERROR, "t", "time", calendar_checks.impossible_date),
    Check("same-event-two-dates", ERROR, "t", "time", events.same_event_two_dates),
    Check("previous-residue", WARNING, "trp", "time", previous.previous_residue),
    Check("acronym-undefined", WARNING, "tr", "names", acronyms.acronym_undefined),
    Check("acronym-late", WARNING, "t", "names", acronyms.acronym_late),
    Check("acronym-redefined", WARNING, "t", "names", acronyms.acronym_redefined),
    Check("acronym-conflict", ERROR, "tr", "names", acronyms.acronym_conflict),
    Check("acronym-unused", INFO, "t", "names", acronyms.acronym_unused, by_name_only=True),
    Check("name-variant", WARNING, "tr", "names", names.name_variant),
    Check("case-variant", WARNING, "t", "names", names.case_variant),
    Check("term-variant", INFO, "ts", "names", names.term_variant),
    Check("verb-actor", WARNING, "t", "actors", actors.verb_actor),
    Check("verb-object", WARNING, "t", "actors", actors.verb_object),
    Check("tense-mix", WARNING, "t", "actors", actors.tense_mix),
    Check("voice-mix", WARNING, "t", "actors", actors.voice_mix),
    Check("actor-variant", INFO, "t", "actors", actors.actor_variant),
    Check("spelling", WARNING, "t", "language", spelling_check.spelling),
    Check("spelling-variant", WARNING, "ts", "language", variants.spelling_variant),
    Check("doubled-word", ERROR, "t", "language", mechanics.doubled_word),
    Check("spacing", INFO, "t", "language", mechanics.spacing),
    Check("unbalanced-brackets", ERROR, "t", "language", pairs.unbalanced_brackets),
    Check("unbalanced-quotes", ERROR, "t", "language", pairs.unbalanced_quotes),
    Check("quote-style", INFO, "ts", "language", pairs.quote_style),
    Check("range-dash", INFO, "ts", "language", numbers.range_dash),
    Check("date-format", INFO, "ts", "language", date_forms.date_format),
    Check("number-style", INFO, "ts", "language", numbers.number_style),
    Check("list-punctuation", INFO, "ts", "language", lists.list_punctuation),
    Check("list-parallel", INFO, "t", "language", lists.list_parallel),
    Check("article", WARNING, "t", "language", articles.article),
    Check("sentence-end", WARNING, "t", "language", mechanics.sentence_end),
    Check("long-sentence", INFO, "t", "language", mechanics.long_sentence),
    Check("encoding", ERROR, "t", "language", mechanics.encoding),
    Check("placeholder", ERROR, "t", "structure", residue.placeholder),
    Check("bracketed-text", ERROR, "t", "structure", residue.bracketed_text),
    Check("editing-residue", ERROR, "t", "structure", residue.editing_residue),
    Check("numbering", ERROR, "t", "structure", numbering.numbering),
    Check("cross-reference", ERROR, "t", "structure", references.cross_reference),
    Check("annex", ERROR, "tr", "structure", annexes.annex),
    Check("stated-number", ERROR, "t", "structure", stated_numbers.stated_number),
    Check("duplicate-text", WARNING, "t", "structure", repeats.duplicate_text),
    Check("part-missing", WARNING, "ts", "structure", repeats.part_missing),
)


def check_named(name: str) -> Check:
    """The check of this name; DeskError where there is none."""
    found = next((check for check in CHECKS if check.name == name), None)
    if found is None:
        raise DeskError(f"There is no draft check “{name}”.")
    return found


@dataclass(frozen=True)
class Explanation:
    """A check told to an officer, with examples."""

    title: str
    about: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]


def explain(name: str, data: Data | None = None) -> Explanation:
    """What a check is for, with a wrong and a right example; DeskError where there is none of this name."""
    part = (data or Data()).help.within(check_named(name).name)
    return Explanation(part.text("title"), part.text("about"), part.texts("wrong"), part.texts("right"))
