"""Takes a picture of every page and dialog, light and dark: `python tools/pictures.py [page ...]`."""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog

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
AGREED = ("agreed_empty", "agreed", "agreed_found", "statement_agreed")
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
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def main() -> None:
    wanted = sys.argv[1:] or ["empty", *PAGES, "participant_panel", "persons", "new_meeting", "new_body", *AGREED]
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
        if not set(AGREED).isdisjoint(wanted):
            take_agreed(app, look, jobs, window, Path(folder))
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
        for name, action in (("new_meeting", window.new_meeting_action), ("new_body", window.new_body_action)):
            if name in wanted:
                action.trigger()
                dialog = window.findChild(QDialog)
                take(app, look, jobs, dialog, name)
                dialog.reject()
                dialog.deleteLater()
                app.processEvents()
        window.close()
        window.detach()
        jobs.close()
        desk.close()


def take_agreed(app, look, jobs, window, folder) -> None:
    """The page Agreed language, empty, filled and searched, and the panel beside the statement."""
    window.show_page("agreed")
    take(app, look, jobs, window, "agreed_empty")
    earlier = folder / "earlier"
    earlier.mkdir()
    for name, text in EARLIER.items():
        (earlier / name).write_text(text, encoding="utf-8")
    (earlier / "scan.pdf").write_bytes(b"%PDF-1.4")
    page = window.stack.page("agreed")
    page._presenter.read_in([earlier])
    settle(app, jobs)
    page.texts_view.setFocus()
    page.texts_view.selectRow(0)
    take(app, look, jobs, window, "agreed")
    page.unread_box.hide()
    page.search_edit.setText("members welc")
    settle(app, jobs)
    page.found_view.setCurrentIndex(page.found_view.model().index(1, 0))
    take(app, look, jobs, window, "agreed_found")
    window.show_page("statement")
    statement = window.stack.page("statement")
    statement._compose()
    settle(app, jobs)
    block = next(row for row in statement._presenter._record.blocks if "Taskforce" in row.text)
    statement.put_cursor(block.id, 0)
    statement.agreed_chip.click()
    take(app, look, jobs, window, "statement_agreed")


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
