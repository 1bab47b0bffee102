"""The look of annotated agendas, run sheets and lists, over that of every template."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from template_styles import ALARM, SOFT, order, own


def list_styles(document: Any) -> None:
    for name, size, before, left in (("Annotated Item", 11.5, 14, 1.0), ("Annotated Sub-item", 10.5, 10, 1.0)):
        item = own(document, name, size=size, bold=True, before=before, after=2, line=1.05, keep=True)
        item.paragraph_format.left_indent, item.paragraph_format.first_line_indent = Cm(left), Cm(-left)
        item.paragraph_format.tab_stops.add_tab_stop(Cm(left))
        level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{1 if name.endswith("d Item") else 2}"/>')
        item.element.pPr.append(level)
    facts = own(document, "Annotation Facts", size=9.5, colour=SOFT, after=3, line=1.05)
    text = own(document, "Annotation", size=11, after=6, line=1.15)
    facts.paragraph_format.left_indent = text.paragraph_format.left_indent = Cm(1.0)
    own(
        document, "Private", size=11, bold=True, colour=ALARM, after=4, line=1.0
    ).paragraph_format.alignment = Align.CENTER
    own(document, "Restricted", size=9, bold=True, colour=ALARM, after=0, line=1.05)
    own(document, "Decision", size=10.5, before=2, after=2, line=1.1)
    own(document, "Decision Facts", size=9, colour=SOFT, before=4, after=0, line=1.05)
    own(document, "Onward", size=10, after=4, line=1.05)
    for name in ("Table Bullet", "Intervention"):
        point = own(document, name, size=10, before=2, after=0, line=1.05)
        point.paragraph_format.left_indent, point.paragraph_format.first_line_indent = Cm(0.45), Cm(-0.4)
    number_in = document.styles["Table Bullet"].element.pPr
    number_in.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="1"/></w:numPr>'))
    order(number_in)
