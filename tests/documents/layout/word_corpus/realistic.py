"""Documents such as an officer sends and receives."""

from __future__ import annotations

from word_corpus.lists import abstract, bullets, item, legal, level, one_level, use
from word_corpus.pages import refer
from word_corpus.parts import (
    WordFile,
    field_of,
    grid_of,
    margin_part,
    note,
    p,
    prose,
    r,
    reference,
    section,
    styled,
    tbl,
    tc,
    tr,
)

_PEOPLE = (
    "Ms Orathai Srisuwan", "Mr José António Ximenes", "Dr Nguyễn Thị Ngọc Ánh", "សុភា ច័ន្ទ", "김민수", "王小明",
    "محمد علي", "Mme Céline Dubois", "อรทัย ศรีสุวรรณ", "Mr Mehmet Yılmaz", "නිමල් පෙරේරා", "Ms Nusrat Jahan",
)  # fmt: skip
_FOOT = styled("Header", r("Secretariat\t\tPage ") + field_of("PAGE") + r(" of ") + field_of("NUMPAGES", "2"))


def _footed(body: str, **more: object) -> WordFile:
    extra = {"footer1.xml": margin_part("footer", _FOOT)}
    return WordFile(body, section(refer("footer", "footer1")), extra=extra, **more)  # type: ignore[arg-type]


def letter() -> WordFile:
    right, narrow = '<w:jc w:val="right"/>', '<w:spacing w:after="0"/>'
    address = "".join(
        p(line, narrow) for line in ("The Director", "Ministry of the Interior", "12 Long Street", "Canberra")
    )
    body = (
        p("3 April 2020", right)
        + address
        + p()
        + p("Dear Director,")
        + p(r("Invitation to the third meeting", "<w:b/>"))
    )
    body += "".join(p(prose(4, place), '<w:jc w:val="both"/>') for place in range(3)) + p("Yours sincerely,") + p() * 3
    return _footed(body + p("Head of the Secretariat"))


def minutes() -> WordFile:
    body = styled("Title", "Minutes of the third meeting")
    body += p(r("Present:\t", "<w:b/>") + r("; ".join(_PEOPLE[:3])), '<w:ind w:left="1700" w:hanging="1700"/>')
    for place in range(9):
        body += styled("Heading1", f"{place + 1}. Matter {place + 1}")
        body += (
            "".join(p(prose(3 + place % 3, place + k)) for k in range(2))
            + item(prose(1, place))
            + item(prose(2, place))
        )
    return _footed(body, numbering=bullets())


def agenda() -> WordFile:
    rows = [
        tr(
            [
                tc(r_, "<w:shd w:val='clear' w:fill='D9E2F3'/>", width)
                for r_, width in zip(("Time", "Item", "Who"), (1500, 5500, 2070), strict=True)
            ],
            "<w:tblHeader/>",
        )
    ]
    for place in range(26):
        words = (
            f"{9 + place // 4:02d}:{place % 4 * 15:02d}",
            f"Item {place + 1}: {prose(1, place)}",
            _PEOPLE[place % 3],
        )
        rows.append(tr([tc(t, width=w) for t, w in zip(words, (1500, 5500, 2070), strict=True)], "<w:cantSplit/>"))
    return _footed(styled("Title", "Provisional agenda") + tbl(rows, [1500, 5500, 2070]))


def participants() -> WordFile:
    rows = [tr([tc(t, width=3020) for t in ("Name", "Country", "Signature")], "<w:tblHeader/>")]
    for place in range(60):
        cells = (_PEOPLE[place % len(_PEOPLE)], f"Country {place % 9}", "")
        rows.append(tr([tc(t, width=3020) for t in cells], '<w:cantSplit/><w:trHeight w:val="500"/>'))
    return _footed(styled("Title", "List of participants") + tbl(rows, [3020] * 3))


def report() -> WordFile:
    body, notes, number = styled("Title", "Report of the secretariat"), "", 0
    for chapter in range(6):
        body += styled("Heading1", f"Chapter {chapter + 1}")
        for part in range(3):
            number += 1
            body += styled("Heading2", f"Part {part + 1}")
            body += p(r(prose(5, number)) + reference("footnote", number)) + p(
                prose(6, number + 2), '<w:jc w:val="both"/>'
            )
            notes += note("footnote", number, f"See paper {number}. {prose(1, number)}")
        if chapter == 2:
            body += p(r("Tables follow."), section(refer("footer", "footer1")))
            body += grid_of([[f"r{a} c{b}" for b in range(6)] for a in range(12)], [2300] * 6)
            body += p(r("End of tables."), section(refer("footer", "footer1"), size=(16838, 11906)))
    return _footed(body, notes=notes)


def decisions() -> WordFile:
    body = styled("Title", "Decisions")
    for place in range(8):
        body += item(r(f"Decision {place + 1}. ", "<w:b/>") + r(prose(2, place)))
        body += item(prose(1, place + 3), place=1) + item(prose(2, place + 5), place=1) + item(prose(1, place), place=2)
    return _footed(body, numbering=legal())


def work_plan() -> WordFile:
    rows = [
        tr(
            [tc(t, width=w) for t, w in zip(("Area", "Action", "By", "When"), (2500, 6500, 2500, 2000), strict=True)],
            "<w:tblHeader/>",
        )
    ]
    for place in range(30):
        merge = "<w:vMerge/>" if place % 5 else '<w:vMerge w:val="restart"/>'
        cells = [
            tc("" if place % 5 else f"Area {place // 5 + 1}", merge, 2500),
            tc(prose(1 + place % 3, place), width=6500),
        ]
        rows.append(tr([*cells, tc(f"Unit {place % 4}", width=2500), tc(f"{place % 12 + 1}/2021", width=2000)]))
    return WordFile(styled("Title", "Work plan") + tbl(rows, [2500, 6500, 2500, 2000]), section(size=(16838, 11906)))


def returned() -> WordFile:
    who = 'w:id="{}" w:author="Delegation of Fiji" w:date="2020-02-02T00:00:00Z"'
    body = styled("Title", "Draft statement")
    for place in range(8):
        put_in = f"<w:ins {who.format(place * 2)}>{r(' ' + prose(1, place + 2))}</w:ins>"
        old = f'<w:r><w:delText xml:space="preserve"> {prose(1, place + 5)}</w:delText></w:r>'
        gone = f"<w:del {who.format(place * 2 + 1)}>{old}</w:del>"
        body += p(r(prose(2, place)) + put_in + gone + r(" " + prose(1, place + 1)))
    return _footed(body)


def form() -> WordFile:
    dots = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    under = '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="9000"/></w:tabs>'
    body = styled("Title", "Registration form") + "".join(
        p(f"{n}\t", dots) for n in ("Name", "Country", "Position", "E-mail")
    )
    body += "".join(item(t, more="") for t in ("I shall attend both days", "I need a visa")) + p("Signature\t", under)
    return _footed(body, numbering=one_level("bullet", "☐"))


def names() -> WordFile:
    body = styled("Title", "Names in many scripts")
    body += "".join(item(r(f"{name} – Delegate {place}")) for place, name in enumerate(_PEOPLE * 3))
    return _footed(body, numbering=one_level("decimal"))


def resolution() -> WordFile:
    indent = '<w:ind w:firstLine="709"/><w:jc w:val="both"/><w:spacing w:line="360" w:lineRule="auto"/>'
    body = "".join(
        p(r(word, "<w:i/>") + r(" " + prose(2, n)), indent)
        for n, word in enumerate(("Recalling", "Noting", "Welcoming") * 3)
    )
    numbers = abstract(
        0, [level(0, "decimal", "%1.", 1276, first=567), level(1, "lowerLetter", "(%2)", 1843, first=567)]
    )
    body += "".join(item(prose(2, n), place=n % 3 and 1) for n in range(12))
    return _footed(styled("Title", "Resolution") + body, numbering=numbers + use(1, 0))


def two_columns() -> WordFile:
    cells = [tc("".join(p(prose(3, n + k)) for n in range(8)), width=4535) for k in (0, 3)]
    return _footed(
        styled("Title", "Text in two languages")
        + tbl([tr(cells)], [4535, 4535], '<w:tblLayout w:type="fixed"/>', style="")
    )


def circular() -> WordFile:
    head = {
        "header1.xml": margin_part(
            "header",
            tbl(
                [tr([tc("Secretariat", width=4500), tc(p(r("Ref. 12/3"), '<w:jc w:val="right"/>'), width=4500)])],
                [4500, 4500],
                style="",
            )
            + styled("Header"),
        )
    }
    body = "".join(p(prose(4, n)) for n in range(14))
    return WordFile(body, section(refer("header", "header1")), extra=head)


def files() -> dict[str, WordFile]:
    makers = (letter, minutes, agenda, participants, report, decisions, work_plan, returned, form, names, resolution)
    made = {maker.__name__.replace("_", "-"): maker() for maker in (*makers, two_columns, circular)}
    return made
