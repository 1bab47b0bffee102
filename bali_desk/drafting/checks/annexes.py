"""Annexes: cited, listed, left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.numbering import of_roman, value_of

ANNEX = re.compile(
    r"(?P<word>\b(?:Annex(?:es)?|ANNEX(?:ES)?|Appendix|Appendices|Attachment|annex(?:es)?))\s+(?P<label>[A-Z]|\d{1,2}|[IVX]+)\b(?:\s*(?:,|and|to|–|-)\s*(?P<more>[A-Z]|\d{1,2}|[IVX]+)\b(?!\s*[a-z]?[A-Za-z]*\d))?"
)

ANNEX_HEAD = re.compile(  # of a line that names an annex: "Annex I. Standard on Sorting"
    r"(?:Annex|ANNEX|Appendix|Attachment)\s+(?P<label>[A-Z]|\d{1,2}|[IVX]+)(?=\s*(?:[:.–—-]|$|\())"
)


_ELSEWHERE = re.compile(
    r"^(?:\s*\([a-z0-9]+\))?(?:,?\s+(?:and|to|or|–|-)\s*\d+)?\s+(?:of|to|in|from)\s+(?!(?:this"
    r"|the present)\b)(?!(?:the|its|our|their) (?:provisional )?agenda\b)"
    r"(?!the (?:statement|summary|report|annex)\b"
    r"(?!\s+(?:of|by|from)\s+(?!(?:this|the (?:present )?(?:meeting|session|[Cc]o-[Cc]hairs|[Cc]hair))\b)))"
)
_FORE = re.compile(
    r"\ufffc,?\s+$|(?i:\b(?:operative|preambular|treaty|convention|resolution|protocol|decision)\s+$)|’s\s+$"
)


@dataclass(frozen=True)
class _Cited:
    paragraph: Paragraph
    start: int
    end: int
    label: str


def annex(case: Case) -> Iterator[Hit]:
    """An annex that is cited and not there, or there and not cited, or left out of the row."""
    cited, listed = annexes_of(case)
    labels = {one.label: one for one in reversed(cited)}
    if listed:
        for one in labels.values():
            if one.label not in listed:
                yield Hit(one.paragraph, one.start, one.end, f"There is no Annex {one.label} at the end of the text.")
        for label, paragraph in listed.items():
            if label not in labels and cited:
                end = len(paragraph.text.split(":")[0].split("–")[0].rstrip()[:40])
                yield Hit(paragraph, 0, end, f"Nothing in the text speaks of Annex {label}.")
    else:
        yield from _gap([*labels.values()])


def annexes_of(case: Case) -> tuple[list[_Cited], dict[str, Paragraph]]:
    """The annexes a draft cites, and those it lists with the paragraph that does."""
    cited: list[_Cited] = []
    listed: dict[str, Paragraph] = {}
    for one in case.text.paragraphs:
        text = case.unquoted[one.place]
        head = ANNEX_HEAD.match(text)
        if head and (one.kind in ("heading", "title", "subtitle", "bullet") or not _says_more(text)):
            listed.setdefault(head["label"], one)
            continue
        for found in ANNEX.finditer(text):
            if of_another(text, found):
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
        return [one for one in numerals if of_roman(first) <= of_roman(one) <= of_roman(more)]
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
    by_value = {of_roman(one.label) if roman else value_of(one.label): one for one in cited}
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


def of_another(text: str, found: re.Match[str]) -> bool:
    """Whether a reference is one to another document: "paragraph 5 of the resolution"."""
    return bool(_ELSEWHERE.match(text[found.end() :]) or _FORE.search(text[: found.start()]))
