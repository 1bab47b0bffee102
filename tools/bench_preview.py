"""The preview after an edit of the statement, against LibreOffice converting the very same Word file once.

Ours is what the window does from the change of the desk to the pages drawn: the record read, the template filled in,
the pages laid out, those that changed drawn. It is measured in a program that has made a preview before, as the window
has; LibreOffice starts anew for each file, as whoever converts one does, with its profile already there.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

DPI = 96.0
RUNS = 11


def preview(desk: Path, folder: Path, libreoffice: Callable[[Path, Path], float], report: Callable[..., None]) -> None:
    """Measure both in turn and report the ratio."""
    from bali_desk.domain.models import Block
    from bali_desk.presenters.documents import exporting
    from bali_desk.presenters.documents.previewing import Previewing
    from bali_desk.presenters.statement.composing import compose_statement
    from bali_desk.store.desk import Desk
    from bali_desk.store.records import read_record

    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: the preview was not measured.")
        return
    ours: list[float] = []
    office: list[float] = []
    word = folder / "previewed.docx"
    with closing(Desk(desk)) as opened:
        compose_statement(opened, 1)
        making = Previewing()
        made(opened, making)
        for number in range(RUNS):
            with opened.change("Edit") as session:
                block = session.get(Block, read_record(session, 1).blocks[4].id)
                block.text = f"{block.text} Members agreed to return to point {number}."
            begun = time.process_time()
            made(opened, making)
            ours.append(time.process_time() - begun)
            word.write_bytes(exporting.make(exporting.order_of(opened, 1, exporting.STATEMENT), ".docx"))
            office.append(libreoffice(word, folder))
    report("preview after an edit of the statement", ours[1:], "one LibreOffice conversion", office[1:])


def made(desk: Any, making: Any) -> None:
    """One preview, as the window makes it."""
    from bali_desk.presenters.documents import exporting

    making.made(exporting.order_of(desk, 1, exporting.STATEMENT), DPI, Patient())


class Patient:
    """Progress that nobody looks at."""

    def step(self, done: int, total: int) -> None:
        """Go on."""
