"""Participants: the page, a person, the directory, who came, and registrations that come in."""

from PySide6.QtWidgets import QLineEdit

REGISTRATIONS = """\
Registration list / Daftar peserta

No|Sapaan / Title|Nama keluarga / Family name|Nama depan / Given name|Jabatan / Position|Negara / Country|E-mail|Diet
1|Mr|Whitford|Callum|First Assistant Secretary|Australia|callum.whitford@aus.example.org|
2|Ms|Harrow|Edith|Second Secretary|Australia|edith.harrow@aus.example.org|
3|Ms|Whitford|Callum|Adviser|Japan||vegetarian
4|Mr|Santoso|Joko|Kemlu|Indonesai|joko@kemlu.example.org|
5|Ms|Lê|Quang Dũng|Senior Officer|Viet Nam|dung.le.example.org|halal
6||||Adviser|Fiji||
7|Mr|Tuilagi|Sione|Principal Immigration Officer|Samoa||
8|Mr|Batbold|Sarnai|Adviser|Mongolia||
"""


def participants(stage) -> None:
    """The page, a person beside it, and the directory of persons."""
    stage.page("participants")
    stage.take(stage.window, "participants")
    stage.page("participants", "p36")
    stage.take(stage.window, "participant_panel")
    stage.page("persons").persons_view.selectRow(3)
    stage.take(stage.window, "persons")


def tick_in(stage) -> None:
    """The sheet while numbers are typed, with a sentence that cannot be read, and with sessions and a walk-in."""
    stage.window.show_page("tick_in")
    page = stage.window.stack.page("tick_in")
    for name, line in (("tick_in", "7 9-11 excused"), ("tick_in_found", "ma"), ("tick_in_trouble", "4, x 9")):
        page.tick_edit.setText(line)
        page._mark("") if name == "tick_in_trouble" else None
        stage.take(stage.window, name)
    page.tick_edit.clear()
    for session in ("Morning", "Afternoon"):
        page.sessions_button.setChecked(True)
        page.sessions.add_button.click()
        page.sessions.fields_box.findChild(QLineEdit, "name_edit").setText(session)
        page.sessions.save()
    page.session_box.activated.emit(1)
    page._presenter.take_session(page.session_box.itemData(1))
    page.tick_edit.setText("1-9")
    page._mark("")
    page._show_walk_in(True)
    stage.take(stage.window, "tick_in_session")


def registration(stage) -> None:
    """Each step of the import of a sheet in which every verdict comes up."""
    from openpyxl import Workbook

    path = stage.folder / "Pendaftaran_TIPWG_final(2).xlsx"
    book = Workbook()
    book.active.title = "Peserta"
    for line in REGISTRATIONS.splitlines():
        book.active.append(line.split("|"))
    book.create_sheet("Petunjuk").append(["Isilah semua kolom."])
    lists = book.create_sheet("Lists")
    lists.append(["Australia"])
    lists.sheet_state = "hidden"
    book.save(path)
    stage.window.show_page("registration")
    page = stage.window.stack.page("registration")
    stage.take(stage.window, "registration_start")
    page.open_at(str(path))
    stage.take(stage.window, "registration_columns")
    page.columns_step.next_button.click()
    stage.take(stage.window, "registration_rows")
    presenter = page._presenter
    page.rows_step.rows_view.selectRow(1)
    stage.take(stage.window, "registration_home")
    presenter.decisions.filter("changed")
    stage.take(stage.window, "registration_changed")
    presenter.decisions.filter("")
    for row in [row for row in page.rows_step.rows_view.rows.records if row.asks]:
        presenter.decisions.choose(row.place)
        page.rows_step.answers[0].click()
    page.rows_step.import_button.click()
    stage.take(stage.window, "registration_result")
