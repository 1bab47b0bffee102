"""Sentences flowing into a paragraph: "also" where a subject goes on, "They" for it, and short ones joined."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bali_desk.drafting.frames import begun
from bali_desk.drafting.length import word_count
from bali_desk.drafting.pronouns import pronoun_for
from bali_desk.drafting.sentences import Parts, spoken, stopped, with_also
from bali_desk.drafting.verbs import BINDING, folded
from bali_desk.drafting.wording import Style


@dataclass
class _Said:
    """A sentence of the paragraph, with the parts it began from where it may still be joined."""

    text: str
    parts: Parts | None


class Flow:
    """The paragraphs of one agenda item, sentence by sentence."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self._in_a_row = 0  # sentences since one that named its subject
        self._said: list[_Said] = []
        self._handles: list[str] = []
        self._also = 0  # how often this paragraph has said "also"
        self._opened: Parts | None = None  # how the paragraph before began
        self._last: Parts | None = None  # the sentence before

    def new_paragraph(self) -> None:
        """Begin a paragraph; what the one before began with is remembered."""
        if self._said:
            self._opened = next((said.parts for said in self._said if said.parts), None)
        self._said, self._handles, self._also, self._in_a_row, self._last = [], [], 0, 0, None

    def text(self) -> str:
        """The paragraph as it stands."""
        return " ".join(stopped(said.text) for said in self._said)

    def handles(self) -> list[str]:
        """The outcomes the paragraph tells, in order."""
        return list(self._handles)

    def say(self, parts: Parts) -> None:
        """Add a sentence."""
        if joined := self._joined(parts):
            self._said[-1] = _Said(joined, None)
        else:
            alone = self.alone(parts)
            text = spoken(self._taken_up(alone), self.style)
            if not text:
                return
            self._said.append(_Said(text, parts))
        self._last = parts
        self._remember(parts.handle)

    def alone(self, parts: Parts) -> Parts:
        """The parts of a sentence that stands alone, with "also" where it goes on from the one before."""
        if not self._goes_on(parts):
            return parts
        self._also += 1
        return replace(parts, verb=with_also(parts.verb, self.style.words))

    def _taken_up(self, parts: Parts) -> Parts:
        """The parts with "They" or "It" for a subject that goes on, where the style wants it and nobody misreads it."""
        before = self._said[-1] if self._said else None
        pronoun = ""
        goes_on = self._last is not None and self._same_speaker(self._last, parts) and not self._binds(parts)
        if before is not None and goes_on and parts.verb and self._in_a_row < self.style.rules.pronouns_in_a_row:
            pronoun = pronoun_for(parts.actor, before.text, parts.text, self.style.words)
        self._in_a_row = self._in_a_row + 1 if pronoun else 0
        return replace(parts, subject=begun(pronoun)) if pronoun else parts

    def add(self, text: str, handle: str) -> None:
        """Add a sentence that is already whole."""
        if text:
            self._said.append(_Said(text, None))
            self._last = None
            self._remember(handle)

    def _remember(self, handle: str) -> None:
        if handle and handle not in self._handles:
            self._handles.append(handle)

    def _goes_on(self, parts: Parts) -> bool:
        before = self._last if self._said else self._opened
        if before is None or not self._same_speaker(before, parts) or not parts.verb:
            return False
        said_already = self.style.words.also in folded(f"{parts.verb} {parts.text}").split()
        if said_already or self._also >= self.style.rules.also_at_most:
            return False
        if not self._said:
            return self.style.rules.also_after_sub_item and folded(before.verb) == folded(parts.verb)
        return self._alike(before.verb, parts.verb)

    def _alike(self, before: str, verb: str) -> bool:
        """Whether two verbs do the same kind of thing, so that "also" makes sense."""
        kinds = [rung.kind if (rung := self.style.ladder.find(one)) else "" for one in (before, verb)]
        return any(kinds[0] in group and kinds[1] in group for group in self.style.rules.also_between)

    def _joined(self, parts: Parts) -> str:
        """The sentence before with this one joined to it; "" where they stay apart."""
        before = self._said[-1] if self._said else None
        if before is None or before.parts is None or not self._same_speaker(before.parts, parts) or not parts.verb:
            return ""
        if not before.parts.verb or folded(before.parts.verb) == folded(parts.verb):
            return ""  # "welcomed this, and welcomed that" is no English
        if self._binds(before.parts) or self._binds(parts) or _many_sentences(before.parts.text):
            return ""
        if any(f", {self.style.words.and_} " in text for text in (before.text, parts.text)):
            return ""  # it has been joined to enough
        joined = self.style.fill("joined", {"sentence": before.text, "verb": parts.verb, "text": parts.text})
        first_of_several = parts.text.partition(". ")[0]
        words = word_count(before.text) + word_count(f"{parts.verb} {first_of_several}")
        return joined if words <= self.style.rules.join_up_to else ""

    def _same_speaker(self, one: Parts, other: Parts) -> bool:
        """Whether both are surely said by the same: "some Members" may be others the next time."""
        return one.actor == other.actor and one.actor.partition(" ")[0] not in self.style.words.indefinite

    def _binds(self, parts: Parts) -> bool:
        """Whether a verb binds somebody: such a sentence stands alone."""
        return (self.style.ladder.strength(parts.verb) or 0) >= BINDING


def _many_sentences(text: str) -> bool:
    return ". " in text
