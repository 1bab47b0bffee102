"""Every field and filter of the templates in words, with what it prints for a given meeting: the author's reference."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bali_desk.assets import RESOURCES
from bali_desk.documents.example import full_record
from bali_desk.documents.template_check import example_context
from bali_desk.documents.templates.build import printed
from bali_desk.domain.record import Record

WORDS = RESOURCES / "templates" / "fields.toml"
_KINDS = {"person": "full_name", "line": "is_point"}  # a group of fields is of a kind when it has this one
_LONGEST = 80


@dataclass(frozen=True)
class Field:
    """A field of a document. `tag` prints it, inside the loops of `around`; a list's tag is the loop itself."""

    path: str  # as the check names it: "days[].lines[].title"
    tag: str
    around: tuple[str, ...]
    meaning: str
    example: str


@dataclass(frozen=True)
class FilterWord:
    """A filter, in an example and what that gives."""

    tag: str
    gives: str
    meaning: str


def fields(name: str, record: Record) -> list[Field]:
    """The fields of the document `name`, in the order the document is told them, with examples from this record.

    What this record has nothing of, such as interventions, is told from the example that has one of everything.
    """
    found: dict[str, Field] = {}
    for one in (*_fields_of(name, record), *_fields_of(name, full_record())):
        before = found.get(one.path)
        if before is None or not before.example:
            found[one.path] = one
    return sorted(found.values(), key=lambda one: _standing(one.path, list(found)))


def _fields_of(name: str, record: Record) -> Iterator[Field]:
    for path, value, beside in _walk(example_context(name, record), ""):
        if not isinstance(value, Mapping):  # a group of fields prints nothing by itself
            yield Field(path, *_tag(path, value), meaning_of(name, path, beside), _example(value))


def _standing(path: str, order: list[str]) -> tuple[int, ...]:
    """Where a field stands: behind the list or group it belongs to, however late it was found."""
    above = [one for one in order if path == one or path.startswith((f"{one}[].", f"{one}."))]
    return tuple(order.index(one) for one in sorted(above, key=len))


def filters() -> list[FilterWord]:
    """The filters, in examples on the sample meeting."""
    return [FilterWord(one["tag"], one["gives"], one["meaning"]) for one in _words()["filters"]]


def meaning_of(name: str, path: str, beside: frozenset[str] = frozenset()) -> str:
    """What a field means; `beside` are the fields of the group it is in. Empty where nobody has said."""
    words, plain = _words(), path.replace("[]", "")
    leaf = plain.rpartition(".")[2]
    kinds = [words["kinds"][kind] for kind, mark in _KINDS.items() if mark in beside]
    for table, key in (
        (words.get(name, {}), plain),
        (words["every"], plain),
        *((kind, leaf) for kind in kinds),
        (words["common"], plain),
        (words["common"], leaf),
    ):
        if key in table:
            return str(table[key])
    return ""


@functools.cache
def _words() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def _walk(context: Mapping[str, Any], ahead: str) -> Iterator[tuple[str, Any, frozenset[str]]]:
    """Every field with its path, its value and the names beside it; of lists, every entry."""
    for key, value in context.items():
        path = f"{ahead}{key}"
        yield path, value, frozenset(context)
        if isinstance(value, Mapping):
            yield from _walk(value, f"{path}.")
        elif isinstance(value, (list, tuple)):
            for one in value:
                if isinstance(one, Mapping):
                    yield from _walk(one, f"{path}[].")


def _tag(path: str, value: Any) -> tuple[str, tuple[str, ...]]:
    """The tag that prints a field, and the loops it stands in."""
    *lists, last = path.split("[].")
    around, ahead = [], ""
    for one in lists:
        entry = _singular(one.rpartition(".")[2])
        around.append(f"{{% for {entry} in {ahead}{one} %}}")
        ahead = f"{entry}."
    if isinstance(value, (list, tuple)):
        return f"{{% for {_singular(last.rpartition('.')[2])} in {ahead}{last} %}}", tuple(around)
    return f"{{{{ {ahead}{last} }}}}", tuple(around)


def _singular(name: str) -> str:
    given = _words()["singular"].get(name)
    return str(given) if given else re.sub(r"ies$", "y", name).removesuffix("s")


def _example(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        if value and not isinstance(value[0], Mapping):
            return _cut(", ".join(printed(one) for one in value))
        return f"{len(value)} entries" if len(value) != 1 else "1 entry"
    return _cut(printed(value))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
