"""What other people's files hold that ours do not: columns, boxes beside the text, strict names, web spacing."""

from __future__ import annotations

import io
import zipfile

from word_corpus.lists import bullets, item
from word_corpus.parts import WordFile, field_of, margin_part, p, prose, r, section, tbl, tc, tr

COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'
PAGE_BEFORE = "<w:pageBreakBefore/>"
_POINT = 12700
_WEB = '<w:spacing w:before="100" w:beforeAutospacing="1" w:after="100" w:afterAutospacing="1"/>'
_GRAPHIC = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
)


def columns(count: int, more: str = "") -> str:
    return section(f'{more}<w:cols w:num="{count}" w:space="720"/>')


def placed_box(words: str, left: float, top: float, size: tuple[float, float] = (150, 60), behind: int = 0) -> str:
    """A text box of which the text around it takes no notice; measures in points from the corner of the page."""
    wide, high = (int(side * _POINT) for side in size)
    where = "".join(
        f'<wp:position{side} relativeFrom="page"><wp:posOffset>{int(offset * _POINT)}</wp:posOffset>'
        f"</wp:position{side}>"
        for side, offset in (("H", left), ("V", top))
    )
    frame = f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm></wps:spPr>'
    shape = f"<wps:wsp>{frame}<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    return (
        f'<w:r><w:drawing><wp:anchor behindDoc="{behind}"><wp:simplePos x="0" y="0"/>{where}<wp:extent cx="{wide}" '
        f'cy="{high}"/><wp:wrapNone/><wp:docPr id="1" name="b"/><a:graphic><a:graphicData uri="{_GRAPHIC}">{shape}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def older_box(words: str, left: float, top: float) -> str:
    """The same in the older drawing language."""
    style = (
        f"position:absolute;margin-left:{left}pt;margin-top:{top}pt;width:150pt;height:60pt;z-index:1;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    box = f"<v:textbox><w:txbxContent>{p(words)}</w:txbxContent></v:textbox>"
    return f'<w:r><w:pict><v:shape style="{style}">{box}</v:shape></w:pict></w:r>'


def shape(words: str = "", size: tuple[float, float] = (200, 100)) -> str:
    """A drawing in the line of text, with words inside or none."""
    wide, high = (int(side * _POINT) for side in size)
    frame = f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm></wps:spPr>'
    box = f"<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx>" if words else ""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="2" name="s"/><a:graphic>'
        f'<a:graphicData uri="{_GRAPHIC}"><wps:wsp>{frame}{box}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def wrapped(kind: str, size: tuple[float, float]) -> str:
    """A drawing beside which the text stands in that way."""
    inside = (
        f'<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:wrap{kind}/><wp:docPr'
    )
    made = shape("", size).replace("<wp:inline>", '<wp:anchor behindDoc="0">').replace("</wp:inline>", "</wp:anchor>")
    return made.replace("<wp:docPr", inside)


def framed_number(more: str = "") -> str:
    """A footer whose page number stands in a frame at the right, as older Word put it."""
    frame = '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"/>'
    return p(field_of("PAGE"), frame) + p(r("Left of the number" + more))


def strict(word: WordFile) -> bytes:
    """A file kept strictly: its vocabularies named otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word.data())) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            text = old.read(entry)
            for usual, otherwise in _STRICT:
                text = text.replace(usual.encode(), otherwise.encode())
            new.writestr(entry, text)
    return out.getvalue()


def nested(inner: str = "") -> str:
    """A table whose only cell ends with a table, and with the empty paragraph Word asks for behind it."""
    grid = tbl([tr([tc("Inner", width=3000)])], [3000])
    return tbl([tr([f'<w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{grid}{inner or p()}</w:tc>'])], [5000])


def files() -> dict[str, WordFile | bytes]:
    web = "".join(item(prose(1, place), more=_WEB) for place in range(5))
    goes_on = '<w:type w:val="continuous"/>'
    first = p(prose(1), section(goes_on))
    alike = p(prose(6)) + p(prose(5)) + p("The end of both.", columns(2, goes_on))
    broken = WordFile(p(prose(1)) + p(COLUMN_BREAK + r("Beside it")) + p(prose(1)), columns(2))
    uneven = section('<w:cols w:num="2" w:equalWidth="0"><w:col w:w="5000" w:space="500"/><w:col w:w="3000"/></w:cols>')
    return {
        "web-list": WordFile(p(prose(1)) + web + p(prose(1)), numbering=bullets()),
        "nested-end": WordFile(nested() + p(prose(1))),
        "strict": strict(WordFile(p(prose(2)) + p(prose(1), '<w:spacing w:before="24pt"/>'))),
        "columns-alike": WordFile(first + alike + p(prose(1)), section(goes_on)),
        "columns-long": WordFile(p(prose(9)) * 14, columns(3)),
        "columns-uneven": WordFile(p(prose(9)) * 3, uneven),
        "column-break": broken,
        "column-break-alone": WordFile(p("One") + p(COLUMN_BREAK + r("Two"))),
        "box-beside": WordFile(p(placed_box("Words in a box", 300, 500) + r(prose(1))) + p(prose(3))),
        "box-beside-older": WordFile(p(older_box("Words in a box", 300, 500) + r(prose(1))) + p(prose(3))),
        "shape": WordFile(p(shape()) + p(prose(1))),
        "shape-above": WordFile(p(r(prose(2)) + wrapped("TopAndBottom", (200, 90))) + p(prose(1))),
        "shape-words": WordFile(p(shape("Words in a shape"), '<w:jc w:val="center"/>') + p(prose(1))),
        "shape-words-among-text": WordFile(p(r("Before ") + shape("In a shape") + r(" behind")) + p(prose(1))),
        "frame-in-footer": WordFile(
            p(prose(3)),
            section('<w:footerReference w:type="default" r:id="footer1"/>'),
            extra={"footer1.xml": margin_part("footer", framed_number())},
        ),
        "formula-letters": WordFile(p(r("Where 𝑎𝛽 = 𝟐 holds.")) + p(prose(1))),
        "large-spaces": WordFile(p(r("Large") + r(" ", '<w:sz w:val="144"/>') + r("spaces")) + p(prose(1))),
        "table-on-new-page": WordFile(p(prose(1)) + tbl([tr([tc(p("Below", PAGE_BEFORE), width=5000)])], [5000])),
    }
