"""Documents against LibreOffice converting the very same Word files, both counted from the start of the process.

The statement, and attendance lists of 300 and of 3,000 persons, each with a name of her own: processor time for all,
the most memory for the longest, and how time grows from 300 rows to 3,000, for the PDF and for the Word file made of
the desk. Run alone, it measures nothing else: `python tools/bench_documents.py`.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

RUNS = 7
FEW, MANY = 300, 3_000
_SYLLABLES = ("ba", "di", "ku", "la", "me", "no", "ra", "si", "ta", "wi")


class Used(NamedTuple):
    """What a command took, its children counted in: processor seconds, and the memory of the largest of them (MB)."""

    seconds: float
    memory: float


def documents(desk: Path, folder: Path, report: Callable[..., None]) -> None:
    """Our documents, and our layout of them against LibreOffice's."""
    statement = folder / "statement.docx"
    ours("export", desk, "--document", "statement", "--output", statement)
    few, many = (desk_of(count, desk, folder) for count in (FEW, MANY))
    made = [[ours("export", one, "--document", "attendance", "--output", one.with_suffix(".docx")).seconds
             for _ in range(3)] for one in (few, many)]  # fmt: skip
    report(f"attendance list of {MANY:,} made of the desk", made[1], f"one of {FEW}", made[0])
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: layout was not measured against it.")
        return
    libreoffice(statement, folder)  # its very first start makes a profile
    against_libreoffice(statement, folder, RUNS, report)
    short = against_libreoffice(few.with_suffix(".docx"), folder, RUNS, report)
    long = against_libreoffice(many.with_suffix(".docx"), folder, 1, report, memory=True)
    report(f"attendance list of {MANY:,} as PDF", long, f"one of {FEW}", short)


def against_libreoffice(
    source: Path, folder: Path, runs: int, report: Callable[..., None], memory: bool = False
) -> list[float]:
    """Report the ratio for one Word file and return our times; LibreOffice runs as often as told."""
    bali, office = [], []
    for number in range(max(runs, 3)):  # in turn, so that a busy moment hits both
        bali.append(ours("pdf", source, folder / "ours.pdf"))
        office += [libreoffice(source, folder)] if number < runs else []
    report(f"{source.stem} as PDF", [one.seconds for one in bali], "LibreOffice", [one.seconds for one in office])
    if memory:
        mine, other = (statistics.median(one.memory for one in used) for used in (bali, office))
        print(f"{source.stem} as PDF: {mine / other:.2f} times LibreOffice ({mine:.0f} against {other:.0f} MB at most)")
    return [one.seconds for one in bali]


def desk_of(persons: int, sample: Path, folder: Path) -> Path:
    """A desk with the sample meeting and so many persons: its own again and again, under other names."""
    from bali_desk.store.desk import Desk
    from bali_desk.store.records import only_meeting, read_record

    path = folder / f"attendance-{persons}.desk"
    shutil.copyfile(sample, path)
    with closing(Desk(path)) as desk, desk.change("Fill") as session:
        few = read_record(session, only_meeting(session)).participants
        for number in range(len(few), persons):
            like = few[number % len(few)]
            name = "".join(_SYLLABLES[int(digit)] for digit in f"{number:04d}")
            own = {"id": None, "family": f"{like.family or ''}{name}", "given": f"{name.title()} {like.given or ''}"}
            session.add(type(like)(**(like.model_dump() | own | {"display": None, "sequence": number})))
    return path


def ours(*arguments: object) -> Used:
    """What one whole command of ours takes."""
    return spent([sys.executable, "-m", "bali_desk", *map(str, arguments)])


def libreoffice(source: Path, folder: Path) -> Used:
    """What LibreOffice takes to convert one file."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return spent(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)])


def spent(command: list[str]) -> Used:
    """What a command and its children took.

    The system counts children in when their parents have waited for them, as those of `soffice` do down to the one that
    does the work; the memory is that of the largest process, not their sum.
    """
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{said.decode()}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Used(used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


if __name__ == "__main__":
    from bench import report as one_line

    with tempfile.TemporaryDirectory() as name:
        sample = Path(name) / "sample.desk"
        ours("sample", sample)
        documents(sample, Path(name), one_line)
