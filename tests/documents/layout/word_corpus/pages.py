"""Pages: sections, headers and footers of each kind, page numbers, footnotes and endnotes."""

from __future__ import annotations

from word_corpus.parts import WordFile, field_of, margin_part, note, p, prose, r, reference, section, styled

_LANDSCAPE = (16838, 11906)
_A5 = (8391, 11906)


def text(count: int) -> str:
    return "".join(p(prose(4, place)) for place in range(count))


def ended(more: str = "", **how: object) -> str:
    """The paragraph that ends a section."""
    return p(r("End of this section."), section(more, **how))  # type: ignore[arg-type]


def refer(kind: str, part: str, which: str = "default") -> str:
    return f'<w:{kind}Reference w:type="{which}" r:id="{part}"/>'


def _margins(**contents: str) -> dict[str, tuple[str, str, str]]:
    return {f"{name}.xml": margin_part(name.rstrip("0123456789"), content) for name, content in contents.items()}


def _numbered(code: str = "PAGE", more: str = "") -> WordFile:
    foot = styled("Header", r("Page ") + field_of(code) + r(" of ") + field_of("NUMPAGES", "3"))
    return WordFile(text(30), section(refer("footer", "footer1") + more), extra=_margins(footer1=foot))


def _first_page() -> WordFile:
    more = refer("header", "header1", "first") + refer("header", "header2") + "<w:titlePg/>"
    heads = _margins(
        header1=styled("Header", "Only on the first page"), header2=styled("Header", "Left\tmiddle\tright")
    )
    return WordFile(text(24), section(more), extra=heads)


def _even_pages() -> WordFile:
    more = refer("header", "header1", "even") + refer("header", "header2") + refer("footer", "footer1")
    heads = _margins(header1=styled("Header", "Even page"), header2=styled("Header", "Odd page"))
    heads |= _margins(footer1=styled("Header", field_of("PAGE")))
    return WordFile(text(36), section(more), extra=heads, settings="<w:evenAndOddHeaders/>")


def _tall_header() -> WordFile:
    head = "".join(styled("Header", f"Line {place} of the header") for place in range(9))
    return WordFile(text(20), section(refer("header", "header1")), extra=_margins(header1=head))


def _sections(kind: str) -> WordFile:
    second = section(f'<w:type w:val="{kind}"/>')
    return WordFile(text(3) + ended() + text(4), second)


def _own_numbers() -> WordFile:
    foot = _margins(footer1=styled("Header", r("– ") + field_of("PAGE") + r(" –")))
    first = ended(refer("footer", "footer1") + '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>')
    last = section(refer("footer", "footer1") + '<w:pgNumType w:start="1"/>')
    return WordFile(text(12) + first + text(12), last, extra=foot)


def _footnotes(count: int, long: int = 1, paragraphs: int = 1) -> WordFile:
    body, notes = "", ""
    for place in range(1, count + 1):
        body += p(r(prose(3, place)) + reference("footnote", place) + r(" " + prose(2, place + 3)))
        body += text(paragraphs - 1)
        notes += note("footnote", place, f"Note {place}: {prose(long, place)}")
    return WordFile(body, notes=notes)


def _endnotes() -> WordFile:
    body = "".join(p(r(prose(3, n)) + reference("endnote", n)) for n in range(1, 5)) + text(2)
    return WordFile(body, endnotes="".join(note("endnote", n, f"End {n}: {prose(1, n)}") for n in range(1, 5)))


def files() -> dict[str, WordFile]:
    made = {f"section-{kind}": _sections(kind) for kind in ("nextPage", "continuous", "evenPage", "oddPage")}
    made["numbered"] = _numbered()
    made["numbered-roman-switch"] = _numbered("PAGE \\* ROMAN")
    made["numbered-letters"] = _numbered(more='<w:pgNumType w:fmt="upperLetter"/>')
    made["section-pages"] = _numbered("SECTIONPAGES")
    made |= {"first-page": _first_page(), "even-pages": _even_pages(), "tall-header": _tall_header()}
    made["own-numbers"] = _own_numbers()
    made["landscape-between"] = WordFile(text(3) + ended() + text(2) + ended(size=_LANDSCAPE) + text(3))
    made["a5"] = WordFile(text(12), section(size=_A5, margin=850))
    made["letter"] = WordFile(text(22), section(size=(12240, 15840), margin=1440))
    mirrored = section().replace('w:gutter="0"', 'w:gutter="567"')
    made["gutter"] = WordFile(text(20), mirrored)
    made["mirror-margins"] = WordFile(
        text(26), section().replace('w:left="1418"', 'w:left="2400"'), settings="<w:mirrorMargins/>"
    )
    made["footnotes-few"] = _footnotes(3)
    made["footnotes-many"] = _footnotes(24)
    made["footnotes-long"] = _footnotes(8, 5, 3)
    made["footnotes-spread"] = _footnotes(6, 2, 6)
    made["endnotes"] = _endnotes()
    centred = '<w:vAlign w:val="center"/>'
    made["centred-page"] = WordFile(styled("Title", "In the middle") + ended(centred) + text(3))
    made["bordered-page"] = WordFile(
        text(4),
        section(
            '<w:pgBorders w:offsetFrom="page">'
            + "".join(f'<w:{s} w:val="single" w:sz="12" w:space="24"/>' for s in ("top", "left", "bottom", "right"))
            + "</w:pgBorders>"
        ),
    )
    return made
