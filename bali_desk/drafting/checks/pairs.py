"""Brackets and quotation marks that lack their partner, and quotation marks of two kinds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit

_PARTNER = {")": "(", "]": "[", "}": "{"}
_LABEL = re.compile(r"(?:^|(?<=[\s(;,:]))(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,5})$")
_STRAIGHT = re.compile(r"(?<!\d)\"")
_OKINA = r"[AEIOUĀĒĪŌŪ][aeiouāēīōūfhklmnpstvwg]*[aeiouāēīōū]\b"  # a name of the Pacific that begins with the letter ‘
_OPENING = re.compile(rf"(?<![\w’‘])‘(?=\S)(?!\d\ds?\b)(?!{_OKINA})")
_SINGLE_END = re.compile(r"’(?!\w)")
_STRAIGHT_SINGLE = re.compile(r"(?<![\w.])'(?=[^\W\d_])")
_STRAIGHT_SINGLE_END = re.compile(r"(?<=[\w.,!?])'(?!\w)")
_DOUBLE = re.compile(r"“[^”]*”|(?<!\d)\"[^\"]*\"")
_SINGLE = re.compile(
    r"(?<![\w’‘])‘[^‘’]*(?:’(?=\w)[^‘’]*)*’(?!\w)|(?<![\w'.])'(?=\w)[^']*(?:(?<=\w)'(?=\w)[^']*)*'(?!\w)"
)


def unbalanced_brackets(case: Case) -> Iterator[Hit]:
    """A bracket that nothing opens or closes within its paragraph."""
    for one in case.text.paragraphs:
        opened: list[int] = []
        for place, letter in enumerate(one.text):
            if letter in "([{":
                opened.append(place)
            elif letter in _PARTNER:
                if opened and one.text[opened[-1]] == _PARTNER[letter]:
                    opened.pop()
                elif not (letter == ")" and _LABEL.search(one.text[:place])):
                    yield _bracket(one, place, "Nothing opens this bracket.")
        for place in opened:
            yield _bracket(one, place, "Nothing closes this bracket.")


def _bracket(one: Paragraph, place: int, why: str) -> Hit:
    """The bracket with the word beside it, so that it can be seen."""
    start, end = place, place + 1
    if one.text[place] in "([{":
        end = next((at for at in range(place + 1, len(one.text)) if one.text[at].isspace()), len(one.text))
    else:
        start = one.text.rfind(" ", 0, place) + 1
    return Hit(one, start, end, why)


def unbalanced_quotes(case: Case) -> Iterator[Hit]:
    """A quotation mark that lacks its partner within its paragraph."""
    for one in case.text.paragraphs:
        following = case.text.paragraphs[one.place + 1 : one.place + 2]
        goes_on = bool(following) and following[0].text.startswith("“")
        yield from _curly(one, goes_on)
        straight = [found.start() for found in _STRAIGHT.finditer(one.text)]
        if len(straight) % 2:
            yield _bracket_like(one, straight[-1], "This quotation mark has no partner.")
        yield from _single(one)


def _curly(one: Paragraph, goes_on: bool) -> Iterator[Hit]:
    opened: list[int] = []
    for place, letter in enumerate(one.text):
        if letter in "“„":
            if opened and one.text[opened[-1]] == "„" and letter == "“":
                opened.pop()
            else:
                opened.append(place)
        elif letter == "”":
            if opened:
                opened.pop()
            elif not one.text.startswith("“"):
                yield _bracket_like(one, place, "Nothing opens this quotation.")
    if not goes_on:
        yield from (_bracket_like(one, place, "Nothing closes this quotation.") for place in opened)


def _single(one: Paragraph) -> Iterator[Hit]:
    for opening, ending in ((_OPENING, _SINGLE_END), (_STRAIGHT_SINGLE, _STRAIGHT_SINGLE_END)):
        starts = [found.start() for found in opening.finditer(one.text)]
        if starts and not ending.search(one.text, starts[-1]):
            yield _bracket_like(one, starts[-1], "Nothing closes this quotation.")


def _bracket_like(one: Paragraph, place: int, why: str) -> Hit:
    before = one.text[place - 1 : place]
    if before and not before.isspace() and before not in "([":
        return Hit(one, one.text.rfind(" ", 0, place) + 1, place + 1, why)
    end = next((at for at in range(place + 1, len(one.text)) if one.text[at].isspace()), len(one.text))
    return Hit(one, place, end, why)


def quote_style(case: Case) -> Iterator[Hit]:
    """Straight marks among curly ones, single quotations among double ones."""
    yield from _straight(case)
    double = [(one, found) for one in case.text.paragraphs for found in _DOUBLE.finditer(one.text)]
    single = [
        (one, found)
        for one in case.text.paragraphs
        for found in _SINGLE.finditer(one.text)
        if not any(inside(found, outer) for place, outer in double if place is one)
    ]
    outside = [
        (one, found)
        for one, found in double
        if not any(inside(found, outer) for where, outer in single if where is one)
    ]
    kinds = Counter({"double": len(outside), "single": len(single)})
    wanted = case.house.quotes or ("double" if kinds["double"] >= kinds["single"] else "single")
    if (kinds["double"] and kinds["single"]) or case.house.quotes:
        for one, found in single if wanted == "double" else outside:
            body = found.group()[1:-1]
            fix = f"“{body}”" if wanted == "double" else f"‘{body}’"
            yield Hit(one, *found.span(), f"Quotations stand in {wanted} marks elsewhere.", fix=fix)


def inside(found: re.Match[str], outer: re.Match[str]) -> bool:
    """Whether one stretch lies within another."""
    return outer.start() < found.start() and found.end() <= outer.end()


def _straight(case: Case) -> Iterator[Hit]:
    texts = [(one, one.text) for one in case.text.paragraphs]
    straight = [
        (one, found) for one, text in texts for found in re.finditer(r"(?<!\d)[\"]|(?<=[^\W\d_])'|'(?=[^\W\d_])", text)
    ]
    curly = sum(len(re.findall(r"[“”‘’]", text)) for _one, text in texts)
    if not straight or not curly:
        return
    if len(straight) <= curly:
        told: set[tuple[int, int]] = set()
        for one, found in straight:
            start = one.text.rfind(" ", 0, found.start()) + 1
            end = next((at for at in range(found.end(), len(one.text)) if one.text[at].isspace()), len(one.text))
            if (one.place, start) in told:
                continue
            told.add((one.place, start))
            yield Hit(one, start, end, "A straight mark among curly ones.", fix=_curled(one.text, start, end))
        return
    for one, text in texts:
        for found in re.finditer(r"[“”‘’]", text):
            yield Hit(
                one, *found.span(), "A curly mark among straight ones.", fix='"' if found.group() in "“”" else "'"
            )


def _curled(text: str, start: int, end: int) -> str:
    made = ""
    for place in range(start, end):
        letter, before = text[place], text[place - 1 : place]
        opens = not before or before.isspace() or before in "([—–"
        if letter == '"':
            letter = "“" if opens else "”"
        elif letter == "'":
            letter = "‘" if opens else "’"
        made += letter
    return made
