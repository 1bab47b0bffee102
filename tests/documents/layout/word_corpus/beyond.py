"""Pictures, and what the layout does not do as Word does: text boxes, floats, columns, EMF. Their text must stay."""

from __future__ import annotations

import io

from PIL import Image

from word_corpus.parts import WordFile, field_of, grid_of, p, prose, r, section

_PLACED = '<wp:extent cx="{0}" cy="{1}"/><wp:docPr id="1" name="x" descr="A mark"/>'
_SHOWN = (
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="image1"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/></a:xfrm>'
    '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>'
)
_CM = 360000


def image(mode: str = "RGBA", colour: tuple[int, ...] = (200, 30, 30, 90), kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (60, 30), colour).save(out, kind)
    return out.getvalue()


def inline(wide: float = 4, high: float = 2) -> str:
    size = (int(wide * _CM), int(high * _CM))
    return f"<w:r><w:drawing><wp:inline>{_PLACED.format(*size)}{_SHOWN.format(*size)}</wp:inline></w:drawing></w:r>"


def anchored() -> str:
    size = (4 * _CM, 2 * _CM)
    place = (
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>3000000</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    )
    about = (
        'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"'
    )
    first, last = _PLACED.format(*size).split("<wp:docPr", 1)
    return (
        f'<w:r><w:drawing><wp:anchor {about}>{place}{first}<wp:wrapSquare wrapText="bothSides"/><wp:docPr{last}'
        f"{_SHOWN.format(*size)}</wp:anchor></w:drawing></w:r>"
    )


def with_image(body: str, data: bytes, kind: str = "png") -> WordFile:
    return WordFile(body, extra={f"image1.{kind}": ("image", f"image/{kind}", data)})


def text_box(words: str) -> str:
    box = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    shape = '<v:shape style="width:200pt;height:60pt"><v:textbox>{}</v:textbox></v:shape>'
    return f"<w:r><w:pict>{shape.format(box)}</w:pict></w:r>"


def _alternate() -> str:
    box = f"<w:txbxContent>{p('Words in a newer box')}</w:txbxContent>"
    shape = (
        f'<w:drawing><wp:inline><wp:extent cx="{4 * _CM}" cy="{2 * _CM}"/><wp:docPr id="2" name="b"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr '
        f'txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{4 * _CM}" cy="{2 * _CM}"/></a:xfrm><a:prstGeom '
        f'prst="rect"/></wps:spPr><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    older = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def _controls() -> WordFile:
    inside = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('chosen words')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(prose(1))}</w:sdtContent></w:sdt>"
    return WordFile(p(r("Before ") + inside + r(" after")) + block + p(prose(1)))


def files() -> dict[str, WordFile]:
    made = {
        "picture": with_image(p(inline()) + p(prose(2)), image("RGB", (10, 90, 200))),
        "picture-alpha": with_image(p(prose(1)) + p(r("Seal ") + inline(1, 1) + r(" here")) + p(prose(2)), image()),
        "picture-jpeg": with_image(p(inline()) + p(prose(2)), image("RGB", (10, 90, 200), "JPEG"), "jpeg"),
        "picture-tall": with_image(p(prose(4)) * 6 + p(inline(8, 12)) + p(prose(2)), image()),
        "picture-floating": with_image(p(anchored() + r(prose(5))) + p(prose(5)), image()),
        "picture-emf": with_image(
            p(inline()) + p(prose(2)), b"\x01\x00\x00\x00" + bytes(84) + b" EMF" + bytes(40), "emf"
        ),
        "text-box": WordFile(p(prose(1)) + p(r("Beside ") + text_box("Words in the box")) + p(prose(2))),
        "text-box-newer": WordFile(p(prose(1)) + p(_alternate()) + p(prose(2))),
        "controls": _controls(),
    }
    made["columns"] = WordFile(p(prose(5)) * 4, section('<w:cols w:num="2" w:space="708"/>'))
    drop = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    made["drop-capital"] = WordFile(p(r("T", '<w:sz w:val="90"/>'), drop) + p("he group met again. " + prose(5)))
    formula = "<m:oMath><m:r><m:t>a+b=c</m:t></m:r></m:oMath>"
    made["formula"] = WordFile(p(r("Where ") + formula + r(" holds.")) + p(prose(1)))
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('ni')}</w:rt><w:rubyBase>{r('日')}</w:rubyBase></w:ruby></w:r>"
    made["ruby"] = WordFile(p(r("Sun ") + ruby + r(" day")) + p(prose(1)))
    made["fields"] = WordFile(
        p(
            r("Kept: ")
            + field_of("REF here", "paragraph 4")
            + r(", made ")
            + field_of('DATE \\@ "yyyy"', "2020").replace("DATE", "CREATEDATE")
        )
        + p(f'<w:fldSimple w:instr=" AUTHOR ">{r("Ms Writer")}</w:fldSimple>')
    )
    numbers = section('<w:lnNumType w:countBy="1"/>')
    made["line-numbers"] = WordFile(p(prose(4)) * 3, numbers)
    floating = '<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:tblpX="5000" w:tblpY="1"/>'
    made["floating-table"] = WordFile(
        p(prose(2)) + grid_of([["a", "b"], ["c", "d"]], [1000, 1000], floating) + p(prose(6))
    )
    return made
