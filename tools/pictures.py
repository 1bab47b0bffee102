"""Takes a picture of every page and dialog, light and dark: `python tools/pictures.py [page ...]`."""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from sqlmodel import select

from bali_desk.domain.models import AgendaItem, Intervention
from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look
from bali_desk.gui.main_window import MainWindow
from bali_desk.gui.pages import PAGES
from bali_desk.gui.print_face import know_every_script
from bali_desk.gui.settings import Settings
from bali_desk.presenters.workshop import Workshop
from bali_desk.store.desk import Desk

PICTURES = Path(__file__).parents[1] / "pictures"
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def main() -> None:
    wanted = sys.argv[1:] or ["empty", *PAGES, "floor", "wording", "new_meeting", "new_body"]
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
        if "floor" in wanted:
            take_floor(app, look, jobs, desk, window)
        for name, action in (
            ("wording", window.wording_action),
            ("new_meeting", window.new_meeting_action),
            ("new_body", window.new_body_action),
        ):
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


def take_floor(app, look, jobs, desk, window) -> None:
    """The Outcomes page with what delegations said on an item."""
    window.show_page("outcomes")
    page = window.stack.page("outcomes")
    page.findChild(QPushButton, "floor_chip").click()
    with desk.change("Interventions") as session:
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
    take(app, look, jobs, window, "floor")


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
