"""Words that English spells in two ways, where a text or its house wants one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.choices import ENDINGS

_ISE = re.compile(
    r"(?<![\w’'])(?:[A-Za-z]+-)?(?P<stem>[A-Za-z]{2,}?)i(?P<letter>[sz])(?:e|es|ed|ing|er|ers|ations?|ational|able)(?![\w])"
)
_WORD = re.compile(r"(?<![\w’'])[A-Za-z]+(?:-[A-Za-z]+)*(?![\w-])")
_SOFTWARE = re.compile(r"(?i)\b(?:computer|software|antivirus)\s+$")
Use = tuple[Paragraph, int, int, str]
Uses = dict[str, list[Use]]  # by spelling


def spelling_variant(case: Case) -> Iterator[Hit]:
    """Two spellings of one family within a text, or not that of the house."""
    yield from _ise_or_ize(case)
    families = case.data.families
    for name, uses in _uses(case, families).items():
        groups = families[name]
        choice = next((one for one in case.house.spellings if one in {group[0] for group in groups}), "")
        yield from _told(uses, choice, partial(_respelt, groups))


def _ise_or_ize(case: Case) -> Iterator[Hit]:
    one_way = frozenset(case.data.spelling.texts("one_way"))
    uses: Uses = defaultdict(list)
    for one, text in zip(case.text.paragraphs, case.masked, strict=True):
        for found in _ISE.finditer(text):
            stem = found["stem"].casefold()
            if stem not in one_way and not stem.endswith("w") and not _proper(one, found.start()):
                uses[f"-i{found['letter']}e"].append((one, *found.span(), found.group()))
    choice = next((one for one in case.house.spellings if one in ENDINGS), "")
    yield from _told(uses, choice, _swapped)


def _swapped(word: str, wanted: str) -> str:
    """The word with its s or z as wanted: "-ise" or "-ize"."""
    place = [found.start(1) for found in re.finditer(r"i([sz])(?=e|ing|ation|able)", word)][-1]
    return f"{word[:place]}{wanted[2]}{word[place + 1 :]}"


def _uses(case: Case, families: dict[str, tuple[tuple[str, ...], ...]]) -> dict[str, Uses]:
    """Every word of every family that stands in the text, by family and spelling."""
    known = {
        form.casefold(): (name, group[0]) for name, groups in families.items() for group in groups for form in group
    }
    made: dict[str, Uses] = defaultdict(lambda: defaultdict(list))
    for one, text in zip(case.text.paragraphs, case.masked, strict=True):
        words = list(_WORD.finditer(text))
        spans = [found.span() for found in words]
        spans += [
            (left.start(), right.end()) for left, right in pairwise(words) if text[left.end() : right.start()] == " "
        ]
        for start, end in spans:
            family = known.get(text[start:end].casefold())
            other_word = family and family[0] == "program" and _SOFTWARE.search(text[:start])
            if family and not other_word and not _proper(one, start):
                made[family[0]][family[1]].append((one, start, end, text[start:end]))
    return made


def _respelt(groups: tuple[tuple[str, ...], ...], word: str, wanted: str) -> str:
    """The word in the wanted spelling: the forms of a group stand in the same order as those of the others."""
    own = next(group for group in groups if word.casefold() in {form.casefold() for form in group})
    place = [form.casefold() for form in own].index(word.casefold())
    fix = next(group for group in groups if group[0] == wanted)[place]
    return fix[0].upper() + fix[1:] if word[0].isupper() else fix


def _told(uses: Uses, choice: str, respelt: Callable[[str, str], str]) -> Iterator[Hit]:
    """Mixing: each word of the smaller party, once. One spelling throughout, but not the house's: once for the text."""
    wanted = choice or max(uses, key=lambda key: len(uses[key]), default="")
    others = [use for key, found in uses.items() if key != wanted for use in found]
    if not others:
        return
    if wanted in uses:
        example, seen = uses[wanted][0][3], set[str]()
        for one, start, end, word in others:
            if word.casefold() not in seen:
                seen.add(word.casefold())
                yield Hit(one, start, end, "Two spellings in one text.", f"“{example}”", fix=respelt(word, wanted))
        return
    one, start, end, word = others[0]
    more = f", {len(others)} times in this text" if len(others) > 1 else ""
    fix = respelt(word, wanted)
    yield Hit(one, start, end, f"The house writes “{fix}”; this stands otherwise{more}.", fix=fix)


def _proper(one: Paragraph, start: int) -> bool:
    """Whether a word has a capital that is not that of a sentence's beginning: part of a name."""
    return one.text[start : start + 1].isupper() and all(start != begin for begin, _end in one.sentences)
