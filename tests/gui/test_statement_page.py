"""The Statement page, typed in and clicked on a real desk."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QTextEdit, QToolButton

from bali_desk.domain.models import Block, Meeting, Outcome
from bali_desk.drafting.markup import plain
from bali_desk.gui.statement.paper import BlockLine
from bali_desk.gui.statement.statement_page import StatementPage
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.presenters.statement.presenter import StatementPresenter
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

Key, Control, Alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(tmp_path):
    from bali_desk.exchange.importing import take_in

    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Import") as session:
        take_in(session, SAMPLE.read_bytes())
    yield desk
    desk.close()


@pytest.fixture
def empty_page(qtbot, look, desk, officer):
    page = StatementPage(look)
    qtbot.addWidget(page)
    presenter = StatementPresenter(desk, page, officer, 1)
    page.attach(presenter)
    page.resize(1174, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield page
    if page._presenter is presenter:
        presenter.leave()


@pytest.fixture
def page(qtbot, empty_page):
    qtbot.mouseClick(empty_page.first_compose_button, Qt.MouseButton.LeftButton)
    return empty_page


def blocks(desk):
    with desk.reading() as session:
        return read_record(session, 1).blocks


def label(page, name):
    return page.foot.findChild(QLabel, f"{name}_label")


def first_paragraph(page, desk):
    block = next(one for one in blocks(desk) if one.kind == "paragraph" and one.sources)
    return block.id, page.paper.edit_of(block.id)


def text_of(desk, block_id):
    return next(one.text for one in blocks(desk) if one.id == block_id)


def test_composing_is_the_one_thing_to_do_first(qtbot, empty_page, desk):
    assert empty_page.first_compose_button.isVisible()
    assert not empty_page.bar.isEnabled()
    qtbot.mouseClick(empty_page.first_compose_button, Qt.MouseButton.LeftButton)
    assert len(blocks(desk)) > 5
    assert empty_page.compose_button.isVisible()
    assert not empty_page.first_compose_button.isVisible()


def test_typing_is_saved_after_a_pause_and_marks_the_block_and_keeps_the_cursor(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 7)
    qtbot.keyClicks(edit, " <now> *")
    qtbot.waitUntil(lambda: "Members <now> \\*" in text_of(desk, block), timeout=3000)
    assert edit.textCursor().position() == 7 + len(" <now> *")
    assert label(page, "edited").isVisible()
    assert page.hand.paragraph._state.text().startswith("You changed")


def test_undo_in_the_text_takes_the_burst_back_with_what_was_not_saved_yet(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    said = edit.toPlainText()
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " More words.")
    qtbot.keyClick(edit, Key.Key_Z, Control)
    assert edit.toPlainText() == said
    qtbot.keyClick(edit, Key.Key_Z, Control | Qt.KeyboardModifier.ShiftModifier)
    assert edit.toPlainText() == f"{said} More words."
    assert text_of(desk, block).endswith("More words.")


def test_enter_splits_and_backspace_joins_without_losing_a_letter(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    said, count = edit.toPlainText(), len(blocks(desk))
    page.paper.put_cursor(block, 7)
    qtbot.keyClicks(edit, "!")
    qtbot.keyClick(edit, Key.Key_Return)
    after = page.focusWidget()
    assert isinstance(after, QTextEdit)
    assert after is not edit
    assert after.toPlainText() == said[7:]
    qtbot.keyClicks(after, "And ")
    qtbot.keyClick(after, Key.Key_Home)
    qtbot.keyClick(after, Key.Key_Backspace)
    assert edit.toPlainText() == f"{said[:7]}!And {said[7:]}"
    assert (len(blocks(desk)), edit.textCursor().position(), edit.hasFocus()) == (count, 8, True)


def test_arrows_walk_from_block_to_block(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, -1)
    qtbot.keyClick(edit, Key.Key_Right)
    after = page.focusWidget()
    assert after is not edit
    qtbot.keyClick(after, Key.Key_Up)
    assert page.focusWidget() is edit
    page.paper.put_cursor(block, 0)
    qtbot.keyClick(edit, Key.Key_Left)
    assert page.focusWidget().textCursor().atEnd()


def test_bold_and_italic_are_kept(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 0)
    for _letter in "Members":
        qtbot.keyClick(edit, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(edit, Key.Key_B, Control)
    qtbot.keyClick(edit, Key.Key_I, Control)
    page.save()
    assert text_of(desk, block).startswith("***Members*** ")
    qtbot.keyClick(edit, Key.Key_B, Control)
    page.save()
    assert text_of(desk, block).startswith("*Members* ")


def paste(edit, html="", text=""):
    mime = QMimeData()
    if html:
        mime.setHtml(html)
    if text:
        mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(edit, Key.Key_V, Control)


def test_pasted_paragraphs_become_blocks_with_bold_and_bullets_and_nothing_else_of_their_look(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    count = len(blocks(desk))
    page.paper.put_cursor(block, -1)
    html = "<p style='color:red'><b>One</b></p><ul><li><a href='x:y'>Two</a></li></ul><p>=SUM(A1)<img src='z'></p>"
    paste(edit, html, "One\n\nTwo\n=SUM(A1)\r\n")
    made = [(one.kind, one.text) for one in blocks(desk)]
    assert len(made) == count + 2
    place = made.index(("paragraph", "=SUM(A1)"))
    assert made[place - 1] == ("bullet", "Two")
    assert made[place - 2][1].endswith("**One**")


def test_a_clipboard_with_formatted_words_alone_is_pasted_into_the_line(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 0)
    paste(edit, html="<span style='font-size:40pt'>Some <i>other</i> </span>words")
    qtbot.keyClicks(edit, " more ")
    page.save()
    assert text_of(desk, block).startswith("Some *other* words more Members welcomed")


def test_what_is_copied_in_the_text_is_pasted_with_its_bold(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 0)
    for _letter in "Members":
        qtbot.keyClick(edit, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(edit, Key.Key_B, Control)
    qtbot.keyClick(edit, Key.Key_C, Control)
    page.paper.put_cursor(block, -1)
    qtbot.keyClick(edit, Key.Key_V, Control)
    page.save()
    assert text_of(desk, block).endswith("**Members**")


@pytest.mark.parametrize("number", [5, 200])
def test_the_end_of_a_paste_comes_into_sight_with_the_keyboard_in_it(qtbot, page, desk, number):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, -1)
    words = "says a few words about what was agreed and noted, and more to fill the line well beyond its end."
    paste(edit, text="\n".join(f"Paragraph {place} {words}" for place in range(number)))
    last = page.focusWidget()
    assert last.toPlainText() == f"Paragraph {number - 1} {words}"
    assert not edit.hasFocus()
    area = page.paper_area.viewport()

    def in_sight():
        top = last.mapTo(area, last.cursorRect().topLeft()).y()
        assert 0 <= top <= area.height() - last.cursorRect().height()

    qtbot.waitUntil(in_sight)
    qtbot.wait(100)  # and it stays there once all is laid out
    in_sight()


def test_alt_and_arrows_move_a_block_and_the_cursor_goes_along(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    place = [one.id for one in blocks(desk)].index(block)
    page.paper.put_cursor(block, 3)
    qtbot.keyClick(edit, Key.Key_Down, Alt)
    assert [one.id for one in blocks(desk)].index(block) == place + 1
    assert edit.hasFocus()
    assert edit.textCursor().position() == 3


def test_the_kind_of_a_paragraph_is_chosen_above(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 0)
    box = page.findChild(QComboBox, "kind_box")
    box.setCurrentIndex(box.findData("heading"))
    box.activated.emit(box.currentIndex())
    assert next(one.kind for one in blocks(desk) if one.id == block) == "heading"
    qtbot.keyClicks(edit, " x")
    page.save()
    assert text_of(desk, block).endswith(" x")
    assert "**" not in text_of(desk, block)


def test_her_choice_where_both_changed(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    source = next(one for one in blocks(desk) if one.id == block).sources[0]
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " Mine.")
    page.save()
    with desk.change("Edit outcome") as session:
        with desk.reading() as reading:
            outcome = next(one for one in read_record(reading, 1).outcomes if one.handle == source)
        session.get_one(Outcome, outcome.id).text = "quite another thing"
    qtbot.waitUntil(lambda: page.compose_button.property("kind") == "main")
    qtbot.mouseClick(page.compose_button, Qt.MouseButton.LeftButton)
    assert edit.toPlainText().endswith("Mine.")
    take = page.hand_panel.findChild(object, "take_button")
    assert take.isVisible()
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert "quite another thing" in edit.toPlainText()
    assert not take.isVisible()


def test_a_click_on_a_source_goes_to_its_block(qtbot, page, desk):
    view = page.guide
    place = view.visualRect(view.model().index(3, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    row = view.lines.record(3)
    assert page.paper.edit_of(row.block_id).hasFocus()
    with qtbot.waitSignal(page.page_wanted) as asked:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["outcomes", row.handle]


def test_leaving_keeps_what_was_typed(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " Last word.")
    page.stage_box.setFocus()
    assert text_of(desk, block).endswith("Last word.")


def test_another_change_does_not_overwrite_what_is_being_typed(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " Not saved yet.")
    page._presenter.set_stage("circulated")
    assert edit.toPlainText().endswith("Not saved yet.")
    page.save()
    assert text_of(desk, block).endswith("Not saved yet.")


def test_the_page_needs_no_more_room_than_a_laptop_has(page):
    assert page.minimumSizeHint().width() <= 1174
    assert page.minimumSizeHint().height() <= 580


def test_letters_that_count_twice_in_qt_are_not_torn(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 0)
    edit.insertPlainText("𠮷𠮷 ")
    page.save()
    page.paper.put_cursor(block, 2)
    qtbot.keyClick(edit, Key.Key_Return)
    assert edit.toPlainText() == "𠮷𠮷"
    qtbot.keyClick(page.focusWidget(), Key.Key_Backspace)
    assert edit.toPlainText().startswith("𠮷𠮷 Members")
    assert edit.textCursor().position() == 4


def test_the_page_goes_over_to_another_meeting(qtbot, page, desk, officer):
    with desk.change("Another meeting") as session:
        session.add(Meeting(id=2, body_id=1, ordinal=4, start=dt.date(2018, 5, 1)))
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " Kept.")
    page.save()
    presenter = StatementPresenter(desk, page, officer, 2)
    page.attach(presenter)
    assert page.first_compose_button.isVisible()
    qtbot.mouseClick(page.by_hand_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.focusWidget(), "Another text")
    page.save()
    with desk.reading() as session:
        assert [one.text for one in read_record(session, 2).blocks] == ["Another text"]
    assert text_of(desk, block).endswith("Kept.")
    presenter.leave()
    page._presenter = None


def choose_words(qtbot, page, edit, block, words):
    """Select words with the keys, as she does."""
    page.paper.put_cursor(block, edit.toPlainText().index(words))
    for _letter in words:
        qtbot.keyClick(edit, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def test_words_are_bracketed_told_whose_they_are_and_settled_without_the_mouse(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    choose_words(qtbot, page, edit, block, "Taskforce")
    qtbot.keyClick(edit, Key.Key_B, Control | Qt.KeyboardModifier.ShiftModifier)
    assert "[Taskforce]" in text_of(desk, block)
    proposer = page.hand.brackets.proposer_edit
    assert proposer.hasFocus()
    qtbot.keyClicks(proposer, "Fiji")
    qtbot.keyClick(proposer, Key.Key_Return)
    qtbot.keyClicks(page.focusWidget(), "panel")
    qtbot.keyClick(page.focusWidget(), Key.Key_Return)
    assert edit.hasFocus()
    assert label(page, "open").text() == "[ ] open 1"
    assert [(row.text, row.note) for row in page.guide.lines.records[1:2]] == [("[Taskforce]", "Proposed by Fiji")]
    qtbot.keyClick(edit, Key.Key_A, Alt)
    qtbot.waitUntil(lambda: "reports on the panel on Planning" in text_of(desk, block))
    assert not page.bracket_box.isVisible()
    assert edit.hasFocus()


def test_brackets_are_tinted_on_the_screen_and_nowhere_else(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    choose_words(qtbot, page, edit, block, "Taskforce")
    page.findChild(QToolButton, "bracket_button").click()
    (tint,) = edit.extraSelections()
    assert tint.cursor.selectedText() == "[Taskforce]"
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " More [words].")
    page.save()
    assert text_of(desk, block).endswith(" More [words].")
    assert [one.cursor.selectedText() for one in edit.extraSelections()] == ["[Taskforce]", "[words]"]
    assert (page.bracket_box.isVisible(), label(page, "open").text()) == (False, "[ ] open 2")


def test_f8_goes_from_one_thing_to_settle_to_the_next(qtbot, page, desk):
    block, _edit = first_paragraph(page, desk)
    other = next(one.id for one in blocks(desk) if one.kind == "paragraph" and one.id > block)
    for block_id, place in ((other, 0), (block, 8)):
        page._presenter.bracket(block_id, place, place + 7)
    page.paper.put_cursor(block, 0)
    seen = []
    for _press in range(3):
        qtbot.keyClick(page.focusWidget(), Key.Key_F8)
        seen.append(page._block_id())
        assert page.bracket_box.isVisible()
        assert page.guide.lines.record(page.guide.currentIndex().row()).text.startswith("[")
    assert seen == [block, other, block]
    qtbot.keyClick(page.focusWidget(), Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert page._block_id() == other


def test_both_changed_is_decided_by_key_with_three_texts_in_view(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " Mine.")
    page.save()
    with desk.change("Both") as session:
        row = session.get_one(Block, block)
        row.proposed = row.composed.replace("welcomed", "noted")
    hers, now, was = (page.findChild(QLabel, f"{name}_label") for name in ("hers", "now", "was"))
    assert "<b><u> Mine.</u></b>" in hers.text()
    assert "<b><u>noted</u></b>" in now.text()
    assert "<b><s>welcomed</s></b>" in was.text()
    qtbot.keyClick(edit, Key.Key_T, Alt)
    qtbot.waitUntil(lambda: text_of(desk, block).startswith("Members noted reports"))
    page._presenter.undo()
    page.paper.put_cursor(block, -1)
    qtbot.keyClick(edit, Key.Key_K, Alt)
    qtbot.waitUntil(lambda: next(one for one in blocks(desk) if one.id == block).proposed is None)
    assert text_of(desk, block).endswith(" Mine.")


def test_the_number_in_the_margin_opens_the_outcome_and_asks_where_there_are_several(qtbot, page, desk):
    single = next(one for one in blocks(desk) if one.kind == "paragraph" and len(one.sources) == 1)
    with qtbot.waitSignal(page.page_wanted) as asked:
        qtbot.mouseClick(page.paper.line_of(single.id).number_button, Qt.MouseButton.LeftButton)
    assert asked.args == ["outcomes", single.sources[0]]
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 0)
    qtbot.keyClick(edit, Key.Key_O, Control | Qt.KeyboardModifier.ShiftModifier)
    (menu,) = page.findChildren(QMenu)
    sources = next(one.sources for one in blocks(desk) if one.id == block)
    assert len(menu.actions()) == len(sources) > 1
    with qtbot.waitSignal(page.page_wanted) as asked:
        menu.actions()[1].trigger()
    assert asked.args == ["outcomes", sources[1]]
    menu.close()


def test_words_minutes_and_pages_stand_under_the_text(qtbot, page):
    assert label(page, "words").text().endswith(" words")
    assert label(page, "minutes").text() == "4 min to read, 7 aloud"


def test_only_what_changed_is_drawn_again(qtbot, page, desk, monkeypatch):
    drawn = []
    monkeypatch.setattr(BlockLine, "_dress", lambda line, row: drawn.append(row.block_id))
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " More.")
    page.save()
    assert drawn == [block]


def test_choosing_all_twice_copies_the_whole_text_with_its_form_and_no_key_takes_it_away(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 3)
    qtbot.keyClick(edit, Key.Key_A, Control)
    qtbot.keyClick(edit, Key.Key_C, Control)
    assert QGuiApplication.clipboard().text() == edit.toPlainText()
    qtbot.keyClick(edit, Key.Key_A, Control)
    qtbot.keyClick(edit, Key.Key_C, Control)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().splitlines() == [plain(one.text) for one in blocks(desk)]
    assert mime.html().startswith("<h1>Co-Chairs’ Statement</h1>")
    assert "<i>Following the Money" in mime.html()
    assert mime.html().count("<li>") == sum(one.kind == "bullet" for one in blocks(desk)) > 1
    before = [one.text for one in blocks(desk)]
    qtbot.keyClick(edit, Key.Key_Delete)
    page.save()
    assert [one.text for one in blocks(desk)] == before
    assert not any(line.edit.textCursor().hasSelection() for line in page.paper._lines.values())
    qtbot.keyClicks(edit, "x")
    page.save()
    assert [one.text for one in blocks(desk)] != before


def test_keys_go_to_the_start_and_the_end_of_the_whole_text(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 3)
    qtbot.keyClick(edit, Key.Key_End, Control)
    last = page.paper.edit_of(blocks(desk)[-1].id)
    assert last.hasFocus()
    assert last.textCursor().atEnd()
    qtbot.keyClick(last, Key.Key_Home, Control)
    first = page.paper.edit_of(blocks(desk)[0].id)
    assert first.hasFocus()
    assert first.textCursor().atStart()


def test_a_click_between_two_paragraphs_goes_to_the_nearest_letter(qtbot, page, desk):
    _block, edit = first_paragraph(page, desk)
    page.paper.bring_into_sight(_block)
    spot = edit.mapTo(page.paper, edit.viewport().rect().bottomLeft()) + QPoint(120, 3)
    qtbot.mouseClick(
        page.paper.childAt(spot), Qt.MouseButton.LeftButton, pos=page.paper.childAt(spot).mapFrom(page.paper, spot)
    )
    assert edit.hasFocus()
    rect = edit.cursorRect()
    assert abs(rect.center().x() - 120) < 20
    assert rect.bottom() > edit.height() - 30


def test_where_her_only_change_is_a_cut_it_is_said_in_words(qtbot, page, desk):
    block, edit = first_paragraph(page, desk)
    page.paper.put_cursor(block, 0)
    for _letter in "Members":
        qtbot.keyClick(edit, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(edit, Key.Key_B, Control)
    page.save()
    with desk.change("Both") as session:
        row = session.get_one(Block, block)
        row.proposed = row.composed.replace("welcomed", "noted")
    hers, now = (page.findChild(QLabel, f"{name}_label") for name in ("hers", "now"))
    assert hers.text().endswith("<i>Only bold or italics differ.</i>")
    assert "Only bold" not in now.text()


def choose_stage(qtbot, page, stage):
    box = page.stage_box
    box.setFocus()
    QTest.keyClick(box, {"draft": Key.Key_D, "circulated": Key.Key_C, "final": Key.Key_F}[stage])


def test_a_final_text_tells_what_waits_and_that_a_change_makes_the_next_version(qtbot, page, desk, officer):
    block, edit = first_paragraph(page, desk)
    with desk.change("More") as session:
        row = session.get_one(Block, blocks(desk)[-1].id)
        row.text, row.state, row.proposed = "Mine.", "edited", "Theirs."
        session.delete(session.get_one(Block, blocks(desk)[5].id))
    choose_stage(qtbot, page, "final")
    assert page.stage_box.currentData() == "final"
    assert officer.said[-1].startswith("1 paragraph waits for your choice; ")
    assert "not used in the text." in officer.said[-1]
    count = len(officer.said)
    page.paper.put_cursor(block, -1)
    for words in (" One.", " Two."):
        qtbot.keyClicks(edit, words)
        page.save()
    assert officer.said[count:] == ["The text is final: your change makes the next version."]
    assert text_of(desk, block).endswith(" One. Two.")


def test_outcomes_that_are_new_are_counted_beside_the_changes(qtbot, page, desk):
    with desk.change("Gone") as session:
        for one in blocks(desk)[5:8]:
            session.delete(session.get_one(Block, one.id))
        session.get_one(Outcome, 1).text = "quite another thing"
    qtbot.waitUntil(lambda: "not in the text." in page.changes_label.text())
