"""Lists: how their points end and begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit

_ABBREVIATED = re.compile(r"\b(?:Ltd|Inc|Co|Corp|Jr|Sr|etc|No|St|al|Add|Rev|Corr|p\.m|a\.m|U\.N)\.$")
_LEADS_TO_VERB = re.compile(r"\b(to|will|would|shall|should|must|can|may)\s*:$")


def list_punctuation(case: Case) -> Iterator[Hit]:
    """Points of a list that do not end as the others, or not as the house ends them."""
    for group in case.text.lists:
        if len(group) < 2:
            continue
        ends = [_end(one.text) for one in group]
        whole = all(one.text[:1].isupper() for one in group) and ends.count(".") * 2 > len(group)
        house = case.house.house
        wanted: list[str | None]
        if whole:
            wanted = ["."] * len(group)
        elif house and group[0].kind == "bullet":  # the points of (a) (b) (c) are clauses of one sentence
            wanted = [house.point_end] * len(group)
            wanted[-2], wanted[-1] = house.point_end_before_last, house.point_end_last
        else:
            wanted = _usual(ends)
        for one, end, want in zip(group, ends, wanted, strict=True):
            if want is not None and end != want and not _ABBREVIATED.search(one.text):
                yield _wrong_end(one, end, want)


def _end(text: str) -> str:
    found = re.search(r"(?:[;,]?\s+(?:and|or)|[;,.:!?])$", text.rstrip())
    end = found.group() if found else ""
    return "; and" if end in ("; or", "; and") else ", and" if end in (", or", ", and") else end


def _usual(ends: list[str]) -> list[str | None]:
    """The ends of a list that agrees with itself; the last point and the one before may end their own way."""
    middle = ends[:-2] if len(ends) > 3 else ends[:-1]
    usual = Counter(middle).most_common(1)[0][0] if middle else ""
    if usual.endswith("and"):
        usual = usual[0]
    wanted: list[str | None] = [usual] * len(ends)
    if ends[-2] in (f"{usual or ','} and", f"{usual or ';'} and", ", and", "; and", " and"):
        wanted[-2] = None
    wanted[-1] = None if ends[-1] in (".", usual) else "."
    if usual == "." and ends[-1] != ".":
        wanted[-1] = "."
    return wanted


def _wrong_end(one: Paragraph, end: str, want: str) -> Hit:
    text = one.text.rstrip()
    bare = text[: len(text) - len(end)].rstrip()
    last = bare.split()[-1] if bare.split() else bare
    start = len(bare) - len(last)
    ends = f"with “{want}”" if want else "without a mark"
    return Hit(
        one,
        start,
        len(text),
        f"The other points end {ends}." if want != "." else "The point ends with a full stop.",
        fix=f"{last}{want}",
    )


def list_parallel(case: Case) -> Iterator[Hit]:
    """A point that begins with another kind of word than the others."""
    points = case.data.grammar.within("points")
    verbs, nouns = set(points.texts("verbs")), set(points.texts("ing_nouns"))
    names = {"ing": "an “-ing” form", "to": "“to”", "verb": "a verb"}
    for group in case.text.lists:
        if len(group) < 3:
            continue
        kinds = [_begins(one.text, verbs, nouns) for one in group]
        if kinds.count("ing") * 2 > len(group):
            kinds = [_begins(one.text, verbs, set()) for one in group]  # "training crews" is a verb among verbs
        usual, count = Counter(kinds).most_common(1)[0]
        lead = case.text.before(group[0])
        led = _LEADS_TO_VERB.search(lead.text.rstrip()) if lead else None
        if led and kinds.count("ing") * 2 < len(group):
            odd = [one for one, kind in zip(group, kinds, strict=True) if kind in ("ing", "to")]
            yield from (_odd(one, f"The words before the list end in “{led[1]}”: a verb follows.") for one in odd)
            if odd or led[1] == "to":
                continue
        if usual == "other" or count < len(group) / 2 or count == len(group):
            if usual == "other" and count >= len(group) - 1:
                yield from (
                    _odd(one, "The other points begin with a noun.")
                    for one, kind in zip(group, kinds, strict=True)
                    if kind in ("ing", "to") and _takes_object(one.text, kind)
                )
            continue
        for one, kind in zip(group, kinds, strict=True):
            if kind == "other" and usual == "verb" and (count < len(group) - 1 or not _NOUN.match(one.text)):
                continue  # a verb that nobody has listed is no noun
            if kind != usual:
                yield _odd(one, f"The other points begin with {names[usual]}.")


def _begins(text: str, verbs: set[str], nouns: set[str]) -> str:
    words = re.findall(r"[\w’-]+", text.casefold())[:2]
    first = words[0] if words else ""
    if first.endswith("ly") and len(words) > 1:
        first = words[1]
    if first == "to":
        return "to"
    if first.endswith("ing") and first not in nouns:
        return "ing"
    noun = words[1:2] in (["of"], ["between"])  # "exchange of staff", which is as good as a verb before anything else
    return "verb" if first in verbs and not noun else "other"


_NOUN = re.compile(
    r"(?i)(?:an?|the|more|all|no|its|their|our|better|further|new)\s"
    r"|(?:\w+ly\s+)?[\w-]+(?:[ts]ion|ment|ness|ity|ance|ence|ship|[^s]s)\b|[\w-]+\s(?:[\w-]+\s)?of\s"
)


def _takes_object(text: str, kind: str) -> bool:
    return kind == "to" or bool(
        re.match(r"\w+ing\s+(?:the|a|an|its|their|all|and|more|with|to)\b", text, re.IGNORECASE)
    )


def _odd(one: Paragraph, why: str) -> Hit:
    first = re.match(r"\S+", one.text)
    return Hit(one, 0, first.end() if first else 0, why)
