"""What is wrong in a template, where it stands and the words around it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bali_desk.domain.errors import DeskError

_WORDS_SHOWN = 160
_MESSAGES = (
    (r"Encountered unknown tag '(end\w+)'.*", r"“\1” has nothing open before it"),
    (r"Encountered unknown tag '(\w+)'.*", r"there is no tag “\1”"),
    (r"No filter named '(\w+)'.*", r"there is no filter “\1”"),
    (r"No test named '(\w+)'.*", r"there is no test “\1”"),
    (r"expected token '([^']*)', got '([^']*)'", r"“\1” should stand where “\2” stands"),
    (r"unexpected '([^']*)'", r"“\1” does not belong here"),
    (r"""unexpected char (?:"'"|'"') at \d+""", r"a quotation mark has no partner in this tag"),
    (r"unexpected char '([^']*)' at \d+", r"“\1” does not belong here"),
    (r"Expected an expression, got.*", r"something is missing in this tag"),
)


@dataclass(frozen=True)
class Place:
    """Where in a template: part, table, row, column and paragraph in words, and the words that stand there."""

    where: str
    words: str


@dataclass(frozen=True)
class TemplateFault:
    """One fault an officer can mend in Word."""

    where: str
    words: str
    why: str
    said: str = ""  # the field that does not exist, whole: "meeting.plcae"
    instead: str = ""  # the one that was probably meant: "meeting.place"

    def __str__(self) -> str:
        quoted = f" «{self.words}»" if self.words else ""
        return f"{self.where}: {self.why}{quoted}"


class TemplateFaults(DeskError):
    """A template that cannot be filled in, with every fault found."""

    def __init__(self, faults: Sequence[TemplateFault], template: str = "") -> None:
        self.faults = tuple(faults)
        self.template = template
        name = f"the template “{template}”" if template else "the template"
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(f"Mend {name}: {faults[0]}{more}.")


def fault(place: Place, why: str, said: str = "", instead: str = "") -> TemplateFault:
    """A fault at `place`, its words cut to what fits a line."""
    words = " ".join(place.words.replace("\ufffc", " ").split())
    return TemplateFault(
        place.where, words if len(words) <= _WORDS_SHOWN else words[:_WORDS_SHOWN] + "…", why, said, instead
    )


def unknown_field(place: Place, name: str, known: Iterable[str], group: str = "") -> TemplateFault:
    """That a group, or the document itself, has no field of that name; with the field that was probably meant.

    `known` are all fields of the document, such as "days[].lines[].title". A field that stands elsewhere under this
    name, or one much like it, is named whole: "place" is "meeting.place".
    """
    ahead = f"{group}." if group else ""
    beside = [one.removeprefix(ahead) for one in known if one.startswith(ahead)]
    beside = [one for one in beside if "." not in one and "[" not in one]
    of = f" in “{group.removesuffix('[]')}”" if group else ""
    whole = {one: ahead + one for one in sorted(beside)}
    if not group:
        whole = {one.rpartition(".")[2]: one for one in sorted(known, reverse=True) if "[" not in one} | whole
    near = difflib.get_close_matches(name, whole, n=1)
    instead = whole[near[0]] if near else ""
    hint = f"; did you mean “{instead.removeprefix(ahead)}”?" if near else ""
    return fault(place, f"there is no field “{name}”{of}{hint}", ahead + name, instead)


def in_plain_words(message: str) -> str:
    """What the template language says, as an officer would."""
    for pattern, words in _MESSAGES:
        changed, found = re.subn(pattern, words, message, count=1, flags=re.DOTALL)
        if found:
            return changed
    return message


def unknown_name(name: str, offered: Iterable[str], kind: str = "field") -> str:
    """That a field or column does not exist, with the nearest one that does."""
    known = sorted(str(one) for one in offered)
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean “{near[0]}”?" if near else ""
    return f"there is no {kind} “{name}”{hint}"
