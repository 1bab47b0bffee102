"""A zoo of registration sheets as they arrive: each a real file, read into the persons it holds."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from bali_desk.exchange.registration import choose, judge, open_book, passed_over
from bali_desk.exchange.registration.guessing import guess

ANN = {"given": "Ann", "family": "Lee", "delegation": "Japan", "email": "ann.lee@jp.example.org"}
BEA = {"given": "Bea", "family": "Tan", "delegation": "Nepal", "email": "bea.tan@np.example.org"}


def said(registrations):
    """What each row says, blanks left out."""
    return [{name: text for name, text in vars(one.person).items() if text} for one in registrations]


def plain(order=("family", "given", "delegation", "email")):
    return [[person[name] for name in order] for person in (ANN, BEA)]


HEADS = ["Family name", "Given name", "Country", "E-mail"]


def test_heads_in_the_first_row(workbook, rows):
    assert said(rows(workbook([HEADS, *plain()]))) == [ANN, BEA]


def test_title_rows_and_blank_rows_above_the_heads(workbook, rows):
    above = [
        ["TIPWG: Third Annual Meeting"],
        ["Bali, 26 May 2017"],
        [],
        ["Please return by 1 May", None, "Thank you"],
        [],
    ]
    found = rows(workbook([*above, HEADS, *plain()]))
    assert said(found) == [ANN, BEA]
    assert [one.row for one in found] == [7, 8], "rows are numbered as in the file"


def test_blank_columns_and_rows_between(workbook, rows):
    spread = [[None, *HEADS[:2], None, *HEADS[2:]]]
    for row in plain():
        spread += [[None, *row[:2], None, *row[2:]], [], []]
    found = rows(workbook(spread))
    assert said(found) == [ANN, BEA]
    assert [one.row for one in found] == [2, 5]


def test_merged_heads_in_two_rows(workbook, rows, reading):
    def content(sheet):
        for row in (
            ["No", "Name", None, "Country", "Contact", None],
            [None, "Family", "Given", None, "E-mail", "Phone"],
        ):
            sheet.append(row)
        for merged in ("A1:A2", "B1:C1", "D1:D2", "E1:F1"):
            sheet.merge_cells(merged)
        sheet.append([1, "Lee", "Ann", "Japan", ANN["email"], "+81 3 5550 0001"])

    data = workbook(content)
    assert said(rows(data)) == [ANN | {"phone": "+81 3 5550 0001"}]
    assert reading(data).header_rows == (1, 2)
    assert list(reading(data).mapping) == [
        "No",
        "Name Family",
        "Name Given",
        "Country",
        "Contact E-mail",
        "Contact Phone",
    ]


def test_two_head_rows_of_a_text_file(rows):
    text = "Name,,Country,Contact,\nFamily,Given,,E-mail,Phone\nLee,Ann,Japan,ann.lee@jp.example.org,\n"
    assert said(rows(text.encode(), "list.csv")) == [ANN]


def test_heads_in_two_languages_one_under_the_other(workbook, rows, reading):
    french = ["Nom de famille", "Prénom", "Pays", "Courriel"]
    data = workbook([HEADS, french, *plain()])
    assert said(rows(data)) == [ANN, BEA]
    assert reading(data).header_rows == (1, 2)


def test_heads_in_two_languages_in_one_cell(workbook, rows):
    heads = ["Family name / Nom de famille", "Given name\nPrénom", "Country (Pays)", "E-mail – Courriel"]
    assert said(rows(workbook([heads, *plain()]))) == [ANN, BEA]


def test_heads_as_questions_and_with_asterisks(workbook, rows):
    heads = [
        "1. Family name (as in passport) *",
        "2. Given name(s) *",
        "3. Which country do you represent?",
        "Your e-mail address:",
    ]
    assert said(rows(workbook([heads, *plain()]))) == [ANN, BEA]


LANGUAGES = {
    "French": ["Nom", "Prénom", "Pays", "Adresse électronique"],
    "Spanish": ["Apellidos", "Nombre", "País", "Correo electrónico"],
    "Portuguese": ["Apelido", "Nome", "País", "Correio electrónico"],
    "German": ["Name", "Vorname", "Land", "E-Mail-Adresse"],
    "Russian": ["Фамилия", "Имя", "Страна", "Электронная почта"],
    "Arabic": ["اسم العائلة", "الاسم الأول", "الدولة", "البريد الإلكتروني"],
    "Chinese": ["姓", "名", "国家", "电子邮件"],
    "Indonesian": ["Nama belakang", "Nama depan", "Negara", "Surel"],
    "Malay": ["Nama keluarga", "Nama pertama", "Negara", "E-mel"],
    "Thai": ["นามสกุล", "ชื่อ", "ประเทศ", "อีเมล"],
    "Vietnamese": ["Họ", "Tên", "Quốc gia", "Thư điện tử"],
    "Japanese": ["姓", "名", "国名", "メールアドレス"],
    "Korean": ["성", "이름", "국가", "이메일"],
    "Turkish": ["Soyadı", "Adı", "Ülke", "E-posta"],
    "Persian": ["نام خانوادگی", "نام", "کشور", "ایمیل"],
    "Filipino": ["Apelyido", "Pangalan", "Bansa", "Email"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_in_the_languages_of_the_senders(workbook, rows, language):
    assert said(rows(workbook([LANGUAGES[language], *plain()]))) == [ANN, BEA]


FULL_NAMES = {
    "French": "Nom et prénom", "Spanish": "Nombre completo", "Russian": "ФИО", "Arabic": "الاسم الكامل",
    "Chinese": "姓名", "Indonesian": "Nama lengkap",
    "Thai": "ชื่อ-นามสกุล", "Vietnamese": "Họ và tên", "Khmer": "ឈ្មោះ", "Korean": "성명",
    "Burmese": "အမည်", "Lao": "ຊື່", "Filipino": "Buong pangalan", "English": "Name of participant",
}  # fmt: skip


@pytest.mark.parametrize("language", FULL_NAMES)
def test_one_column_of_names_in_the_languages_of_the_senders(workbook, rows, language):
    data = workbook([[FULL_NAMES[language], "E-mail"], ["LEE Ann", ANN["email"]]])
    assert said(rows(data)) == [{"given": "Ann", "family": "LEE", "email": ANN["email"]}]


def test_title_is_a_form_of_address_or_a_post_by_what_stands_below(workbook, rows):
    addressed = workbook([["Title", *HEADS], ["Ms", *plain()[0]], ["Dr", *plain()[1]]])
    assert [one.get("honorific") for one in said(rows(addressed))] == ["Ms", "Dr"]
    posts = workbook([["Title", *HEADS], ["Director", *plain()[0]], ["Third Secretary", *plain()[1]]])
    assert [one.get("position") for one in said(rows(posts))] == ["Director", "Third Secretary"]


def test_countries_as_rows_of_their_own(workbook, rows):
    def content(sheet):
        sheet.append(["No", "Name", "E-mail", "Position"])
        for row in (["AUSTRALIA"], [1, "LEE Ann", "a@au.example.org", "Director"], ["JAPAN (2 persons)"]):
            sheet.append(row)
        for row in (
            [2, "TAN Bea", "b@jp.example.org", "Adviser"],
            [3, "RAY Cy", "c@jp.example.org", "Adviser"],
            [],
            ["UNODC"],
        ):
            sheet.append(row)
        sheet.append([4, "POE Dee", "d@un.example.org", "Officer"])
        sheet.merge_cells("A2:D2")
        sheet.merge_cells("A4:D4")
        sheet.merge_cells("A8:D8")

    found = rows(workbook(content))
    homes = [("LEE", "AUSTRALIA"), ("TAN", "JAPAN"), ("RAY", "JAPAN"), ("POE", "UNODC")]
    assert [(one.person.family, one.person.delegation) for one in found] == homes
    assert {one.home for one in found} == {"section"}


def test_countries_in_a_merged_column_beside_their_persons(workbook, rows):
    def content(sheet):
        for row in (["Delegation", "Name", "E-mail"], ["Japan", "LEE Ann", "a@x.org"], [None, "TAN Bea", "b@x.org"]):
            sheet.append(row)
        sheet.append(["Nepal", "RAY Cy", "c@x.org"])
        sheet.merge_cells("A2:A3")

    assert [one.person.delegation for one in rows(workbook(content))] == ["Japan", "Japan", "Nepal"]


def test_a_country_written_once_for_the_rows_below_is_only_suggested(workbook, rows, office):
    data = workbook([["Delegation", "Name", "E-mail"], ["Japan", "LEE Ann", "a@x.org"], [None, "TAN Bea", "b@x.org"]])
    assert [one.home for one in rows(data)] == ["cell", "above"]
    verdict = office.judged(data)[1]
    assert (verdict.verdict, verdict.suggestion) == ("doubtful", "Japan")


def test_a_delegation_told_in_a_line_above(workbook, rows):
    for line in (
        ["Delegation of Japan"],
        ["Country:", "Japan"],
        ["Country: Japan"],
        ["List of participants from Japan"],
    ):
        data = workbook([line, [], ["Name", "E-mail"], ["LEE Ann", ANN["email"]]])
        assert said(rows(data)) == [ANN | {"family": "LEE"}], line


def test_a_sheet_for_each_delegation(workbook, office):
    book = open_book(
        workbook(
            Instructions=[
                ["Please fill in one sheet for each delegation."],
                ["Do not change the heads of the columns."],
            ],
            Japan=[["Name", "E-mail"], ["LEE Ann", ANN["email"]]],
            Nepal=[["Name", "E-mail"], ["TAN Bea", BEA["email"]]],
        ),
        "all.xlsx",
    )
    with office.desk.reading() as session:
        chosen = choose(session, book)
        verdicts = judge(session, 1, chosen.registrations)
    assert [(one.home.name, one.row, one.registration.sheet) for one in verdicts] == [
        ("Japan", 2, "Japan"),
        ("Nepal", 2, "Nepal"),
    ]
    assert [(one.name, one.why) for one in book.ignored] == [("Instructions", "instructions")]


def test_two_lists_of_one_kind_are_not_read_together(workbook, office):
    sheet = [HEADS, *plain()]
    book = open_book(
        workbook(Registrations=[*sheet, ["Ray", "Cy", "Iraq", "cy@iq.example.org"]], Last_year=sheet), "a.xlsx"
    )
    with office.desk.reading() as session:
        chosen = choose(session, book)
    assert [part.sheet.name for part in chosen.parts] == ["Registrations"]
    assert chosen.others == ("Last_year",)


def test_hidden_sheets_code_lists_and_empty_sheets_are_left_out_with_their_reason(workbook):
    def hidden(sheet):
        sheet.append(HEADS)
        sheet.append(plain()[0])
        sheet.sheet_state = "hidden"

    data = workbook(Participants=[HEADS, *plain()], Old=hidden, Lists=[["Japan"], ["Nepal"]], Sheet9=[])
    book = open_book(data, "a.xlsx")
    assert [sheet.name for sheet in book.offered] == ["Participants"]
    assert {one.name: one.why for one in book.ignored} == {"Old": "hidden", "Lists": "code list", "Sheet9": "empty"}
    assert book.sheet("Old").text(2, 1) == "Lee", "she may still choose it"


def test_hidden_rows_are_asked_about(workbook, office):
    def content(sheet):
        for row in (HEADS, *plain()):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True

    assert [one.verdict for one in office.judged(workbook(content))] == ["new", "doubtful"]


def test_total_rows_repeated_heads_numbers_and_remarks_are_passed_over(workbook, rows):
    remark = "Note: delegations are kindly asked to send the photographs of their members before the end of April."
    data = workbook(
        [["No", *HEADS], [1, *plain()[0]], ["No", *HEADS], [2, *plain()[1]], [3], [4], ["Total", 2], [], [remark]]
    )
    assert said(rows(data)) == [ANN, BEA]
    (sheet,) = open_book(data, "a.xlsx").sheets
    passed = {one.row: one.what for one in passed_over(sheet, guess(sheet))}
    assert passed == {3: "heads", 5: "number", 6: "number", 7: "total", 9: "remark"}


def test_a_form_sent_in_again_counts_once_by_its_last_time(workbook, office):
    form = ["Timestamp", "Full name", "Country", "E-mail address", "Position"]
    answers = [
        ["4/12/2017 9:30:00", "LEE Ann", "Japan", ANN["email"], "Director"],
        ["4/13/2017 8:00:00", "TAN Bea", "Nepal", BEA["email"], "Adviser"],
        ["4/13/2017 18:45:10", "LEE Ann", "Japan", ANN["email"], "Director-General"],
    ]
    verdicts = office.judged(workbook([form, *answers]))
    assert [one.verdict for one in verdicts] == ["known", "new", "new"]
    assert "row 4" in verdicts[0].why
    office.imported(workbook([form, *answers]))
    assert [one["position"] for one in office.people()[-2:]] == ["Adviser", "Director-General"]


def test_a_form_with_real_times_in_any_order(workbook, rows):
    times = [dt.datetime(2017, 4, 13, 18, 45), dt.datetime(2017, 4, 12, 9, 30)]
    data = workbook([["Completion time", "Name", "Email"], *([time, "LEE Ann", "a@x.org"] for time in times)])
    assert [one.replaced_in for one in rows(data)] == [None, 2]


def test_a_microsoft_form_with_the_address_of_whoever_filled_it_in(workbook, rows):
    heads = [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Family name",
        "Given name",
        "Country",
        "E-mail address",
    ]
    answers = [
        [1, dt.datetime(2017, 4, 1), dt.datetime(2017, 4, 1), "anonymous", None, *plain()[0]],
        [2, dt.datetime(2017, 4, 2), dt.datetime(2017, 4, 2), "anonymous", None, *plain()[1]],
        [
            3,
            dt.datetime(2017, 4, 2),
            dt.datetime(2017, 4, 2),
            "anonymous",
            None,
            "Ray",
            "Cy",
            "Iraq",
            "cy@iq.example.org",
        ],
    ]
    assert said(rows(workbook([heads, *answers])))[:2] == [ANN, BEA]


def test_the_head_of_delegation_ticked_in_a_column(workbook, rows):
    data = workbook([[*HEADS, "Head of delegation (Y/N)"], [*plain()[0], "Yes"], [*plain()[1], "No"]])
    assert said(rows(data)) == [ANN | {"role": "head of delegation"}, BEA]


def test_roles_and_ways_of_taking_part_in_other_words(workbook, rows):
    data = workbook(
        [
            [*HEADS, "Role", "Mode of participation"],
            [*plain()[0], "HOD", "Virtually (Zoom)"],
            [*plain()[1], "Advisor", "On-site"],
        ]
    )
    assert said(rows(data)) == [
        ANN | {"role": "head of delegation", "mode": "online"},
        BEA | {"role": "adviser", "mode": "in person"},
    ]


def test_columns_for_hotels_passports_and_emergencies_mislead_nobody(workbook, rows):
    more = [
        "Passport name",
        "Hotel name",
        "Emergency contact name",
        "Emergency contact phone",
        "Phone number",
        "Arrival flight",
    ]
    data = workbook([[*more[:4], *HEADS, *more[4:]], ["X", "Grand", "Mother", "000", *plain()[0], "+81 1", "JL 1"]])
    assert said(rows(data)) == [ANN | {"phone": "+81 1"}]


def test_two_surnames_and_middle_names_in_columns_of_their_own(workbook, rows):
    data = workbook(
        [["Primer apellido", "Segundo apellido", "Nombre", "País"], ["García", "Márquez", "Gabriel", "Colombia"]]
    )
    assert said(rows(data)) == [{"given": "Gabriel", "family": "García Márquez", "delegation": "Colombia"}]
    data = workbook([["First name", "Middle name", "Last name", "Country"], ["Ann", "Mary", "Lee", "Japan"]])
    assert said(rows(data)) == [{"given": "Ann Mary", "family": "Lee", "delegation": "Japan"}]


def test_names_in_their_own_script_beside_the_latin_ones(workbook, rows):
    data = workbook([[*HEADS, "Name in native script"], [*plain()[0], "李安"]])
    assert said(rows(data)) == [ANN | {"native_name": "李安"}]


def test_a_list_without_heads(workbook, rows):
    data = workbook([["Ms", "LEE Ann", "Japan", "a@x.org"], ["Mr", "TAN Bo", "Nepal", "b@x.org"]])
    found = rows(data)
    assert [(one.row, one.person.email, one.person.delegation, one.person.honorific) for one in found] == [
        (1, "a@x.org", "Japan", "Ms"), (2, "b@x.org", "Nepal", "Mr"),
    ]  # fmt: skip
    assert [one.person.family for one in found] == ["LEE", "TAN"]


def test_one_name_in_each_line_of_a_text(rows):
    found = rows(b"Participants\nMs LEE Ann\nMr TAN Bo\n", "Japan.txt")
    assert [(one.row, one.person.family, one.person.delegation) for one in found] == [
        (2, "LEE", "Japan"),
        (3, "TAN", "Japan"),
    ]


def test_numbers_dates_and_yes_as_they_are_seen(workbook):
    def content(sheet):
        sheet.append([61255500111, 812345678, 812345678, 0.5, 1234567, True, 3.0, 2.5])
        sheet.append(
            [dt.datetime(2017, 5, 26), dt.datetime(2017, 5, 26, 9, 5), dt.datetime(2017, 5, 26), dt.time(14, 30), -3]
        )
        for place, code in {
            "B1": "0000000000", "C1": '"+62 "000-0000-000', "D1": "0%", "E1": "#,##0", "H1": "0.00", "A2": "dd/mm/yyyy",
            "B2": "d mmm yyyy hh:mm", "C2": "[$-409]mmmm d, yyyy", "D2": "h:mm AM/PM",
        }.items():  # fmt: skip
            sheet[place].number_format = code

    (sheet,) = open_book(workbook(content), "a.xlsx").sheets
    assert sheet.cells[0] == (
        "61255500111", "0812345678", "+62 081-2345-678", "50%", "1,234,567", "TRUE", "3", "2.50",
    )  # fmt: skip
    assert sheet.cells[1] == ("26/05/2017", "26 May 2017 09:05", "May 26, 2017", "2:30 PM", "-3")


def test_dates_of_workbooks_that_count_from_1904(workbook):
    book = load_workbook(io.BytesIO(workbook([["Arrival"]])))
    book.epoch = CALENDAR_MAC_1904
    book.active["A2"] = dt.date(2017, 5, 26)
    book.active["A2"].number_format = "yyyy-mm-dd"
    data = io.BytesIO()
    book.save(data)
    (sheet,) = open_book(data.getvalue(), "a.xlsx").sheets
    assert sheet.text(2, 1) == "2017-05-26"


def test_formulas_give_their_stored_results_and_themselves_where_none_is_stored(workbook):
    def content(sheet):
        sheet.append(HEADS)
        sheet.append(["Lee", '="A"&"nn"', "Japan", "a@x.org"])

    data = workbook(content)
    (sheet,) = open_book(data, "a.xlsx").sheets
    assert sheet.text(2, 2) == '="A"&"nn"'
    assert "One cell holds a formula" in sheet.notes[0]
    (sheet,) = open_book(with_result(data, "B2", "Ann"), "a.xlsx").sheets
    assert (sheet.text(2, 2), sheet.notes) == ("Ann", ())
    (sheet,) = open_book(with_result(data, "B2", ""), "a.xlsx").sheets
    assert (sheet.text(2, 2), sheet.notes) == ("", ()), "a formula may well say nothing"


def with_result(data, place, result):
    """The same workbook as a spreadsheet program saves it, with the result of the formula in `place`."""
    import re
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                pattern = rf'<c r="{place}"[^>]*>(<f>.*?</f>)<v\s*/?>(?:</v>)?</c>'
                content, count = re.subn(
                    pattern.encode(), rf'<c r="{place}" t="str">\1<v>{result}</v></c>'.encode(), content
                )
                assert count == 1
            new.writestr(name, content)
    return out.getvalue()


NASTY = [
    "Null", "=SUM(A1)", "<script>alert(1)</script>", "{{ x }}", "{% for %}", "e\u0301le\u0300ve", "\u202eabc",
    "\u200fعلي", "O'Dwyer",
    "x" * 600, "'; DROP TABLE participant; --", "&amp;", "%s", "None", "-", "N/A", "😀", "Ⅷ", "a_x0041_b",
    "True", "12345",
]  # fmt: skip


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_names_that_look_like_something_else_are_kept_exactly(workbook, office, name):
    office.imported(workbook([HEADS, [name, "Ann", "Japan", "a@x.org"]]))
    assert office.people()[-1]["family"] == name


@pytest.mark.parametrize("name", [name for name in NASTY if name != "a_x0041_b"])
def test_text_files_keep_them_too(office, name):
    quoted = name.replace('"', '""')
    office.imported(f'Family name,Given name,Country,E-mail\n"{quoted}",Ann,Japan,a@x.org\n'.encode(), "a.csv")
    assert office.people()[-1]["family"] == name
