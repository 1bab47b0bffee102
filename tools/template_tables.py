"""The tables of the Word templates."""

from __future__ import annotations

from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from template_styles import INK


def table(document: Any, widths: list[float], heads: list[str], style: str = "Meeting Table") -> Any:
    made = document.add_table(rows=1, cols=len(widths))
    made.style, made.autofit, made.alignment = document.styles[style], False, WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    properties = made._tbl.tblPr
    for element in properties.findall(qn("w:tblW")):
        element.set(qn("w:type"), "dxa")
        element.set(qn("w:w"), str(round(sum(widths) * 567)))
    row = made.rows[0]
    for cell, text, width in zip(row.cells, heads, widths, strict=True):
        cell.width = Cm(width)
        write(cell, text, "Table Head")
        cell_rule(cell, INK, 8)
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    row._tr.trPr.append(OxmlElement("w:tblHeader"))
    return made


def tag_row(made: Any, tag: str) -> None:
    write(made.add_row().cells[0], tag, "Table Soft")


def row(made: Any, widths: list[float], height: float = 0, tint: str = "") -> list[Any]:
    added = made.add_row()
    added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if height:
        added.height, added.height_rule = Cm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell, width in zip(added.cells, widths, strict=True):
        cell.width = Cm(width)
        cell.paragraphs[0].style = "Table Soft"
        if tint:
            cell._tc.get_or_add_tcPr().append(
                parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{tint}"/>')
            )
        if height:
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:vAlign {nsdecls("w")} w:val="center"/>'))
    return list(added.cells)


def write(cell: Any, text: str, style: str) -> Any:
    """Write a paragraph into a cell: into its empty first one, or after what is there."""
    first = cell.paragraphs[0]
    used = len(cell.paragraphs) > 1 or first.text
    paragraph = cell.add_paragraph() if used else first
    paragraph.style = style
    paragraph.add_run(text)
    return paragraph


def when(cell: Any, condition: str, text: str, style: str) -> None:
    write(cell, f"{{% if {condition} %}}", style)
    write(cell, text, style)
    write(cell, "{% endif %}", style)


def cell_rule(cell: Any, colour: str, eighths: int) -> None:
    border = f'<w:bottom w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'
    cell._tc.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{border}</w:tcBorders>"))


def heads(document: Any, title: str) -> None:
    document.add_paragraph(title, "Title")
    document.add_paragraph(
        "{{ meeting.title }}{% if meeting.where_and_when %}  ·  {{ meeting.where_and_when }}{% endif %}", "Subtitle"
    )
