"""How paragraphs stand: alignment, spaces, indents, tab stops, frames, keeping together."""

from __future__ import annotations

from word_corpus.parts import WordFile, p, prose, r, styled

_FRAME = "".join(
    f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="4" w:color="{colour}"/>'
    for side, kind, size, colour in (
        ("top", "single", 8, "C00000"),
        ("left", "dashed", 4, "auto"),
        ("bottom", "double", 4, "0000FF"),
        ("right", "single", 18, "auto"),
    )
)


def _tabs(stops: str, text: str, times: int = 3) -> WordFile:
    return WordFile(
        "".join(p(text.format(place), f"<w:tabs>{stops}</w:tabs>") for place in range(1, times + 1)) + p(prose(2))
    )


def _stop(kind: str, place: int, leader: str = "") -> str:
    held = f' w:leader="{leader}"' if leader else ""
    return f'<w:tab w:val="{kind}" w:pos="{place}"{held}/>'


def _many(properties: str, count: int = 14, each: int = 4) -> WordFile:
    return WordFile("".join(p(prose(each, place), properties) for place in range(count)))


def _keep_with_next() -> WordFile:
    body = ""
    for place in range(16):
        body += styled("Heading2", f"Item {place + 1}") + p(prose(3 + place % 4, place))
    return WordFile(body)


def _contents() -> WordFile:
    lines = "".join(
        p(f"{place}. Chapter on matter {place}\t{place * 2}", f"<w:tabs>{_stop('right', 9070, 'dot')}</w:tabs>")
        for place in range(1, 12)
    )
    return WordFile(styled("Title", "Contents") + lines)


def files() -> dict[str, WordFile]:
    made = {
        f"align-{kind}": WordFile(p(prose(7), f'<w:jc w:val="{kind}"/>') * 3)
        for kind in ("left", "right", "center", "both")
    }
    for name, indents in {
        "left": 'w:left="1134"',
        "right": 'w:right="1700"',
        "first": 'w:firstLine="567"',
        "hanging": 'w:left="1134" w:hanging="567"',
        "negative": 'w:left="-400" w:right="-400"',
        "both": 'w:left="850" w:right="850"',
    }.items():
        made[f"indent-{name}"] = WordFile(p(prose(6), f"<w:ind {indents}/>") * 2 + p(prose(2)))
    for name, spacing in {
        "before-after": 'w:before="240" w:after="360"',
        "exact": 'w:line="280" w:lineRule="exact"',
        "at-least": 'w:line="400" w:lineRule="atLeast"',
        "double": 'w:line="480" w:lineRule="auto"',
        "one-and-half": 'w:line="360" w:lineRule="auto"',
        "automatic": 'w:beforeAutospacing="1" w:afterAutospacing="1"',
    }.items():
        made[f"spacing-{name}"] = _many(f"<w:spacing {spacing}/>", 10)
    made["tab-left"] = _tabs(_stop("left", 2000) + _stop("left", 5000), "One {}\ttwo\tthree")
    made["tab-right"] = _tabs(_stop("right", 8000), "Amount {}\t1,250")
    made["tab-centre"] = _tabs(_stop("center", 4500) + _stop("right", 9000), "Left {}\tmiddle\tright")
    made["tab-decimal"] = _tabs(_stop("decimal", 5000), "Sum {0}\t{0}0{0}.{0}75")
    made["tab-bar"] = _tabs(_stop("bar", 3000) + _stop("left", 4000), "Line {}\tafter the bar")
    made["tab-leaders"] = WordFile(
        "".join(
            p(f"Entry\t{place}", f"<w:tabs>{_stop('right', 9000, leader)}</w:tabs>")
            for place, leader in enumerate(("dot", "hyphen", "underscore", "middleDot", "heavy"))
        )
    )
    made["tab-default"] = WordFile(p("a\tb\tc\td\te") + p("longer words\tthan\tthe\tstops") + p(prose(2)))
    made["tab-wrapping"] = _tabs(_stop("left", 6000), "Name {}\t" + prose(2))
    made["contents"] = _contents()
    made["frame"] = WordFile(p(prose(2)) + p(prose(3), f"<w:pBdr>{_FRAME}</w:pBdr>") + p(prose(2)))
    same = (
        '<w:pBdr><w:top w:val="single" w:sz="8" w:space="1"/><w:bottom w:val="single" w:sz="8" w:space="1"/>{}</w:pBdr>'
    )
    made["frame-joined"] = WordFile(p(prose(2), same.format("")) * 3 + p(prose(1)))
    between = '<w:between w:val="single" w:sz="4" w:space="1"/>'
    made["frame-between"] = WordFile(p(prose(2), same.format(between)) * 3 + p(prose(1)))
    made["shaded"] = WordFile(p(prose(3), '<w:shd w:val="clear" w:color="auto" w:fill="DDEBF7"/>') + p(prose(2)))
    made["contextual"] = _many('<w:spacing w:after="240"/><w:contextualSpacing/>', 12, 2)
    made["keep-next"] = _keep_with_next()
    made["keep-lines"] = _many("<w:keepLines/>", 14, 6)
    made["widows"] = _many("", 16, 5)
    made["no-widows-control"] = _many('<w:widowControl w:val="0"/>', 16, 5)
    made["page-break-before"] = WordFile(p(prose(3)) + p(prose(2), "<w:pageBreakBefore/>"))
    made["page-break-inside"] = WordFile(
        p(r(prose(2)) + '<w:r><w:br w:type="page"/></w:r>' + r(prose(2))) + p(prose(1))
    )
    made["line-breaks"] = WordFile(p("One line\nanother line\n\na fourth") + p(prose(2)))
    made["empty-lines"] = WordFile((p(prose(1)) + p() + p("", '<w:rPr><w:sz w:val="48"/></w:rPr>')) * 6)
    made["long-word"] = WordFile(p("https://example.org/" + "documents/" * 16) + p("w" * 140 + " end"))
    made["mixed-sizes"] = WordFile(p("".join(r(prose(1, n) + " ", f'<w:sz w:val="{18 + n * 4}"/>') for n in range(8))))
    made["bidi"] = WordFile(p(prose(2), "<w:bidi/>") + p(prose(2)))
    return made
