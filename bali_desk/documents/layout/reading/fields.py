"""Fields: what their instruction asks for, and what a field of a form shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from bali_desk.documents.layout.reading.ooxml import child, child_value, local, value, whole
from bali_desk.documents.word_xml import is_on

COUNTED = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_FORM = re.compile(r"\\\*\s*(roman|alphabetic|arabic)\b", re.IGNORECASE)
_FORMS = {"roman": "Roman", "alphabetic": "Letter"}


@dataclass
class Field:
    """A field being read: its instruction, and what becomes of the result Word keeps with it."""

    code: str = ""
    in_result: bool = False
    counted: bool = False
    link: str | None = None
    shown: str = ""  # of a field in a form: what is chosen in it


def shown_in_form(about: Element | None) -> str:
    """Return what a list of a form has chosen, or the sign of a box that is ticked or not."""
    choices, box = child(about, "ddList"), child(about, "checkBox")
    if choices is not None:
        entries = [value(entry) or "" for entry in choices if local(entry) == "listEntry"]
        chosen = child_value(choices, "result") or child_value(choices, "default")
        return entries[whole(chosen, 0, 0, len(entries) - 1)] if entries else ""
    if box is not None:
        ticked = child(box, "checked")
        return "☒" if is_on(ticked if ticked is not None else child(box, "default")) else "☐"
    return ""


def shown_by_code(code: str) -> str:
    """Return the words of a button that starts a macro, which stand in its instruction."""
    words = code.split(maxsplit=2)
    return words[2].strip() if len(words) == 3 and words[0].upper() == "MACROBUTTON" else ""


def kind_of(code: str) -> str:
    """Return the name of the field an instruction asks for."""
    words = code.split()
    return words[0].upper() if words else ""


def counted(code: str) -> str:
    """Return the name of a field that counts pages, and the form of number it asks for behind it."""
    asked = _FORM.search(code)
    if asked is None:
        return kind_of(code)
    word = asked.group(1)
    form = _FORMS.get(word.lower())
    return f"{kind_of(code)} {('upper' if word[0].isupper() else 'lower') + form if form else 'decimal'}"
