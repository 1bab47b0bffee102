"""Tables: styles with conditions, merged cells, tables in cells, widths, rows over pages."""

from __future__ import annotations

from word_corpus.parts import WordFile, grid_of, p, prose, r, tbl, tc, tr

_FIVE = [["Item", "Owner", "Due", "State"], *([f"Task {n}", f"Unit {n % 3}", f"{n} May", "open"] for n in range(1, 8))]
_WIDTHS = [2268, 2268, 2268, 2268]
_WIDE = [1500, 3500, 2500, 1572]
_ROWS = [[f"{n}", prose(1 + n % 3, n), prose(1, n + 4), "yes" if n % 2 else "no"] for n in range(1, 25)]
_HEAD = ["No.", "Matter", "Remark", "Done"]
_LINE = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="{}"/>'


def _condition(kind: str, run: str = "", fill: str = "", lines: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    held = f"<w:tcBorders>{lines}</w:tcBorders>" if lines else ""
    return f'<w:tblStylePr w:type="{kind}"><w:rPr>{run}</w:rPr><w:tcPr>{held}{shade}</w:tcPr></w:tblStylePr>'


def _banded(size: int = 1) -> str:
    parts = [
        _condition("firstRow", '<w:b/><w:color w:val="FFFFFF"/>', "156082"),
        _condition("lastRow", "<w:b/>", "", _LINE.format("top", 12, "156082")),
        _condition("firstCol", "<w:b/>"),
        _condition("lastCol", "<w:i/>"),
        _condition("band1Horz", "", "DDEBF7"),
        _condition("band1Vert", "", "F2F2F2"),
        _condition("nwCell", '<w:color w:val="FFFF00"/>', "000000"),
        _condition("seCell", "<w:caps/>", "FFC000"),
    ]
    about = f'<w:tblStyleRowBandSize w:val="{size}"/><w:tblStyleColBandSize w:val="1"/>'
    return (
        '<w:style w:type="table" w:styleId="Banded"><w:name w:val="Banded"/><w:basedOn w:val="TableGrid"/>'
        f"<w:tblPr>{about}</w:tblPr>{''.join(parts)}</w:style>"
    )


def _styled(look: str, size: int = 1) -> WordFile:
    return WordFile(
        p(prose(1)) + grid_of(_FIVE, _WIDTHS, style="Banded", look=look) + p(prose(1)), styles=_banded(size)
    )


def _merged_down() -> WordFile:
    rows = [tr([tc("Head", width=2000), tc("Text", width=5000), tc("End", width=2000)])]
    for n in range(9):
        merge = "<w:vMerge/>" if n % 3 else '<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>'
        rows.append(
            tr([tc("" if n % 3 else f"Group {n}", merge, 2000), tc(prose(1, n), width=5000), tc(str(n), width=2000)])
        )
    return WordFile(tbl(rows, [2000, 5000, 2000]))


def _merged_tall() -> WordFile:
    rows = []
    for n in range(40):
        merge = "<w:vMerge/>" if n else '<w:vMerge w:val="restart"/>'
        rows.append(tr([tc("" if n else prose(20), merge, 3500), tc(f"Row {n}: {prose(1, n)}", width=5500)]))
    return WordFile(tbl(rows, [3500, 5500]))


def _merged_across() -> WordFile:
    rows = [
        tr([tc("Across all", '<w:gridSpan w:val="4"/><w:shd w:val="clear" w:fill="D9D9D9"/>', 9072)]),
        tr([tc("Two", '<w:gridSpan w:val="2"/>', 4536), tc("three", width=2268), tc("four", width=2268)]),
        tr([tc(f"c{n}", width=2268) for n in range(4)]),
        tr([tc("one", width=2268), tc(prose(1), '<w:gridSpan w:val="3"/>', 6804)]),
    ]
    return WordFile(tbl(rows, _WIDTHS))


def _nested() -> WordFile:
    inner = grid_of([["in a", "in b"], ["in c", prose(1)]], [1800, 2200])
    rows = [
        tr([tc("Outside", width=3000), tc(inner + p("after"), width=6000)]),
        tr([tc(p("x") + inner + p(), width=3000), tc("y", width=6000)]),
    ]
    return WordFile(tbl(rows, [3000, 6000]) + p(prose(1)))


def _long(row: str = "", head: str = "", count: int = 24, times: int = 3) -> WordFile:
    rows = [tr([tc(text, width=width) for text, width in zip(_HEAD, _WIDE, strict=True)], head)] if head else []
    for texts in _ROWS[:count] * times:
        rows.append(tr([tc(text, width=width) for text, width in zip(texts, _WIDE, strict=True)], row))
    return WordFile(p(prose(2)) + tbl(rows, _WIDE) + p(prose(2)))


def _tall_rows() -> WordFile:
    rows = [
        tr([tc(f"Part {n}", width=2000), tc("".join(p(prose(3, n + k)) for k in range(6)), width=7000)])
        for n in range(6)
    ]
    return WordFile(tbl(rows, [2000, 7000]))


def _heights() -> WordFile:
    kinds = (("atLeast", 800), ("exact", 500), ("exact", 300), ("atLeast", 200))
    rows = [
        tr(
            [tc(rule, width=3000), tc(prose(1 if rule == "atLeast" else 0) or "short", width=6000)],
            f'<w:trHeight w:val="{h}" w:hRule="{rule}"/>',
        )
        for rule, h in kinds
    ]
    return WordFile(tbl(rows, [3000, 6000]))


def _without_widths(texts: list[list[str]], properties: str = "") -> WordFile:
    count = len(texts[0])
    rows = [tr([tc(text, '<w:tcW w:w="0" w:type="auto"/>') for text in row]) for row in texts]
    return WordFile(p(prose(1)) + tbl(rows, [9070 // count] * count, properties) + p(prose(1)))


def _borders() -> WordFile:
    own = "".join(
        _LINE.format(side, size, "C00000") for side, size in (("top", 4), ("left", 12), ("bottom", 24), ("right", 6))
    )
    none = '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/></w:tcBorders>'
    rows = [
        tr([tc("own", f"<w:tcBorders>{own}</w:tcBorders>", 3000), tc("table's", width=3000), tc("none", none, 3000)]),
        tr(
            [
                tc("a", width=3000),
                tc("b", '<w:tcBorders><w:top w:val="double" w:sz="6"/></w:tcBorders>', 3000),
                tc("c", width=3000),
            ]
        ),
    ]
    return WordFile(tbl(rows, [3000] * 3))


def _aligned() -> WordFile:
    cells = [tc(kind, f'<w:vAlign w:val="{kind}"/>', 2268) for kind in ("top", "center", "bottom")]
    return WordFile(tbl([tr([*cells, tc(prose(2), width=2268)])] * 2, _WIDTHS))


def _percent() -> WordFile:
    about = '<w:tblW w:w="5000" w:type="pct"/>'
    rows = [
        tr(
            [
                tc(text, f'<w:tcW w:w="{share}" w:type="pct"/>')
                for text, share in zip(row, (500, 2500, 1500, 500), strict=True)
            ]
        )
        for row in _ROWS[:6]
    ]
    return WordFile(tbl(rows, [900, 4500, 2700, 900], about))


def _margins() -> WordFile:
    about = (
        "<w:tblCellMar>"
        + "".join(f'<w:{s} w:w="200" w:type="dxa"/>' for s in ("top", "left", "bottom", "right"))
        + "</w:tblCellMar>"
    )
    own = tc("own margins", '<w:tcMar><w:left w:w="600" w:type="dxa"/><w:top w:w="0" w:type="dxa"/></w:tcMar>', 3000)
    return WordFile(tbl([tr([own, tc(prose(1), width=6000)])] * 3, [3000, 6000], about))


def files() -> dict[str, WordFile]:
    made = {f"look-{look}": _styled(look) for look in ("04A0", "0420", "0460", "01E0", "0000", "07E0")}
    made["band-of-two"] = _styled("0420", 2)
    made |= {"merged-down": _merged_down(), "merged-tall": _merged_tall(), "merged-across": _merged_across()}
    made |= {"nested": _nested(), "tall-rows": _tall_rows(), "heights": _heights(), "borders": _borders()}
    made["long"] = _long()
    made["long-whole-rows"] = _long("<w:cantSplit/>")
    made["repeated-head"] = _long(head="<w:tblHeader/>")
    made["repeated-head-whole"] = _long("<w:cantSplit/>", "<w:cantSplit/><w:tblHeader/>")
    made["auto-short"] = _without_widths([["a", "bb", "ccc"], ["1", "2", "3"]])
    made["auto-mixed"] = _without_widths([["No.", prose(2), "Done"], ["1", prose(3), "yes"]])
    made["auto-long-word"] = _without_widths([["Internationalisation", "x", "y"], ["Responsibilities", "x", "y"]])
    made["fixed"] = WordFile(grid_of(_ROWS[:6], _WIDE, '<w:tblLayout w:type="fixed"/>'))
    made["fixed-narrow"] = WordFile(
        grid_of([["Internationalisation", "b"]] * 2, [900, 3000], '<w:tblLayout w:type="fixed"/>')
    )
    made["half-width"] = WordFile(grid_of(_FIVE, _WIDTHS, '<w:tblW w:w="2500" w:type="pct"/>'))
    made["percent"] = _percent()
    for side in ("center", "right"):
        made[f"at-{side}"] = WordFile(grid_of(_FIVE[:3], [1200] * 4, f'<w:jc w:val="{side}"/>') + p(prose(1)))
    made["indented"] = WordFile(grid_of(_FIVE[:3], [1500] * 4, '<w:tblInd w:w="700" w:type="dxa"/>') + p(prose(1)))
    made |= {"aligned": _aligned(), "margins": _margins()}
    made["turned-over"] = WordFile(grid_of(_FIVE[:3], _WIDTHS, "<w:bidiVisual/>"))
    made["side-by-side"] = WordFile(grid_of(_FIVE[:3], _WIDTHS) + p() + grid_of(_FIVE[:3], _WIDTHS) + p(prose(1)))
    made["no-style"] = WordFile(grid_of(_FIVE[:4], _WIDTHS, style="") + p(prose(1)))
    skipped = tr([tc("later", width=2268)], '<w:gridBefore w:val="1"/><w:wBefore w:w="2268" w:type="dxa"/>')
    made["skipped-cells"] = WordFile(tbl([tr([tc(f"c{n}", width=2268) for n in range(4)]), skipped], _WIDTHS))
    made["keep-with-next"] = WordFile(
        p(prose(4)) * 9
        + tbl([tr([tc(p(r(f"kept {n}"), "<w:keepNext/>"), width=9000)]) for n in range(12)], [9000])
        + p(prose(1))
    )
    return made
