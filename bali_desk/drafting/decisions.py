"""Which outcomes stand in the register of decisions, and the one sentence that tells each of them there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from bali_desk.drafting.markup import plain
from bali_desk.drafting.sentences import stopped, unstopped
from bali_desk.drafting.verbs import Ladder


class Register:
    """Tells decisions from other outcomes by the ladder of verbs; each verb is looked up once."""

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder
        self._known: dict[str, int | None] = {}

    def holds(
        self,
        verb: str | None,
        number: str | None = None,
        fulfils: Collection[str] = (),
        recommended_to: Mapping[str, str | None] | None = None,
    ) -> bool:
        """Whether an outcome is one of the register.

        It is where its verb is strong enough, and where it carries what only a decision carries: a number, or a higher
        body it goes to. A line of the work plan it fulfils makes one too, but not of what was only heard or received.
        """
        if number or any((recommended_to or {}).values()):
            return True
        phrase = verb or ""
        if phrase not in self._known:
            self._known[phrase] = self._ladder.strength(phrase)
        strength = self._known[phrase]
        return bool(fulfils and strength != 0) or (strength is not None and strength >= self._ladder.register_from)


def register_line(subject: str | None, verb: str | None, text: str | None, points: Iterable[str] = ()) -> str:
    """An outcome in one line without its markup, its points behind it; empty where nothing is recorded."""
    said = " ".join(part for part in ((subject or "").strip(), (verb or "").strip(), unstopped(text)) if part)
    listed = [point for point in (unstopped(one) for one in points) if point]
    if listed:
        said = f"{said.rstrip(' .,;:')}: {'; '.join(listed)}".removeprefix(": ")
    return stopped(plain(said) if "*" in said else said)
