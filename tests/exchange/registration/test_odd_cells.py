"""Cells in a column where nobody expects them: told, never passed over."""

import datetime as dt
import io

import pytest
from openpyxl import Workbook

from bali_desk.exchange.registration import guess, open_book, passed_over, registrations


@pytest.mark.parametrize("name", [12345, "12345", dt.date(2017, 5, 26), "2017-05-26"])
def test_a_row_whose_name_is_a_number_or_a_date_is_told(name):
    book = Workbook()
    for row in (
        ["Name", "Country", "E-mail"],
        ["Jane Roe", "Fiji", "jane@x.example"],
        [name, "Australia", None],
        ["John Doe", "Samoa", "john@x.example"],
    ):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    (sheet,) = open_book(data.getvalue(), "list.xlsx").sheets
    reading = guess(sheet, {})
    assert [one.row for one in registrations(sheet, reading)] == [2, 3, 4]
    assert [one for one in passed_over(sheet, reading) if one.row == 3] == []


def test_a_role_in_the_column_of_functions_is_the_role():
    book = Workbook()
    for row in (
        ["Family name", "Given name", "Function", "Country"],
        ["Roe", "Jane", "Head of Delegation", "Fiji"],
        ["Doe", "John", "Director, Migration", "Fiji"],
    ):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    (sheet,) = open_book(data.getvalue(), "list.xlsx").sheets
    persons = [one.person for one in registrations(sheet, guess(sheet, {}))]
    assert [(one.role, one.position) for one in persons] == [
        ("head of delegation", "Head of Delegation"),
        ("", "Director, Migration"),
    ]
