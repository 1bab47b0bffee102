"""How near our layout comes to LibreOffice's: `python tools/compare_layout.py [--folder KEPT] [NAME ...]`.

The Word files are those of tests/documents/layout/word_corpus. For each it says whether every word of the file stands
in our PDF in its order, whether both have as many pages, and how many lines are the same. Both sides have the same
fonts, ours.
"""

from __future__ import annotations

import argparse
import difflib
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "documents" / "layout"))
from word_corpus import files  # noqa: E402
from word_corpus.reading import missing, text_of, written_in  # noqa: E402

from bali_desk.documents.layout import lay_out  # noqa: E402

FONTS = ROOT / "resources" / "fonts"
SIGNS = "/usr/share/fonts/truetype/libreoffice"  # OpenSymbol, without which LibreOffice draws bullets as boxes
ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'
_BULLET = re.compile("^[\ue000-\uf8ff•▪]( |$)")
_LEADER = re.compile(r"[._·-]{4,}|_{2,}")
_LINE = re.compile(r"<line [^>]*>(.*?)</line>", re.DOTALL)
_WORD = re.compile(r"<word [^>]*>(.*?)</word>", re.DOTALL)


@dataclass
class Compared:
    """One file: what is missing of its words on either side, and what of pages and lines agrees."""

    name: str
    missing: list[str]
    missing_there: list[str]
    pages: tuple[int, int]
    same_lines: int
    lines: int


def main() -> None:
    """Compare all files, or those whose names hold one of the words given."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("names", nargs="*", help="only files whose names hold one of these")
    asked.add_argument("--folder", type=Path, help="keep the Word files and both PDFs here")
    asked.add_argument("--total", action="store_true", help="only the figures of all files together")
    chosen = asked.parse_args()
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: the layout was not compared.")
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        compared = compare(folder, chosen.names)
    for one in compared if not chosen.total else ():
        print(sentence(one))
    for line in totals(compared):
        print(line)


def compare(folder: Path, names: list[str]) -> list[Compared]:
    """Lay out every file on both sides."""
    wanted = {n: d for n, d in files().items() if not names or any(part in n for part in names)}
    for side in ("word", "office", "ours"):
        (folder / side).mkdir(parents=True, exist_ok=True)
    stale = []
    for name, data in wanted.items():
        file = folder / "word" / f"{name}.docx"
        if not (folder / "office" / f"{name}.pdf").exists() or not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)
            stale.append(file)
    office(stale, folder)
    return [one_file(name, data, folder) for name, data in wanted.items()]


def office(sources: list[Path], folder: Path) -> None:
    """Let one LibreOffice convert them all, with our fonts."""
    if not sources:
        return
    settings = folder / "fonts.conf"
    settings.write_text(font_settings(folder / "font-cache"), encoding="utf-8")
    home = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "office")]
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings.resolve())}
    subprocess.run([*command, *map(str, sources)], env=environment, capture_output=True, check=True, timeout=900)


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
    mine.write_bytes(lay_out(data).pdf)
    here, there = lines_of(mine), lines_of(theirs)
    blocks = difflib.SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    words = written_in(data)
    pages = (pages_of(mine), pages_of(theirs))
    return Compared(
        name, missing(words, text_of(mine)), missing(words, text_of(theirs)), pages, same, max(len(here), len(there))
    )


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
    faults = [f"missing or out of order: {' '.join(one.missing[:5])}"] if one.missing else []
    if one.pages[0] != one.pages[1]:
        faults.append(f"{one.pages[0]} pages against {one.pages[1]}")
    lines = f"{one.same_lines} of {one.lines} lines"
    return f"{one.name}: {'; '.join([lines, *faults])}"


def totals(compared: list[Compared]) -> list[str]:
    """What goes among the figures."""
    count = len(compared) or 1
    words, theirs = sum(not one.missing for one in compared), sum(not one.missing_there for one in compared)
    pages = sum(one.pages[0] == one.pages[1] for one in compared)
    same, lines = sum(one.same_lines for one in compared), sum(one.lines for one in compared) or 1
    return [
        f"words all there and in order: {words} of {count} Word files (LibreOffice: {theirs})",
        f"as many pages as in LibreOffice: {pages} of {count} Word files",
        f"the same lines as in LibreOffice: {same} of {lines} ({same / lines:.0%})",
    ]


if __name__ == "__main__":
    main()
