"""Numbers and bullets."""

from __future__ import annotations

from word_corpus.parts import WordFile, p, prose, styled

_BULLETS = ("\uf0b7", "o", "\uf0a7")


def level(place: int, form: str, text: str, left: int = 0, more: str = "", fonts: str = "", first: int = 360) -> str:
    left = left or 720 * (place + 1)
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{first}"/></w:pPr>{fonts}</w:lvl>'
    )


def abstract(number: int, levels: list[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}'
        "</w:abstractNum>"
    )


def use(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(text: str, number: int = 1, place: int = 0, more: str = "") -> str:
    return styled(
        "ListParagraph", text, f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>{more}'
    )


def one_level(form: str, text: str = "%1.", more: str = "") -> str:
    return abstract(0, [level(0, form, text, more=more)]) + use(1, 0)


def bullets() -> str:
    fonts = [
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>'
        for font in ("Symbol", "Courier New", "Wingdings")
    ]
    made = [level(place, "bullet", _BULLETS[place], fonts=fonts[place]) for place in range(3)]
    return abstract(0, made) + use(1, 0)


def legal() -> str:
    texts = ("%1.", "%1.%2", "%1.%2.%3")
    made = [level(place, "decimal", texts[place], 720 + 500 * place, first=720) for place in range(3)]
    return abstract(0, made) + use(1, 0)


def _plain(form: str, count: int, text: str = "%1.") -> WordFile:
    return WordFile("".join(item(prose(1 + n % 3, n)) for n in range(count)), numbering=one_level(form, text))


def _mixed() -> str:
    made = [level(0, "upperRoman", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%3)")]
    return abstract(0, made) + use(1, 0)


def _nested() -> str:
    return "".join(item(prose(1, n), place=place) for n, place in enumerate((0, 1, 1, 2, 2, 0, 1, 0, 2)))


def _in_style() -> WordFile:
    numbers = abstract(0, [level(0, "decimal", "%1.", 567, '<w:pStyle w:val="Numbered"/>', first=567)]) + use(1, 0)
    style = (
        '<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:basedOn w:val="Normal"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(styled("Numbered", prose(2, n)) for n in range(4)) + p(prose(1)) + styled("Numbered", prose(2))
    return WordFile(body, numbering=numbers, styles=style)


def files() -> dict[str, WordFile]:
    made = {"bullets": WordFile(_nested(), numbering=bullets()), "legal": WordFile(_nested(), numbering=legal())}
    for form in ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero", "ordinal"):
        made[form] = _plain(form, 12)
    made["letters-past-z"] = _plain("lowerLetter", 30)
    made["bracketed"] = _plain("decimal", 5, "(%1)")
    made["words-in-label"] = _plain("decimal", 5, "Article %1 –")
    made["none"] = _plain("none", 3, "")
    made["mixed"] = WordFile(_nested(), numbering=_mixed())
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = "".join(item(prose(1, n)) for n in range(3)) + p(prose(1)) + "".join(item(prose(1, n), 2) for n in range(3))
    made["restarted"] = WordFile(body, numbering=one_level("decimal") + use(2, 0, again))
    body = (
        item(prose(1)) + p(prose(2)) + item(prose(1, 1)) + item(prose(3), more='<w:ind w:left="1800" w:hanging="700"/>')
    )
    made["interrupted"] = WordFile(body, numbering=one_level("decimal"))
    for follow in ("space", "nothing"):
        made[f"followed-by-{follow}"] = WordFile(
            item(prose(3)) * 2, numbering=one_level("decimal", more=f'<w:suff w:val="{follow}"/>')
        )
    made["in-style"] = _in_style()
    return made
