"""How fast Bali Desk is, as ratios of processor time measured in one run: `make bench`.

Start-up against a bare window; a registration sheet against openpyxl reading it; documents (lists of 300 and of 3,000
rows among them), and the preview after an edit, against LibreOffice converting the very same Word files; 200 outcomes
composed against 20; a draft checked against exported; an item dragged in a long agenda against a short one; a keystroke
in a long statement against one in a bare editor; ten thousand persons against a sort and filter proxy; searches against
those among ten times fewer statements.
Last, how near our layout comes to LibreOffice's.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from bench_checks import checking
from bench_documents import documents, libreoffice, ours
from bench_preview import preview
from bench_search import compare
from bench_spelling import spelling

RUNS = 7
STOP_AT_FIRST_PAINT = """
import os, resource, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
def leave():
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, flush=True)
    os._exit(0)
class Stop(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            QTimer.singleShot(0, leave)
        return False
app = QApplication([])
stop = Stop()
app.installEventFilter(stop)
"""
BARE_WINDOW = """
window = QWidget()
window.resize(1366, 768)
window.show()
app.exec()
"""
OUR_WINDOW = """
from bali_desk.__main__ import main
main(sys.argv[1:])
"""


def main() -> None:
    """Measure everything and print one line for each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = folder / "sample.desk"
        ours("sample", desk)
        start_up(desk)
        registrations(desk)
        composing(desk)
        spelling(desk, report)
        checking(desk, report)
        documents(desk, folder, report)
        preview(desk, folder, lambda source, there: libreoffice(source, there).seconds, report)
        dragging(folder)
        compare(folder, report)
    writing()
    persons()
    subprocess.run([sys.executable, Path(__file__).with_name("compare_layout.py"), "--total"], check=True)


def writing() -> None:
    """A keystroke in a long statement; apart, for Qt is loaded for it."""
    subprocess.run([sys.executable, Path(__file__).with_name("bench_writing.py")], check=True)


def persons() -> None:
    """Opening, sorting and finding ten thousand persons; apart, for Qt is loaded for it."""
    subprocess.run([sys.executable, Path(__file__).with_name("bench_persons.py")], check=True)


def start_up(desk: Path) -> None:
    """First painted window with the sample desk, against a bare window."""
    bare, bali = [], []
    for _ in range(RUNS):  # in turn, so that a busy moment hits both
        bare.append(painted(BARE_WINDOW, desk))
        bali.append(painted(OUR_WINDOW, desk))
    report("start to first painted window", bali, "a bare PySide6 window", bare)


def painted(window: str, desk: Path) -> float:
    """Processor seconds from the start of the interpreter to the first paint."""
    script = STOP_AT_FIRST_PAINT + window
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(desk.parent)}
    run = subprocess.run(
        [sys.executable, "-c", script, str(desk)], env=environment, capture_output=True, text=True, check=True
    )
    return float(run.stdout.split()[-1])


def registrations(desk: Path) -> None:
    """A sheet of 1,200 persons read, recognised, judged row by row and taken, against openpyxl reading its cells."""
    from openpyxl import load_workbook

    from bali_desk.store.desk import Desk

    data = sheet_of(1_200)
    bali, cells = [], []
    with closing(Desk(desk)) as opened:
        for _ in range(RUNS):
            started = time.process_time()
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            assert sum(1 for _ in book.active.iter_rows(values_only=True)) == 1_201
            read = time.process_time()
            taken_in(opened, data)
            cells.append(read - started)
            bali.append(time.process_time() - read)
            opened.undo()
    report("1,200 registrations with preview", bali, "openpyxl reading them", cells)


def taken_in(desk, data: bytes) -> None:
    """What the window does with a sheet, from its bytes to the persons in the desk."""
    from bali_desk.exchange.registration import choose, judge, open_book, remember, take

    book = open_book(data, "registrations.xlsx")
    with desk.reading() as session:
        chosen = choose(session, book)
        verdicts = judge(session, 1, chosen.registrations)
    with desk.change("Import registrations") as session:
        taken = take(session, 1, verdicts, on=dt.date(2017, 4, 3))
        remember(session, chosen.parts[0].sheet, chosen.parts[0].reading)
    assert len(taken.added) == 1_200, "every person is new"


def sheet_of(persons: int) -> bytes:
    """A registration sheet as a secretariat sends it out, filled in by so many persons."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(
        ["Title", "Family name", "Given name", "Position", "Organisation", "Country", "E-mail", "Phone", "Role"]
    )
    countries = (
        "Australia",
        "Indonesia",
        "Thailand",
        "Viet Nam",
        "Japan",
        "Nepal",
        "Lao PDR",
        "Iraq",
        "France",
        "Fiji",
    )
    for number in range(persons):
        family, given = (f"{word}{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}" for word in ("Fam", "Giv"))
        unit = "Anti-Trafficking Division" if number % 2 else "International Cooperation Division"
        row = ["Ms", f"{family}{number // 676}", given, f"Director, {unit}", "Ministry of Foreign Affairs"]
        row += [
            countries[number % 10],
            f"{given}.{family}{number}@x.example.org",
            f"+61 2 5550 {number:04d}",
            "Delegate",
        ]
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def composing(desk: Path) -> None:
    """The statement of 200 outcomes, against that of 20."""
    few, many = [], []
    for _ in range(RUNS):
        few.append(composed(20, desk))
        many.append(composed(200, desk))
    report("statement of 200 outcomes", many, "one of 20", few)


def composed(outcomes: int, desk: Path) -> float:
    """Processor seconds of composing the sample's statement with its outcomes repeated, each in its own words."""
    from bali_desk.drafting.compose import compose
    from bali_desk.drafting.wording import style_for
    from bali_desk.store.desk import Desk
    from bali_desk.store.records import only_meeting, read_record

    with closing(Desk(desk, for_writing=False)) as opened, opened.reading() as session:
        record = read_record(session, only_meeting(session))
    public, number = [one for one in record.outcomes if one.public], 0
    record.outcomes = []
    while len(record.outcomes) < outcomes:
        like = public[number % len(public)]
        number += 1
        more = {"id": number, "handle": f"o{number}", "text": f"{like.text}, and number {number}"}
        record.outcomes.append(type(like)(**(like.model_dump() | more)))
    style = style_for(record)
    started = time.process_time()
    compose(record, style)
    return time.process_time() - started


def dragging(folder: Path) -> None:
    """One item dropped elsewhere on the open agenda page, until the page is drawn anew: 300 items against 30."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    short, long = Agenda(app, folder, 30), Agenda(app, folder, 300)
    few, many = [], []
    for turn in range(40):  # in turn, so that a busy moment hits both
        few.append(short.drag(turn))
        many.append(long.drag(turn))
    short.close()
    long.close()
    report("dragging an item in an agenda of 300", many, "one of 30", few)


class Agenda:
    """An agenda page at work on a desk of its own."""

    def __init__(self, app: Any, folder: Path, items: int) -> None:
        from bali_desk.gui.agenda.agenda_page import AgendaPage
        from bali_desk.gui.ask import WindowAsk
        from bali_desk.gui.jobs import Jobs
        from bali_desk.gui.look import Look
        from bali_desk.gui.settings import Settings
        from bali_desk.presenters.workshop import Workshop
        from bali_desk.store.desk import Desk

        self.app, self.items, self.jobs = app, items, Jobs()
        self.desk = Desk(folder / f"agenda-{items}.desk")
        meeting = self.fill()
        self.page = AgendaPage(Look(app))
        self.page.resize(1174, 660)
        workshop = Workshop(self.desk, WindowAsk(Settings(folder / "bench.ini")), self.jobs)
        self.presenter = workshop.agenda(self.page, meeting)
        self.page.attach(self.presenter)
        self.page.show()
        self.settle()

    def fill(self) -> int:
        """Three items in ten have two sub-items each; a day has thirty."""
        from bali_desk.domain.models import AgendaItem, Body, Meeting

        first = dt.date(2017, 5, 26)
        with self.desk.change("Fill") as session:
            body = Body(name="Body")
            session.add(body)
            session.flush()
            last = first + dt.timedelta(days=self.items // 30 - 1)
            meeting = Meeting(body_id=body.id, start=first, end=last, time_zone="Asia/Makassar")
            session.add(meeting)
            session.flush()
            parent = None
            for place in range(self.items):
                item = AgendaItem(meeting_id=meeting.id, sequence=place, title=f"Item {place}", minutes=10)
                item.parent_id = parent if place % 10 in (1, 2, 4, 5, 7, 8) else None
                item.day = first + dt.timedelta(days=place // 30)
                item.start = "09:00" if place % 30 == 0 else None
                session.add(item)
                session.flush()
                parent = item.id if place % 10 in (0, 3, 6) else parent
            return meeting.id

    def drag(self, turn: int) -> float:
        """Processor seconds of one drop, to another place each turn, anywhere in the agenda."""
        view = self.page.items_view
        rows = [row for row, line in enumerate(view.model().records) if getattr(line, "key", 0)]
        at, to = rows[turn * 7 % len(rows)], rows[(turn * 13 + 5) % len(rows)]
        data = view.model().mimeData([view.model().index(at, 1)])
        view.scrollTo(view.model().index(to, 1))
        spot = view.visualRect(view.model().index(to, 1)).topLeft()
        self.settle()
        begun = time.process_time()
        view.take_drop(data, spot, False)
        self.settle()
        return time.process_time() - begun

    def settle(self) -> None:
        """Lets the page draw itself."""
        for _ in range(3):
            self.app.processEvents()

    def close(self) -> None:
        """Lets go of page and desk."""
        self.presenter.leave()
        self.page.close()
        self.jobs.close()
        self.desk.close()


def report(what: str, ours: list[float], against: str, theirs: list[float]) -> None:
    """One line: the ratio of the medians, and both medians."""
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"{what}: {mine / other:.2f} times {against} ({words(mine)} against {words(other)} of processor time)")


def words(seconds: float) -> str:
    """Seconds, or thousandths where there are few."""
    return f"{seconds:.2f} s" if seconds >= 0.1 else f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
