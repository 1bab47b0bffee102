"""How fast Bali Desk is, as ratios of processor time measured in one run: `make bench`.

Start-up against a bare PySide6 window; documents against LibreOffice converting the very same Word files; composing a
statement of 200 outcomes against one of 20: ten times as much should cost about ten times as much.
"""

from __future__ import annotations

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
        composing(desk)
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
    print(f"{what}: {mine / other:.2f} times {against} ({mine:.2g} s against {other:.2g} s of processor time)")


if __name__ == "__main__":
    main()
