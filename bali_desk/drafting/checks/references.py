"""Numbers of paragraphs, references to them, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_HEADED = re.compile(
    r"^(?P<name>(?:Agenda )?Item|Section|Part|Decision|Recommendation)\s+(?P<number>\d{1,2}|[IVX]+)(?=[.:\s–-]|$)"
)
_INSIDE = re.compile(r"(?<![\w)])\((?P<label>[a-z]|[ivx]{1,4}|\d)\)(?=\s)")
_ELSEWHERE = re.compile(
    r"^(?:\s*\([a-z0-9]+\))?(?:,?\s+(?:and|to|or|–|-)\s*\d+)?\s+(?:of|to|in|from)\s+(?!(?:this"
    r"|the present)\b)(?!the (?:statement|summary|report|annex)\b)"
)
_FORE = re.compile(
    r"\ufffc,?\s+$|(?i:\b(?:operative|preambular|treaty|convention|resolution|protocol|decision)\s+$)|’s\s+$"
)
_PARAGRAPH = re.compile(
    r"(?i)\b(?P<word>paragraphs?|paras?\.?)\s+(?P<first>\d{1,3})(?:\s*(?:-|–|to|and|,)\s*(?P<last>\d{1,3}))?(?P<where>\s+(?:above|below))?"
)
_ITEM = re.compile(r"\b(?P<word>(?:[Aa]genda\s+)?[Ii]tems?)\s+(?P<first>\d{1,2})(?!\s*(?:\.\d|bis))")
_SECTION = re.compile(r"\b[Ss]ection\s+(?P<first>\d{1,2}|[IVX]+)\b(?P<where>\s+(?:above|below))?")
_DECISION = re.compile(r"\b[Dd]ecision\s+(?P<first>\d{1,2})(?![\d/.])(?P<where>\s+(?:above|below))?")
_ANNEX = re.compile(
    r"(?P<word>\b(?:Annex(?:es)?|ANNEX(?:ES)?|Appendix|Appendices|Attachment|annex(?:es)?))\s+(?P<label>[A-Z]|\d{1,2}|[IVX]+)\b(?:\s*(?:,|and|to|–|-)\s*(?P<more>[A-Z]|\d{1,2}|[IVX]+)\b(?!\s*[a-z]?[A-Za-z]*\d))?"
)


@dataclass(frozen=True)
class _Number:
    paragraph: Paragraph
    style: str  # "1.", "(a)", "i." or the word before it
    value: int
    shown: str


def numbering(case: Case) -> Iterator[Hit]:
    """A typed number that is left out, repeated, or begins again."""
    yield from _down_the_text(case)
    for one in case.text.running:
        labels = [(found, _value(found["label"])) for found in _INSIDE.finditer(case.unquoted[one.place])]
        yield from _along(one, [(found.span(), found["label"]) for found, _ in labels])


def _down_the_text(case: Case) -> Iterator[Hit]:
    agenda = _agenda_numbers(case)  # an item of which nothing is told leaves a gap
    last: dict[str, _Number] = {}
    before: _Number | None = None
    for one in case.text.paragraphs:
        number = _number(one, last)
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


def _number(one: Paragraph, last: dict[str, _Number]) -> _Number | None:
    """The number that was typed before a paragraph, if any."""
    marker = one.marker
    label = marker.strip("().")
    if label and re.fullmatch(r"\d{1,3}|[a-z]|[ivxl]{1,5}|[IVXL]{1,6}", label):
        style = marker.replace(label, "1" if label.isdigit() else "a")
        kind = "heading" if one.kind == "heading" else ""
        roman = re.fullmatch(r"[ivxl]+|[IVXL]+", label)
        if roman:
            case_of = "i" if label.islower() else "I"
            as_roman = marker.replace(label, case_of)
            letters = last.get(f"{style}{kind}")
            goes_on = letters is not None and len(label) == 1 and letters.value + 1 == ord(label) - 96
            if not goes_on:
                return _Number(one, f"{as_roman}{kind}", _of_roman(label), marker)
        value = int(label) if label.isdigit() else ord(label[0].lower()) - 96
        return _Number(one, f"{style}{kind}", value, marker)
    if (
        (headed := _HEADED.match(one.text))
        and one.kind == "heading"
        and not headed["name"].endswith(("Item", "Decision"))
    ):
        shown = headed.group()
        return _Number(one, headed["name"], _value(headed["number"]), shown)
    return None


def _along(one: Paragraph, labels: list[tuple[tuple[int, int], str]]) -> Iterator[Hit]:
    """Labels within a paragraph: (a), (b), (d)."""
    known = 0
    shown = ""
    roman = bool(labels) and labels[0][1] == "i"
    for span, label in labels:
        value = _of_roman(label) if roman and re.fullmatch(r"[ivxl]+", label) else _value(label)
        if known == 0 and value != 1:
            return
        if known and value != known + 1 and value != 1:
            yield Hit(one, *span, f"“({label})” follows “({shown})”.", f"“({shown})”")
        known, shown = value, label


def _value(label: str) -> int:
    if label.isdecimal():
        return int(label)
    if re.fullmatch(r"[IVX]+", label):
        return _of_roman(label)
    return ord(label[0].lower()) - 96


def _of_roman(label: str) -> int:
    values = [_ROMAN[letter] for letter in label.lower()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def cross_reference(case: Case) -> Iterator[Hit]:
    """A reference to a paragraph, item or section that is not there, or stands on the other side."""
    numbers = _paragraph_numbers(case)
    items, sections, decisions = _headed(case, "Item"), _headed(case, "Section", "Part"), _headed(case, "Decision")
    items |= _agenda_numbers(case)
    annexes = _annexes(case)[1]
    roman = {number.value for number in _all_numbers(case) if number.style.startswith("I")}
    for one in case.text.running:
        text = case.unquoted[one.place]
        for found in _PARAGRAPH.finditer(text):
            if not _of_another(text, found):
                yield from _to_paragraph(one, found, numbers)
                yield from _to_part(case, one, found, numbers)
        for found in _ANNEX.finditer(text):
            if annexes and not _of_another(text, found) and found["label"] not in annexes:
                yield Hit(one, *found.span(), f"There is no Annex {found['label']} in this text.")
        for pattern, known, what in (
            (_ITEM, items, "item"), (_SECTION, sections | roman, "section"), (_DECISION, decisions, "decision"),
        ):  # fmt: skip
            for found in pattern.finditer(text):
                if known and not _of_another(text, found) and found.start() > 0 and _value(found["first"]) not in known:
                    yield Hit(one, *found.span(), f"There is no {what} {found['first']} here.")


def _to_paragraph(one: Paragraph, found: re.Match[str], numbers: dict[int, int]) -> Iterator[Hit]:
    for key in ("first", "last"):
        number = found[key]
        if number and (numbers or found["where"]) and int(number) not in numbers:
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
    if not label or place is None or found["last"]:
        return
    after = min((other for other in numbers.values() if other > place), default=len(case.text.paragraphs))
    paragraphs = case.text.paragraphs[place:after]
    labels = {part.marker.strip("().") for part in paragraphs[1:]}
    labels |= {inside["label"] for part in paragraphs for inside in _INSIDE.finditer(part.text)}
    if label["label"] not in labels:
        end = found.end() + label.end()
        yield Hit(one, found.start(), end, f"Paragraph {found['first']} has no ({label['label']}).")


def _of_another(text: str, found: re.Match[str]) -> bool:
    """Whether a reference is one to another document: "paragraph 5 of the resolution"."""
    return bool(_ELSEWHERE.match(text[found.end() :]) or _FORE.search(text[: found.start()]))


def _paragraph_numbers(case: Case) -> dict[int, int]:
    """The numbers of the paragraphs, typed or set by the program, with their places."""
    typed = {}
    for number in _all_numbers(case):
        if number.style.startswith(("1", "(1")) and number.paragraph.kind != "heading":
            typed.setdefault(number.value, number.paragraph.place)
    if typed:
        return typed
    points = {one.place for group in case.text.lists for one in group}
    counted = [
        one for one in case.text.paragraphs if one.kind == "numbered" and not one.marker and one.place not in points
    ]
    return {number: one.place for number, one in enumerate(counted, start=1)}


def _all_numbers(case: Case) -> list[_Number]:
    found = (_number(one, {}) for one in case.text.paragraphs)
    return [number for number in found if number]


def _headed(case: Case, *names: str) -> set[int]:
    found = (_HEADED.match(one.text) for one in case.text.paragraphs)
    return {_value(match["number"]) for match in found if match and match["name"].endswith(names)}


def _agenda_numbers(case: Case) -> set[int]:
    if case.record is None:
        return set()
    from bali_desk.domain.agenda import outline

    numbers = (re.match(r"\d+", line.number) for line in outline(case.record.agenda, case.record.meeting))
    return {int(found.group()) for found in numbers if found}


@dataclass(frozen=True)
class _Cited:
    paragraph: Paragraph
    start: int
    end: int
    label: str


def annex(case: Case) -> Iterator[Hit]:
    """An annex that is cited and not there, or there and not cited, or left out of the row."""
    cited, listed = _annexes(case)
    labels = {one.label: one for one in reversed(cited)}
    if listed:
        for one in labels.values():
            if one.label not in listed:
                yield Hit(one.paragraph, one.start, one.end, f"There is no Annex {one.label} at the end of the text.")
        for label, paragraph in listed.items():
            if label not in labels and cited:
                end = len(paragraph.text.split(":")[0].split("–")[0].rstrip()[:40])
                yield Hit(paragraph, 0, end, f"Nothing in the text speaks of Annex {label}.")
    yield from _gap([*labels.values()])


def _annexes(case: Case) -> tuple[list[_Cited], dict[str, Paragraph]]:
    cited: list[_Cited] = []
    listed: dict[str, Paragraph] = {}
    for one in case.text.paragraphs:
        text = case.unquoted[one.place]
        head = re.match(
            r"(?:Annex|ANNEX|Appendix|Attachment)\s+(?P<label>[A-Z]|\d{1,2}|[IVX]+)(?=\s*(?:[:.–—-]|$|\())", text
        )
        if head and (one.kind in ("heading", "title", "subtitle", "bullet") or not _says_more(text)):
            listed.setdefault(head["label"], one)
            continue
        for found in _ANNEX.finditer(text):
            if _of_another(text, found):
                continue
            for label in _labels_of(found):
                cited.append(_Cited(one, *found.span(), label))
    return cited, listed


def _labels_of(found: re.Match[str]) -> list[str]:
    """Every label an annex or a row of annexes has: "Annexes I to III"."""
    first, more = found["label"], found["more"]
    if not more:
        return [first]
    joined = found.group()[found.end("label") - found.start() : found.start("more") - found.start()]
    if not re.search(r"to|–|-", joined):
        return [first, more]
    if re.fullmatch(r"[IVX]+", first) and re.fullmatch(r"[IVX]+", more):
        numerals = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
        return [one for one in numerals if _of_roman(first) <= _of_roman(one) <= _of_roman(more)]
    if first.isdigit() and more.isdigit():
        return [str(number) for number in range(int(first), int(more) + 1)]
    return [chr(number) for number in range(ord(first[0]), ord(more[0]) + 1)]


def _says_more(text: str) -> bool:
    return bool(re.search(r"\b(?:is|are|was|were|contains|appears|sets)\b", text)) and text.rstrip().endswith(".")


def _gap(cited: list[_Cited]) -> Iterator[Hit]:
    """Annexes A and C without B."""
    roman = all(re.fullmatch(r"[IVX]+", one.label) for one in cited)
    if not roman and len({one.label.isdigit() for one in cited}) != 1:
        return
    by_value = {_of_roman(one.label) if roman else _value(one.label): one for one in cited}
    before = 0
    for value, one in sorted(by_value.items()):
        if value != before + 1:
            yield Hit(
                one.paragraph,
                one.start,
                one.end,
                f"Annex {one.label} is cited, and the one before it in the row is not.",
            )
            return
        before = value
