"""Lays the first state of the Word templates in resources/templates.

The templates are the artefact: once somebody has changed one in Word, change it there and no longer here.
    python tools/build_templates.py [folder]
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from bali_desk.documents.word import canonical

INK, SOFT, HAIR, TINT = "1B2733", "5B6670", "C9CFD5", "F1F4F6"
WIDTH = Cm(16.0)
FACE = "Calibri"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for name, lay in (
        ("statement", statement),
        ("agenda", agenda),
        ("attendance", attendance),
        ("participants", participants),
    ):
        document = blank()
        lay(document)
        loose = io.BytesIO()
        document.save(loose)
        (folder / f"{name}.docx").write_bytes(canonical(loose.getvalue()))


# --- the paper ---------------------------------------------------------------------------------------------------


def blank() -> Any:
    document = Document()
    document.element.body.remove(document.element.body[0]) if len(document.element.body) > 1 else None
    styles(document)
    numbering(document)
    page(document)
    settings(document)
    document.core_properties.author = document.core_properties.title = document.core_properties.comments = ""
    for key, relation in list(document.part.package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del document.part.package.rels[key]
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(("/customXml", "/stylesWithEffects")):
            del document.part.rels[key]
    return document


def settings(document: Any) -> None:
    """Word as it is today: no compatibility mode in the title bar, table edges on the margin."""
    uri = "http://schemas.microsoft.com/office/word"
    modes = (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
    )
    compat = "".join(f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>' for name, value in modes)
    wanted = (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="en-GB"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )
    root = document.settings.element
    for child in list(root):
        root.remove(child)
    for child in parse_xml(f"<w:settings {nsdecls('w')}>{wanted}</w:settings>"):
        root.append(child)


def page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.2)
    section.header_distance, section.footer_distance = Cm(1.3), Cm(1.1)
    section.different_first_page_header_footer = True
    letterhead(section.first_page_header)
    running(section.header)
    for footer in (section.first_page_footer, section.footer):
        foot(footer)


def letterhead(header: Any) -> None:
    first = header.paragraphs[0]
    first.text, first.style = "{% if document.marking or document.stamp %}", "Marking"
    line = header.add_paragraph(style="Marking")
    line.add_run("{{ document.marking }}")
    line.add_run("{% if document.marking and document.stamp %}  ·  {% endif %}")
    line.add_run("{{ document.stamp }}").bold = True
    header.add_paragraph("{% endif %}", "Marking")
    header.add_paragraph("{% if body.parent %}", "Letterhead")
    header.add_paragraph("{{ body.parent }}", "Letterhead")
    header.add_paragraph("{% endif %}", "Letterhead")
    header.add_paragraph("{{ body.name }}", "Letterhead Body")


def running(header: Any) -> None:
    line = header.paragraphs[0]
    line.style = "Header"
    line.add_run("{{ document.running }}\t")
    line.add_run("{{ document.stamp }}").bold = True


def foot(footer: Any) -> None:
    line = footer.paragraphs[0]
    line.style = "Footer"
    line.add_run("{{ document.marking }}\tPage ")
    field(line, "PAGE")
    line.add_run(" of ")
    field(line, "NUMPAGES")


def field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", None), (None, f" {code} "), ("separate", None), ("result", "1"), ("end", None)):
        run = paragraph.add_run()
        if kind == "result":
            run.text = text
        elif kind is None:
            made = OxmlElement("w:instrText")
            made.set(qn("xml:space"), "preserve")
            made.text = text
            run._r.append(made)
        else:
            made = OxmlElement("w:fldChar")
            made.set(qn("w:fldCharType"), kind)
            run._r.append(made)


# --- the styles --------------------------------------------------------------------------------------------------

KEPT = {
    "Normal", "Title", "Subtitle", "heading 1", "heading 2", "List Bullet", "List Number", "header", "footer",
    "Default Paragraph Font", "Normal Table", "No List", "Body Text", "Table Grid",
}  # fmt: skip


def styles(document: Any) -> None:
    root = document.styles.element
    for style in list(root.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in KEPT:
            root.remove(style)
    for style in root.findall(qn("w:style")):
        for name in ("w:link", "w:rsid"):
            for element in style.findall(qn(name)):
                style.remove(element)
    defaults(root)
    normal = restyle(document, "Normal", size=11, after=6, line=1.12)
    normal.paragraph_format.widow_control = True
    restyle(document, "Body Text", size=11, after=8, line=1.15, base="Normal")
    restyle(
        document,
        "Title",
        size=20,
        bold=True,
        before=14,
        after=2,
        line=1.0,
        base="Normal",
        following="Subtitle",
        keep=True,
    )
    under = restyle(
        document, "Subtitle", size=12.5, colour=SOFT, after=14, line=1.1, base="Normal", following="Body Text"
    )
    under.element.pPr.append(OxmlElement("w:contextualSpacing"))
    order(under.element.pPr)
    restyle(
        document,
        "Heading 1",
        size=13,
        bold=True,
        before=16,
        after=5,
        line=1.0,
        base="Normal",
        following="Body Text",
        keep=True,
    )
    restyle(
        document,
        "Heading 2",
        size=11,
        bold=True,
        before=10,
        after=3,
        line=1.0,
        base="Normal",
        following="Body Text",
        keep=True,
    )
    for name, number in (("List Bullet", 1), ("List Number", 2)):
        style = restyle(document, name, size=11, after=6, line=1.12, base="Normal")
        style.element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>')
        )
        order(style.element.pPr)
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(0.95), Cm(-0.75)
    edge = restyle(document, "Header", size=9, colour=SOFT, after=0, line=1.0, base="Normal", following="Header")
    edge.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    rule(edge, "bottom", HAIR, 4, 4)
    edge = restyle(document, "Footer", size=9, colour=SOFT, after=0, line=1.0, base="Normal", following="Footer")
    edge.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    own(document, "Marking", size=9, colour=SOFT, after=6, line=1.0).paragraph_format.alignment = Align.RIGHT
    head = own(document, "Letterhead", size=9.5, colour=SOFT, after=1, line=1.0)
    head.font.all_caps = True
    spaced(head, 20)
    rule(own(document, "Letterhead Body", size=12, bold=True, after=10, line=1.0), "bottom", INK, 6, 5)
    own(document, "Table Head", size=9.5, bold=True, after=0, line=1.0, keep=True)
    own(document, "Table Text", size=10.5, after=0, line=1.05)
    own(document, "Table Soft", size=9.5, colour=SOFT, after=0, line=1.05)
    own(document, "Agenda Item", size=11, bold=True, after=0, line=1.05)
    own(document, "Agenda Sub-item", size=10.5, after=0, line=1.05)
    own(document, "Agenda Break", size=10, colour=SOFT, after=0, line=1.05)
    own(document, "Note", size=9.5, colour=SOFT, before=8, after=0, line=1.05)
    table_style(root)


def defaults(root: Any) -> None:
    old = root.find(qn("w:docDefaults"))
    new = parse_xml(
        f'<w:docDefaults {nsdecls("w")}><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" '
        f'w:eastAsia="{FACE}" w:cs="{FACE}"/><w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    root.replace(old, new)


def own(document: Any, name: str, **look: Any) -> Any:
    document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).quick_style = True
    return restyle(document, name, base="Normal", **look)


def restyle(
    document: Any, name: str, *, size: float, line: float, after: float, before: float = 0, bold: bool = False,
    colour: str = "", base: str = "", following: str = "", keep: bool = False,
) -> Any:  # fmt: skip
    style = document.styles[name]
    for child in list(style.element):
        if child.tag in (qn("w:pPr"), qn("w:rPr")):
            style.element.remove(child)
    style.base_style = document.styles[base] if base else None
    if following:
        style.next_paragraph_style = document.styles[following]
    style.font.size = Pt(size)
    style.element.rPr.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{int(size * 2)}"/>'))
    if bold:
        style.font.bold = True
        style.element.rPr.insert(1, parse_xml(f"<w:bCs {nsdecls('w')}/>"))
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line
    shape.keep_with_next = True if keep else None
    style.hidden = False
    return style


def spaced(style: Any, twentieths: int) -> None:
    made = parse_xml(f'<w:spacing {nsdecls("w")} w:val="{twentieths}"/>')
    style.element.rPr.find(qn("w:sz")).addprevious(made)


def rule(style: Any, side: str, colour: str, eighths: int, space: int) -> None:
    border = f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'
    style.element.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))
    order(style.element.pPr)


ORDER = [
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "numPr",
    "pBdr",
    "shd",
    "tabs",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
]


def order(properties: Any) -> None:
    """The schema wants a paragraph's properties in its own order."""
    children = sorted(properties, key=lambda one: ORDER.index(one.tag.rpartition("}")[2]))
    for child in children:
        properties.append(child)


def table_style(root: Any) -> None:
    for name, lines in (
        ("Meeting Table", f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>'),
        ("Quiet Table", ""),
    ):
        bottom = f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>' if lines else ""
        root.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>'
                f'<w:tblPr><w:tblBorders>{bottom}{lines}</w:tblBorders><w:tblCellMar><w:top w:w="55" w:type="dxa"/>'
                '<w:left w:w="70" w:type="dxa"/><w:bottom w:w="55" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
                "</w:tblCellMar></w:tblPr></w:style>"
            )
        )


def numbering(document: Any) -> None:
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for key, (form, texts) in enumerate((("bullet", ("•", "–")), ("decimal", ("%1.", "%2)"))), 1):
        levels = ""
        for level, text in enumerate(texts):
            shape = ("bullet" if form == "bullet" else ("decimal", "lowerLetter")[level], 539 + 425 * level)
            levels += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape[0]}"/><w:lvlText w:val="{text}"/>'
                f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{shape[1]}" w:hanging="425"/></w:pPr>'
                f'<w:rPr><w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:cs="{FACE}" w:hint="default"/></w:rPr></w:lvl>'
            )
        kind = f'<w:multiLevelType w:val="multilevel"/>{levels}'
        root.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{kind}</w:abstractNum>'))
    for key in (1, 2):
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'))


# --- tables ------------------------------------------------------------------------------------------------------


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


# --- the documents -----------------------------------------------------------------------------------------------


def statement(document: Any) -> None:
    document.add_paragraph("{% for block in blocks %}", "Body Text")
    kinds = (
        ("title", "Title"), ("subtitle", "Subtitle"), ("heading", "Heading 1"), ("bullet", "List Bullet"),
        ("numbered", "List Number"),
    )  # fmt: skip
    for place, (kind, style) in enumerate(kinds):
        document.add_paragraph(f'{{% {"elif" if place else "if"} block.kind == "{kind}" %}}', "Body Text")
        document.add_paragraph("{{ block.text }}", style)
    document.add_paragraph("{% else %}", "Body Text")
    document.add_paragraph("{{ block.text }}", "Body Text")
    document.add_paragraph("{% endif %}", "Body Text")
    document.add_paragraph("{% endfor %}", "Body Text")


def agenda(document: Any) -> None:
    heads(document, "{{ document.title }}")
    document.add_paragraph("{% if meeting.venue %}", "Body Text")
    document.add_paragraph("Venue: {{ meeting.venue }}", "Body Text")
    document.add_paragraph("{% endif %}", "Body Text")
    document.add_paragraph("{% for day in days %}", "Body Text")
    document.add_paragraph("{% if several_days %}", "Body Text")
    document.add_paragraph("{{ day.title }}", "Heading 1")
    document.add_paragraph("{% endif %}", "Body Text")
    widths = [2.7, 1.5, 11.8]
    made = table(document, widths, ["{% if timed %}Time{% endif %}", "No", "Item"])
    tag_row(made, "{%tr for line in day.lines %}")
    tag_row(made, "{%tr if line.is_point %}")
    time, number, item = row(made, widths)
    write(time, "{{ line.time }}", "Table Text")
    number_style = "{{ line.number }}"
    write(number, "{% if line.depth == 0 %}", "Table Text")
    write(number, number_style, "Agenda Item")
    write(number, "{% else %}", "Table Text")
    write(number, number_style, "Agenda Sub-item")
    write(number, "{% endif %}", "Table Text")
    write(item, "{% if line.depth == 0 %}", "Table Text")
    write(item, "{{ line.title }}", "Agenda Item")
    write(item, "{% else %}", "Table Text")
    write(item, "{{ line.title }}", "Agenda Sub-item")
    write(item, "{% endif %}", "Table Text")
    when(item, "line.details", "{{ line.details }}", "Table Soft")
    tag_row(made, "{%tr else %}")
    time, _, item = row(made, widths, tint=TINT)
    write(time, "{{ line.time }}", "Agenda Break")
    write(item, "{{ line.title }}", "Agenda Break")
    tag_row(made, "{%tr endif %}")
    tag_row(made, "{%tr endfor %}")
    document.add_paragraph("{% endfor %}", "Body Text")
    document.add_paragraph("{% if not days %}", "Body Text")
    document.add_paragraph("The agenda has no items yet.", "Body Text")
    document.add_paragraph("{% endif %}", "Body Text")


def attendance(document: Any) -> None:
    document.add_paragraph("{{ document.title }}{% if session %}, {{ session }}{% endif %}", "Title")
    document.add_paragraph("{{ meeting.title }}{% if meeting.place %}  ·  {{ meeting.place }}{% endif %}", "Subtitle")
    widths = [1.0, 6.3, 4.0, 4.7]
    made = table(document, widths, ["No", "Name", "Delegation", "{% if signature %}Signature{% endif %}"])
    tag_row(made, "{%tr for row in rows %}")
    number, name, delegation, signature = row(made, widths, height=1.0)
    write(number, "{{ row.number }}", "Table Text")
    write(name, "{{ row.full_name }}", "Table Text").runs[0].bold = True
    when(name, "row.native_name", "{{ row.native_name }}", "Table Soft")
    when(name, "row.position", "{{ row.position }}", "Table Soft")
    when(name, "row.email", "{{ row.email }}", "Table Soft")
    write(delegation, "{{ row.delegation }}", "Table Text")
    write(signature, "{{ row.remark }}", "Table Soft")
    tag_row(made, "{%tr endfor %}")
    tag_row(made, "{%tr for number in blank_rows %}")
    write(row(made, widths, height=1.0)[0], "{{ number }}", "Table Text")
    tag_row(made, "{%tr endfor %}")
    document.add_paragraph("{% if not rows and not blank_rows %}", "Note")
    document.add_paragraph("No participants are registered yet.", "Note")
    document.add_paragraph("{% endif %}", "Note")


def participants(document: Any) -> None:
    heads(document, "{{ document.title }}")
    document.add_paragraph("{% if summary %}", "Body Text")
    document.add_paragraph("{{ summary }}", "Body Text")
    document.add_paragraph("{% else %}", "Body Text")
    document.add_paragraph("No participants are registered yet.", "Body Text")
    document.add_paragraph("{% endif %}", "Body Text")
    document.add_paragraph("{% for group in groups %}", "Body Text")
    document.add_paragraph("{{ group.title }}", "Heading 1")
    widths = [7.0, 9.0]
    made = table(document, widths, ["Name", "Position and organisation"])
    tag_row(made, "{%tr for delegation in group.delegations %}")
    head = row(made, widths, tint=TINT)
    head[0].merge(head[1])
    write(head[0], "{{ delegation.name }}", "Table Head")
    tag_row(made, "{%tr for person in delegation.people %}")
    name, work = row(made, widths)
    write(name, "{{ person.full_name }}", "Table Text")
    when(name, "person.native_name", "{{ person.native_name }}", "Table Soft")
    when(name, "person.leads", "{{ person.role }}", "Table Soft")
    when(work, "person.position", "{{ person.position }}", "Table Text")
    when(work, "person.organisation", "{{ person.organisation }}", "Table Text")
    when(work, "person.email", "{{ person.email }}", "Table Soft")
    tag_row(made, "{%tr endfor %}")
    tag_row(made, "{%tr endfor %}")
    document.add_paragraph("{% endfor %}", "Body Text")
    document.add_paragraph("{% if excused %}", "Body Text")
    document.add_paragraph("Excused", "Heading 1")
    document.add_paragraph("{% for person in excused %}", "Body Text")
    document.add_paragraph(
        "{{ person.full_name }}{% if person.delegation %}, {{ person.delegation }}{% endif %}", "Body Text"
    )
    document.add_paragraph("{% endfor %}", "Body Text")
    document.add_paragraph("{% endif %}", "Body Text")


if __name__ == "__main__":
    main()
