"""The look of the Word templates: styles and lists."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

INK, SOFT, HAIR, TINT, ALARM = "1B2733", "5B6670", "C9CFD5", "F1F4F6", "A3211C"
WIDTH = Cm(16.0)
FACE = "Calibri"

KEPT = {
    "Normal", "Title", "Subtitle", "heading 1", "heading 2", "List Bullet", "List Bullet 2", "List Number", "header",
    "footer", "Default Paragraph Font", "Normal Table", "No List", "Body Text", "Table Grid",
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
    for name, number, indent in (("List Bullet", 1, 0.95), ("List Bullet 2", 1, 1.7), ("List Number", 2, 0.95)):
        style = restyle(document, name, size=11, after=6, line=1.12, base="Normal")
        style.element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>')
        )
        order(style.element.pPr)
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(indent), Cm(-0.75)
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
    own(document, "Table Text", size=10, after=0, line=1.05)
    own(document, "Table Soft", size=9, colour=SOFT, after=0, line=1.05)
    own(document, "Agenda Item", size=10.5, bold=True, after=0, line=1.05)
    own(document, "Agenda Sub-item", size=10, after=0, line=1.05)
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
    "outlineLvl",
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
                f'<w:tblPr><w:tblBorders>{bottom}{lines}</w:tblBorders><w:tblCellMar><w:top w:w="45" w:type="dxa"/>'
                '<w:left w:w="70" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
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
