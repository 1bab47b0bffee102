"""The templates of cards: name plates that fold into tents, and badges to cut."""

from __future__ import annotations

from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from template_styles import INK, SOFT, TINT, own
from template_tables import tag_row, when, write

DOTS = "9AA3AB"
MEETING = "{{ body.short or body.name }}  ·  {{ meeting.title }}"


def name_plates(document: Any) -> None:
    """A sheet a plate. It is folded along its middle, so the text of each half stands with its head to the fold."""
    _bare(document, 0.7, 1.5)
    _card_styles(
        document, (("Plate Name", 110, True, INK), ("Plate Below", 34, False, SOFT), ("Plate Foot", 12, False, SOFT))
    )
    document.styles["Plate Name"].paragraph_format.line_spacing = 0.9
    document.styles["Plate Foot"].paragraph_format.space_before = Pt(16)
    document.add_paragraph("{% for plate in plates %}", "Card Gap")
    document.add_paragraph("{% if loop.first %}", "Card Gap")
    document.add_paragraph("", "Card Gap")
    document.add_paragraph("{% else %}", "Card Gap")
    document.add_paragraph("", "Card Gap").paragraph_format.page_break_before = True
    document.add_paragraph("{% endif %}", "Card Gap")
    table = _sheet(document, 1, [9.8, 9.8])
    row = table.rows[0]
    _high(row, 26.3)
    for cell, direction, fold in zip(row.cells, ("tbRl", "btLr"), ("right", "left"), strict=True):
        cell.width = Cm(9.8)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        _direction(cell, direction)
        _margin(cell, fold, 12)
        write(cell, "{{ plate.name }}", "Plate Name")
        when(cell, "plate.below", "{{ plate.below }}", "Plate Below")
        write(cell, MEETING, "Plate Foot")
    _sides(row.cells[0], right=(DOTS, "dotted"))
    document.add_paragraph("{% endfor %}", "Card Gap")
    document.add_paragraph("{% if not plates %}", "Body Text")
    _nothing(document, "No delegations are registered yet.")
    document.add_paragraph("{% endif %}", "Body Text")
    document.add_paragraph("", "Card Gap")


def badges(document: Any) -> None:
    """Eight to a sheet, 90 by 60 millimetres: the inserts that holders for badges take."""
    _bare(document, 1.5, 2.4)
    looks = (
        ("Badge Head", 8.5, True, INK), ("Badge Place", 8, False, SOFT), ("Badge Name", 24, True, INK),
        ("Badge Native", 13, False, SOFT), ("Badge Delegation", 12.5, True, INK), ("Badge Role", 10, False, SOFT),
    )  # fmt: skip
    _card_styles(document, looks)
    for name in ("Badge Head", "Badge Place"):
        document.styles[name].paragraph_format.keep_with_next = True
    document.styles["Badge Delegation"].paragraph_format.space_before = Pt(6)
    document.add_paragraph("{% if pairs %}", "Card Gap")
    table = _sheet(document, 0, [9.0, 9.0])
    tag_row(table, "{%tr for pair in pairs %}")
    head, body = table.add_row(), table.add_row()
    _high(head, 1.2)
    _high(body, 4.8)
    for place, side in enumerate(("left", "right")):
        top, below = head.cells[place], body.cells[place]
        for cell in (top, below):
            cell.width = Cm(9.0)
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
            cell.paragraphs[0].style = "Badge Head"
        _tinted(top)
        _sides(top, top=(DOTS, "dotted"), left=(DOTS, "dotted"), right=(DOTS, "dotted"))
        _sides(below, bottom=(DOTS, "dotted"), left=(DOTS, "dotted"), right=(DOTS, "dotted"))
        when(top, f"pair.{side}.there", MEETING, "Badge Head")
        when(top, f"pair.{side}.there and meeting.where_and_when", "{{ meeting.where_and_when }}", "Badge Place")
        write(below, f"{{{{ pair.{side}.name }}}}", "Badge Name")
        for field, style in (
            ("native_name", "Badge Native"),
            ("delegation", "Badge Delegation"),
            ("role", "Badge Role"),
        ):
            when(below, f"pair.{side}.{field}", f"{{{{ pair.{side}.{field} }}}}", style)
    tag_row(table, "{%tr endfor %}")
    document.add_paragraph("{% else %}", "Card Gap")
    _nothing(document, "No participants are registered yet.")
    document.add_paragraph("{% endif %}", "Card Gap")
    document.add_paragraph("", "Card Gap")


def _nothing(document: Any, words: str) -> None:
    document.add_paragraph("{{ document.title }}", "Title")
    where = "{% if meeting.where_and_when %}  ·  {{ meeting.where_and_when }}{% endif %}"
    document.add_paragraph(f"{{{{ body.name }}}}  ·  {{{{ meeting.title }}}}{where}", "Subtitle")
    document.add_paragraph(words, "Body Text")


def _bare(document: Any, side: float, edge: float) -> None:
    """A sheet without letterhead, running head and page number."""
    section = document.sections[0]
    section.different_first_page_header_footer = False
    for holder in (section.header, section.footer, section.first_page_header, section.first_page_footer):
        holder.is_linked_to_previous = True
    section.left_margin = section.right_margin = Cm(side)
    section.top_margin = section.bottom_margin = Cm(edge)
    section.header_distance = section.footer_distance = Cm(0.5)


def _card_styles(document: Any, looks: tuple[tuple[str, float, bool, str], ...]) -> None:
    gap = own(document, "Card Gap", size=1, after=0, line=1.0)
    gap.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    gap.paragraph_format.line_spacing = Pt(1)
    for name, size, bold, colour in looks:
        style = own(document, name, size=size, bold=bold, colour=colour, after=0, line=1.0)
        style.paragraph_format.alignment = Align.CENTER


def _sheet(document: Any, rows: int, widths: list[float]) -> Any:
    made = document.add_table(rows=rows, cols=len(widths))
    made.style, made.autofit, made.alignment = document.styles["Quiet Table"], False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    return made


def _high(row: Any, height: float) -> None:
    row.height, row.height_rule = Cm(height), WD_ROW_HEIGHT_RULE.EXACTLY


def _direction(cell: Any, value: str) -> None:
    made = parse_xml(f'<w:textDirection {nsdecls("w")} w:val="{value}"/>')
    cell._tc.tcPr.find(f"{{{made.nsmap['w']}}}vAlign").addprevious(made)


def _margin(cell: Any, side: str, points: int) -> None:
    made = parse_xml(f'<w:tcMar {nsdecls("w")}><w:{side} w:w="{points * 20}" w:type="dxa"/></w:tcMar>')
    cell._tc.tcPr.find(f"{{{made.nsmap['w']}}}textDirection").addprevious(made)


def _tinted(cell: Any) -> None:
    made = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{TINT}"/>')
    cell._tc.tcPr.find(f"{{{made.nsmap['w']}}}vAlign").addprevious(made)


def _sides(cell: Any, **sides: tuple[str, str]) -> None:
    names = [side for side in ("top", "left", "bottom", "right") if side in sides]
    lines = "".join(
        f'<w:{side} w:val="{sides[side][1]}" w:sz="4" w:space="0" w:color="{sides[side][0]}"/>' for side in names
    )
    made = parse_xml(f"<w:tcBorders {nsdecls('w')}>{lines}</w:tcBorders>")
    cell._tc.tcPr.find(f"{{{made.nsmap['w']}}}tcW").addnext(made)
