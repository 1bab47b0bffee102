"""A Word template and a context of plain data made into a Word document."""

from __future__ import annotations

import contextlib
import datetime as dt
import traceback
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from jinja2 import TemplateError, nodes
from lxml import etree
from lxml.etree import _Element

from bali_desk.documents.templates.build import Anchors, Builder
from bali_desk.documents.templates.columns import arrange
from bali_desk.documents.templates.faults import (
    Place,
    TemplateFault,
    TemplateFaults,
    fault,
    in_plain_words,
    unknown_field,
)
from bali_desk.documents.templates.limits import TooMuch, Unfit
from bali_desk.documents.templates.numbering import restart_groups
from bali_desk.documents.templates.ooxml import alone, w
from bali_desk.documents.templates.opening import open_template
from bali_desk.documents.templates.pairing import paired
from bali_desk.documents.templates.parts import compiled, parts_of, settle, unreached
from bali_desk.documents.templates.prepared import fenced_code, parsed
from bali_desk.documents.templates.sandbox import Refused, Sandbox, Steps
from bali_desk.documents.templates.source import Compiled
from bali_desk.documents.templates.survey import offered

_TOO_DEEP = "a tag has too many brackets or signs inside one another"
_PLAIN = (str, int, bool, type(None), dt.date)


@dataclass
class Part:
    """A body, header, footer or the notes, compiled."""

    name: str
    holder: Any  # python-docx's part, whose element is replaced
    compiled: Compiled
    tree: nodes.Template | None = None


def render(template: Path, context: Mapping[str, Any]) -> WordDocument:
    """Fill in the template. Faults of all its parts are raised together as `TemplateFaults`."""
    _check_plain(context, "context")
    sandbox, steps, anchors = Sandbox(), Steps(), Anchors()
    parts = _read(template, sandbox, context)
    faults: list[TemplateFault] = []
    for part in parts:
        faults += _fill(part, sandbox, steps, anchors, context)
    _raise(template, faults)
    made: WordDocument = parts[0].holder.document
    lists = made.part.numbering_part.element if _has_numbering(made) else None
    for part in parts:
        restart_groups(part.holder.element, made.styles.element, lists)
    settle(made, [part.holder for part in parts])
    return made


def read_template(template: Path, context: Mapping[str, Any]) -> tuple[list[Part], list[TemplateFault]]:
    """The parts of a template, not filled in, and every fault that shows without filling it in.

    A part whose tags do not pair has a tree all the same, mended, so that its fields can be followed.
    """
    sandbox = Sandbox()
    parts, faults = _inspected(template, sandbox, context)
    for part in parts:
        if part.tree is None:
            with contextlib.suppress(TemplateError):
                part.tree, asked = parsed(paired(part.compiled.source))
                faults += _unknown_names(part, part.tree, asked, context)
    return parts, faults


def try_sound(
    parts: Iterable[Part], faults: Iterable[TemplateFault], context: Mapping[str, Any]
) -> list[TemplateFault]:
    """Fill in the parts in which nothing was found so far; what goes wrong then. The parts are used up."""
    found = [fault.where for fault in faults]
    sound = [part for part in parts if part.tree is not None and not any(one.startswith(part.name) for one in found)]
    return [one for part in sound for one in _fill(part, Sandbox(), Steps(), Anchors(), context)]


def _read(template: Path, sandbox: Sandbox, context: Mapping[str, Any]) -> list[Part]:
    parts, faults = _inspected(template, sandbox, context)
    _raise(template, faults)
    return parts


def _inspected(template: Path, sandbox: Sandbox, context: Mapping[str, Any]) -> tuple[list[Part], list[TemplateFault]]:
    document = open_template(template)
    try:
        arranged = arrange(document, context)
        _blank(document, {one.where.partition(", row")[0] for one in arranged})
        parts = [Part(name, holder, compiled(name, holder, sandbox)) for name, holder in parts_of(document)]
    except RecursionError:
        raise TemplateFaults([TemplateFault("Body, headers and footers", "", _TOO_DEEP)], template.name) from None
    faults = [one for part in parts for one in _faults_before(part, context)]
    return parts, arranged + faults + list(unreached(document))


def _blank(document: WordDocument, tables: set[str]) -> None:
    """Take the words out of tables whose columns could not be arranged: one slip gives one fault."""
    for number, table in enumerate(document.element.body.iter(w("tbl")), 1):
        for text in table.iter(w("t")) if f"Body, table {number}" in tables else ():
            text.text = ""


def _faults_before(part: Part, context: Mapping[str, Any]) -> list[TemplateFault]:
    """Faults that show without running: structure, then fields nobody offers."""
    if part.compiled.faults:
        return part.compiled.faults
    places = part.compiled.places
    try:
        part.tree, asked = parsed(part.compiled.source)
    except TemplateError as error:
        line = getattr(error, "lineno", None) or 1
        return [fault(places[min(line, len(places)) - 1], in_plain_words(str(error)))]
    except RecursionError:
        return [fault(places[0], _TOO_DEEP)]
    return _unknown_names(part, part.tree, asked, context)


def _unknown_names(
    part: Part, tree: nodes.Template, asked: Set[str], context: Mapping[str, Any]
) -> list[TemplateFault]:
    missing = asked - set(context)
    fields = offered(context) if missing else set()
    return [
        unknown_field(part.compiled.places[name.lineno - 1], name.name, fields)
        for name in tree.find_all(nodes.Name)
        if name.name in missing and name.ctx == "load"
    ]


def _fill(
    part: Part, sandbox: Sandbox, steps: Steps, anchors: Anchors, context: Mapping[str, Any]
) -> list[TemplateFault]:
    root = part.holder.element
    builder = Builder(part.compiled, root.nsmap, anchors, steps)
    try:
        ready = sandbox.template_class.from_code(sandbox, fenced_code(part.compiled.source), {})
        ready.render({**context, **builder.callbacks()})
        if not builder.faults:
            part.holder._element = _rebuilt(root, builder.result())
    except Exception as error:
        return [*builder.faults, fault(_place_of(error, part.compiled), _told(error))]
    return builder.faults


def _rebuilt(root: _Element, content: str) -> _Element:
    """The part with its new content, parsed once and strictly."""
    inside = f"<w:body>{content}</w:body>" if root.find(w("body")) is not None else content
    start = etree.tostring(alone(root), encoding="unicode").removesuffix("/>")
    made: _Element = parse_xml(f"{start}>{inside}</w:{root.tag.rpartition('}')[2]}>".encode())
    return made


def _place_of(error: Exception, compiled: Compiled) -> Place:
    frames = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    line = next((number for number in reversed(frames) if number), 1)
    return compiled.places[min(line, len(compiled.places)) - 1]


def _told(error: Exception) -> str:
    if isinstance(error, ZeroDivisionError):
        return "nothing can be divided by nought"
    if isinstance(error, RecursionError):
        return "this goes round in circles"
    if isinstance(error, (TemplateError, Refused, TooMuch, Unfit)):
        return in_plain_words(str(error))
    return f"this cannot be worked out ({error})"


def _has_numbering(document: WordDocument) -> bool:
    return any(one.reltype.endswith("/numbering") for one in document.part.rels.values())


def _check_plain(value: Any, name: str) -> None:
    """Contexts are plain data: an object with methods would be a door out of the sandbox."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            _check_plain(one, f"{name}.{key}")
    elif isinstance(value, (list, tuple)):
        for one in value:
            _check_plain(one, name)
    elif not isinstance(value, _PLAIN):
        raise TypeError(f"{name} holds a {type(value).__name__}, which is not plain data")


def _raise(template: Path, faults: list[TemplateFault]) -> None:
    if faults:
        raise TemplateFaults(faults, template.name)
