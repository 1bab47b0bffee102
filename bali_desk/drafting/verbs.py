"""The ladder of reporting verbs: how strong each is, what it commits to, and who may use it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

STRONGEST = 9
BINDING = 7  # from here on a verb binds somebody
DECISION = 8  # from here on it is a decision


@dataclass(frozen=True)
class Verb:
    """One rung of the ladder."""

    name: str
    strength: int
    kind: str  # its class: verbs of one class may replace each other
    commits: str  # in one line, what it commits the meeting to
    who: tuple[str, ...] | None  # kinds of actor that may use it; None: all
    asks: str = ""  # what else is to be recorded: "owner" who does it and by when, "body" who decides it; "" nothing


@dataclass(frozen=True)
class Pair:
    """Verbs and beginnings of their matter that do not go together, or that need another word to go together."""

    verbs: tuple[str, ...]
    matter: tuple[str, ...]  # how the matter begins; none: however it begins
    needs: tuple[str, ...]  # words one of which must stand in the matter; none: nothing mends it
    say: str


@dataclass(frozen=True)
class Ladder:
    """All verbs, and how actors are recognised."""

    verbs: tuple[Verb, ...]
    actors: dict[str, tuple[str, ...]]  # kind of actor: its words without "the"
    advice: dict[str, str]
    pairs: tuple[Pair, ...]
    register_from: int = BINDING  # strength from which an outcome stands in the register of decisions

    def by_strength(self) -> list[Verb]:
        """The verbs, weak to strong; those of one strength in the order of the file."""
        return sorted(self.verbs, key=lambda verb: verb.strength)

    def find(self, phrase: str | None) -> Verb | None:
        """The verb a phrase is, or the longest it begins with: "strongly encouraged" and "agreed to consider"."""
        words = folded(phrase)
        while words:
            first, _, rest = words.partition(" ")
            begins = [verb for verb in self._beginning.get(first, ()) if f"{words} ".startswith(f"{verb.name} ")]
            if begins:
                return max(begins, key=lambda verb: len(verb.name))
            words = rest
            if not first.endswith("ly") and first not in ("also", "then"):
                return None
        return None

    @cached_property
    def _beginning(self) -> dict[str, list[Verb]]:
        """The verbs by their first word."""
        found: dict[str, list[Verb]] = {}
        for verb in self.verbs:
            found.setdefault(verb.name.partition(" ")[0], []).append(verb)
        return found

    def strength(self, phrase: str | None) -> int | None:
        """How strong a phrase is, 0 to 9; None where the ladder does not know it."""
        verb = self.find(phrase)
        return verb.strength if verb else None

    def actor_kind(self, subject: str | None) -> str:
        """What kind of actor a subject is: meeting, chairs ...; "delegation" where it is none that is named."""
        words = folded(subject).removeprefix("the ")
        for kind, names in self.actors.items():
            if words in {name.casefold() for name in names}:
                return kind
        return "delegation"


def folded(text: str | None) -> str:
    """Words to compare: case and doubled blanks aside."""
    return " ".join((text or "").casefold().split())
