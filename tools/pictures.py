"""Takes a picture of every page and dialog, light and dark: `python tools/pictures.py [page ...]`."""

import datetime as dt
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from sqlmodel import select

from bali_desk.domain.models import AgendaItem, CoChair, Meeting, MeetingSession, Paper, PaperFile
from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look
from bali_desk.gui.main_window import MainWindow
from bali_desk.gui.pages import DESK_PAGES, PAGES
from bali_desk.gui.print_face import know_every_script
from bali_desk.gui.settings import Settings
from bali_desk.presenters.workshop import Workshop
from bali_desk.store.desk import Desk

PICTURES = Path(__file__).parents[1] / "pictures"
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def main() -> None:
    wanted = sys.argv[1:] or [
        "empty", *PAGES, "participant_panel", *DESK_PAGES, "tick_in", "registration", "new_meeting", "new_body",
        "agenda_full", "agenda_drag", "paper",
    ]  # fmt: skip
    PICTURES.mkdir(exist_ok=True)
    app = QApplication.instance() or QApplication([])
    know_every_script()
    look = Look(app, family="Noto Sans")  # the same face on every machine that takes the pictures
    with tempfile.TemporaryDirectory() as folder:
        settings, jobs = Settings(Path(folder) / "settings.ini"), Jobs()
        ask = WindowAsk(settings)
        window = MainWindow(look, settings, ask, jobs)
        window.resize(1366, 768)
        desk = Desk(Path(folder) / "pictures.desk")
        window.show()
        window.attach(Workshop(desk, ask, jobs))
        if "empty" in wanted:
            take(app, look, jobs, window, "empty")
        window._meetings.files.open_sample()
        for name in PAGES:
            if name in wanted:
                window.show_page(name)
                take(app, look, jobs, window, name)
        if "participant_panel" in wanted:
            window.show_page("participants", "p36")
            take(app, look, jobs, window, "participant_panel")
        for name in DESK_PAGES:
            if name in wanted:
                window.show_page(name)
                window.stack.page(name).persons_view.selectRow(3)
                take(app, look, jobs, window, name)
        if "tick_in" in wanted:
            take_tick_in(app, look, jobs, window)
        if "registration" in wanted:
            take_registration(app, look, jobs, window, Path(folder) / "Pendaftaran_TIPWG_final(2).xlsx")
        for name, action in (("new_meeting", window.new_meeting_action), ("new_body", window.new_body_action)):
            if name in wanted:
                action.trigger()
                dialog = window.findChild(QDialog)
                take(app, look, jobs, dialog, name)
                dialog.reject()
                dialog.deleteLater()
                app.processEvents()
        if {"agenda_full", "agenda_drag", "paper"} & set(wanted):
            with_everything(desk)
            window.show_page("agenda")
            take_agenda(app, look, jobs, window, wanted)
        window.close()
        window.detach()
        jobs.close()
        desk.close()


def take_tick_in(app, look, jobs, window) -> None:
    """The sheet while numbers are typed, with a sentence that cannot be read, and with sessions and a walk-in."""
    window.show_page("tick_in")
    page = window.stack.page("tick_in")
    for name, line in (("tick_in", "7 9-11 excused"), ("tick_in_found", "ma"), ("tick_in_trouble", "4, x 9")):
        page.tick_edit.setText(line)
        page._mark("") if name == "tick_in_trouble" else None
        take(app, look, jobs, window, name)
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
    take(app, look, jobs, window, "tick_in_session")
    page.go_back()


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


def take_registration(app, look, jobs, window, path) -> None:
    """Each step of the import of a sheet in which every verdict comes up."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Peserta"
    for line in REGISTRATIONS.splitlines():
        book.active.append(line.split("|"))
    book.create_sheet("Petunjuk").append(["Isilah semua kolom."])
    lists = book.create_sheet("Lists")
    lists.append(["Australia"])
    lists.sheet_state = "hidden"
    book.save(path)
    window.show_page("registration")
    page = window.stack.page("registration")
    take(app, look, jobs, window, "registration_start")
    page.open_at(str(path))
    take(app, look, jobs, window, "registration_columns")
    page.columns_step.next_button.click()
    take(app, look, jobs, window, "registration_rows")
    presenter = page._presenter
    page.rows_step.rows_view.selectRow(1)
    take(app, look, jobs, window, "registration_home")
    presenter.decisions.filter("changed")
    take(app, look, jobs, window, "registration_changed")
    presenter.decisions.filter("")
    for row in [row for row in page.rows_step.rows_view.rows.records if row.asks]:
        presenter.decisions.choose(row.place)
        page.rows_step.answers[0].click()
    page.rows_step.import_button.click()
    take(app, look, jobs, window, "registration_result")
    window.undo()
    page.go_back()


def with_everything(desk) -> None:
    """Makes the sample's agenda one of two days, with sessions, leads, an overrun, gaps and a paper with its file."""
    with desk.change("For the picture") as session:
        meeting = session.exec(select(Meeting)).one()
        meeting.end = second = meeting.start + dt.timedelta(days=1)
        items = session.exec(select(AgendaItem).order_by(AgendaItem.sequence)).all()
        by_title = {item.title: item for item in items}
        made = MeetingSession(
            meeting_id=meeting.id, name="Second morning", day=second, start="09:00", end="10:30", sequence=0
        )
        session.add(made)
        session.flush()
        review = next(item for item in items if item.title.startswith("Review"))
        review.session_id = made.id
        for item in items[items.index(review) :]:
            item.day = second
        by_title["Lunch"].start = "12:10"
        by_title["Any other business"].start, by_title["Any other business"].no = "11:20", "7 bis"
        chairs = session.exec(select(CoChair)).all()
        for place, item in enumerate(item for item in items if item.parent_id is None and item.kind == "item"):
            item.lead_id = chairs[place % 2].id
        paper = session.exec(select(Paper).order_by(Paper.sequence)).first()
        paper.revision = "Rev.1"
        session.add(PaperFile(paper_id=paper.id, name="TIPWG-3-1 Rev.1 Provisional agenda.pdf", data=b"%PDF"))


def take_agenda(app, look, jobs, window, wanted) -> None:
    """The agenda with everything in it, one of its blocks being dragged, and a paper."""
    page = window.pages.currentWidget()
    items = page.items_view
    keys = {line.title: line.key for line in items.model().records if hasattr(line, "title")}
    if "agenda_full" in wanted:
        for name, title in (("agenda_full", "Lunch"), ("agenda_second_day", "Any other business")):
            items.choose(keys[title], 1)
            items.setFocus()
            take(app, look, jobs, window, name)
    if "agenda_drag" in wanted:
        items.choose(keys["Disruption Working Group"], 1)
        settle(app, jobs)
        spot = page.timeline.block_of(keys["Disruption Working Group"]).center()
        QTest.mousePress(page.timeline, Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseMove(page.timeline, spot + QPoint(0, 130))
        take(app, look, jobs, window, "agenda_drag")
        QTest.keyClick(page.timeline, Qt.Key.Key_Escape)
    if "paper" in wanted:
        items.choose(keys["Adoption of the agenda"], 1)
        page.panel.papers_view.selectRow(0)
        QTest.keyClick(page.panel.papers_view, Qt.Key.Key_Return)
        dialog = page.findChild(QDialog)
        take(app, look, jobs, dialog, "paper")
        dialog.reject()


def take(app, look, jobs, widget, name) -> None:
    for scheme, value in SCHEMES.items():
        look.apply(value)
        settle(app, jobs)
        widget.grab().save(str(PICTURES / f"{name}-{scheme}.png"))


def settle(app, jobs) -> None:
    """Lets the window draw, and a preview that is being made come to its end."""
    quiet_until = time.monotonic() + 0.4
    while time.monotonic() < quiet_until:
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if jobs.busy:
            quiet_until = time.monotonic() + 0.4


if __name__ == "__main__":
    main()
