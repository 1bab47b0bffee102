"""How fast Bali Desk is, as ratios of processor time measured in one run: `make bench`.

Start-up against a bare PySide6 window; a registration sheet against openpyxl reading it; documents against LibreOffice
converting the very same Word files.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

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
        documents(desk, folder)


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


def documents(desk: Path, folder: Path) -> None:
    """Our layout of our own Word files, against LibreOffice's."""
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: documents were not measured.")
        return
    statement, attendance = folder / "statement.docx", folder / "attendance-300.docx"
    ours("export", desk, "--document", "statement", "--output", statement)
    attendance.write_bytes(attendance_of(300, desk))
    libreoffice(statement, folder)  # its very first start makes a profile
    for source in (statement, attendance):
        bali, office = [], []
        for _ in range(RUNS):
            bali.append(ours("pdf", source, folder / "ours.pdf"))
            office.append(libreoffice(source, folder))
        report(f"{source.stem} as PDF", bali, "LibreOffice", office)


def attendance_of(persons: int, desk: Path) -> bytes:
    """The attendance list of the sample meeting with its persons repeated up to `persons`."""
    from bali_desk.documents.shelf import make_word
    from bali_desk.store.desk import Desk
    from bali_desk.store.records import only_meeting, read_record

    with closing(Desk(desk, for_writing=False)) as opened, opened.reading() as session:
        record = read_record(session, only_meeting(session))
    few = record.participants
    record.participants = [few[number % len(few)] for number in range(persons)]
    return make_word("attendance", record)


def ours(*arguments: object) -> float:
    """Processor seconds of one whole command of ours."""
    return spent([sys.executable, "-m", "bali_desk", *map(str, arguments)])


def libreoffice(source: Path, folder: Path) -> float:
    """Processor seconds of LibreOffice converting one file."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return spent(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)])


def spent(command: list[str]) -> float:
    """User and system seconds of a command and its children."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{said.decode()}")
    return used.ru_utime + used.ru_stime


def report(what: str, ours: list[float], against: str, theirs: list[float]) -> None:
    """One line: the ratio of the medians, and both medians."""
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"{what}: {mine / other:.2f} times {against} ({mine:.2f} s against {other:.2f} s of processor time)")


if __name__ == "__main__":
    main()
