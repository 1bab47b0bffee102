"""Agendas as they come from Word, Excel, mails and browsers, read into levels, numbers, times and presenters."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.pasted_agenda.reading import read_agenda

FIRST = dt.date(2017, 5, 26)


def read(text="", html=""):
    return read_agenda(html, text, FIRST)


def outline(found):
    return [f"{'  ' * one.level}{f'{one.number} ' if one.number else ''}{one.title}" for one in found.entries]


def word(*paragraphs):
    """What Word puts on the clipboard for paragraphs of (list, level, marker, words); no list for a plain one."""
    body = []
    for number, level, marker, words in paragraphs:
        if marker is None:
            body.append(f"<p class=MsoNormal><span lang=EN-GB>{words}<o:p></o:p></span></p>")
            continue
        body.append(
            f"<p class=MsoListParagraphCxSpMiddle style='margin-left:{36 * (level + 1)}.0pt;mso-add-space:auto;\n"
            f"text-indent:-18.0pt;mso-list:l{number} level{level + 1} lfo{number + 1}'><![if !supportLists]><span\n"
            f"lang=EN-GB style='mso-bidi-font-family:Calibri'><span style='mso-list:Ignore'>{marker}<span\n"
            "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span\n"
            f"lang=EN-GB>{words}<o:p></o:p></span></p>"
        )
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Word">'
        "<!--[if gte mso 9]><xml><o:p>not this</o:p></xml><![endif]--><style><!-- @list l0:level1\n"
        " {mso-level-text:1;} p.MsoNormal {margin:0cm} --></style></head><body lang=EN-US style='tab-interval:36.0pt'>"
        f"<!--StartFragment-->{''.join(body)}<!--EndFragment--></body></html>"
    )


CASES = {
    "typed numbers": (
        "1. Opening\n2. Adoption of the agenda\n3. Updates\n3.1 Ad Hoc Group\n3.2 Disruption\n4. Closing",
        ["1 Opening", "2 Adoption of the agenda", "3 Updates", "  3.1 Ad Hoc Group", "  3.2 Disruption", "4 Closing"],
    ),
    "numbers without a stop": ("1 Opening\n2 Updates\n3 Closing", ["1 Opening", "2 Updates", "3 Closing"]),
    "a sentence that begins with a number": (
        "1. Opening\n2. 2017 in review\n3. 30 years of cooperation",
        ["1 Opening", "2 2017 in review", "3 30 years of cooperation"],
    ),
    "numbers and letters": (
        "1. Updates\n(a) Ad Hoc Group\n(b) Disruption\n2. Closing",
        ["1 Updates", "  (a) Ad Hoc Group", "  (b) Disruption", "2 Closing"],
    ),
    "letters up to h, then i": (
        "1. Many\n" + "\n".join(f"({letter}) x"for letter in "abcdefghij"),
        ["1 Many", *(f"  ({letter}) x"for letter in "abcdefghij")],
    ),
    "three levels with Roman numbers": (
        "1. Updates\na) Groups\ni. First\nii. Second\nb) Forums\n2. Closing",
        ["1 Updates", "  (a) Groups", "    (i) First", "    (ii) Second", "  (b) Forums", "2 Closing"],
    ),
    "Roman numbers above letters": (
        "I. Opening\nA. Welcome\nB. Photo\nII. Substance\nIII. Closing",
        ["(I) Opening", "  (A) Welcome", "  (B) Photo", "(II) Substance", "(III) Closing"],
    ),
    "bullets under numbers": (
        "1. Updates\n- Groups\n- Forums\n2. Closing",
        ["1 Updates", "  Groups", "  Forums", "2 Closing"],
    ),
    "an item put in later": ("3. Updates\n3 bis. Late item\n4. Closing", ["3 Updates", "3 bis Late item", "4 Closing"]),
    "agenda items by name": ("Item 1: Opening\nItem 2: Closing", ["1 Opening", "2 Closing"]),
    "tabs alone": ("Opening\n\tWelcome\n\tPhoto\nUpdates\n\tGroups\n\t\tFirst", [
        "Opening", "  Welcome", "  Photo", "Updates", "  Groups", "    First",
    ]),
    "spaces alone": ("Opening\n  Welcome\nUpdates", ["Opening", "  Welcome", "Updates"]),
    "Word as plain text": ("1.\tOpening\n2.\tUpdates\n\t2.1.\tGroups", ["1 Opening", "2 Updates", "  2.1 Groups"]),
    "one line": ("Any other business", ["Any other business"]),
    "a part of an agenda": ("3.1 Groups\n3.2 Forums", ["3.1 Groups", "3.2 Forums"]),
    "a break among sub-items": (
        "3. Updates\n3.1 Groups\nCoffee break\n3.2 Forums\nLunch\n4. Closing",
        ["3 Updates", "  3.1 Groups", "  Coffee break", "  3.2 Forums", "Lunch", "4 Closing"],
    ),
    "dangerous words": ("1. =SUM(A1)\n2. <script>alert(1)</script>\n3. {{ x }}", [
        "1 =SUM(A1)", "2 <script>alert(1)</script>", "3 {{ x }}",
    ]),
    "right to left": ("1. افتتاح الاجتماع\n2. اعتماد جدول الأعمال", ["1 افتتاح الاجتماع", "2 اعتماد جدول الأعمال"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_levels_and_numbers_of_plain_text(case):
    text, expected = CASES[case]
    assert outline(read(text)) == expected


TIMES = {
    "09:00-09:30 Opening": ("09:00", 30, "Opening"),
    "9:00 am – 9:30 am Opening": ("09:00", 30, "Opening"),
    "1:15 – 2 pm Opening": ("13:15", 45, "Opening"),
    "09.00 – 09.30 hrs: Opening": ("09:00", 30, "Opening"),
    "0900-0930 hrs Opening": ("09:00", 30, "Opening"),
    "14h00 Opening": ("14:00", None, "Opening"),
    "23:30-00:15 Opening": ("23:30", 45, "Opening"),
    "Opening (15 min)": (None, 15, "Opening"),
    "1. Opening [15 minutes]": (None, 15, "Opening"),
    "09:00 1. Opening": ("09:00", None, "Opening"),
    "1. 09:00 Opening": ("09:00", None, "Opening"),
    "25:99 Opening": (None, None, "25:99 Opening"),
    "The 09:00 train": (None, None, "The 09:00 train"),
}


@pytest.mark.parametrize("line", TIMES)
def test_times_and_minutes_of_a_line(line):
    (entry,) = read(line).entries
    assert (entry.start, entry.minutes, entry.title) == TIMES[line]


def test_minutes_follow_from_the_start_of_the_next_line():
    found = read("09:00 Opening\n09:15 Updates\n10:00 Coffee\n10:20 Closing").entries
    assert [(one.start, one.minutes, one.kind) for one in found] == [
        ("09:00", 15, "item"), ("09:15", 45, "item"), ("10:00", 20, "break"), ("10:20", None, "item"),
    ]  # fmt: skip


DAY_LINES = {
    "Day 2": dt.date(2017, 5, 27),
    "Day two": dt.date(2017, 5, 27),
    "Saturday, 27 May 2017": dt.date(2017, 5, 27),
    "DAY 2 – Saturday 27 May": dt.date(2017, 5, 27),
    "May 27, 2017": dt.date(2017, 5, 27),
    "27th May": dt.date(2017, 5, 27),
}


@pytest.mark.parametrize("line", DAY_LINES)
def test_a_line_that_names_a_day_gives_it_to_what_follows(line):
    found = read(f"1. Opening\n{line}\n2. Closing\n3. Later").entries
    assert [one.day for one in found] == [None, DAY_LINES[line], None]


@pytest.mark.parametrize("line", ["31 June 2017", "Day 99", "Day zero"])
def test_a_day_that_cannot_be_is_a_line_like_others(line):
    assert [one.annotation for one in read(f"1. Opening\n{line}").entries] == [line]


def test_what_stands_below_an_item_is_its_presenter_or_annotation():
    found = read(
        "PROVISIONAL AGENDA\n1. Updates\nPresenter: Indonesia; Australia\nMembers will be invited to note.\nTwice."
    )
    assert found.entries[0].presenters == ("Indonesia", "Australia")
    assert found.entries[0].annotation == "Members will be invited to note.\nTwice."
    assert found.left_out == ("PROVISIONAL AGENDA",)


def test_a_numbered_item_about_coffee_is_an_item():
    found = read("1. Coffee trade and trafficking\nCoffee\nOpening ceremony").entries
    assert [one.kind for one in found] == ["item", "break", "ceremony"]


# ---- tables ----
def test_a_spreadsheet_with_a_row_of_titles():
    found = read(
        "TIPWG 3\t\t\t\nNo\tAgenda item\tSpeaker\tMin\n1\tOpening\tCo-Chairs\t15\n2\tUpdates\t\t\n"
        "2.1\tGroups\tIndonesia\t20"
        "\n\tCoffee\t\t20\n3\tClosing\tAustralia; Indonesia\t10\n"
    )
    assert outline(found) == ["1 Opening", "2 Updates", "  2.1 Groups", "Coffee", "3 Closing"]
    assert [one.minutes for one in found.entries] == [15, None, 20, 20, 10]
    assert found.entries[4].presenters == ("Australia", "Indonesia")
    assert found.left_out == ("TIPWG 3",)


def test_a_spreadsheet_without_titles_is_known_by_what_stands_in_it():
    found = read("09:00\t09:20\tOpening\tCo-Chairs\n09:20\t09:45\tUpdates\tIndonesia\n09:45\t10:15\tClosing\t")
    assert [(one.start, one.end, one.minutes, one.title) for one in found.entries] == [
        ("09:00", "09:20", 20, "Opening"), ("09:20", "09:45", 25, "Updates"), ("09:45", "10:15", 30, "Closing"),
    ]  # fmt: skip
    assert found.entries[1].presenters == ("Indonesia",)


EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--table {mso-displayed-decimal-separator:"\\.";} .xl66 {mso-number-format:"h\\:mm";}
.xl65 {text-align:left; padding-left:9px; mso-char-indent-count:1;} --></style></head>
<body><table border=0 cellpadding=0><!--StartFragment--><col width=64><tr height=20><td class=xl66>Time</td>
<td>Agenda item</td><td>Presented by</td><td>Remarks</td></tr>
<tr><td class=xl66 align=right>9:00</td><td>Opening &amp; welcome</td><td>Co-Chairs</td><td></td></tr>
<tr><td>9:15</td><td class=xl65>Groups</td><td>Ms A<br>Mr B</td><td>For information</td></tr>
<tr><td>10:00</td><td>Tea</td><td></td><td></td></tr><!--EndFragment--></table></body></html>"""


def test_a_table_from_excel_with_its_indents():
    found = read(html=EXCEL, text="not this")
    assert outline(found) == ["Opening & welcome", "  Groups", "Tea"]
    assert found.entries[1].presenters == ("Ms A", "Mr B")
    assert found.entries[1].annotation == "For information"
    assert [one.minutes for one in found.entries] == [15, 45, None]


def test_a_table_from_word_with_a_list_in_a_cell():
    cell = word((0, 0, "1.", "Updates"), (1, 0, "·", "Groups"), (1, 0, "·", "Forums"), (0, 0, None, "For information."))
    html = f"<table><tr><td><p>09:00-10:00</p><td>{cell}<tr><td>10:00-10:20<td>Coffee</table>"
    found = read(html=html)
    assert outline(found) == ["1 Updates", "  Groups", "  Forums", "Coffee"]
    assert (found.entries[0].minutes, found.entries[0].annotation) == (60, "For information.")
    assert found.entries[3].kind == "break"


# ---- Word and browsers ----
def test_a_numbered_list_of_word_with_its_levels():
    found = read(
        html=word(
            (0, 0, None, "Provisional agenda"),
            (0, 0, "1.", "Opening of the\nmeeting"),
            (0, 1, "a.", "Welcome &amp; <b>remarks</b>"),
            (0, 1, "b.", "Photo"),
            (0, 2, "i.", "on the terrace"),
            (0, 0, "2.", "Updates"),
            (0, 0, None, "Members will note."),
        )
    )
    assert outline(found) == [
        "1 Opening of the meeting", "  (a) Welcome & remarks", "  (b) Photo", "    (i) on the terrace", "2 Updates",
    ]  # fmt: skip
    assert (found.entries[4].annotation, found.left_out) == ("Members will note.", ("Provisional agenda",))


def test_bullets_of_another_list_of_word_stand_under_its_numbers():
    found = read(
        html=word((0, 0, "1.", "Updates"), (1, 0, "·", "Groups"), (2, 0, "o", "Forums"), (0, 0, "2.", "Closing"))
    )
    assert [entry.level for entry in found.entries] == [0, 1, 2, 0]


def test_numbers_typed_in_word_with_a_tab():
    html = (
        "<p class=MsoNormal>1.<span style='mso-tab-count:1'>   </span>Opening</p>"
        "<p class=MsoNormal style='margin-left:36pt'>1.1<span style='mso-tab-count:1'>   </span>Welcome</p>"
    )
    assert outline(read(html=html)) == ["1 Opening", "  1.1 Welcome"]


def test_headings_of_word_have_levels():
    html = "<h1>Opening</h1><h2>Welcome</h2><h1>Updates</h1><p class=MsoNormal>To be noted.</p>"
    assert outline(read(html=html)) == ["Opening", "  Welcome", "Updates"]


def test_lists_of_a_browser():
    html = "<ol><li>Opening<li><p>Updates</p><ol type=a><li>Groups</li><li>Forums</li></ol></li><li>Closing</li></ol>"
    assert [(entry.level, entry.title) for entry in read(html=html).entries] == [
        (0, "Opening"), (0, "Updates"), (1, "Groups"), (1, "Forums"), (0, "Closing"),
    ]  # fmt: skip


def test_html_without_words_gives_way_to_the_plain_text():
    assert outline(read(html="<html><body><img src=x></body></html>", text="1. Opening")) == ["1 Opening"]


def test_what_is_longer_than_any_agenda_is_refused_in_words():
    with pytest.raises(DeskError, match="1001 lines"):
        read("\n".join(f"line {number}" for number in range(1001)))


@given(some.text(max_size=300), some.text(max_size=300))
def test_whatever_is_copied_is_read_without_a_fault(text, html):
    for found in (read(text), read(html=html), read(html=f"<table><tr><td>{html}<td><p>{text}")):
        assert all(entry.level >= 0 for entry in found.entries)


@given(
    some.lists(
        some.text(some.characters(codec="utf-8", categories=("L",)), min_size=4, max_size=40), min_size=1, max_size=8
    )
)
def test_no_word_of_a_numbered_list_is_lost(titles):
    found = read("\n".join(f"{number}. {title}" for number, title in enumerate(titles, 1)))
    assert [entry.title for entry in found.entries] == titles
