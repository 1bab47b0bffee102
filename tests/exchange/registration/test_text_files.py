"""Text files in the encodings and with the delimiters of the senders' offices."""

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.registration import open_book

# encoding of the file: what the officer is told, and a list as an office there writes it
LISTS = {
    "utf-8": ("UTF-8", "Nom,Prénom,Pays,Courriel", "Lefèvre,Zoé,France,z@fr.example.org"),
    "utf-8-sig": ("UTF-8", "Họ,Tên,Quốc gia,Email", "Nguyễn,Thị Ánh,Việt Nam,a@vn.example.org"),
    "utf-16": ("UTF-16", "姓,名,国家,邮箱", "王,小明,中国,w@cn.example.org"),
    "utf-16-le": ("UTF-16", "Family name,Given name,Country,E-mail", "Łukasiewicz,Jan,Poland,j@pl.example.org"),
    "utf-16-be": ("UTF-16", "Family name,Given name,Country,E-mail", "Łukasiewicz,Jan,Poland,j@pl.example.org"),
    "cp1252": ("Windows-1252 (Western)", "Nom;Prénom;Pays;Courriel", "Lefèvre;Zoé;Côte d’Ivoire;z@ci.example.org"),
    "cp1251": ("Windows-1251 (Cyrillic)", "Фамилия;Имя;Страна;Почта", "Иванова;Мария;Россия;m@ru.example.org"),
    "cp874": ("Windows-874 (Thai)", "นามสกุล,ชื่อ,ประเทศ,อีเมล", "ศรีสุวรรณ,อรทัย,ไทย,o@th.example.org"),
    "gbk": ("GBK (Chinese, simplified)", "姓,名,国家,电子邮件", "王,小明,中国,w@cn.example.org"),
    "big5": ("Big5 (Chinese, traditional)", "姓,名,國家,電子郵件", "陳,美玲,中國香港,c@hk.example.org"),
    "shift-jis": ("Shift-JIS (Japanese)", "姓,名,国名,メールアドレス", "山田,花子,日本,y@jp.example.org"),
    "euc-kr": ("EUC-KR (Korean)", "성,이름,국가,이메일", "김,영희,대한민국,k@kr.example.org"),
    "cp1256": ("Windows-1256 (Arabic)", "اسم العائلة,الاسم الأول,الدولة", "العلي,فاطمة,العراق"),
    "cp1258": ("Windows-1258 (Vietnamese)", "Họ,Tên,Email,Quốc gia", "Trần,Thị Đào,d@vn.example.org,Việt Nam"),
    "cp1250": ("Windows-1250 (Central European)", "Příjmení,Jméno,Země", "Dvořák,Žofie,Česko"),
    "cp1254": ("Windows-1254 (Turkish)", "Soyadı,Adı,Ülke,E-posta", "Şahin,Gülşah,Türkiye,g@tr.example.org"),
    "koi8-r": ("KOI8-R (Cyrillic)", "Фамилия;Имя;Страна;Почта", "Иванова;Мария;Россия;m@ru.example.org"),
}  # fmt: skip


def encoded(text, encoding):
    if encoding != "cp1258":
        return text.encode(encoding)
    import unicodedata

    def letters(letter):  # that page writes tones as letters of their own
        try:
            return letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            tone = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
            return (unicodedata.normalize("NFC", base + "".join(m for m in marks if m not in tone)) + tone).encode(
                "cp1258"
            )

    return b"".join(map(letters, text))


@pytest.mark.parametrize("encoding", LISTS)
def test_each_encoding_is_told_and_read_to_the_letter(encoding):
    import unicodedata

    told, heads, row = LISTS[encoding]
    book = open_book(encoded(f"{heads}\r\n{row}\r\n", encoding), "list.csv")
    assert book.encoding == told
    delimiter = ";" if ";" in row else ","
    assert [unicodedata.normalize("NFC", one) for one in book.sheets[0].cells[1]] == row.split(delimiter)
    assert list(book.sheets[0].cells[0]) == heads.split(delimiter) or encoding == "cp1258"


LONG = {
    "cp1252": "Muñoz,José;Müller,Jürgen;Çelik,Hélène;Ångström,Björn;D’Ávila,João".replace(";", "\n"),
    "cp1251": "Иванов,Пётр\nСмирнова,Анна\nКузнецов,Дмитрий",
    "gbk": "王,小明\n李,建国\n张,伟\n刘,洋\n陈,静",
    "big5": "陳,美玲\n黃,志明\n林,淑芬\n張,家豪",
    "shift-jis": "山田,花子\n佐藤,健\n鈴木,一郎\nたなか,ひろし",
    "euc-kr": "김,영희\n이,철수\n박,지민\n최,유진",
    "cp1256": "العلي,فاطمة\nحسن,محمد\nالخطيب,زينب",
    "cp874": "ศรีสุวรรณ,อรทัย\nใจดี,สมชาย\nแก้วมณี,วิภา",
}


@pytest.mark.parametrize("encoding", LONG)
def test_names_alone_tell_the_encoding_where_the_heads_are_english(encoding):
    text = f"Family name,Given name\n{LONG[encoding]}\n"
    (sheet,) = open_book(text.encode(encoding), "list.csv").sheets
    assert [",".join(row) for row in sheet.cells[1:]] == LONG[encoding].split("\n")


def test_lines_pasted_from_another_encoding_are_read_and_told():
    lines = ["Name,Country", "Zoé,France", "Noël,France", "Chloé,France", "Anaïs,France"]
    data = "\n".join(lines).encode() + b"\nJos\xe9,Spain\n"
    book = open_book(data, "list.csv")
    assert book.sheets[0].text(6, 1) == "José"
    assert "Line 6" in book.notes[0]


@pytest.mark.parametrize(
    ("delimiter", "told"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "vertical bar")]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_each_delimiter_and_line_end(rows, delimiter, told, ending):
    lines = [
        ["Family name", "Given name", "Position", "E-mail"],
        ["Lee", "Ann", '"Director, Trafficking; Policy"', "a@x.org"],
    ]
    data = ending.join(delimiter.join(line) for line in lines).encode()
    assert open_book(data, "list.txt").delimiter == told
    assert [one.person.position for one in rows(data, "list.txt")] == ["Director, Trafficking; Policy"]


def test_line_breaks_within_quotation_marks_belong_to_the_cell(rows):
    text = 'Name,Note,E-mail\n"LEE Ann","vegetarian\nno nuts, ""please""",a@x.org\nTAN Bo,,b@x.org\n'
    first, second = rows(text.encode(), "a.csv")
    assert first.person.note == 'vegetarian\nno nuts, "please"'
    assert second.row == 3, "a row is a row of the sheet, however many lines it takes"


def test_a_first_line_that_names_the_delimiter(rows):
    found = rows(b"sep=;\r\nFamily name;Given name;E-mail\r\nLee;Ann, Mary;a@x.org\r\n", "a.csv")
    assert [(one.row, one.person.given) for one in found] == [(3, "Ann, Mary")]


def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(rows):
    text = 'Name,Country,E-mail\n"Bob LEE,Japan,a@x.org\nTAN Bo,Nepal,b@x.org\n'
    assert [one.person.email for one in rows(text.encode(), "a.csv")] == ["a@x.org", "b@x.org"]
    assert "not closed" in open_book(text.encode(), "a.csv").notes[0]


def test_a_long_text_of_one_cell_is_no_fault(rows):
    text = f'Name,Note\nLEE Ann,"{"x" * 200_000}"\n'
    assert len(rows(text.encode(), "a.csv")[0].person.note) == 200_000


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 200, b"\x7fELF\x02\x01\x01\x00" + b"\x00" * 64]
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(DeskError, match=r"neither a workbook nor a text|packed|empty"):
        open_book(data, "list.csv")
