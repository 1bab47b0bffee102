"""Numbered lists that begin again at one for every group, as loops would otherwise count on."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from lxml.etree import _Element

from bali_desk.documents.templates.ooxml import w


def restart_groups(body: _Element, styles: _Element, numbering: _Element | None) -> None:
    """Give each later group of a numbered list a numbering of its own.

    A group ends at a paragraph that is in no list; bullets under a number leave it open.
    """
    if numbering is None:
        return
    lists = _Lists(styles, numbering)
    used: set[str] = set()
    group: dict[str, str] = {}  # list as the template names it -> as this group does
    for paragraph in body.iter(w("p")):
        number = lists.of(paragraph)
        if number is None:
            group = {}
        elif lists.counts(number):
            if number not in group:
                group[number] = lists.again(number) if number in used else number
                used.add(number)
            if group[number] != number:
                _point(paragraph, group[number])


class _Lists:
    def __init__(self, styles: _Element, numbering: _Element) -> None:
        self._root = numbering
        self._styles = {style.get(w("styleId")): style for style in styles.findall(w("style"))}
        self._numbers = {number.get(w("numId")): number for number in numbering.findall(w("num"))}
        self._kinds = {one.get(w("abstractNumId")): one for one in numbering.findall(w("abstractNum"))}

    def of(self, paragraph: _Element) -> str | None:
        """The list a paragraph is in, by itself or by its style."""
        own = _number_in(paragraph)
        if own is not None:
            return own if own != "0" else None
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        name = style.get(w("val")) if style is not None else None
        for _ in range(20):  # a style may be based on itself in a damaged file
            found = self._styles.get(name)
            if found is None:
                return None
            number = _number_in(found)
            if number is not None:
                return number if number != "0" else None
            base = found.find(w("basedOn"))
            name = base.get(w("val")) if base is not None else None
        return None

    def counts(self, number: str) -> bool:
        """Whether the list has numbers, not bullets."""
        if number not in self._numbers:
            return False
        kind = self._kinds.get(self._kind_of(number))
        form = kind.find(f"{w('lvl')}/{w('numFmt')}") if kind is not None else None
        return form is not None and form.get(w("val")) != "bullet"

    def again(self, number: str) -> str:
        """A new list like this one that begins at one."""
        new = str(max(int(str(one)) for one in self._numbers) + 1)
        element: Any = _element("num", numId=new)
        element.append(_element("abstractNumId", val=self._kind_of(number)))
        override = _element("lvlOverride", ilvl="0")
        override.append(_element("startOverride", val="1"))
        element.append(override)
        self._numbers[number].getparent().append(element)  # type: ignore[union-attr]
        self._numbers[new] = element
        return new

    def _kind_of(self, number: str) -> str:
        kind = self._numbers[number].find(w("abstractNumId"))
        return str(kind.get(w("val"))) if kind is not None else ""


def _number_in(element: _Element) -> str | None:
    number = element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    return str(number.get(w("val"))) if number is not None else None


def _element(name: str, **attributes: str) -> _Element:
    made: _Element = OxmlElement(f"w:{name}")
    for key, text in attributes.items():
        made.set(w(key), text)
    return made


def _point(paragraph: Any, number: str) -> None:
    list_of = paragraph.get_or_add_pPr().get_or_add_numPr()
    if list_of.ilvl is None:
        list_of.get_or_add_ilvl().val = 0
    list_of.get_or_add_numId().val = int(number)
