"""Who said what: actor, reporting verb and matter, as statements put them at the head of a sentence or clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.verbs import Ladder

if TYPE_CHECKING:
    from bali_desk.drafting.checks.case import Case

_ADVERBS = r"(?:(?:also|then|further|again|jointly|both|[a-z]+ly)\s+)*"
_BEFORE = re.compile(
    r"(?:^|[.;:!?]\s+|[.;:!?][\"'”’)]\s+|,\s+(?:and\s+|while\s+|but\s+)?|\bthat\s+|\bwhile\s+|:\s*)(?:[Tt]he\s+)?$"
)
_VOICES = (
    r"(?i:(?:one|a) (?:delegation|member)|(?:several|some|many|most|other|a number of"
    r"|a few) (?:members?|delegations|participants|countries|states|delegates|ministers|economies))"
)
_CLAUSE = re.compile(r"[;:]\s+|,\s+(?:and|but|while)\s+")
_RELATIVE = re.compile(r"\b(?:which|that|who|as)\s*$")
_BEFORE_THIS = re.compile(r"\b(?:19|20)\d\d\b|\b(?:last|earlier|previous|ago)\b")  # what was done then
_ASKED = re.compile(r"\s+(?:to|for|that)\b")
_AND = re.compile(r"(?:,\s+|\s+)and\s+(?:also\s+)?")


@dataclass(frozen=True)
class Said:
    """One reporting verb of an actor. Places are those of the paragraph's text."""

    paragraph: Paragraph
    actor: str  # as written, without "the"
    kind: str  # kind of actor: meeting, chairs, secretariat, delegation, several ...
    verb: str  # the verb of the ladder, in the past
    tense: str  # past, present
    actor_start: int
    verb_start: int
    verb_end: int
    matter: str  # what follows, to the end of the sentence
    joined: bool = False  # a second verb of the same actor
    main: bool = True  # whether it stands at the head of its sentence; else somebody says that it is so

    @property
    def start(self) -> int:
        """Where the actor begins; the verb, where the actor was named before."""
        return self.verb_start if self.joined else self.actor_start


def assents(said: Said) -> bool:
    """Whether somebody agrees with who spoke before, and decides nothing: "Fiji agreed, and described its ports"."""
    return said.verb == "agreed" and bool(_NO_OBJECT.match(said.matter)) and not _OBJECT_AFTER.match(said.matter)


_NO_OBJECT = re.compile(r"[.,;]|(?:and|but)\b|$")
_OBJECT_AFTER = re.compile(r",[^,;]*,\s+(?:to|that|on)\b")  # "agreed, after a break, to host it"


def perfect_in(paragraph: Paragraph, text: str, case: Case) -> list[Said]:
    """Every reporting verb that is told as done, "has approved", with its actor; `text` has quotations blotted out."""
    found = case.finder
    return [
        found.read(paragraph, match, text[match.end() : end], main=True)
        for start, end in paragraph.sentences
        for match in found.perfect.finditer(text, start, end)
        if _BEFORE.search(text[start : match.start("actor")]) and match["verb"] in found.past
    ]


def said_in(paragraph: Paragraph, text: str, case: Case) -> list[Said]:
    """Every reporting verb of the paragraph with its actor; `text` has quotations blotted out."""
    found = case.finder
    made: list[Said] = []
    for start, end in paragraph.sentences:
        for match in found.pattern.finditer(text, start, end):
            before = text[start : match.start("actor")]
            if not _BEFORE.search(before):
                continue
            main = not re.search(r"\b(?:that|while|which|whether|as)\b", before)
            first = found.read(paragraph, match, text[match.end() : end], main)
            made.append(first)
            made += found.joined(first, text, match.end(), end)
    return made


def passive_in(paragraph: Paragraph, text: str, case: Case) -> list[Said]:
    """Every reporting verb told without its actor before it: "was noted by the Committee", "it was agreed to …"."""
    if " by " not in text and "t was " not in text:
        return []
    found = case.finder
    told = [
        said
        for start, end in paragraph.sentences
        for pattern, read in ((_PASSIVE, found.read_passive), (_IMPERSONAL, found.read_impersonal))
        for match in pattern.finditer(text, start, end)
        if (said := read(paragraph, match, start, end)) is not None
    ]
    return told


_PASSIVE = re.compile(
    rf"(?<![\w-])(?:was|were)\s+{_ADVERBS}(?P<verb>[a-z]+(?:\s[a-z]+){{0,2}}?)\s+by\s+(?:the\s+)?"
    r"(?P<actor>[A-Z][\w’-]*(?:\s(?:of\s)?[A-Z][\w’-]*)*)"
)
_IMPERSONAL = re.compile(rf"(?<![\w-])(?P<actor>[Ii]t)\s+was\s+{_ADVERBS}(?P<said>[a-z]+\b[^.;]*)")


class Finder:
    """What finds actors and verbs, made once for a ladder."""

    def __init__(
        self,
        ladder: Ladder,
        countries: tuple[str, ...],
        present: dict[str, str],
        meeting_actors: tuple[str, ...] = (),
        main: str = "",
    ) -> None:
        """`main` is the main actor of the record: "Panel"."""
        self.ladder = ladder
        self.forms: dict[str, tuple[str, str]] = {}  # a form: its verb and tense
        for verb in ladder.verbs:
            first, _, rest = verb.name.partition(" ")
            self.forms[verb.name] = (verb.name, "past")
            base = present.get(first)
            for form in (base, _third_person(base)) if base else ():
                self.forms.setdefault(f"{form} {rest}".strip(), (verb.name, "present"))
        for other, like in (("resolved", "decided"), ("applauded", "commended"), ("underscored", "underlined")):
            self.forms.setdefault(other, (like, "past"))
        forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(self.forms, key=len, reverse=True))
        self.main = main
        meeting_actors += (main,) if main else ()
        self.meeting = frozenset(name.casefold() for name in meeting_actors)
        actors = {name for names in ladder.actors.values() for name in names} | {"They", "It"}
        actors |= {*meeting_actors, *countries}
        self.actors = frozenset(name.casefold() for name in actors)
        named = "|".join(re.escape(name) for name in sorted(actors, key=len, reverse=True))
        many = {name.lower() for names in ladder.actors.values() for name in names if name.endswith("s")}
        many |= {name.lower() for name in (main,) if name.endswith("s")}
        plural = "|".join(re.escape(name) for name in sorted(many, key=len, reverse=True))  # "the participants"
        actor = rf"(?<![\w-])(?:[Tt]he\s+)?(?P<actor>{named}|{_VOICES}|(?<=[Tt]he\s)(?:{plural}))\s+"
        self.pattern = re.compile(rf"{actor}{_ADVERBS}(?P<verb>{forms})(?![\w-])")
        self.perfect = re.compile(rf"{actor}(?:has|have)\s+{_ADVERBS}(?P<verb>{forms})(?![\w-])")
        self.past = frozenset(form for form, (_verb, tense) in self.forms.items() if tense == "past")
        self.verb = re.compile(rf"{_AND.pattern}{_ADVERBS}(?P<verb>{forms})(?![\w-])(?!\s+(?:by|in|at)\b)")

    def is_actor(self, word: str) -> bool:
        """Whether somebody who acts is called so."""
        return word.casefold() in self.actors

    def read(self, paragraph: Paragraph, match: re.Match[str], matter: str, main: bool) -> Said:
        """An actor with its verb, and what follows."""
        verb, tense = self._form(match["verb"])
        actor = match["actor"]
        return Said(
            paragraph,
            actor,
            self.kind_of(actor),
            verb,
            tense,
            match.start("actor"),
            *match.span("verb"),
            matter.strip(),
            main=main,
        )

    def read_passive(self, paragraph: Paragraph, match: re.Match[str], start: int, end: int) -> Said | None:
        """A verb that is done by an actor, with what stands before it in its clause, and what is asked behind it."""
        words, text = match["actor"].split(), match.string
        named = (" ".join(words[:number]) for number in range(len(words), 0, -1))
        actor = next((name for name in named if self.is_actor(name)), "")
        clause, behind = text[start : match.start()], text[match.start("actor") + len(actor) : end]
        ours = actor and (self._is_whole(actor) or self.ladder.actor_kind(actor) not in ("meeting", "delegation"))
        if not ours or match["verb"] not in self.past or _RELATIVE.search(clause) or _BEFORE_THIS.search(behind):
            return None
        cut = max((found.end() for found in _CLAUSE.finditer(clause)), default=0)
        matter = f"{clause[cut:]}{behind if _ASKED.match(behind) else ''}".strip()
        at = match.span("verb")
        return Said(paragraph, actor, self.kind_of(actor), self.forms[match["verb"]][0], "past", at[0], *at, matter)

    def read_impersonal(self, paragraph: Paragraph, match: re.Match[str], start: int, end: int) -> Said | None:
        """A verb of nobody: "it was agreed to extend the plan"."""
        said, at = match["said"], match.start("said")
        rung = self.ladder.find(said)
        stop = at + len(rung.name) if rung else at
        matter = match.string[stop:end].strip()
        if rung is None or not said.startswith(rung.name) or re.match(r"\d|(?:in|at|during|last|earlier)\b", matter):
            return None
        return Said(paragraph, "It", "meeting", rung.name, "past", at, at, stop, matter)

    def joined(self, first: Said, text: str, start: int, end: int) -> list[Said]:
        """Further verbs of the same actor: "and encouraged …"."""
        made = []
        for match in self.verb.finditer(text, start, end):
            verb, tense = self._form(match["verb"])
            if tense == first.tense:
                matter = text[match.end() : end].strip()
                start, stop = match.span("verb")
                made.append(
                    replace(first, verb=verb, tense=tense, verb_start=start, verb_end=stop, matter=matter, joined=True)
                )
        return made

    def _is_whole(self, actor: str) -> bool:
        """Whether the meeting as a whole is called so, and not perhaps another body."""
        return actor == self.main or actor in self.ladder.actors.get("meeting", ())

    def kind_of(self, actor: str) -> str:
        """What kind of actor this is; whoever the record or the tables name as a body is the meeting."""
        actor = re.sub(r"^[Tt]he\s+", "", actor)
        kind = self.ladder.actor_kind(actor)
        if re.match(r"(?i)(?:several|some|many|most|other|a number of|a few)\b", actor):
            return "several"
        return "meeting" if kind == "delegation" and actor.casefold() in self.meeting else kind

    def _form(self, written: str) -> tuple[str, str]:
        return self.forms[" ".join(written.split())]


def finder(case: Case) -> Finder:
    """What finds actors and verbs for this case: those of the ladder, and the countries of the record."""
    present = {past: str(base) for past, base in case.data.grammar.within("present").held.items()}
    return Finder(
        case.style.ladder, _countries(case), present, case.data.grammar.texts("meeting_actors"), main_actor(case)
    )


def main_actor(case: Case) -> str:
    """Who decides in the record, without "the"; "" where that is not known."""
    name = (case.record.body.main_actor if case.record else None) or ""
    return re.sub(r"^[Tt]he\s+", "", name.strip())


def _countries(case: Case) -> tuple[str, ...]:
    if case.record is None:
        return ()
    names = {one.name for one in case.record.members} | {one.name for one in case.record.delegations}
    return tuple(sorted(name for name in names if name))


def _third_person(base: str | None) -> str:
    if not base:
        return ""
    if base.endswith(("s", "sh", "ch", "x", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if re.search(r"[^aeiou]y$", base) else f"{base}s"
