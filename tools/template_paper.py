"""The paper of the Word templates: page, letterhead, foot, settings."""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from template_styles import numbering, styles


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


def wide(document: Any, width: Any) -> None:
    """Let what stands at the right margin of headers and footers stand at this width."""
    for name in ("Header", "Footer"):
        document.styles[name].paragraph_format.tab_stops[0].position = width


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
