"""What drafting leaves behind: placeholders, words in brackets, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.drafting.brackets import open_texts
from bali_desk.drafting.checks import masks
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import TITLES, Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.sentences import Span
from bali_desk.drafting.markup import escaped
from bali_desk.drafting.wording_file import Part

_CITATION = re.compile(r"\[\d{4}\]\s+(?:\d+\s+)?[A-Z]{2,}")
_FOOTNOTE = re.compile(r"\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]")
_COUNTS = re.compile(r"\s+(?!is\b|was\b|has\b|as\b|this\b|its\b)(?:\w+\s+){0,2}?[a-z]+s\b")  # "[38] participants"


def placeholder(case: Case) -> Iterator[Hit]:
    """Something that was to be filled in."""
    known = {short.casefold() for short in case.record.body.acronyms} if case.record else set()
    for one in case.text.paragraphs:
        for start, end, why in _placeholders(case, one):
            if one.text[start:end].casefold() not in known:
                yield Hit(one, start, end, why)


def _placeholders(case: Case, one: Paragraph) -> list[tuple[int, int, str]]:
    """Every placeholder of a paragraph, the longest of those that overlap, with the brackets around it."""
    found: list[tuple[int, int, str]] = []
    for part in case.data.residue.each("placeholder"):
        quoted_too = part.text("name") == "field of a template"  # its guillemets are no quotation
        for match in _pattern(part).finditer(one.text if quoted_too else case.unquoted[one.place]):
            start, end = match.span()
            if one.text[start - 1 : start] == "[" and one.text[end : end + 1] == "]":
                start, end = start - 1, end + 1
            found.append((start, end, part.text("say")))
    found.sort(key=lambda hit: (hit[0], -hit[1]))
    kept: list[tuple[int, int, str]] = []
    for hit in found:
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def bracketed_text(case: Case) -> Iterator[Hit]:
    """Words in square brackets, which are not agreed."""
    legal = case.data.residue.within("brackets").texts("legal")
    for one in case.text.paragraphs:
        if "[" not in one.text:
            continue
        passed = [hit[:2] for hit in _placeholders(case, one)]
        passed += [span for span in masks.quoted_spans(one) if not _holds_all(one, span)]
        passed += [found.span() for found in _FOOTNOTE.finditer(one.text) if not _COUNTS.match(one.text, found.end())]
        passed += [hit[:2] for hit in _remarks(case, one)]
        for found in open_texts(escaped(one.text)):
            start, end = _plain_places(one.text, found.start, found.end)
            words = one.text[start + 1 : end - 1].strip().casefold()
            inside = any(left <= start and end <= right for left, right in passed)
            if not found.whole or found.depth or inside or words.startswith(legal) or _CITATION.match(one.text, start):
                continue
            yield Hit(one, start, end, "Words in brackets are not agreed.")


def _holds_all(one: Paragraph, span: Span) -> bool:
    """Whether a quotation is the whole paragraph: then its brackets count."""
    return span[1] - span[0] >= len(one.text.strip())


def _plain_places(text: str, start: int, end: int) -> Span:
    """Places in the escaped text as places in the plain one."""
    stars = [place for place, letter in enumerate(text) if letter == "*"]
    shift = {place + number for number, place in enumerate(stars)}  # where the escaping strokes stand
    return start - sum(place < start for place in shift), end - sum(place < end for place in shift)


def editing_residue(case: Case) -> Iterator[Hit]:
    """Remarks, names of versions and marks of drafting."""
    for one in case.text.paragraphs:
        for start, end, why in _remarks(case, one):
            yield Hit(one, start, end, why)


def _remarks(case: Case, one: Paragraph) -> list[tuple[int, int, str]]:
    marking = (case.record.meeting.marking or "") if case.record else ""
    if marking and one.text.strip().casefold() == marking.casefold():
        return []
    found = [
        (*match.span(), part.text("say"))
        for part in case.data.residue.each("editing")
        for match in _pattern(part).finditer(case.unquoted[one.place])
        if not (part.text("name") == "draft" and _in_capitals(one, match))
    ]
    found.sort(key=lambda hit: (hit[0], -hit[1]))
    kept: list[tuple[int, int, str]] = []
    for hit in found:
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def _in_capitals(one: Paragraph, match: re.Match[str]) -> bool:
    """Whether "DRAFT" is one of many words in capitals, as in "ADOPTION OF THE DRAFT AGENDA"."""
    rest = one.text[: match.start()] + one.text[match.end() :]
    capitals = len(re.findall(r"\b[A-Z]{4,}\b", rest))
    return capitals >= 1 and rest.upper() == rest and not (one.kind in TITLES and not one.text[: match.start()].strip())


def _pattern(part: Part) -> re.Pattern[str]:
    return re.compile(part.text("find"))
