"""What a built program checks of itself: forms open, templates render, pages are laid out, sheets are recognised."""

from __future__ import annotations

import datetime as dt
import os

from bali_desk import assets
from bali_desk.domain.record import Record
from bali_desk.presenters.meetings.sample import sample_record


def run() -> None:
    """Make every check; the first fault is raised. Prints one line for each kind of check."""
    print(f"{open_forms()} forms open.")
    print(f"{make_documents()} documents made as Word and PDF.")
    print(f"{recognise_sheet()} columns of a registration sheet recognised.")
    print(f"{know_words()} dictionaries read.")
    print("The self-test passed.")


def open_forms() -> int:
    """Open every form and every page; returns how many forms there are."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

    from bali_desk.gui import forms

    app = QApplication.instance() or QApplication([])
    names = sorted(form.stem for form in assets.FORMS.glob("*.ui"))
    for name in names:
        kind = QMainWindow if name.endswith("_window") else QDialog if name.endswith("_dialog") else QWidget
        forms.load(kind(), name)
    app.processEvents()
    return len(names)


def make_documents() -> int:
    """Make every document of the sample meeting and of an empty one; returns how many."""
    from bali_desk.documents.layout import lay_out
    from bali_desk.documents.shelf import DOCUMENTS, make_word

    made = 0
    for record in (sample_record(), empty_record()):
        for name in DOCUMENTS:
            lay_out(make_word(name, record))
            made += 1
    return made


def recognise_sheet() -> int:
    """Read and recognise a registration sheet as Excel would save it; returns how many of its columns were known."""
    import io

    from openpyxl import Workbook

    from bali_desk.exchange.registration import IGNORE, guess, open_book, registrations

    book, data = Workbook(), io.BytesIO()
    for row in (("Family name", "Given name", "Country", "E-mail"), ("Srisuwan", "Orathai", "Laos", "o@example.org")):
        book.worksheets[0].append(row)
    book.save(data)
    (sheet,) = open_book(data.getvalue(), "registrations.xlsx").offered
    reading = guess(sheet)
    assert len(registrations(sheet, reading)) == 1
    return sum(column.field != IGNORE for column in reading.columns)


def know_words() -> int:
    """Read the dictionary of every house style and check a sentence by it; returns how many dictionaries there are."""
    from bali_desk.drafting.dictionary import load_dictionary, load_field_words
    from bali_desk.drafting.spelling import Speller, doubtful
    from bali_desk.drafting.wording import load_style, profile_names

    names = {load_style(profile=profile).house.spelling for profile in profile_names()}
    for name in names:
        speller = Speller(load_dictionary(name), load_field_words())
        assert len(doubtful("Members agreed to the goverment’s roundtable.", speller)) == 1
    return len(names)


def empty_record() -> Record:
    """A meeting of which nothing is known but the day and the body, with one line of text."""
    from bali_desk.domain.models import Block, Body, Meeting, Statement

    return Record(
        body=Body(name="Working Group"),
        meeting=Meeting(body_id=0, start=dt.date(2017, 5, 26)),
        statement=Statement(meeting_id=0, stage="draft"),
        blocks=[Block(statement_id=0, kind="paragraph", text="Members met.")],
    )
