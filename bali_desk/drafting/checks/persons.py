"""Persons in a draft against those who came: unknown, spelt otherwise, with another title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from bali_desk.domain.models import Participant
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit

_HONORIFICS = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|H\.\s?E|HE|Hon|Ambassador|Sir|Dame|Datuk|Dato[’']?|Tan Sri|Pak|Ibu)"
_PART = r"[A-ZÀ-ÞĀ-Ž‘ʻ][\w’'.‘ʻ-]*"
PERSON = re.compile(
    rf"\b(?P<honorific>{_HONORIFICS}\.?(?:\s+{_HONORIFICS}\.?)*)\s+(?P<name>{_PART}(?:\s+(?:(?:de|da|dos|van|von|bin|binti|al|el|la|der|ul|ibn)\s+)?{_PART}){{0,5}})"
)
_POST = re.compile(
    r"^\s*(?:,\s+(?:the\s+)?|\s*\((?:the\s+)?)(?P<post>[A-Z][\w’-]*(?:\s+(?:(?:of|for|and|the|to|in)\s+)*[A-Z][\w’-]*)*)"
)
_POST_WORD = re.compile(
    r"\b(?:Director|Secretary|Minister|Head|Chief|Commissioner|Officer|Adviser|Advisor|Counsellor|Ambassador|Manager|Deputy|Assistant|Coordinator|Inspector|General|President|Chair|Superintendent|Attach[ée]|Representative|Specialist|Prosecutor|Judge|Captain|Commander)\b"
)
_MORE = re.compile(r"\b(?:Acting|Deputy|Assistant|Vice|Under)\b")
CLOSE = 0.8


@dataclass(frozen=True)
class _Met:
    """A person met in the text, with whom of the record this is."""

    paragraph: Paragraph
    found: re.Match[str]
    name: str
    exact: Participant | None
    near: Participant | None


def _met(case: Case) -> Iterator[_Met]:
    record = case.record
    if record is None:
        return
    for one in case.text.running:
        for found in PERSON.finditer(one.text):
            name = _cut_name(found["name"])
            exact = _exact(record, name)
            yield _Met(one, found, name, exact, None if exact else _near(record, name))


def _cut_name(name: str) -> str:
    """The name without the full stop of its sentence and the "s" of what is hers."""
    return re.sub(r"(?:[’']s)?[.’']?$", "", name) if not re.search(r"\b[A-Z]\.$", name) else name


def _exact(record: Record, name: str) -> Participant | None:
    wanted = _tokens(name)
    found = [one for one in record.participants if _fits(wanted, one, name)]
    return found[0] if found else None


def _fits(wanted: list[str], one: Participant, name: str) -> bool:
    """Whether a name in a text is this person's: whole, the family name alone, or its letters as they are written."""
    whole = _names_of(one)
    letters = [_letters(part) for part in whole]
    said = [_letters(part) for part in name.split()]
    if any(sorted(said) == sorted(full.split()) for full in letters):
        return any(said == full.split() or _is_surname_first(said, full.split()) for full in letters)
    family = _letters(one.family or "")
    return bool(family) and (
        " ".join(said) == family
        or (
            said[-1:] == family.split()[-1:]
            and len(said) < len(letters[0].split())
            and set(said) <= set(letters[0].split())
        )
    )


def _is_surname_first(said: list[str], full: list[str]) -> bool:
    return said == [*full[-1:], *full[:-1]]


def _names_of(one: Participant) -> list[str]:
    given, family = one.given or "", one.family or ""
    names = [f"{given} {family}".strip(), one.display or ""]
    if one.name_order and "family" in one.name_order:
        names.append(f"{family} {given}".strip())
    return [name for name in names if name]


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


def _letters(name: str) -> str:
    """A name letter for letter, capitals and the kind of apostrophe aside: its accents count."""
    made = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[’'‘ʻ]", "'", made).rstrip(".")


def _tokens(name: str) -> list[str]:
    bare = unicodedata.normalize("NFD", name.casefold())
    return re.findall(
        r"[a-z]+", "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("'", "")
    )


def _near(record: Record, name: str) -> Participant | None:
    """The person whose name is nearly this one: other accents, other order, a letter or two off."""
    wanted = _tokens(re.sub(r"[’'‘ʻ-]", "", name))
    best, score = None, 0.0
    for one in record.participants:
        for full in _names_of(one):
            known = _tokens(re.sub(r"[’'‘ʻ-]", "", full))
            likeness = _likeness(wanted, known)
            family = _tokens(re.sub(r"[’'‘ʻ-]", "", one.family or ""))
            if len(wanted) == 1 and family:
                likeness = max(
                    likeness,
                    SequenceMatcher(None, wanted[0], "".join(family), autojunk=False).ratio()
                    if len(wanted[0]) > 4
                    else 0,
                )
            if likeness > score:
                best, score = one, likeness
    return best if score >= CLOSE + 0.05 else None


def _likeness(one: list[str], other: list[str]) -> float:
    if not one or not other:
        return 0.0
    if sorted(one) == sorted(other):
        return 1.0
    joined = SequenceMatcher(None, "".join(sorted(one)), "".join(sorted(other)), autojunk=False).ratio()
    pairs = [max(SequenceMatcher(None, word, known, autojunk=False).ratio() for known in other) for word in one]
    return (
        min(joined, min(pairs) + 0.1)
        if len(one) == len(other)
        else min(joined, sum(pairs) / len(pairs))
        if len(one) > 1
        else 0.0
    )


def person_unknown(case: Case) -> Iterator[Hit]:
    """A person who is not among those who came."""
    for met in _met(case):
        if met.exact is None and met.near is None and not _chairs(case, met.name) and not _is_elsewhere(met):
            yield Hit(
                met.paragraph,
                met.found.start(),
                met.found.start("name") + len(met.name),
                "Nobody of this name came, says the record.",
            )
        elif met.exact is not None and met.exact.attendance in ("absent", "excused", "replaced"):
            why = f"Known, but {met.exact.attendance}, says the record."
            if not re.search(
                r"(?i)\b(?:unable|absen|apolog|regret|excused|not (?:present|attend)|replaced|retire|on behalf"
                r"|former|late)\w*",
                met.paragraph.text,
            ):
                yield Hit(
                    met.paragraph,
                    met.found.start(),
                    met.found.start("name") + len(met.name),
                    why,
                    f"the record: {met.exact.attendance}",
                )


def _is_elsewhere(met: _Met) -> bool:
    """Whether the text itself says that the person is none of those who came: "the late Mr Diallo"."""
    before = met.paragraph.text[: met.found.start()]
    return bool(
        re.search(
            r"(?i)\b(?:late|former|outgoing|retired|retiring|founding|deceased|predecessor,?|memory of)\s*$", before
        )
    )


def _chairs(case: Case, name: str) -> bool:
    record = case.record
    others = [chair.person for chair in record.co_chairs] if record else []
    others += [part for item in (record.agenda if record else []) for part in item.presenters]
    said = _letters(name)
    return any(other and said in _letters(other) for other in others)


def person_variant(case: Case) -> Iterator[Hit]:
    """A name that is nearly that of somebody who came."""
    for met in _met(case):
        if met.near is not None and not _chairs(case, met.name):
            start = met.found.start("name")
            shown = _names_of(met.near)[0]
            fix = shown if len(met.name.split()) > 1 else met.near.family
            yield Hit(
                met.paragraph,
                start,
                start + len(met.name),
                "The record spells this name otherwise.",
                f"the record: {shown}",
                fix=fix,
            )


def person_title(case: Case) -> Iterator[Hit]:
    """An honorific or a post that is not the record's."""
    for met in _met(case):
        person = met.exact
        if person is None:
            continue
        said, known = met.found["honorific"].replace(".", "").split(), (person.honorific or "").replace(".", "").split()
        if (
            said
            and known
            and not set(said) & set(known)
            and {said[0], known[0]} != {"Hon", "HE"}
            and not (_kind(said) and _kind(said) == _kind(known))
        ):
            yield Hit(
                met.paragraph, met.found.start(), met.found.start("name") + len(met.name), "The record has another title.", f"the record: {person.honorific}",
                fix=f"{person.honorific} {met.name}",
            )  # fmt: skip
        yield from _post(case, met, person)
        yield from _sender(case, met, person)


def _kind(titles: list[str]) -> str:
    return "he" if set(titles) & {"HE", "H", "Ambassador"} else ""


def _post(case: Case, met: _Met, person: Participant) -> Iterator[Hit]:
    """A post behind the name, in commas or brackets, that is not hers; a shortened or acting one is."""
    end = met.found.start("name") + len(met.name)
    behind = _POST.match(met.paragraph.text[end:])
    if (
        not behind
        or not person.position
        or not _POST_WORD.search(re.sub(r"\b[A-Z]\w+-General[’']s", "", behind["post"]))
    ):
        return
    known = f"{person.position} {person.organisation or ''} {_delegation(case, person)}".strip()
    said = {_plain(word) for word in re.findall(r"[\w’'-]+", behind["post"]) if word[0].isupper()}
    wanted = {_plain(word) for word in re.findall(r"[\w’'-]+", known)}
    other = {word for word in said if word not in wanted and not _MORE.match(word.capitalize())}
    rank = {_plain(word) for word in re.findall(r"\w+", person.position)} & _RANKS
    other_post = other and _POST_WORD.search(" ".join(word.capitalize() for word in other))
    field = {
        word
        for word in said - {_plain(name) for name in _delegation(case, person).split()}
        if not _POST_WORD.search(word.title())
    }
    other_field = bool(field) and field <= other
    if len(other) * 2 > len(said) or other_field or (said & _RANKS) != rank or other_post:
        start = end + behind.start("post")
        yield Hit(
            met.paragraph, start, start + len(behind["post"]), "The record has another post.", f"the record: {known}"
        )


def _sender(case: Case, met: _Met, person: Participant) -> Iterator[Hit]:
    """A country or organisation behind the name that did not send her."""
    end = met.found.start("name") + len(met.name)
    behind = re.match(
        r"\s+(?:of|from)\s+(?:the\s+)?(?P<from>[A-Z][^.,;()]{1,60})|\s*\((?P<in>[^)]{2,60})\)", met.paragraph.text[end:]
    )
    if not behind:
        return
    key = "from" if behind["from"] else "in"
    own = {case.countries.code(name) for name in (_delegation(case, person), person.organisation) if name}
    named = [one for one in case.countries.named(behind[key]) if not one.adjective]
    if named and named[0].start == 0 and not any(one.code in own for one in named) and own:
        start = end + behind.start(key)
        told = f"the record: {_delegation(case, person)}"
        yield Hit(met.paragraph, start, start + len(named[0].text), "The record has another delegation.", told)


def _delegation(case: Case, person: Participant) -> str:
    sent = case.record.delegations if case.record else []
    return next((one.name for one in sent if one.id == person.delegation_id), "")


_RANKS = {"deputy", "assistant", "vice"}
