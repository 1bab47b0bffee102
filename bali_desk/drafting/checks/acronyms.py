"""Acronyms: defined at first use, once, for one thing, and used after that."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from bali_desk.drafting.checks.acronyms_read import SMALL, Acronyms, Use, known, registered
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import TITLES
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.likeness import stem


def acronym_undefined(case: Case) -> Iterator[Hit]:
    """An acronym that is used and nowhere told."""
    found, well_known, names = case.acronyms, known(case), registered(case)
    for short, uses in found.uses.items():
        if (
            short in found.defined
            or short in well_known
            or f"{short}s" in well_known
            or short.split("-")[0] in well_known
        ):
            continue
        if _spelt_like(short, found.defined):
            continue
        full = names.get(short, "")
        first = uses[0]
        yield Hit(first.paragraph, first.start, first.end, "Used without its full name.", full)


def _spelt_like(short: str, defined: dict[str, list[Use]]) -> str:
    """A defined acronym of which this is a slip: one letter off, or two letters changed over."""
    for other in defined:
        if other != short and _one_slip(short, other):
            return other
    return ""


def _one_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 3 or abs(len(one) - len(other)) > 1:
        return False
    if sorted(one) == sorted(other):
        differing = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
        return len(differing) == 2 and differing[1] == differing[0] + 1
    if min(len(one), len(other)) < 4:
        return False
    if len(one) == len(other):
        return sum(left != right for left, right in zip(one, other, strict=True)) == 1
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def acronym_late(case: Case) -> Iterator[Hit]:
    """An acronym used before it is told."""
    well_known = known(case) - set(registered(case))
    for short, defined in case.acronyms.defined.items():
        first = min(defined, key=lambda use: use.place)
        early = [use for use in case.acronyms.uses.get(short, ()) if use.place < first.place]
        if early and short not in well_known:
            use = early[0]
            other = first.paragraph.text[max(0, first.start - 40) : first.end + 1]
            yield Hit(use.paragraph, use.start, use.end, "Used before it is told what it stands for.", f"“…{other}”")


def acronym_redefined(case: Case) -> Iterator[Hit]:
    """An acronym that is told twice."""
    for defined in case.acronyms.defined.values():
        for first, again in itertools.pairwise(defined):
            same = not (first.full and again.full) or _same(first.full, again.full)
            if same and not _annex_between(case, first, again):
                yield Hit(
                    again.paragraph,
                    again.start - 1,
                    again.end + 1,
                    "This was told before: the acronym alone is enough.",
                    _of(first),
                )


def _of(use: Use) -> str:
    return f"“{use.full} ({use.short})”" if use.full else f"“({use.short})”"


def _same(one: str, other: str) -> bool:
    left, right = _bare(one), _bare(other)
    return left == right or left.endswith(right) or right.endswith(left)


def _bare(full: str) -> str:
    words = re.findall(r"\w+", full.casefold().replace("’", "").replace("'", ""))
    return " ".join(stem(word) for word in words if word not in SMALL)


def _annex_between(case: Case, first: Use, again: Use) -> bool:
    between = case.text.paragraphs[first.paragraph.place + 1 : again.paragraph.place + 1]
    return any(
        one.kind in ("heading", *TITLES) and re.match(r"(?i)annex|appendix|attachment", one.text) for one in between
    )


def acronym_conflict(case: Case) -> Iterator[Hit]:
    """One acronym for two names, two acronyms for one name, or an acronym with a letter wrong."""
    found, well_known, names = case.acronyms, known(case), registered(case)
    for short, defined in found.defined.items():
        told = [use for use in defined if use.full]
        for again in told[1:]:
            if not _same(told[0].full, again.full):
                yield Hit(again.paragraph, again.start, again.end, f"“{short}” stands for two names.", _of(told[0]))
        if told and short in names and not _same(told[0].full, names[short]) and not _part(told[0].full, names[short]):
            yield Hit(
                told[0].paragraph,
                told[0].start,
                told[0].end,
                f"The record has “{short}” for another name.",
                names[short],
            )
    yield from _two_for_one(found)
    yield from _unlike_the_record(case, found)
    for short, uses in found.uses.items():
        other = (
            _spelt_like(short, found.defined)
            if short not in found.defined and short not in well_known and short not in names
            else ""
        )
        if other:
            for use in uses:
                yield Hit(use.paragraph, use.start, use.end, f"Is “{other}” meant?", _of(found.defined[other][0]))


def _unlike_the_record(case: Case, found: Acronyms) -> Iterator[Hit]:
    """A registered name with another acronym behind it than the record has."""
    names = {_bare(full): short for short, full in registered(case).items()}
    for short, defined in found.defined.items():
        for use in defined:
            before = _bare(use.paragraph.text[: use.start].rstrip(" ("))
            full = max((name for name in names if before.endswith(name)), key=len, default="")
            if full and names[full] != short and short not in registered(case):
                yield Hit(
                    use.paragraph, use.start, use.end, f"The record has “{names[full]}” for this name.", names[full]
                )


def _two_for_one(found: Acronyms) -> Iterator[Hit]:
    by_name: dict[str, Use] = {}
    for use in sorted(
        (use for group in found.defined.values() for use in group if use.full), key=lambda use: use.place
    ):
        first = by_name.setdefault(_bare(use.full), use)
        if first.short != use.short:
            yield Hit(use.paragraph, use.start, use.end, "One name has two acronyms.", _of(first))


def _part(one: str, other: str) -> bool:
    left, right = set(_bare(one).split()), set(_bare(other).split())
    return left <= right or right <= left


def acronym_unused(case: Case) -> Iterator[Hit]:
    """An acronym that is told and never used again."""
    house = case.house.house
    if house and house.acronym_from <= 1:
        return
    for short, defined in case.acronyms.defined.items():
        first = defined[0]
        if not first.full:
            continue
        if (
            len(defined) == 1
            and not any(use.place > first.place for use in case.acronyms.uses.get(short, ()))
            and not _in_headings(case, short)
        ):
            yield Hit(first.paragraph, first.start - 1, first.end + 1, "Told, and never used after that.")


def _in_headings(case: Case, short: str) -> bool:
    return any(re.search(rf"\b{re.escape(short)}\b", one.text) for one in case.text.paragraphs if not one.running)
