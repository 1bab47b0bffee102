"""What is no registration list, told by its first bytes: a sentence that says what it is and what to do."""

from __future__ import annotations

import io
import zipfile

from bali_desk.domain.errors import DeskError

LARGEST_FILE = 25 * 2**20  # bytes on disk
LARGEST_UNPACKED = 60 * 2**20  # bytes of all parts together
MOST_PARTS = 2_000
MOST_ROWS = 20_000  # rows in which something stands
MOST_COLUMNS = 200

_SAVE_AS = "open it in Excel or LibreOffice and save it as .xlsx"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Microsoft's container before 2007
_BEGINNINGS = {
    b"%PDF": "a PDF: ask for the list as a spreadsheet, or copy its table into one",
    b"{\\rtf": "an RTF text: copy its table into a spreadsheet and save that as .xlsx",
    b"\x89PNG": "a picture: ask for the list as a spreadsheet",
    b"\xff\xd8\xff": "a picture: ask for the list as a spreadsheet",
    b"GIF8": "a picture: ask for the list as a spreadsheet",
    b"Rar!": "a packed archive: unpack it and import the spreadsheet in it",
    b"7z\xbc\xaf": "a packed archive: unpack it and import the spreadsheet in it",
    b"\x1f\x8b": "a packed archive: unpack it and import the spreadsheet in it",
    b"SQLite format 3": "a database, no list: import a spreadsheet",
    b"\x09\x08": f"a workbook of an Excel before 2007: {_SAVE_AS}",
    b"\x09\x04": f"a workbook of an Excel before 2007: {_SAVE_AS}",
    b"From: ": "an e-mail: save the spreadsheet attached to it and import that",
    b"MIME-Version:": f"a web page under a spreadsheet's name: {_SAVE_AS}",
    b"BEGIN:VCARD": "a file of address cards: import them into a spreadsheet first",
}
_INSIDE = (  # a part that tells what a packed file is
    ("word/", "a Word document: copy its table into a spreadsheet and save that as .xlsx"),
    ("ppt/", "a PowerPoint file: ask for the list as a spreadsheet"),
    ("xl/workbook.bin", f"a binary workbook (.xlsb): {_SAVE_AS}"),
    ("Index/Document.iwa", "a Numbers file: open it in Numbers and export it to Excel (.xlsx)"),
)
_OPEN_DOCUMENTS = {
    "spreadsheet": f"an OpenDocument spreadsheet (.ods): {_SAVE_AS}",
    "text": "an OpenDocument text: copy its table into a spreadsheet and save that as .xlsx",
}


def refuse_what_is_no_list(data: bytes, name: str) -> None:
    """Raise DeskError where `data` is neither a workbook nor text."""
    if not data.strip():
        raise DeskError(f"“{name}” is empty: nothing stands in it.")
    if found := _what_it_is(data):
        raise DeskError(f"“{name}” is {found}.")
    if data.startswith(b"PK"):
        _refuse_what_is_packed(data, name)


def megabytes(size: int) -> str:
    """A size in words."""
    return f"{size / 2**20:,.0f} MB"


def _what_it_is(data: bytes) -> str | None:
    if data.startswith(_COMPOUND):
        return _compound(data)
    for beginning, found in _BEGINNINGS.items():
        if data.startswith(beginning):
            return found
    return _marked_up(data)


def _compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "locked with a password: open it in Excel, take the password off (File > Info) and save it again"
    if "WordDocument".encode("utf-16-le") in data:
        return "a Word document of the old format: copy its table into a spreadsheet and save that as .xlsx"
    return f"a workbook of the old binary format (.xls): {_SAVE_AS}"


def _marked_up(data: bytes) -> str | None:
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not start.startswith(b"<"):
        return None
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and b"<html" not in start:
        return f"an XML spreadsheet of Excel 2003: {_SAVE_AS}"
    tags = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<body", b"<style")
    if any(tag in start for tag in tags):
        return f"a web page under a spreadsheet's name: {_SAVE_AS}"
    return f"an XML file, no list: {_SAVE_AS}" if start.startswith(b"<?xml") else None


def _refuse_what_is_packed(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            kind = packed.read("mimetype")[:200].decode("ascii", "replace") if "mimetype" in packed.namelist() else ""
    except Exception as error:  # zipfile raises what it likes on damaged archives
        raise DeskError(f"“{name}” is damaged: its packing cannot be read. Ask for it again.") from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        raise DeskError(
            f"“{name}” grows to {megabytes(unpacked)} in {len(parts):,} parts when it is unpacked, which no list of"
            " persons does: copy its registrations into a new workbook."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise DeskError(f"“{name}” is locked with a password: unpack it and import the spreadsheet in it.")
    names = [part.filename for part in parts]
    for beginning, found in _INSIDE:
        if any(one.startswith(beginning) for one in names):
            raise DeskError(f"“{name}” is {found}.")
    for word, found in _OPEN_DOCUMENTS.items():
        if f"opendocument.{word}" in kind:
            raise DeskError(f"“{name}” is {found}.")
    if not any(one.lower().startswith("xl/") for one in names) and "[Content_Types].xml" not in names:
        raise DeskError(f"“{name}” is a packed archive: unpack it and import the spreadsheet in it.")
