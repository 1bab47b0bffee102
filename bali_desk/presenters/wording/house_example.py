"""What a rule of house does to the statement of a meeting: the sentences it sets, with the words it sets in bold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from bali_desk.domain.models import Meeting
from bali_desk.domain.record import Record
from bali_desk.drafting.checks import DraftText, check_text
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.compose import compose
from bali_desk.drafting.known_names import speller_for
from bali_desk.presenters.statement.rich_text import Run, Runs, runs_of
from bali_desk.presenters.wording.house_rules import HouseNow, Rule

MOST = 3  # places that are shown
TRIED = 3  # other values a rule is held against: the first that makes a difference shows what it sets
SETS, SETS_MORE = "It sets in this meeting’s statement:", "It sets in this meeting’s statement, for example:"
NOTHING_SET = "Nothing in the statement of this meeting is set by this rule."
NOTHING_FOUND = "Nothing in the statement of this meeting goes against this rule."
Span = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """Sentences of the statement, and what is to be said of them; no sentences where the rule touches none."""

    about: str
    runs: Runs = ()


def example(record: Record, rule: Rule, now: HouseNow, house_words: Collection[str] = ()) -> Example:
    """What a rule does to the record's statement. Composes it several times: beside the window.

    Raises DeskError where the statement cannot be composed or checked.
    """
    if rule.check:
        return _found(record, rule, now, house_words)
    shown = _set(record, rule, now)
    if shown.runs or not rule.as_if[0]:
        return shown
    days, in_words = rule.as_if
    meeting, length = record.meeting, dt.timedelta(days=days - 1)
    longer = replace(record, meeting=Meeting(**meeting.model_dump() | {"end": meeting.start + length}))
    shown = _set(longer, rule, now)
    return replace(shown, about=f"If this meeting {in_words}:") if shown.runs else shown


def _set(record: Record, rule: Rule, now: HouseNow) -> Example:
    styled, said = rule.styled, rule.read(now.style)
    assert styled is not None
    mine = compose(record, now.style)
    others = [value for value in (*rule.offered[-1:], *rule.offered[:-1]) if value != said]
    for value in others[:TRIED]:
        theirs = compose(record, styled(value, now.style))
        pairs = [(one.text, other.text) for one, other in zip(mine, theirs, strict=False)]
        differing = [place for place, (one, other) in enumerate(pairs) if one != other]
        if differing:
            text = DraftText.of_blocks(mine)
            shown = [
                (text.paragraphs[place], mine[place].text, _differing(*pairs[place])) for place in differing[:MOST]
            ]
            return Example(SETS if len(differing) <= MOST else SETS_MORE, _joined(shown))
    return Example(NOTHING_SET)


def _found(record: Record, rule: Rule, now: HouseNow, house_words: Collection[str]) -> Example:
    blocks = list(record.blocks) or compose(record, now.style)
    text = DraftText.of_blocks(blocks)
    speller = speller_for(record, house_words) if rule.check == "spelling" else None
    profile = now.style.profile
    found = check_text(text, record, None, None, profile, only=[rule.check], speller=speller, own_rules=True)
    against = [one for one in found if rule.about(one)]
    shown, whys = [], []
    for one in against[:MOST]:
        paragraph = text.paragraph_at(one.start)
        if paragraph is not None:
            span = (one.start - paragraph.start, one.end - paragraph.start)
            shown.append((paragraph, blocks[paragraph.place].text, [span]))
            whys.append(one.why)
    if not against:
        return Example(NOTHING_FOUND)
    places = "1 place" if len(against) == 1 else f"{len(against)} places"
    return Example(f"The draft checks mark {places} in this meeting’s statement:", _joined(shown, whys))


def _differing(text: str, other: str) -> list[Span]:
    """Which words of the first text stand otherwise in the second, as spans of the plain text."""
    mine, theirs = _words(text), _words(other)
    matcher = SequenceMatcher(None, [word for word, _span in mine], [word for word, _span in theirs], autojunk=False)
    spans = [(start, end) for kind, start, end, _other, _end in matcher.get_opcodes() if kind != "equal"]
    last = len(mine) - 1
    return [(mine[min(start, last)][1][0], mine[max(start, end - 1)][1][1]) for start, end in spans if start <= last]


def _words(text: str) -> list[tuple[str, Span]]:
    plain, made = "".join(run.text for run in runs_of(text)), []
    start = 0
    for word in plain.split(" "):
        if word:
            made.append((word, (start, start + len(word))))
        start += len(word) + 1
    return made


def _joined(shown: Sequence[tuple[Paragraph, str, Sequence[Span]]], whys: Sequence[str] = ()) -> Runs:
    """The sentences in which the spans begin, a line for each, and behind it why it is shown."""
    made: list[Run] = []
    for number, (paragraph, text, spans) in enumerate(shown):
        made += [Run("\n")] if made else []
        made += [Run("• ")] if paragraph.kind == "bullet" else []
        made += _cut(text, _sentence(paragraph, spans), spans)
        made += [Run(f"\n{whys[number]}", italic=True)] if whys else []
    return tuple(made)


def _sentence(paragraph: Paragraph, spans: Iterable[Span]) -> Span:
    """From the beginning to the end of the sentence in which the first span stands; all of it where there is none."""
    place = min((start for start, _end in spans), default=0)
    whole = (0, len(paragraph.text))
    return next(((start, end) for start, end in paragraph.sentences if start <= place < end), whole)


def _cut(text: str, sentence: Span, spans: Sequence[Span]) -> list[Run]:
    """The runs of a stretch of a text, with the words in the spans in bold."""
    letters = [(letter, run) for run in runs_of(text) for letter in run.text][slice(*sentence)]
    marked = [
        (letter, replace(run, text="", bold=any(start <= place < end for start, end in spans)))
        for place, (letter, run) in enumerate(letters, sentence[0])
    ]
    return [
        replace(face, text="".join(letter for letter, _face in group))
        for face, group in groupby(marked, key=lambda one: one[1])
    ]
