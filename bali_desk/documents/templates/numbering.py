"""Numbered lists that begin again at one where a reader expects it, as loops would otherwise count on."""

from __future__ import annotations

import copy
from typing import Any

from docx.oxml import OxmlElement
from lxml.etree import _Element

from bali_desk.documents.templates.ooxml import w

TURN = "rsidP"  # carries the turn of a paragraph's loop from the builder to here; Word does not need it


def restart_groups(body: _Element, styles: _Element, numbering: _Element | None) -> None:
    """Give each later group of a numbered list a numbering of its own.

    A group is what one turn of a loop writes, up to an ordinary paragraph. Headings and bullets between leave it open:
    the paragraphs of a report are numbered through. A list outside loops stays as Word numbers it.
    """
    lists = _Lists(styles, numbering)
    used: set[str] = set()
    groups: dict[tuple[str, str], str] = {}
    home: _Element | None = None
    for paragraph in body.iter(w("p")):
        turn = paragraph.attrib.pop(w(TURN), "")
        number = lists.of(paragraph)
        if number is None and paragraph.getparent() is home and not lists.is_heading(paragraph):
            groups = {}
        if number is None or not lists.counts(number):
            continue
        home = paragraph.getparent()
        if turn:
            group = (number, str(turn))
            if group not in groups:
                groups[group] = lists.again(number) if number in used else number
            if groups[group] != number:
                _point(paragraph, groups[group], lists.indent_of(paragraph))
        used.add(number)


class _Lists:
    def __init__(self, styles: _Element, numbering: _Element | None) -> None:
        self._styles = {style.get(w("styleId")): style for style in styles.findall(w("style"))}
        found = [] if numbering is None else list(numbering)
        self._numbers = {one.get(w("numId")): one for one in found if one.tag == w("num")}
        self._kinds = {one.get(w("abstractNumId")): one for one in found if one.tag == w("abstractNum")}
        self._of_style: dict[str | None, str | None] = {}

    def of(self, paragraph: _Element) -> str | None:
        """The list a paragraph is in, by itself or by its style."""
        own = _number_in(paragraph)
        if own is None:
            name = _style_of(paragraph)
            if name not in self._of_style:
                self._of_style[name] = self._inherited(name)
            own = self._of_style[name]
        return own if own != "0" else None

    def _inherited(self, name: str | None) -> str | None:
        for _ in range(20):  # a style may be based on itself in a damaged file
            style = self._styles.get(name)
            if style is None:
                return None
            number = _number_in(style)
            if number is not None:
                return number
            base = style.find(w("basedOn"))
            name = base.get(w("val")) if base is not None else None
        return None

    def indent_of(self, paragraph: _Element) -> _Element | None:
        """The indent of the style that puts the paragraph in its list."""
        if _number_in(paragraph) is not None:
            return None
        style = self._styles.get(_style_of(paragraph))
        return style.find(f"{w('pPr')}/{w('ind')}") if style is not None else None

    def is_heading(self, paragraph: _Element) -> bool:
        """Whether the paragraph's style is a heading or title."""
        style = self._styles.get(_style_of(paragraph))
        name = style.find(w("name")) if style is not None else None
        return name is not None and str(name.get(w("val"))).lower().startswith(("heading", "title", "subtitle"))

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
        element = _element("num", numId=new)
        element.append(_element("abstractNumId", val=self._kind_of(number)))
        override = _element("lvlOverride", ilvl="0")
        override.append(_element("startOverride", val="1"))
        element.append(override)
        list(self._numbers.values())[-1].addnext(element)
        self._numbers[new] = element
        return new

    def _kind_of(self, number: str) -> str:
        kind = self._numbers[number].find(w("abstractNumId"))
        return str(kind.get(w("val"))) if kind is not None else ""


def _number_in(element: _Element) -> str | None:
    number = element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    return str(number.get(w("val"))) if number is not None else None


def _style_of(paragraph: _Element) -> str | None:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style.get(w("val")) if style is not None else None


def _element(name: str, **attributes: str) -> _Element:
    made: _Element = OxmlElement(f"w:{name}")
    for key, text in attributes.items():
        made.set(w(key), text)
    return made


def _point(paragraph: Any, number: str, indent: _Element | None) -> None:
    """Put the paragraph in the list; what its style says of its indent is said anew, or the list's own would win."""
    properties = paragraph.get_or_add_pPr()
    if indent is not None and properties.find(w("ind")) is None:
        properties._insert_ind(copy.deepcopy(indent))
    list_of = properties.get_or_add_numPr()
    if list_of.ilvl is None:
        list_of.get_or_add_ilvl().val = 0
    list_of.get_or_add_numId().val = int(number)
