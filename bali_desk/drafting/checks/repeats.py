"""Sentences that stand twice, and parts of a statement that are missing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.labels import first_lines, labelled

ALIKE = 0.92
SHORT = 8  # words; a shorter sentence is a formula
WHOLE = 150  # words; a shorter text is a piece of a statement
_WORD = re.compile(r"[\w’'-]+")
_FACT = re.compile(
    r"\d|^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|january|february|march|april|june|july"
    r"|august|september|october|november|december|early|late|not|no)$"
)
_POINTS_BACK = ("This", "These", "That", "Those", "It", "They", "He", "She")  # what it says hangs on what stands before


def duplicate_text(case: Case) -> Iterator[Hit]:
    """A sentence that says what another says, in nearly the same words."""
    sentences = [(one, span, _words(one.text[slice(*span)])) for one in case.text.running for span in one.sentences]
    sentences = [sentence for sentence in sentences if len(sentence[2]) >= SHORT]
    counts = Counter(word for _one, _span, words in sentences for word in {word.casefold() for word in words})
    seen: dict[str, list[int]] = defaultdict(list)
    for place, (one, (start, end), words) in enumerate(sentences):
        if words[0] in _POINTS_BACK:
            continue
        rare = sorted({word.casefold() for word in words}, key=lambda word: (counts[word], word))[:RAREST]
        near = Counter(other for word in rare for other in seen[word])
        for other, _shared in near.most_common(5):
            if _alike(words, sentences[other][2]):
                first = sentences[other]
                said = first[0].text[slice(*first[1])]
                yield Hit(one, start, end, "This was said before.", _short(said))
                break
        for word in rare:
            if len(seen[word]) < MOST:
                seen[word].append(place)


RAREST = 4  # words of a sentence by which those like it are found
MOST = 40  # sentences with a word that are looked at


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _alike(one: list[str], other: list[str]) -> bool:
    """Whether two sentences are the same but for a word or two that is no name, number or date."""
    if one == other:
        return True
    if min(len(one), len(other)) < ALIKE * 0.9 * max(len(one), len(other)) or _facts(one) != _facts(other):
        return False
    folded = [word.casefold() for word in one], [word.casefold() for word in other]
    return SequenceMatcher(None, *folded, autojunk=False).ratio() >= ALIKE


def _facts(words: list[str]) -> Counter[str]:
    """Names, numbers and dates: two sentences that differ in one say two things."""
    return Counter(
        word for place, word in enumerate(words) if (place and word[0].isupper()) or _FACT.search(word.casefold())
    )


def _short(said: str) -> str:
    return f"“{said if len(said) <= 80 else f'{said[:79]}…'}”"


def part_missing(case: Case) -> Iterator[Hit]:
    """A whole statement without its opening, attendance, next meeting or thanks; a heading without text."""
    yield from _bare_headings(case)
    running = case.text.running
    titled = bool(case.text.title_block)
    whole = titled or (case.text.words >= WHOLE and bool(running) and _OPENING.search(running[0].text) is not None)
    if len(running) < 3 or not whole:
        return
    first = case.text.paragraphs[0]
    opening = "\n".join(one.text for one in running[:4])
    said = "\n".join(one.text for one in running)
    if not any(_OPENING.search(one.text) for one in running[:2]):
        yield _at_start(first, "The opening is missing: which body met, where and when.")
    if not _ATTENDANCE.search(opening) and not any(
        labelled(case, one, "attendance_labels") for one in first_lines(case)
    ):
        yield _at_start(first, "The attendance is missing: who chaired and who came.")
    if not _NEXT.search(said) and not _FINAL.search(said) and not _is_invited(case, said):
        yield _at_end(running[-1], "The next meeting is missing: where and when the body meets again.")
    if not _is_thanked(running) and not _is_virtual(case, opening):
        yield _at_end(running[-1], "The thanks to the host are missing.")


def _is_invited(case: Case, said: str) -> bool:
    """Whether somebody offers to have the body itself: "offered to receive the Working Party in Majuro"."""
    found = (name for offer in _OFFER.finditer(said) for name in (offer["whom"], offer["whom"].split()[0]))
    return any(case.finder.is_actor(name) or name in ("us", "it", "them") for name in found)


_OFFER = re.compile(
    r"\b(?:offer\w*|propos\w+|invit\w+|wish\w+)\b[^.]{0,60}?\b(?:host|hosting|receive|receiving|welcome|welcoming)\s+"
    r"(?:the\s+)?(?P<whom>[A-Z][\w-]*(?:\s[A-Z][\w-]*)?|us\b|it\b|them\b)"
)


def _is_thanked(running: list[Paragraph]) -> bool:
    """Whether thanks are told at the end, or thanks before that go to a host; a speaker may be thanked anywhere."""
    end = running[-LAST:]
    return any(
        _THANKS.search(one.text[slice(*span)]) and (one in end or _HOST.search(one.text[slice(*span)]))
        for one in running
        for span in one.sentences
    )


LAST = 4  # paragraphs in which whoever is thanked is thanked for the meeting
_HOST = re.compile(
    r"(?i)\b(?:hosts?|hosting|hosted|hospitality|government|people|arrangements|organi[sz]\w+|secretariat|co-chairs?)\b"
)


def _is_virtual(case: Case, opening: str) -> bool:
    recorded = case.record is not None and case.record.meeting.format == "virtual"
    return recorded or _VIRTUAL.search(opening) is not None


def _at_start(one: Paragraph, why: str) -> Hit:
    word = re.match(r"\S*", one.text)
    return Hit(one, 0, word.end() if word else 0, why)


def _at_end(one: Paragraph, why: str) -> Hit:
    text = one.text.rstrip()
    return Hit(one, len(text) - len(text.split()[-1]), len(text), why)


_VIRTUAL = re.compile(r"(?i)\b(?:virtual(?:ly)?|online|by video|videoconference|via (?:zoom|teams|webex))\b")
_FINAL = re.compile(
    r"(?i)\b(?:final|last) (?:meeting|session)\b|\bconcluded its (?:work|mandate)"
    r"|\bmandate (?:ends|expires|has ended)"
)
_OPENING = re.compile(
    r"(?i)(?<!be )\b(?:met|held (?:its|their|the|a|in|on|from|at|online|virtually)|convened|gathered"
    r"|took place|assembled|came together"
    r"|came to order|sat (?:in|on|from))\b|\b(?:was|were) (?:held|opened|convened)\b|\bhad the honou?r to\b"
)
_ATTENDANCE = re.compile(
    r"(?i)\b(?:chaired|to co-chair|attended|attendance|participants?|participated|brought together"
    r"|delegates|represent(?:ed|atives?)|delegations|presided)\b"
)
_NEXT = re.compile(
    r"(?i)\b(?:next|\w+(?:st|nd|rd|th|ond|ird))\s+(?:\w+\s+){0,3}?(?:meeting|session|conference|round|gathering|assembly|dialogue|forum|retreat|summit)\b"
    r"[^.]*\b(?:will|would|to be|is (?:to|planned|scheduled|expected)|shall)\b"
    r"|\b(?:will|would|to|offer\w*|invit\w+|agreed|propos\w+)\b[^.]*\b(?:next|\w+(?:st|nd|rd|th|ond|ird))\s+(?:\w+\s+){0,3}?(?:meeting|session|conference|round|gathering|assembly|dialogue|forum|retreat|summit)\b"
    r"|\bmeet(?:ing)? again\b|\breconvene|\bwill (?:next )?(?:meet|convene|gather)\b|\bnext meet"
)
_THANKS = re.compile(r"(?i)\b(?:thank\w*|grateful|gratitude|appreciation|hospitality|appreciated)\b")


def _bare_headings(case: Case) -> Iterator[Hit]:
    shown = case.text.paragraphs
    for one in shown:
        if one.kind != "heading" or re.match(r"(?i)annex|appendix|attachment|list of", one.text):
            continue
        after = shown[one.place + 1] if one.place + 1 < len(shown) else None
        if after is None or (after.kind == "heading" and _look(one) == _look(after)):
            yield Hit(one, 0, len(one.text), "Nothing stands under this heading.")


def _look(one: Paragraph) -> str:
    """How a heading is set: two that look alike are of one level."""
    number = re.match(r"(?:Agenda )?Item|[A-Z][a-z]+ (?=\d)|\d+(?=\.)|[IVX]+\.", f"{one.marker} {one.text}".strip())
    head = re.sub(r"\d+", "1", number.group()) if number else ""
    return f"{re.sub(r'[IVX]+', 'I', head) if head.endswith('.') else head}|{one.text.isupper()}"
