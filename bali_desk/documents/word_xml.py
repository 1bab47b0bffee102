"""Word's XML: its names, and what is asked of it or done to it on every road a Word file takes."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFF = ("0", "false", "off", "none")
Element = Any  # of lxml, which says little about its types


def is_on(mark: Element) -> bool:
    """Whether a toggle such as `w:b` or `w:vanish` is present and not switched off."""
    return mark is not None and mark.get(f"{W}val", "1") not in _OFF


def remove(element: Element) -> None:
    """Take an element out with all it holds; the root of a part stays."""
    if element.getparent() is not None:
        element.getparent().remove(element)


def unwrap(element: Element) -> None:
    """Take an element out and leave what it holds in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
