"""The parts of a small Word file, written straight in Word's own XML."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
SENTENCES = (
    "The group met in two sessions and heard reports from the host and from the secretariat.",
    "Several delegations spoke of victims found at sea and of the care they were given ashore.",
    "It was recalled that figures sent by post arrive late, and that a shared table would serve everybody better.",
    "Nothing in this paper changes what capitals have already said in writing.",
    "Funds for travel are limited; applications should reach the office before the end of the month.",
    "A handbook for front-line officers was printed in nine languages and is in use at fourteen border posts.",
    "The chair thanked the interpreters.",
    "Delegations were invited to name one person each whom the others may call at any hour.",
    "Cases that touch three or more countries need one file, one timetable and one translation.",
    "An annex lists the papers before the meeting together with their symbols.",
)


def prose(count: int, start: int = 0) -> str:
    """So many sentences, in turn."""
    return " ".join(SENTENCES[(start + place) % len(SENTENCES)] for place in range(count))


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def r(text: str, properties: str = "") -> str:
    """A run; a tab and a line break in its text become those of Word."""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    text = escaped(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{held}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; what is not yet a run becomes one."""
    held = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    if content and not content.startswith("<"):
        content = r(content)
    return f"<w:p>{held}{content}</w:p>"


def styled(style: str, content: str = "", more: str = "") -> str:
    return p(content, f'<w:pStyle w:val="{style}"/>{more}')


def tc(content: str = "", properties: str = "", width: int = 0) -> str:
    """A cell; plain text becomes a paragraph."""
    if width:
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{properties}'
    held = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return (
        f"<w:tc>{held}{content if content.startswith('<w:p>') or content.startswith('<w:tbl>') else p(content)}</w:tc>"
    )


def tr(cells: list[str], properties: str = "") -> str:
    held = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    made = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr>{held}{made}</w:tr>"


def tbl(rows: list[str], grid: list[int], properties: str = "", style: str = "TableGrid", look: str = "04A0") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    width = "" if "<w:tblW" in properties else '<w:tblW w:w="0" w:type="auto"/>'
    about = f'{named}{width}{properties}<w:tblLook w:val="{look}"/>'
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def grid_of(texts: list[list[str]], widths: list[int], properties: str = "", **how: str) -> str:
    """A table of plain cells with the widths of its columns."""
    rows = [tr([tc(text, width=width) for text, width in zip(row, widths, strict=True)]) for row in texts]
    return tbl(rows, widths, properties, **how)


def field_of(code: str, result: str = "1") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f'<w:r><w:instrText xml:space="preserve"> {escaped(code)} </w:instrText></w:r>'
    return mark.format("begin") + instruction + mark.format("separate") + r(result) + mark.format("end")


def section(more: str = "", size: tuple[int, int] = (11906, 16838), margin: int = 1418) -> str:
    width, height = size
    turn = ' w:orient="landscape"' if width > height else ""
    return (
        f'<w:sectPr>{more}<w:pgSz w:w="{width}" w:h="{height}"{turn}/><w:pgMar w:top="{margin}" w:right="{margin}" '
        f'w:bottom="{margin}" w:left="{margin}" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/>
<w:szCs w:val="22"/><w:lang w:val="en-AU"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>
<w:spacing w:after="120" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
</w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>
<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr>
<w:spacing w:after="240" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:rPr>
<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:b/><w:sz w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="80"/>
<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>
<w:color w:val="0F4761" w:themeColor="accent1" w:themeShade="BF"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/>
<w:pPr><w:spacing w:before="160" w:after="40"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/><w:pPr>
<w:ind w:left="720"/><w:contextualSpacing/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs>
<w:tab w:val="center" w:pos="4513"/><w:tab w:val="right" w:pos="9026"/></w:tabs>
<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:pPr>
<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr>
<w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>
<w:color w:val="0563C1" w:themeColor="hyperlink"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:pPr>
<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>
<w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/>
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>
"""


def theme(minor: str = "Calibri", major: str = "Calibri Light", accent: str = "156082") -> str:
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "0E2841", "lt2": "E8E8E8", "accent1": accent}
    colours |= {"accent2": "E97132", "accent3": "196B24", "accent4": "0F9ED5", "accent5": "A02B93", "accent6": "4EA72E"}
    colours |= {"hlink": "467886", "folHlink": "96607D"}
    listed = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in colours.items())
    font = '<a:{0}Font><a:latin typeface="{1}"/><a:ea typeface=""/><a:cs typeface=""/></a:{0}Font>'
    fonts = font.format("major", major) + font.format("minor", minor)
    return (
        f'<a:theme {NAMES} name="Office"><a:themeElements><a:clrScheme name="Office">{listed}</a:clrScheme>'
        f'<a:fontScheme name="Office">{fonts}</a:fontScheme></a:themeElements></a:theme>'
    )


@dataclass
class WordFile:
    """What stands in the file; `extra` holds further parts: path to relation, content type and text or bytes."""

    body: str
    ending: str = field(default_factory=section)
    styles: str = ""
    defaults: str = STYLES
    numbering: str = ""
    settings: str = ""
    theme: str = field(default_factory=theme)
    notes: str = ""
    endnotes: str = ""
    extra: dict[str, tuple[str, str, str | bytes]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)

    def data(self) -> bytes:
        """The file, byte for byte the same each time."""
        parts = {
            "styles": ("styles", f"<w:styles {NAMES}>{self.defaults}{self.styles}</w:styles>"),
            "settings": (
                "settings",
                f'<w:settings {NAMES}>{self.settings}<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting '
                'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
                "</w:settings>",
            ),
        }
        if self.numbering:
            parts["numbering"] = ("numbering", f"<w:numbering {NAMES}>{self.numbering}</w:numbering>")
        for name, kept in (("footnotes", self.notes), ("endnotes", self.endnotes)):
            if kept:
                parts[name] = (name, f"<w:{name} {NAMES}>{kept}</w:{name}>")
        held: dict[str, str | bytes] = {f"word/{name}.xml": _HEAD + text for name, (_, text) in parts.items()}
        types = {f"word/{name}.xml": f"{_TYPE}{kind}+xml" for name, (kind, _) in parts.items()}
        relations = {name: (kind, f"{name}.xml", "") for name, (kind, _) in parts.items()}
        held["word/theme1.xml"] = _HEAD + self.theme
        types["word/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
        relations["theme"] = ("theme", "theme1.xml", "")
        for path, (kind, content_type, content) in self.extra.items():
            held[f"word/{path}"] = content if isinstance(content, bytes) else _HEAD + content
            types[f"word/{path}"] = content_type
            relations[path.partition(".")[0]] = (kind, path, "")
        for key, address in self.links.items():
            relations[key] = ("hyperlink", address, ' TargetMode="External"')
        document = f"<w:document {NAMES}><w:body>{self.body}{self.ending}</w:body></w:document>"
        held["word/document.xml"] = _HEAD + document
        types["word/document.xml"] = f"{_TYPE}document.main+xml"
        held["word/_rels/document.xml.rels"] = _relations(relations)
        held["_rels/.rels"] = _relations({"main": ("officeDocument", "word/document.xml", "")})
        return _zipped(held, types)


def _relations(links: dict[str, tuple[str, str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_KIND}{kind}" Target="{target}"{more}/>'
        for key, (kind, target, more) in links.items()
    )
    kept = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{kept}">{listed}</Relationships>'


def _zipped(held: dict[str, str | bytes], types: dict[str, str]) -> bytes:
    listed = "".join(f'<Override PartName="/{path}" ContentType="{kind}"/>' for path, kind in types.items())
    usual = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    kept = "http://schemas.openxmlformats.org/package/2006/content-types"
    held = {"[Content_Types].xml": f'{_HEAD}<Types xmlns="{kept}">{usual}{listed}</Types>', **held}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as whole:
        for path, content in held.items():
            whole.writestr(zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def margin_part(kind: str, content: str) -> tuple[str, str, str]:
    """A header or a footer, for `extra`."""
    short = {"header": "hdr", "footer": "ftr"}[kind]
    return kind, f"{_TYPE}{kind}+xml", f"<w:{short} {NAMES}>{content}</w:{short}>"


def note(kind: str, number: int, content: str) -> str:
    """A footnote or an endnote with its own number before it."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:{kind}Ref/></w:r>'
    return f'<w:{kind} w:id="{number}">{styled("FootnoteText", mark + r(" " + content))}</w:{kind}>'


def reference(kind: str, number: int) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'
