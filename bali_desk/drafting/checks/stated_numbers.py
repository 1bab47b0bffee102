"""Numbers before a list, and whether there are as many points as they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.counts import number_of
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit

_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both"
_STATED = re.compile(
    rf"(?i)(?P<number>\b(?:{_NUMBERS}|(?<![\w/.–-])\d{{1,2}}))\s+(?:(?P<words>[a-z][\w’-]*(?:\s+[a-z][\w’-]*){{0,6}}))\s*:\s*$"
)
_STATED_INSIDE = re.compile(
    rf"(?i)\b(?P<number>{_NUMBERS}|\d{{1,2}})\s+"
    rf"(?P<words>[a-z][\w’-]*(?:\s+(?!(?:{_NUMBERS})\b)[a-z][\w’-]*){{0,4}}):\s+(?P<rest>\S.*)$"
)
_STATED_FAR = re.compile(  # "three obstacles to the fight against trafficking: a; b; and c"
    rf"(?i:\b(?P<number>{_NUMBERS}))\s+(?P<words>[a-z]+(?:\s[a-z]+)?s)\s+(?P<between>(?:to|in|for|of|on|against|that)\s[^.:;]{{0,140}}):"
    r"\s+(?P<rest>[^.]*;[^.]*)"
)
_IN_BRACKETS = re.compile(
    rf"(?i:\b(?P<number>{_NUMBERS}|\d{{1,2}})\s+(?P<words>[a-z][\w’-]*(?:\s+[a-z][\w’-]*){{0,3}}))\s+\((?P<names>[A-Z][^()]*)\)"
)
_CLAUSE = re.compile(r"\b(?:which|who|that|where|when|if|because|but|was|were|is|are|will|would|had|has|have)\b")
_FINITE = re.compile(r"\b(?:was|were|is|are|will|would|had|has|have)\b")
_NO_NAMES = re.compile(
    r"(?i)\b(?:of|from|in|at|by|to|following|each)$|\b(?:the following|as follows|includ(?:e|es|ed|ing))\b"
    r"|\b(?:years?|months?|weeks?|days?|hours?|times)\b"
)


def stated_number(case: Case) -> Iterator[Hit]:
    """A number before a list that is not the number of its points."""
    leads = {group[0].place - 1: len(group) for group in case.text.lists if group[0].place}
    for one in case.text.running:
        text = case.unquoted[one.place]
        if one.place in leads and (found := _with_phrase(case, text) or _STATED.search(text)):
            yield from _compared(case, one, found, leads[one.place], "points follow")
        for start, end in one.sentences:
            said = one.text[start:end]
            inside = _STATED_INSIDE.search(said)
            far = _STATED_FAR.search(said) if not inside else None
            if inside and (count := _listed(inside["rest"], inside["words"])):
                yield from _compared(case, one, inside, count, "things follow", start)
            elif far and not _FINITE.search(far["between"]):
                yield from _compared(case, one, far, _listed(far["rest"], far["words"]), "things follow", start)
            for found in _IN_BRACKETS.finditer(said):
                if count := _names(found["names"]):
                    yield from _compared(case, one, found, count, "names follow", start)


_NO_LEAD = re.compile(  # "work on the five goals has shown:", "each of the five goals is:"
    r"(?i)\b(?:of|on|in|under|for|from|to|with|by|against|towards|over)\s+(?:(?:the|its|their|our|these|those|all)\s+)*$"
)
_AGREED_ON = re.compile(r"(?i)(?:\bagree\w* (?:on|to)\s+(?:the\s+)?|\bfollowing\s+)$")
_GOES_ON = re.compile(
    rf"(?i)\b(?:following|follows|these|includ(?:e|es|ed|ing)|who|and [a-z]+ed|{_NUMBERS})\b|\band\s.*\bto$"
)


def _with_phrase(case: Case, text: str) -> re.Match[str] | None:
    """A number of things that are listed, "five goals for next year:", "the six principles ask States to:"."""
    nouns = "|".join(case.data.facts.texts("listed"))
    pattern = re.compile(
        rf"(?i)(?<![\w/.–-])(?P<number>{_NUMBERS}|\d{{1,2}})\s+(?P<words>(?:[a-z][a-z-]*\s+){{0,2}}?(?:{nouns}))"
        r"(?P<behind>\s[^.,;:]{1,120}):\s*$"
    )
    for found in pattern.finditer(text):
        before = text[: found.start()]
        leads = _AGREED_ON.search(before) or not _NO_LEAD.search(before)
        if leads and not _GOES_ON.search(found["behind"]):
            return found
    return None


def _compared(case: Case, one: Paragraph, found: re.Match[str], count: int, what: str, shift: int = 0) -> Iterator[Hit]:
    words, number = found["words"], found["number"].casefold()
    if _NO_NAMES.search(words) or not re.search(r"(?:s|ia|people)\b", words):
        return
    stated = 2 if number == "both" else number_of(case, number)
    if stated != count and count > 1:
        start, end = shift + found.start("number"), shift + found.end("words")
        yield Hit(one, start, end, f"“{found['number']}”, but {count} {what}.", f"{count} {what}")


def _listed(rest: str, lead: str) -> int:
    """How many things a series has; 0 where that cannot be told."""
    rest = rest.rstrip(". ")
    if ";" in rest:
        return len([part for part in rest.split(";") if part.strip(" ,")])
    if re.search(r"\([a-z]\)|\(i+\)", rest):
        return len(re.findall(r"\((?:[a-z]|[ivx]+)\)", rest))
    parts = [part for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", rest) if part]
    simple = (
        not _FINITE.search(rest)
        and len(parts) > 1
        and rest.count(" and ") <= 1
        and all(len(part.split()) <= 4 for part in parts)
    )
    if simple and "." not in rest:
        return len(parts)
    return _in_series(rest, lead)


def _in_series(rest: str, lead: str) -> int:
    """How many long things a series has: "a strip of wild flowers along each road, no mowing before June, and a hive".

    Either none of them has a verb, or all do and the words before do not, unlike "Two ships were sold: one was cheap,
    …"; else a comma may stand within one.
    """
    series = rest.split(",")
    joined = re.findall(r"\s(?:and|or)\s", rest)
    ends = len(series) > 2 and re.match(r"\s(?:and|or)\s", series[-1]) and len(joined) == 1 and "." not in rest
    clauses = not _FINITE.search(lead) and all(_FINITE.search(part) for part in series)
    alike = clauses or not _CLAUSE.search(rest)
    return len(series) if ends and alike and all(len(part.split()) <= 10 for part in series) else 0


def _names(names: str) -> int:
    parts = [part for part in re.split(r",\s+(?:and\s+)?|;\s*|\s+and\s+", names) if part.strip()]
    return len(parts) if len(parts) > 1 and all(re.match(r"(?:the\s+)?[A-Z]", part) for part in parts) else 0
