"""Typed numbers: of paragraphs, sections and points, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bali_desk.domain.agenda import outline
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


HEADED = re.compile(
    r"^(?P<name>(?:Agenda )?Item|Section|Part|Decision|Recommendation)\s+(?P<number>\d{1,2}|[IVX]+)(?=[.:\s–-]|$)"
)


INSIDE = re.compile(r"(?<![\w)])\((?P<label>[a-z]|[ivx]{1,4}|\d)\)(?=\s)")


@dataclass(frozen=True)
class _Number:
    paragraph: Paragraph
    style: str  # "1.", "(a)", "i." or the word before it
    value: int
    shown: str


def numbering(case: Case) -> Iterator[Hit]:
    """A typed number that is left out, repeated, or begins again."""
    yield from _down_the_text(case)
    yield from _labels(case)
    for one in case.text.running:
        labels = [(found, value_of(found["label"])) for found in INSIDE.finditer(case.unquoted[one.place])]
        yield from _along(one, [(found.span(), found["label"]) for found, _ in labels])


def _down_the_text(case: Case) -> Iterator[Hit]:
    agenda = agenda_numbers(case)  # an item of which nothing is told leaves a gap
    last: dict[str, _Number] = {}
    before: _Number | None = None
    for one in case.text.paragraphs:
        number = number_of(one, last)
        if number is None:
            before = None if one.running or one.kind == "heading" else before
            continue
        known = last.get(number.style)
        starts_anew = number.value == 1 and (before is None or before.style != number.style)
        if number.style[0] in "(ai" and before is not None and before.style != number.style and number.value == 1:
            starts_anew = True
        left_out = range(known.value + 1, number.value) if known else range(0)
        not_told = number.style.endswith("heading") and left_out and set(left_out) <= agenda
        if known and not starts_anew and number.value != known.value + 1 and not not_told:
            yield _out_of_order(number, known)
        last[number.style] = number
        before = number


def _out_of_order(number: _Number, known: _Number) -> Hit:
    if number.value == known.value:
        why = f"“{number.shown}” stands twice."
    elif number.value > known.value:
        why = f"“{number.shown}” follows “{known.shown}”: a number is left out."
    else:
        why = f"“{number.shown}” follows “{known.shown}”: the numbers begin again."
    start = number.paragraph.from_marker
    return Hit(number.paragraph, start, start + len(number.shown), why, f"“{known.shown}”")


def _labels(case: Case) -> Iterator[Hit]:
    """Numbers that members quote afterwards, "Conclusion 5.2:": one that stands twice, or leaves a gap.

    A gap may be what is not public.
    """
    secret = case.record is not None and len(case.public_outcomes) < len(case.record.outcomes)
    last: dict[str, tuple[int, str]] = {}
    for one in case.text.paragraphs:
        found = _LABELLED.match(one.text)
        if one.kind == "heading" and not found:  # under it some count anew; a list of all of them says each again
            last = (
                {} if _LIST_OF.search(one.text) else {name: told for name, told in last.items() if name[-1].isdigit()}
            )
        if not found:
            continue
        series, number = f"{found['name']} {(found['series'] or '')[:-1]}", int(found["number"])
        value, shown = last.get(series, (0, ""))
        if shown and (number <= value or (number > value + 1 and not secret)):
            told = "stands twice" if number == value else f"follows “{shown}”"
            yield Hit(one, *found.span(), f"“{found.group()}” {told}.", f"“{shown}”")
        last[series] = number, found.group()


_LIST_OF = re.compile(
    r"(?i)\b(?:annex|appendix|attachment|list|summary|overview)\b|^(?:decisions|conclusions|recommendations|actions)$"
)
_LABELLED = re.compile(
    r"(?P<name>Conclusion|Decision|Recommendation|Resolution|Outcome|Action|Agreed point)"
    r"\s+(?P<series>\d{1,3}[./])?(?P<number>\d{1,2})"
    r"(?=\s*(?:[:–—]|$)|\.(?:\s|$))"
)


def number_of(one: Paragraph, last: dict[str, _Number]) -> _Number | None:
    """The number that was typed before a paragraph, if any."""
    marker = one.marker
    label = marker.strip("().")
    if label and re.fullmatch(r"\d{1,3}|[a-z]|[ivxl]{1,5}|[IVXL]{1,6}|[A-H]", label):
        style = marker.replace(label, "1" if label.isdigit() else "A" if label.isupper() else "a")
        kind = "heading" if one.kind == "heading" else ""
        roman = re.fullmatch(r"[ivxl]+|[IVXL]+", label)
        if roman:
            case_of = "i" if label.islower() else "I"
            as_roman = marker.replace(label, case_of)
            letters = last.get(f"{style}{kind}")
            goes_on = letters is not None and len(label) == 1 and letters.value + 1 == ord(label) - 96
            if not goes_on:
                return _Number(one, f"{as_roman}{kind}", of_roman(label), marker)
        value = int(label) if label.isdigit() else ord(label[0].lower()) - 96
        return _Number(one, f"{style}{kind}", value, marker)
    if (
        (headed := HEADED.match(one.text))
        and one.kind == "heading"
        and not headed["name"].endswith(("Item", "Decision"))
    ):
        shown = headed.group()
        return _Number(one, headed["name"], value_of(headed["number"]), shown)
    return None


def _along(one: Paragraph, labels: list[tuple[tuple[int, int], str]]) -> Iterator[Hit]:
    """Labels within a paragraph: (a), (b), (d)."""
    known = 0
    shown = ""
    roman = bool(labels) and labels[0][1] == "i"
    for span, label in labels:
        value = of_roman(label) if roman and re.fullmatch(r"[ivxl]+", label) else value_of(label)
        if known == 0 and value != 1:
            return
        if known and value != known + 1 and value != 1:
            yield Hit(one, *span, f"“({label})” follows “({shown})”.", f"“({shown})”")
        known, shown = value, label


def value_of(label: str) -> int:
    """The number of a label: 3 of "3", "c" and "III"."""
    if label.isdecimal():
        return int(label)
    if re.fullmatch(r"[IVX]+", label):
        return of_roman(label)
    return ord(label[0].lower()) - 96


def of_roman(label: str) -> int:
    """The number of a roman numeral."""
    values = [_ROMAN[letter] for letter in label.lower()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def all_numbers(case: Case) -> list[_Number]:
    """Every typed number of a draft."""
    found = (number_of(one, {}) for one in case.text.paragraphs)
    return [number for number in found if number]


def agenda_numbers(case: Case) -> set[int]:
    """The numbers of the items of the record's agenda."""
    if case.record is None:
        return set()
    numbers = (re.match(r"\d+", line.number) for line in outline(case.record.agenda, case.record.meeting))
    return {int(found.group()) for found in numbers if found}
