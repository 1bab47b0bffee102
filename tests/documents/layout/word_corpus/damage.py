"""Ways in which Word files come damaged: cut short, bytes changed, parts missing, XML torn or full of nonsense."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

from lxml import etree

_NONSENSE = (
    "",
    "-1",
    "0",
    "nan",
    "inf",
    "1e30",
    "99999999999",
    "-2147483648",
    "true",
    "ß",
    "0x10",
    "%",
    "rId99",
    "1" * 400,
)
_MAIN = "word/document.xml"


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file with one kind of damage, of the chance's choosing."""
    return chance.choice(_KINDS)(data, chance)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as whole:
        for name, content in parts.items():
            whole.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def _without_part(data: bytes, chance: random.Random) -> bytes:
    parts = _parts(data)
    del parts[chance.choice(sorted(parts))]
    return _zipped(parts)


def _swapped_parts(data: bytes, chance: random.Random) -> bytes:
    parts = _parts(data)
    one, other = chance.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]
    return _zipped(parts)


def _torn_part(data: bytes, chance: random.Random) -> bytes:
    parts = _parts(data)
    name = chance.choice(sorted(parts))
    parts[name] = _flipped(parts[name], chance) if chance.random() < 0.5 else _cut(parts[name], chance)
    return _zipped(parts)


def _in_xml(change: Callable[[list[etree._Element], random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    def damage(data: bytes, chance: random.Random) -> bytes:
        parts = _parts(data)
        names = [name for name in sorted(parts) if name.endswith((".xml", ".rels")) and not name.startswith("[")]
        name = _MAIN if chance.random() < 0.6 else chance.choice(names)
        root = etree.fromstring(parts[name])
        for _ in range(chance.randint(1, 12)):
            change(list(root.iter()), chance)
        parts[name] = etree.tostring(root)
        return _zipped(parts)

    return damage


def _attributes(elements: list[etree._Element], chance: random.Random) -> None:
    having = [element for element in elements if element.attrib]
    if having:
        element = chance.choice(having)
        element.set(chance.choice(list(element.attrib)), chance.choice(_NONSENSE))


def _gone(elements: list[etree._Element], chance: random.Random) -> None:
    element = chance.choice(elements)
    if element.getparent() is not None:
        element.getparent().remove(element)


def _moved(elements: list[etree._Element], chance: random.Random) -> None:
    element, home = chance.sample(elements, 2) if len(elements) > 1 else (elements[0], elements[0])
    if home is not element and element not in home.iterancestors() and element.getparent() is not None:
        home.insert(chance.randint(0, len(home)), element)


def _doubled(elements: list[etree._Element], chance: random.Random) -> None:
    element = chance.choice(elements)
    if element.getparent() is not None and len(list(element.iter())) < 400:
        element.addnext(etree.fromstring(etree.tostring(element)))


def _renamed(elements: list[etree._Element], chance: random.Random) -> None:
    element, like = chance.choice(elements), chance.choice(elements)
    if isinstance(element.tag, str) and isinstance(like.tag, str):
        element.tag = like.tag


_IN_XML = tuple(_in_xml(change) for change in (_attributes, _attributes, _gone, _moved, _doubled, _renamed))
_KINDS = (_cut, _flipped, _without_part, _swapped_parts, _torn_part, *_IN_XML)
