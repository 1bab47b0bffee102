"""Outcomes, the statement, its versions, and agreed language."""

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton
from sqlmodel import select

from bali_desk.domain.models import AgendaItem, Intervention
from bali_desk.gui.statement.version_dialog import VersionDialog
from bali_desk.presenters.documents.exporting import export
from bali_desk.presenters.statement.rich_text import Run
from bali_desk.store.records import read_record

EARLIER = {
    "TIPWG 1 statement, 14 May 2015.txt": "Co-Chairs’ Summary\n\nFirst meeting of the TIPWG, Colombo, 14 May 2015\n\n"
    "Members welcomed a presentation by the secretariat on trends in the region and thanked it for the figures.\n\n"
    "Members agreed to adopt the agenda as it stood and to meet once a year.\n\nThe Co-Chairs encouraged members to "
    "send their written comments on the plan within four weeks.\n",
    "TIPWG 2 statement 2016.txt": "Co-Chairs’ Statement\n\nSecond meeting of the TIPWG, Bangkok, 2–3 May 2016\n\n"
    "Updates\n\nMembers welcomed reports on the Taskforce and on the meeting of Senior Officials, held in Colombo.\n\n"
    "Members noted with appreciation a briefing on the handbook for investigators, and asked for more of its kind.\n\n"
    "- sharing of information between members\n\n- closer work with business\n\n"
    "Members agreed that the plan would be circulated for comments before the next meeting.\n",
    "SOM 11 report, November 2016.txt": "Report of the Senior Officials\n\nAd Hoc Group (AHG), November 2016\n\n"
    "Senior Officials welcomed the work of the Taskforce on Planning and Preparedness and endorsed its report.\n",
}


def outcomes(stage) -> None:
    """What was decided, beside the ladder of verbs; then what delegations said on an item."""
    page = stage.page("outcomes")
    stage.take(stage.window, "outcomes")
    page.findChild(QPushButton, "floor_chip").click()
    with stage.desk.change("Interventions") as session:
        item = session.exec(select(AgendaItem).where(AgendaItem.title == "Disruption Working Group")).one()
        said = (
            ("Viet Nam", "Asked how requests for assistance reach the right authority."),
            ("Fiji", "Offered to share its risk indicators."),
        )
        for place, (who, text) in enumerate(said):
            row = Intervention(
                meeting_id=item.meeting_id, agenda_item_id=item.id, sequence=place, speaker=who, text=text
            )
            session.add(row)
    page.items_view.choose(item.id)
    page.sides.floor.rows_view.selectRow(0)
    stage.take(stage.window, "floor")


def outcome_typed(stage) -> None:
    """The entry line with what its verb asks for; then what the text does not tell, on the smallest screen."""
    page = stage.page("outcomes")
    item = next(row.item_id for row in page._keys.items if row.title.startswith("Recommendation"))
    page.items_view.choose(item)
    entry = page.entry
    entry.verb_edit.setText("requested")
    entry.what_edit.setPlainText("the Regional Support Office to report on the use of the guide")
    entry.owner_edit.setText("RSO")
    entry.due_edit.setText("end of next month")
    entry.due_edit.setFocus()
    stage.take(stage.window, "outcome_typed")
    stage.window.resize(1024, 700)
    entry.who_edit.setText("The Co-Chairs")
    entry.verb_edit.setText("agreed to recommend")
    page._record()
    stage.take(stage.window, "outcome_narrow")


def statement(stage) -> None:
    """The text, and a paragraph that both she and the record changed."""
    page = stage.page("statement")
    stage.take(stage.window, "statement")
    with stage.desk.change("Edit") as session:
        record = read_record(session, 1)
        block = next(row for row in record.blocks if "Taskforce" in row.text)
        block.text, block.state = block.text.replace("welcomed reports", "welcomed the first reports"), "edited"
        outcome = next(one for one in record.outcomes if one.handle in block.sources)
        outcome.text = f"{outcome.text}, with thanks"
    page._compose()
    page.put_cursor(block.id, 0)
    stage.take(stage.window, "statement_both")
    stage.desk.undo()
    stage.desk.undo()
    open_words(stage, page, block.id)


def open_words(stage, page, block_id) -> None:
    """Words in brackets, with who proposed them; then the text alone on the screen."""
    edit = page.paper.edit_of(block_id)
    start = edit.toPlainText().index("Taskforce on Planning")
    page._presenter.bracket(block_id, start, start + len("Taskforce on Planning and Preparedness"))
    page._presenter.note_bracket(block_id, 0, "proposer", "New Zealand")
    page._presenter.note_bracket(block_id, 0, "alternative", "Taskforce")
    page._presenter.insert_after(block_id)
    page._presenter.typed(page._block_id(), (Run("A sentence of my own."),))
    page._presenter.delete(next(row.block_id for row in page.guide.lines.records[::-1] if row.block_id))
    page.put_cursor(block_id, start + 3)
    stage.take(stage.window, "statement_brackets")
    page.alone_wanted.emit()
    stage.take(stage.window, "statement_alone")
    page.alone_wanted.emit()


def checks(stage) -> None:
    """What the checks find beside the text."""
    page = stage.page("statement")
    with stage.desk.change("Slips") as session:
        blocks = read_record(session, 1).blocks
        blocks[3].text = (
            blocks[3].text.replace("26 May 2017", "25 May 2017").replace("38 participants", "39 participants")
        )
        blocks[4].text = blocks[4].text.replace("reports on the", "reports on on the")
        blocks[3].state = blocks[4].state = "edited"
    page._tell_in_a_pause()
    page.checks_chip.click()
    while not page.hand.checks.findings.lines.rowCount():
        stage.settle()
    page.hand.checks.go(1)
    page.hand.checks.go(1)
    page.hand.checks.go(1)
    stage.take(stage.window, "statement_checks")
    page.hand.checks.help_button.click()
    stage.take(stage.window, "statement_checks_help")
    page.hand.checks.help_button.click()


def spelling(stage) -> None:
    """Doubtful words under their waves, and the menu of one."""
    page = stage.page("statement")
    page._compose()
    with stage.desk.change("Edit") as session:
        block = next(row for row in read_record(session, 1).blocks if "Taskforce" in row.text)
        block.text = (
            block.text.replace("Members welcomed", "Memebrs wellcomed") + " They *agred* to the goverment’s plan."
        )
    stage.settle()
    page.put_cursor(block.id, 0)
    page.paper.spelling.go_to_next()
    stage.take(stage.window, "spelling")
    edit = page.paper.edit_of(block.id)
    spot = edit.cursorRect().bottomLeft()
    app = QApplication.instance()
    app.sendEvent(edit, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, edit.mapToGlobal(spot)))
    stage.take(edit.findChild(QMenu), "spelling_menu")
    edit.findChild(QMenu).close()


def versions(stage) -> None:
    """Two versions in one text, and side by side."""
    export(stage.desk, 1, "statement", stage.folder / "one.docx")
    with stage.desk.change("Edit") as session:
        blocks = read_record(session, 1).blocks
        blocks[4].text, blocks[4].state = blocks[4].text.replace("welcomed reports", "noted brief reports", 1), "edited"
        session.delete(blocks[6])
    export(stage.desk, 1, "statement", stage.folder / "two.docx")
    page = stage.page("statement")
    page.versions_view.selectRow(0)
    page._read_version(page.versions_view.current().version_id)
    dialog = page.findChild(VersionDialog)
    stage.take(dialog, "version")
    dialog.beside_chip.click()
    stage.take(dialog, "version_beside")
    dialog.close()


def agreed(stage) -> None:
    """The page Agreed language, empty, filled and searched, and the panel beside the statement."""
    stage.window.show_page("agreed")
    stage.take(stage.window, "agreed_empty")
    earlier = stage.folder / "earlier"
    earlier.mkdir()
    for name, text in EARLIER.items():
        (earlier / name).write_text(text, encoding="utf-8")
    (earlier / "scan.pdf").write_bytes(b"%PDF-1.4")
    page = stage.window.stack.page("agreed")
    page._presenter.read_in([earlier])
    stage.settle()
    page.texts_view.setFocus()
    page.texts_view.selectRow(0)
    stage.take(stage.window, "agreed")
    page.unread_box.hide()
    page.search_edit.setText("members welc")
    stage.settle()
    page.found_view.setCurrentIndex(page.found_view.model().index(1, 0))
    stage.take(stage.window, "agreed_found")
    stage.window.show_page("statement")
    statement = stage.window.stack.page("statement")
    statement._compose()
    stage.settle()
    block = next(row for row in statement._presenter._record.blocks if "Taskforce" in row.text)
    statement.put_cursor(block.id, 0)
    statement.agreed_chip.click()
    stage.take(stage.window, "statement_agreed")


def wording(stage) -> None:
    """How the body words its statements."""
    stage.window.wording_action.trigger()
    dialog = stage.window.findChild(QDialog)
    stage.take(dialog, "wording")
    dialog.rules_button.click()
    house = dialog.findChild(QDialog)
    stage.take(house, "house")
    choose_rule(house, "text_two_days")
    house.choices_view.selectRow(3)
    stage.take(house, "house_own")
    choose_rule(house, "terms")
    house.terms.word_edit.setText("stakeholders")
    house.terms.instead_edit.setText("those concerned")
    house.terms.add_button.click()
    stage.take(house, "house_terms")
    choose_rule(house, "spelling:-ise")
    house.choices_view.selectRow(1)
    stage.take(house, "house_spelling")
    house.reject()
    dialog.reject()


def choose_rule(house, key) -> None:
    """A rule of the house style."""
    view = house.rules_view
    view.setCurrentIndex(view.lines.index(view.lines.row_of(key), 0))
