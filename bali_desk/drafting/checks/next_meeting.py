"""What a draft says of the next meeting, and of documents by name, against the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.dates import mentions
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.events import ORDINAL
from bali_desk.drafting.checks.finding import Hit

_NEXT = re.compile(
    rf"(?i)\b(?:meet again|next (?:\w+\s+){{0,2}}(?:meeting|session|conference)|will (?:next )?(?:meet|convene|hold its|hold their)|reconvene"
    rf"|(?:its|the|their)\s+(?:{ORDINAL})\s+(?:\w+\s+){{0,2}}(?:meeting|session|conference)\b[^.]*\b(?:will|would|to be held)\b|host(?:ing)? (?:the|its|their) (?:next|{ORDINAL}))"
)
_PLACE = re.compile(r"\b(?:in|at)\s+(?P<place>(?:the\s+)?[A-Z][\w’.-]+(?:(?:,?\s+|\s+(?:of|and|the)\s+)[A-Z][\w’.-]+)*)")
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d)\b")


def next_meeting_mismatch(case: Case) -> Iterator[Hit]:
    """Another time or place of the next meeting than the record's, or one that is not after this meeting."""
    record = case.record
    if record is None:
        return
    coming = record.meeting.next or {}
    last_day = record.meeting.end or record.meeting.start
    when = mentions(coming.get("when") or "", last_day.year)
    for one in case.text.running[-4:]:
        for start, end in one.sentences:
            said = one.text[start:end]
            found = _NEXT.search(said)
            if not found or not _is_own(case, said, found):
                continue
            for date in [date for date in case.dates[one.place] if start <= date.start < end][-1:]:
                told = f"the record: {coming.get('when')}"
                if date.last <= last_day:
                    yield Hit(one, date.start, date.end, "The next meeting would be before this one.", told if coming.get("when") else "")
                elif when and (date.last < when[0].first or date.first > when[0].last):
                    yield Hit(one, date.start, date.end, "The record has another time for the next meeting.", told)
                elif when and when[0].grain == "day" and date.grain == "day" and (date.first, date.last) != (when[0].first, when[0].last):
                    yield Hit(one, date.start, date.end, "The record has another time for the next meeting.", told)
            if coming.get("place"):
                yield from _place(case, one, (start, end), str(coming["place"]))


def _is_own(case: Case, said: str, found: re.Match[str]) -> bool:
    """Whether the sentence speaks of this body's next meeting and not of another's."""
    record = case.record
    assert record is not None
    names = [fold(name) for name in (record.body.name, record.body.short, record.body.main_actor) if name]
    of = re.search(r"(?:meeting|session|conference)\s+of\s+(?:the\s+)?(?P<body>[A-Z][^.,]*?)(?=\s+(?:will|would|in|to|is)\b|[,.]|$)", said)
    if of:
        body = fold(of["body"])
        return any(body.startswith(name) or name.startswith(body) or name.endswith(body) for name in names)
    subject = re.match(r"(?:The\s+)?(?P<who>[A-Z][\w’-]*(?:\s+(?:of|on|for|and|the|[A-Z][\w’-]*))*?)\s+(?:will|would)\b", said)
    if subject and not re.match(r"(?i)next|its|they|it\b|working group|committee|meeting|co-chairs|members|participants|delegates", subject["who"]):
        who = fold(subject["who"])
        counted = re.match(rf"(?i)(?:{ORDINAL})\s+(?:[\w-]+\s+){{0,3}}(?:meeting|session|conference)$", subject["who"])
        return bool(counted) or any(who.startswith(name) or name.startswith(who) or name.endswith(who) for name in names) or bool(re.search(r"host", found.group(), re.I))
    return True


def _place(case: Case, one: Paragraph, span: tuple[int, int], place: str) -> Iterator[Hit]:
    said = one.text[span[0] : span[1]]
    for found in _PLACE.finditer(said):
        name = found["place"]
        if _MONTH.match(name) or mentions(name) or re.match(r"(?i)the (?:first|second|third|fourth)", name):
            continue
        parts = [fold(part) for part in place.split(",")]
        said_parts = [fold(part) for part in name.split(",")]
        codes = {case.countries.code(part.strip()) for part in parts}
        same = any(part.strip() in fold(name) or piece.strip() in fold(place) for part in parts for piece in said_parts)
        if same or any(case.countries.code(piece.strip()) in codes for piece in said_parts):
            return
        start = span[0] + found.start("place")
        yield Hit(one, start, start + len(name), "The record has another place for the next meeting.", f"the record: {place}")
        return


def instrument_name(case: Case) -> Iterator[Hit]:
    """A document whose name is not quite that of the register."""
    record = case.record
    if record is None:
        return
    names = [*record.body.names, *(paper.title for paper in record.papers if paper.title), *([record.work_plan.title] if record.work_plan and record.work_plan.title else [])]
    known = {tuple(_words(name)): name for name in names if len(_words(name)) >= 3}
    exact = [fold(name) for name in names]
    for one in case.text.running:
        tokens = [(found.start(), found.end(), _fold(found.group())) for found in re.finditer(r"[^\W_][\w’'–/-]*", one.text)]
        for words, name in known.items():
            yield from _nearly(one, tokens, words, name, exact)


def _nearly(one: Paragraph, tokens: list[tuple[int, int, str]], words: tuple[str, ...], name: str, exact: list[str]) -> Iterator[Hit]:
    """A run of words that is the name but for one word, which is changed, added or left out."""
    first, last = words[0], words[-1]
    size = len(words)
    for place, (start, _end, token) in enumerate(tokens):
        for length in (size, size - 1, size + 1):
            run = tuple(word for _s, _e, word in tokens[place : place + length])
            if len(run) < length or (token != first and run[-1] != last):
                continue
            if run == words or not one.text[start].isupper():
                break
            if _one_word_off(run, words):
                stop = tokens[place + length - 1][1]
                said = one.text[start:stop]
                if any(fold(said) in other or other in fold(said) for other in exact) or not _is_title(said):
                    continue
                yield Hit(one, start, stop, "The register has this name otherwise.", f"“{name}”", fix=name)
                return


def _one_word_off(run: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if len(run) == len(words):
        different = [(one, other) for one, other in zip(run, words, strict=True) if one != other]
        return len(different) == 1 and len(words) >= 4 or (len(different) == 1 and len(words) == 3 and bool(re.search(r"\d", different[0][0] + different[0][1])))
    longer, shorter = (run, words) if len(run) > len(words) else (words, run)
    return len(words) >= 5 and any(longer[:place] + longer[place + 1 :] == shorter for place in range(1, len(longer) - 1))


def _is_title(said: str) -> bool:
    """Whether most words of a run have capitals, as those of a name."""
    words = re.findall(r"[^\W\d_][\w’'-]*", said)
    big = [word for word in words if len(word) > 3]
    return bool(big) and sum(word[0].isupper() for word in big) >= len(big) * 0.8


def _words(name: str) -> list[str]:
    return [_fold(word) for word in re.findall(r"[^\W_][\w’'–/-]*", name)]


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'").replace("–", "-")
