"""Takes a picture of every page and dialog, light and dark: `python tools/pictures.py [page ...]`."""

import datetime as dt
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog
from sqlmodel import select

from bali_desk.domain.models import AgendaItem, Delegation, Participant
from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look
from bali_desk.gui.main_window import MainWindow
from bali_desk.gui.pages import PAGES
from bali_desk.gui.print_face import know_every_script
from bali_desk.gui.settings import Settings
from bali_desk.presenters.meetings.presenter import NewMeeting
from bali_desk.presenters.meetings.succession import PARTS
from bali_desk.presenters.workshop import Workshop
from bali_desk.store.desk import Desk

PICTURES = Path(__file__).parents[1] / "pictures"
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def main() -> None:
    wanted = sys.argv[1:] or ["empty", *PAGES, "new_meeting", "new_body", "overview_coming"]
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
        for name, action in (("new_meeting", window.new_meeting_action), ("new_body", window.new_body_action)):
            if name in wanted:
                action.trigger()
                dialog = window.findChild(QDialog)
                take(app, look, jobs, dialog, name)
                dialog.reject()
                dialog.deleteLater()
                app.processEvents()
        if "overview_coming" in wanted:
            make_coming(desk, window)
            window.show_page("overview")
            take(app, look, jobs, window, "overview_coming")
        window.close()
        window.detach()
        jobs.close()
        desk.close()


def make_coming(desk, window) -> None:
    """A meeting of two days that comes in five weeks, with an overrun, from the sample meeting."""
    start = dt.date.today() + dt.timedelta(days=35)
    new = NewMeeting(
        "TIPWG", "4", "annual meeting", start.isoformat(), (start + dt.timedelta(days=1)).isoformat(), "Colombo",
        "Sri Lanka", take_from=1, parts=PARTS,
    )  # fmt: skip
    meeting = window._meetings.add_meeting(new)
    with desk.change("Fill the meeting") as session:
        items = session.exec(select(AgendaItem).where(AgendaItem.meeting_id == meeting)).all()
        next(one for one in items if one.title == "Lunch").start = "12:20"
        later = [one for one in items if one.parent_id is None][-6:]
        later[0].day, later[0].start = start + dt.timedelta(days=1), "09:30"
        homes = session.exec(select(Delegation).where(Delegation.meeting_id == meeting)).all()
        for number, home in enumerate(homes[:17]):
            for person in range(1 + number % 3):
                day = dt.date.today() - dt.timedelta(days=(number * 7 + person) % 23)
                session.add(Participant(meeting_id=meeting, delegation_id=home.id, family="N", registered_on=day))


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
