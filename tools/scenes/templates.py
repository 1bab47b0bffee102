"""The officer's own templates."""

import docx

from bali_desk.documents.shelf import document
from bali_desk.gui.templates.templates_dialog import TemplatesDialog


def templates(stage) -> None:
    """One with faults: its check, its pages, the fields; then the shipped one filled in."""
    stage.page("documents", "templates")
    dialog = stage.window.findChild(TemplatesDialog)
    mine = docx.Document(str(document("statement").template))
    mine.paragraphs[0].insert_paragraph_before("Held in {{ meeting.plcae }}, {{ meeting.dates|uppr }}")
    mine.add_table(1, 2).cell(0, 1).text = "{{ body.shrt }} { { document.title } }"
    mine.add_paragraph().add_run("{% for b in blocks %}").font.name = "Papyrus"
    mine.save(stage.folder / "Ministerial, with two logos.docx")
    own = dialog._presenter._own
    own.add("statement", stage.folder / "Ministerial, with two logos.docx")
    own.duplicate("statement", "")
    own.use("statement", own.duplicate("statement", ""))
    dialog._presenter.choose("Ministerial, with two logos")
    stage.take(dialog, "templates")
    dialog.fields_chip.click()
    stage.take(dialog, "templates_fields")
    dialog.documents_view.choose("agenda")
    stage.settle()
    dialog.find_edit.setText("line")
    dialog.fields_view.setFocus()
    dialog.fields_view.selectRow(2)
    dialog.copy_button.click()
    stage.take(dialog, "templates_found")
    dialog.find_edit.clear()
    dialog.documents_view.choose("statement")
    dialog.templates_view.choose("")
    dialog.sample_chip.click()
    stage.take(dialog, "templates_pages")
    dialog.check_chip.click()
    stage.take(dialog, "templates_house")
    dialog.reject()
    stage.settle()
    stage.take(stage.window, "documents_own")
