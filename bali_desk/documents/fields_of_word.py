"""The fields of a Word part, put together from the runs they are split over, and which of them a document may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bali_desk.documents.word_xml import Element, W

ALLOWED = {
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE",
    "TITLE", "SUBJECT", "KEYWORDS", "AUTHOR", "DOCPROPERTY", "REF", "NOTEREF", "TOC", "TC", "HYPERLINK", "SEQ",
    "STYLEREF", "IF", "XE", "INDEX", "LISTNUM", "SYMBOL", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN",
}  # fmt: skip
_TARGET = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+(?:"[^"]*"|\S+)\s*)*("[^"]*"|[^\\\s]\S*)?', re.IGNORECASE)
_WEB = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class FieldCode:
    """What a field is told to do."""

    text: str

    @property
    def word(self) -> str:
        """The kind of field: PAGE, TOC."""
        found = self.text.split(maxsplit=1)
        return found[0].upper()[:30] if found else ""

    @property
    def refused(self) -> bool:
        """Whether a document may not hold it: it reads files, or leads to one."""
        word = self.word
        if not word or word.startswith("=") or word.startswith("{"):
            return False
        if word == "HYPERLINK":
            target = _TARGET.match(self.text.strip())
            address = (target[1] or "").strip('"').lower() if target else ""
            return bool(address) and not address.startswith((*_WEB, "{"))
        return word not in ALLOWED


def field_codes(root: Element) -> Iterator[FieldCode]:
    """Every field of a part, the inner ones too, in whatever pieces it is written."""
    open_fields: list[list[str]] = []
    loose: list[str] = []  # pieces without a beginning: whoever reads them may guess one
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText", f"{W}fldSimple"):
        if element.tag == f"{W}fldSimple":
            yield FieldCode(element.get(f"{W}instr") or "")
        elif element.tag != f"{W}fldChar":
            (open_fields[-1] if open_fields else loose).append(element.text or "")
        elif element.get(f"{W}fldCharType") == "begin":
            open_fields.append([])
        elif open_fields and element.get(f"{W}fldCharType") == "end":
            yield FieldCode("".join(open_fields.pop()))
    for pieces in [*open_fields, loose]:
        yield FieldCode("".join(pieces))
