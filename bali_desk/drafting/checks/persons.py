"""Persons in a draft against those who came: unknown, spelt otherwise, with another title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.domain.models import Participant
from bali_desk.drafting.checks.acronyms_read import registered
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.likeness import content, share
from bali_desk.drafting.checks.person_names import Met, letters_of, names_of, person_pattern, titles_in

_POST = re.compile(
    r"^\s*(?:,\s+(?:the\s+)?|\s*\((?:the\s+)?)(?P<post>[A-Z][\w’-]*(?:\s+(?:(?:of|for|and|the|to|in)\s+)*[A-Z][\w’-]*)*)"
)
_POST_WORD = re.compile(
    r"\b(?:Director|Secretary|Minister|Head|Chief|Commissioner|Officer|Adviser|Advisor|Counsellor|Ambassador|Manager|Deputy|Assistant|Coordinator|Inspector|General|President|Chair|Superintendent|Attach[ée]|Representative|Specialist|Prosecutor|Judge|Captain|Commander)\b"
)
_MORE = re.compile(r"\b(?:Acting|Deputy|Assistant|Vice|Under)\b")


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


def person_unknown(case: Case) -> Iterator[Hit]:
    """A person who is not among those who came."""
    for met in case.persons:
        if met.exact is None and met.near is None and not _chairs(case, met.name) and not _is_elsewhere(case, met):
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


def _is_elsewhere(case: Case, met: Met) -> bool:
    """Whether the text itself says that the person need not have come: "the late Mr Diallo", "Dr Sen’s book"."""
    before = met.paragraph.text[: met.found.start()]
    after = met.paragraph.text[met.found.start("name") + len(met.name) :]
    works = "|".join(map(re.escape, case.data.facts.texts("works")))
    written = re.match(rf"[’']s?\s+(?:[\w-]+\s+){{0,2}}(?:{works})\b", after)
    written = written or re.search(rf"\b(?:{works})\b(?:\s+[\w’“”,*-]+){{0,8}}?\s+(?:written\s+)?by\s+$", before)
    return bool(written) or bool(
        re.search(
            r"(?i)\b(?:late|former|outgoing|retired|retiring|founding|deceased|predecessor,?|memory of)\s*$", before
        )
    )


def _chairs(case: Case, name: str) -> bool:
    record = case.record
    others = [chair.person for chair in record.co_chairs] if record else []
    others += [part for item in (record.agenda if record else []) for part in item.presenters]
    said = letters_of(name)
    return any(other and said in letters_of(other) for other in others)


def person_variant(case: Case) -> Iterator[Hit]:
    """A name that is nearly that of somebody who came."""
    for met in case.persons:
        if met.near is not None and not _chairs(case, met.name):
            start = met.found.start("name")
            shown = names_of(met.near)[0]
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
    for met in case.persons:
        person = met.exact
        if person is None:
            continue
        if _other_honorific(case, met, person):
            start, end = met.found.start(), met.found.start("name") + len(met.name)
            told = f"the record: {person.honorific}"
            fix = f"{person.honorific} {met.name}"
            yield Hit(met.paragraph, start, end, "The record has another title.", told, fix=fix)
        yield from _post(case, met, person)
        yield from _sender(case, met, person)


def _other_honorific(case: Case, met: Met, person: Participant) -> bool:
    """Whether none of the titles before the name is one of hers; "Ambassador" is an excellency too."""
    said, known = (titles_in(words, case.data) for words in (met.found["honorific"], person.honorific or ""))
    alike = [_kind(titles) for titles in (said, known)]
    both_excellent = alike[0] == alike[1] == "he" or said | known == {"Hon", "HE"}
    return bool(said and known) and not said & known and not both_excellent


def _kind(titles: set[str]) -> str:
    return "he" if titles & {"HE", "H", "Ambassador"} else ""


def _post(case: Case, met: Met, person: Participant) -> Iterator[Hit]:
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
    house = {
        _plain(word) for word in re.findall(r"[\w’'-]+", f"{person.organisation or ''} {_delegation(case, person)}")
    }
    if said <= house:
        return  # where she is from, and no post
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


def _sender(case: Case, met: Met, person: Participant) -> Iterator[Hit]:
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
    elif behind["from"]:
        yield from _house(case, met, person, end + behind.start("from"), behind["from"])


def _house(case: Case, met: Met, person: Participant, start: int, said: str) -> Iterator[Hit]:
    """An institution behind the name, "of the National Centre", that has no more than half its words from hers."""
    heads = "|".join(map(re.escape, case.data.persons.texts("institutions")))
    another = person_pattern(case.data).search(said)
    said = said[: another.start()] if another else said
    found = re.match(
        rf"(?:[A-Z][\w’-]*\s+(?:(?:of|for|and|on|the)\s+)*)*(?:{heads})\b(?:\s+(?:of|for|and|on|the|[A-Z][\w’-]*))*",
        said,
    )
    if not found or not person.organisation:
        return
    known = f"{person.organisation} {person.position or ''} {_delegation(case, person)}"
    words = content(found.group()).difference(*(content(one.text) for one in case.countries.named(found.group())))
    own = content(known) | content(registered(case).get(person.organisation, ""))
    if len(words) > 1 and share(words, own) <= 0.5:
        name = re.sub(r"\s+(?:of|for|and|on|the)$", "", found.group())
        yield Hit(
            met.paragraph,
            start,
            start + len(name),
            "The record has another institution.",
            f"the record: {person.organisation}",
        )


def _delegation(case: Case, person: Participant) -> str:
    sent = case.record.delegations if case.record else []
    return next((one.name for one in sent if one.id == person.delegation_id), "")


_RANKS = {"deputy", "assistant", "vice"}
