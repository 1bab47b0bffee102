"""A small meeting from first plan to final text, by clicks and keys alone; then closed, reopened, and found whole."""

import re

import pypdfium2
from PySide6.QtCore import Qt

from bali_desk.documents.transcript import transcript
from bali_desk.gui.agenda.columns import ITEM
from bali_desk.gui.meetings.new_meeting_dialog import NewMeetingDialog

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MATTER = "to map the recruitment agencies that hire across the strait"


def test_a_small_meeting_from_first_plan_to_final_text(sit, tmp_path):
    first = sit()
    begin_the_meeting(first)
    draft_the_agenda(first)
    register_and_tick_in(first)
    record_outcomes(first)
    write_the_statement(first)
    files = export(first, tmp_path)
    first.close()
    check_files(*files)
    find_it_all_again(sit())


def begin_the_meeting(sitting):
    sitting.click(sitting.window._empty.meeting_button)
    dialog = sitting.window.findChild(NewMeetingDialog)
    sitting.qtbot.waitUntil(dialog.isVisible)
    sitting.fill(dialog.body_box.lineEdit(), "Straits Working Group")
    sitting.fill(dialog.ordinal_edit, "2")
    sitting.fill(dialog.start_edit, "14 March 2018")
    sitting.fill(dialog.city_edit, "Suva")
    sitting.fill(dialog.country_edit, "Fiji")
    sitting.click(dialog.make_button)
    meeting = sitting.record().meeting
    assert (meeting.ordinal, str(meeting.start), meeting.city) == (2, "2018-03-14", "Suva")


def draft_the_agenda(sitting):
    page = sitting.page(2, "agenda")
    sitting.click(page.add_item_button)
    sitting.type("Opening", Key.Key_Return)
    sitting.type("Recruitment across the strait", Key.Key_Return)
    sitting.type("Mapping the agencies", Key.Key_Tab)
    page.save()
    assert [item.title for item in sitting.record().agenda] == [
        "Opening",
        "Recruitment across the strait",
        "Mapping the agencies",
    ]
    assert sitting.record().agenda[2].parent_id == sitting.record().agenda[1].id
    row = next(row for row in page.items_view.model().records if row.title == "Opening")
    page.items_view.choose(row.key, ITEM)


def register_and_tick_in(sitting):
    page = sitting.page(3, "participants")
    for delegation, family, given, native in (
        ("Fiji", "Ratu", "Ana", ""),
        ("Cambodia", "Khiev", "Sophea", "ខៀវ សុភា"),
    ):
        sitting.click(page.add_delegation_button)
        sitting.fill(page.delegation_panel.name_edit, delegation)
        page.save()
        sitting.click(page.add_person_button)
        sitting.fill(page.panel.family_edit, family)
        sitting.fill(page.panel.given_edit, given)
        page.panel.native_name_edit.setFocus()
        page.panel.native_name_edit.insert(native)  # an input method types it, not single keys
        page.save()
        page.persons_view.setFocus()
        sitting.type("p")
    people = sitting.record().participants
    assert [(one.family, one.attendance) for one in people] == [("Ratu", "present"), ("Khiev", "present")]
    assert {one.delegation_id for one in people} == {one.id for one in sitting.record().delegations}


def record_outcomes(sitting):
    page = sitting.page(4, "outcomes")
    model = page.items_view.model()
    place = next(
        row for row in range(model.rowCount()) if "Mapping" in str(model.index(row, 0).data() or model.records[row])
    )
    page.items_view.setCurrentIndex(model.index(place, 0))
    page.entry.who_edit.setFocus()
    page.entry.who_edit.selectAll()
    sitting.type("Members", Key.Key_Tab)
    sitting.type("agreed", Key.Key_Tab)
    sitting.type(MATTER, Key.Key_Return)
    (outcome,) = sitting.record().outcomes
    assert (outcome.subject, outcome.verb, outcome.text) == ("Members", "agreed", MATTER)
    assert outcome.agenda_item_id == sitting.record().agenda[2].id


def write_the_statement(sitting):
    page = sitting.page(5, "statement")
    sitting.click(page.first_compose_button)
    block = next(one for one in sitting.record().blocks if MATTER in one.text)
    page.paper.put_cursor(block.id, -1)
    sitting.type(" Fiji offered to host the work.")
    page.save()
    kept = next(one for one in sitting.record().blocks if one.id == block.id)
    assert kept.text == f"Members agreed {MATTER}. Fiji offered to host the work."
    assert kept.state == "edited"


def export(sitting, folder):
    page = sitting.page(6, "documents")
    sitting.qtbot.waitUntil(lambda: page.word_button.isEnabled() and page.pages.count > 0, timeout=30_000)
    files = folder / "statement.docx", folder / "statement.pdf"
    for button, path in zip((page.word_button, page.pdf_button), files, strict=True):
        sitting.officer.path = path
        sitting.click(button)
        sitting.qtbot.waitUntil(path.exists, timeout=30_000)
        sitting.qtbot.waitUntil(button.isEnabled, timeout=30_000)
    assert sitting.officer.failures == []
    return files


def check_files(word, pdf):
    said = transcript(word.read_bytes())
    assert f"Members agreed {MATTER}. Fiji offered to host the work." in said
    document = pypdfium2.PdfDocument(pdf)
    printed = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "Fiji offered to host the work." in re.sub(r"\s+", " ", printed)
    document.close()


def find_it_all_again(sitting):
    record = sitting.record()
    assert record.body.name == "Straits Working Group"
    assert [one.native_name for one in record.participants] == [None, "ខៀវ សុភា"]
    assert any("Fiji offered to host the work." in block.text for block in record.blocks)
    assert "Second" in sitting.window.title_label.text() or "second" in sitting.window.title_label.text()
    page = sitting.page(5, "statement")
    block = next(one for one in record.blocks if MATTER in one.text)
    assert "Fiji offered to host the work." in page.paper.edit_of(block.id).toPlainText()
