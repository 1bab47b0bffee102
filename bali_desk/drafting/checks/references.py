"""References to paragraphs, items, sections and annexes that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.drafting.checks.annexes import ANNEX, annexes_of, of_another
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.numbering import HEADED, INSIDE, agenda_numbers, all_numbers, value_of

_PARAGRAPH = re.compile(
    r"(?i)\b(?P<word>paragraphs?|paras?\.?)\s+(?P<first>\d{1,3})"
    r"(?P<more>(?:\s*(?:-|–|,?\s*and|,?\s*or|to|,)\s*\d{1,3}(?![\w/.-]*\d))*)(?P<where>\s+(?:above|below))?"
)
_ITEM = re.compile(r"\b(?P<word>(?:[Aa]genda\s+)?[Ii]tems?)\s+(?P<first>\d{1,2})(?!\s*(?:\.\d|bis))")
_SECTION = re.compile(r"\b[Ss]ection\s+(?P<first>\d{1,2}|[IVX]+)\b(?P<where>\s+(?:above|below))?")
_DECISION = re.compile(r"\b[Dd]ecision\s+(?P<first>\d{1,2})(?![\d/.])(?P<where>\s+(?:above|below))?")


def cross_reference(case: Case) -> Iterator[Hit]:
    """A reference to a paragraph, item or section that is not there, or stands on the other side."""
    numbers = _paragraph_numbers(case)
    items, sections, decisions = _headed(case, "Item"), _headed(case, "Section", "Part"), _headed(case, "Decision")
    items |= agenda_numbers(case)
    annexes = annexes_of(case)[1]
    roman = {number.value for number in all_numbers(case) if number.style.startswith("I")}
    for one in case.text.running:
        text = case.unquoted[one.place]
        for found in _PARAGRAPH.finditer(text):
            if not of_another(text, found):
                yield from _to_paragraph(one, found, numbers)
                yield from _to_part(case, one, found, numbers)
        for found in ANNEX.finditer(text):
            if annexes and not of_another(text, found) and found["label"] not in annexes:
                yield Hit(one, *found.span(), f"There is no Annex {found['label']} in this text.")
        for pattern, known, what in (
            (_ITEM, items, "item"), (_SECTION, sections | roman, "section"), (_DECISION, decisions, "decision"),
        ):  # fmt: skip
            for found in pattern.finditer(text):
                if (
                    known
                    and not of_another(text, found)
                    and found.start() > 0
                    and value_of(found["first"]) not in known
                ):
                    yield Hit(one, *found.span(), f"There is no {what} {found['first']} here.")


def _to_paragraph(one: Paragraph, found: re.Match[str], numbers: dict[int, int]) -> Iterator[Hit]:
    more = re.findall(r"\d+", found["more"]) if "s" in found["word"] else []  # "paragraphs 9, 12 and 22"
    for number in (found["first"], *more):
        if (numbers or found["where"]) and int(number) not in numbers:
            yield Hit(one, *found.span(), f"There is no paragraph {number} in this text.")
            return
    if found["where"] and int(found["first"]) in numbers:
        place = numbers[int(found["first"])]
        if (place > one.place) == (found["where"].strip() == "above") and place != one.place:
            side = "below" if place > one.place else "above"
            yield Hit(one, *found.span(), f"Paragraph {found['first']} stands {side}.")


def _to_part(case: Case, one: Paragraph, found: re.Match[str], numbers: dict[int, int]) -> Iterator[Hit]:
    """A reference to "paragraph 2 (c)" where paragraph 2 has no (c)."""
    label = re.match(r"\s*\((?P<label>[a-z])\)", one.text[found.end() :])
    place = numbers.get(int(found["first"]))
    if not label or place is None or found["more"]:
        return
    after = min((other for other in numbers.values() if other > place), default=len(case.text.paragraphs))
    paragraphs = case.text.paragraphs[place:after]
    labels = {part.marker.strip("().") for part in paragraphs[1:]}
    labels |= {inside["label"] for part in paragraphs for inside in INSIDE.finditer(part.text)}
    if label["label"] not in labels:
        end = found.end() + label.end()
        yield Hit(one, found.start(), end, f"Paragraph {found['first']} has no ({label['label']}).")


def _paragraph_numbers(case: Case) -> dict[int, int]:
    """The numbers of the paragraphs, typed or set by the program, with their places."""
    typed: dict[int, int] = {}
    for number in all_numbers(case):
        if number.style.startswith(("1", "(1")) and number.paragraph.kind != "heading":
            typed.setdefault(number.value, number.paragraph.place)
    if typed:
        return typed
    points = {one.place for group in case.text.lists for one in group}
    counted = [
        one for one in case.text.paragraphs if one.kind == "numbered" and not one.marker and one.place not in points
    ]
    return {number: one.place for number, one in enumerate(counted, start=1)}


def _headed(case: Case, *names: str) -> set[int]:
    found = (HEADED.match(one.text) for one in case.text.paragraphs)
    return {value_of(match["number"]) for match in found if match and match["name"].endswith(names)}
