"""What is no registration list gets one sentence that says what it is and what to do."""

import io
import zipfile

import docx
import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.registration import open_book
from bali_desk.exchange.registration.refusals import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 1024
SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
TABLE = b"<table><tr><td>Name</td></tr><tr><td>LEE Ann</td></tr></table>"


def packed(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def word():
    data = io.BytesIO()
    docx.Document().save(data)
    return data.getvalue()


REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b" \r\n\r\n", "empty"),
    "html as xls": (b"<html><body>" + TABLE, "web page"),
    "html with a mark": (b"\xef\xbb\xbf\r\n  <!DOCTYPE html>" + TABLE, "web page"),
    "html in utf-16": (f"\ufeff<html>{TABLE.decode()}".encode("utf-16-le"), "web page"),
    "bare table": (TABLE, "web page"),
    "web archive": (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", "web page"),
    "xml spreadsheet": (b'<?xml version="1.0"?><Workbook xmlns="' + SPREADSHEET + b'"/>', "Excel 2003"),
    "old xls": (COMPOUND + "Workbook".encode("utf-16-le"), ".xls"),
    "encrypted": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
    "old doc": (COMPOUND + "WordDocument".encode("utf-16-le"), "Word document"),
    "word": (word(), "Word document"),
    "ods": (packed(mimetype="application/vnd.oasis.opendocument.spreadsheet", content="x"), "OpenDocument"),
    "odt": (packed(mimetype="application/vnd.oasis.opendocument.text", content="x"), "OpenDocument"),
    "xlsb": (packed(xl__workbook__bin="x") .replace(b"xl/workbook/bin", b"xl/workbook.bin"), "xlsb"),
    "archive": (packed(list="Name"), "archive"),
    "rar": (b"Rar!\x1a\x07\x00" + b"x" * 50, "archive"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "rtf": (b"{\\rtf1\\ansi", "RTF"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 30, "picture"),
    "broken zip": (b"PK\x03\x04" + b"\x00" * 60, "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_each_kind_of_file_is_told_by_its_name(kind):
    data, word = REFUSED[kind]
    with pytest.raises(DeskError, match=word) as refused:
        open_book(data, "list.xlsx" if kind != "html as xls" else "list.xls")
    said = str(refused.value)
    assert said.startswith("“list.xls")
    assert said.endswith(".")
    assert "\n" not in said


def test_a_bomb_is_not_unpacked():
    bomb = packed(**{"[Content_Types].xml": "x", "xl__workbook.xml": b" " * (80 * 2**20)})
    assert len(bomb) < 2**20
    with pytest.raises(DeskError, match="grows to"):
        open_book(bomb, "list.xlsx")


def test_many_parts_are_not_unpacked():
    many = packed(**{"[Content_Types].xml": "x"}, **{f"xl__{number}.xml": "x" for number in range(2_500)})
    with pytest.raises(DeskError, match="grows to"):
        open_book(many, "list.xlsx")


def test_declared_entities_are_not_read(workbook):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([["Name"]]))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                content = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>' + content
            new.writestr(name, content)
    with pytest.raises(DeskError, match="not made by a spreadsheet program"):
        open_book(out.getvalue(), "list.xlsx")


def test_a_workbook_with_a_damaged_sheet_is_told(workbook):
    data = bytearray(workbook([["Name"], *[[f"LEE {number}"] for number in range(500)]]))
    data[400:420] = b"\x00" * 20
    with pytest.raises(DeskError, match=r"cannot be read|damaged"):
        open_book(bytes(data), "list.xlsx")


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_cut_short_is_told(workbook, cut):
    data = workbook([["Name"], *[[f"LEE {number}"] for number in range(500)]])
    with pytest.raises(DeskError, match=r"cannot be read|damaged"):
        open_book(data[: int(len(data) * cut)], "list.xlsx")


def test_limits_are_told_in_words(workbook):
    with pytest.raises(DeskError, match="25 MB"):
        open_book(b"x" * (LARGEST_FILE + 1), "list.csv")
    with pytest.raises(DeskError, match="20,000"):
        open_book(b"Name\n" + b"LEE Ann\n" * MOST_ROWS, "list.csv")
    with pytest.raises(DeskError, match="200 columns"):
        open_book(b"Name," + b"x," * MOST_COLUMNS + b"x\n", "list.csv")
    with pytest.raises(DeskError, match="200 columns"):
        open_book(workbook([["x"] * (MOST_COLUMNS + 1)]), "list.xlsx")


def test_a_list_of_just_so_many_rows_is_read():
    (sheet,) = open_book(b"Name\n" + b"LEE Ann\n" * (MOST_ROWS - 1), "list.csv").sheets
    assert len(sheet.cells) == MOST_ROWS


def test_a_row_far_down_takes_no_room(workbook):
    def content(sheet):
        sheet["A1"] = "Name"
        sheet["A900000"] = "LEE Ann"

    (sheet,) = open_book(workbook(content), "list.xlsx").sheets
    assert sheet.text(900_000, 1) == "LEE Ann"
