"""How near our layout comes to LibreOffice's: `compare_layout.py [--files FOLDER] [--folder KEPT] [NAME ...]`.

The Word files are those of tests/documents/layout/word_corpus, or all .docx in the folder of `--files`, whoever made
them. For each it says whether every word of the file stands in our PDF in its order, which words only LibreOffice
prints, whether both have as many pages, and how many lines are the same. Both sides have the same fonts, ours. A file
that one side refuses, or works on for longer than a minute, is told apart.
"""

from __future__ import annotations

import argparse
import difflib
import html
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "documents" / "layout"))
from word_corpus import files  # noqa: E402
from word_corpus.reading import Written, missing, plain, text_of, written_in  # noqa: E402

from bali_desk.documents.layout import lay_out  # noqa: E402
from bali_desk.documents.layout.pdf import UNFORESEEN  # noqa: E402
from bali_desk.domain.errors import DeskError  # noqa: E402

FONTS = ROOT / "resources" / "fonts"
SIGNS = "/usr/share/fonts/truetype/libreoffice"  # OpenSymbol, without which LibreOffice draws bullets as boxes
ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'
_BULLET = re.compile("^[\ue000-\uf8ff•▪]( |$)")
_LEADER = re.compile(r"[._·-]{4,}|_{2,}")
_LINE = re.compile(r"<line [^>]*>(.*?)</line>", re.DOTALL)
_WORD = re.compile(r"<word [^>]*>(.*?)</word>", re.DOTALL)


_BATCH = 12  # files for one run of LibreOffice
_LONGEST = 60  # seconds for one file, on either side


class TookTooLong(BaseException):
    """A file laid out for longer than it may be; no Exception, so that nothing on the way takes it for a fault."""


@dataclass
class Compared:
    """One file: what is missing of its words on either side, and what of pages and lines agrees."""

    name: str
    missing: list[str] = field(default_factory=list)
    missing_there: list[str] = field(default_factory=list)
    only_there: list[str] = field(default_factory=list)  # words LibreOffice prints and we do not
    pages: tuple[int, int] = (0, 0)
    same_lines: int = 0
    lines: int = 0
    refused: str = ""  # why there is no PDF of ours
    notes: list[str] = field(default_factory=list)


def main() -> None:
    """Compare all files, or those whose names hold one of the words given."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("names", nargs="*", help="only files whose names hold one of these")
    asked.add_argument("--files", type=Path, help="the Word files to compare instead of our own")
    asked.add_argument("--folder", type=Path, help="keep the Word files and both PDFs here")
    asked.add_argument("--total", action="store_true", help="only the figures of all files together")
    chosen = asked.parse_args()
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: the layout was not compared.")
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        compared = compare(folder, chosen.names, chosen.files)
    for one in compared if not chosen.total else ():
        print(sentence(one))
    for line in totals(compared):
        print(line)


def compare(folder: Path, names: list[str], foreign: Path | None = None) -> list[Compared]:
    """Lay out every file on both sides."""
    given = files() if foreign is None else {file.stem: file.read_bytes() for file in sorted(foreign.glob("*.docx"))}
    wanted = {n: d for n, d in given.items() if not names or any(part in n for part in names)}
    for side in ("word", "office", "ours"):
        (folder / side).mkdir(parents=True, exist_ok=True)
    stale = []
    for name, data in wanted.items():
        file = folder / "word" / f"{name}.docx"
        told = (folder / "office" / f"{name}.pdf").exists() or (folder / "office" / f"{name}.none").exists()
        if not told or not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)
            stale.append(file)
    office(stale, folder)
    return [one_file(name, data, folder) for name, data in wanted.items()]


def office(sources: list[Path], folder: Path) -> None:
    """Let LibreOffice convert them, with our fonts; where it fails at one of several, each by itself."""
    settings = folder / "fonts.conf"
    settings.write_text(font_settings(folder / "font-cache"), encoding="utf-8")
    for start in range(0, len(sources), _BATCH):
        batch = sources[start : start + _BATCH]
        _converted(batch, folder, settings)
        for file in [one for one in batch if not (folder / "office" / f"{one.stem}.pdf").exists()]:
            _converted([file], folder, settings)
            if not (folder / "office" / f"{file.stem}.pdf").exists():
                (folder / "office" / f"{file.stem}.none").touch()


def _converted(sources: list[Path], folder: Path, settings: Path) -> None:
    home = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "office")]
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings.resolve())}
    with subprocess.Popen(
        [*command, *map(str, sources)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as run:
        try:
            run.wait(timeout=_LONGEST + 5 * len(sources))
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)  # soffice is a script: its children go with it


def font_settings(cache: Path) -> str:
    """Only our fonts, each standing in for the same ones on both sides."""
    catalogue = json.loads((FONTS / "fonts.json").read_text(encoding="utf-8"))
    aliases = "".join(ALIAS.format(name, own) for name, own in catalogue["substitutes"].items())
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{FONTS}</dir><dir>{SIGNS}</dir><cachedir>{cache}</cachedir>{aliases}</fontconfig>"
    )


def one_file(name: str, data: bytes, folder: Path) -> Compared:
    """Ours beside theirs."""
    mine, theirs = folder / "ours" / f"{name}.pdf", folder / "office" / f"{name}.pdf"
    one = Compared(name)
    mine.unlink(missing_ok=True)
    try:
        with _limited(_LONGEST):
            laid_out = lay_out(data)
    except (DeskError, TookTooLong) as fault:
        unforeseen = str(fault) == UNFORESEEN.format(name="the document") and fault.__cause__
        one.refused = _told(fault.__cause__) if unforeseen and fault.__cause__ else str(fault)
        one.pages = (0, pages_of(theirs) if theirs.exists() else 0)
        return one
    mine.write_bytes(laid_out.pdf)
    one.notes = laid_out.notes
    words, text = written_in(data), text_of(mine)
    one.missing = missing(words, text)
    one.pages = (laid_out.pages, 0)
    if theirs.exists():
        _beside(one, words, text, mine, theirs)
    return one


def _beside(one: Compared, words: list[Written], text: str, mine: Path, theirs: Path) -> None:
    here, there, text_there = lines_of(mine), lines_of(theirs), text_of(theirs)
    blocks = difflib.SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    one.same_lines, one.lines = sum(block.size for block in blocks), max(len(here), len(there))
    one.missing_there = missing(words, text_there)
    whole = plain(text)
    unseen = {plain(word): word for line in there for word in line.split()}
    one.only_there = [
        word for key, word in unseen.items() if len(key) > 1 and key not in whole and key[::-1] not in whole
    ]
    one.pages = (one.pages[0], pages_of(theirs))


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TookTooLong(f"took longer than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _told(fault: BaseException) -> str:
    """A fault of ours, and where it happened."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"UNFORESEEN {type(fault).__name__}: {fault} ({Path(last.filename).name}:{last.lineno})"


def pages_of(pdf: Path) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def lines_of(pdf: Path) -> list[str]:
    """The lines of a PDF as a reader sees them."""
    run = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    lines = [" ".join(html.unescape(word) for word in _WORD.findall(line)) for line in _LINE.findall(run.stdout)]
    return [said for line in lines if (said := _drawn(line))]


def _drawn(line: str) -> str:
    """A line without what one side writes and the other draws: leaders of tab stops, bullets of symbol fonts."""
    return " ".join(_LEADER.sub(" ", _BULLET.sub("", line)).split())


def sentence(one: Compared) -> str:
    """One line for one file."""
    if one.refused:
        return f"{one.name}: refused: {one.refused}{'' if one.pages[1] else ' (by LibreOffice too)'}"
    faults = [f"missing or out of order: {' '.join(one.missing[:5])}"] if one.missing else []
    if one.only_there:
        faults.append(f"only in LibreOffice's: {' '.join(one.only_there[:5])}")
    if not one.pages[1]:
        faults.append("LibreOffice made no PDF")
    elif one.pages[0] != one.pages[1]:
        faults.append(f"{one.pages[0]} pages against {one.pages[1]}")
    lines = f"{one.same_lines} of {one.lines} lines"
    return f"{one.name}: {'; '.join([lines, *faults])}"


def totals(compared: list[Compared]) -> list[str]:
    """What goes among the figures."""
    made = [one for one in compared if not one.refused]
    both = [one for one in made if one.pages[1]]
    count, beside = len(made), len(both)
    words, theirs = sum(not one.missing for one in made), sum(not one.missing_there for one in both)
    pages = sum(one.pages[0] == one.pages[1] for one in both)
    same, lines = sum(one.same_lines for one in both), sum(one.lines for one in both) or 1
    several = [one for one in both if max(one.pages) > 1]
    refused = [one for one in compared if one.refused]
    told = [
        f"words all there and in order: {words} of {count} Word files (LibreOffice: {theirs} of {beside})",
        f"no word only LibreOffice prints: {sum(not one.only_there for one in both)} of {beside} Word files",
        f"as many pages as in LibreOffice: {pages} of {beside} Word files",
        f"of those of several pages: {sum(one.pages[0] == one.pages[1] for one in several)} of {len(several)}",
        f"the same lines as in LibreOffice: {same} of {lines} ({same / lines:.0%})",
    ]
    if refused:
        alone = sum(one.pages[1] > 0 for one in refused)
        told.append(f"refused: {len(refused)}, of which LibreOffice printed {alone}")
    return told


if __name__ == "__main__":
    main()
