"""Ten thousand persons in the window, as ratios of processor time: our list model against a sort and filter proxy.

Both are measured until the rows stand in the view; painting them costs both the same and is left out. Ours begins with
reading the desk file, the proxy is handed its rows ready made. What ours folds for finding is folded once, in a pause
after the page is painted: the last line tells how long that takes.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import random
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import bali_desk.gui.plain_import  # noqa: F401  (before anything else of PySide6)

# isort: split
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView
from sqlalchemy import insert

from bali_desk.domain.models import Body, Delegation, Meeting, Participant
from bali_desk.gui.look import Look
from bali_desk.gui.participants.participants_page import ParticipantsPage
from bali_desk.presenters.participants.presenter import ParticipantsPresenter
from bali_desk.store.desk import Desk

PERSONS, DELEGATIONS, RUNS = 10_000, 60, 3
GIVEN = ("Orathai", "José António", "Thị Ngọc Ánh", "Callum", "Haruka", "Céline", "Mehmet", "Nusrat Jahan", "Dev")
FAMILY = ("Srisuwan", "Ximenes dos Reis", "Nguyễn", "Whitford", "Ishizaki", "van der Meulen", "Yılmaz", "Sultana")
KEYSTROKES = ("s", "sr", "sri", "sri 4", "sri", "sr", "n", "ng", "ngu", "nguy")
SORTED = {0: "name", 2: "position", 3: "role"}
READY = "making ready to find in 10,000 persons"
Times = dict[str, list[float]]


def main() -> None:
    """Measure and print one line for each."""
    QApplication.instance() or QApplication([])
    ours: Times = {}
    theirs: Times = {}
    with tempfile.TemporaryDirectory() as folder, closing(Desk(Path(folder) / "persons.desk")) as desk:
        meeting = fill(desk)
        gc.collect()
        gc.freeze()  # as the front door does once everything is loaded
        for _ in range(RUNS):  # in turn, so that a busy moment hits both
            rows = measure_ours(desk, meeting, ours)
            measure_proxy(rows, theirs)
    for what, mine in ours.items():
        if what in theirs:
            report(what, mine, theirs[what])
    print(f"{READY}: {sorted(ours[READY])[RUNS // 2] * 1000:.0f} ms, once, in a pause")


def fill(desk: Desk) -> int:
    """A meeting of ten thousand persons; its id."""
    draw = random.Random(1)
    with desk.change("Fill") as session:
        body = Body(name="Large group")
        session.add(body)
        session.flush()
        meeting = Meeting(body_id=body.id or 0, start=dt.date(2017, 5, 25), end=dt.date(2017, 5, 26))
        session.add(meeting)
        session.flush()
        shared = {"meeting_id": meeting.id, "version": 1}
        homes = [
            {**shared, "name": f"Country {n}", "kind": "country", "status": "member", "sequence": n, "handle": f"d{n}"}
            for n in range(DELEGATIONS)
        ]
        session.execute(insert(Delegation), homes)
        session.execute(insert(Participant), [{**shared, **person(n, draw)} for n in range(PERSONS)])
        assert meeting.id is not None
        return meeting.id


def person(number: int, draw: random.Random) -> dict[str, object]:
    """Somebody with a name of her own."""
    return {
        "delegation_id": number % DELEGATIONS + 1,
        "honorific": draw.choice(("Ms", "Mr", "Dr")),
        "given": f"{draw.choice(GIVEN)} {number % 97}",
        "family": f"{draw.choice(FAMILY)}{number}",
        "native_name": "อรทัย ศรีสุวรรณ",
        "position": f"Director, Division {number % 211}",
        "organisation": "Ministry of the Interior",
        "role": draw.choice(("head of delegation", "alternate", "adviser", "delegate")),
        "email": f"person{number}@interior.gov",
        "attendance": draw.choice(("expected", "present", "absent")),
        "present_on": ["2017-05-25"],
        "sequence": number,
        "handle": f"p{number}",
    }


def measure_ours(desk: Desk, meeting: int, times: Times) -> list[tuple[str, ...]]:
    """The Participants page; gives its rows as plain texts."""
    look = Look(QApplication.instance())
    page = ParticipantsPage(look)
    page.resize(1174, 660)
    page.show()
    QApplication.processEvents()

    def open_page() -> None:
        page.attach(ParticipantsPresenter(desk, page, None, meeting))

    spend(times, "opening 10,000 persons", open_page)
    spend(times, READY, lambda: [None for _ in iter(page.presenter.prepare, False)])
    sort = page.persons_view.sortByColumn
    for column, title in SORTED.items():
        spend(times, f"sorting 10,000 persons by {title}", partial(sort, column, Qt.SortOrder.AscendingOrder))
    sort(-1, Qt.SortOrder.AscendingOrder)
    for asked in KEYSTROKES:
        spend(times, f"finding “{asked}” in 10,000 persons", partial(page.find_edit.setText, asked))
    page.find_edit.clear()
    rows = [(r.name, r.native, r.position, r.role, r.state, "", r.email) for r in page.people.persons]
    page.presenter.leave()
    page.deleteLater()
    look.deleteLater()
    return rows


class PlainModel(QAbstractTableModel):
    """The rows in the simplest table model there is."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows[0])

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def measure_proxy(rows: list[tuple[str, ...]], times: Times) -> None:
    """The same rows behind a QSortFilterProxyModel that keeps them in the order of names and looks in every column."""
    view, model, proxy = QTableView(), PlainModel(rows), QSortFilterProxyModel()
    view.resize(1174, 660)
    view.show()
    QApplication.processEvents()

    def open_view() -> None:
        proxy.setFilterKeyColumn(-1)
        proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        proxy.setSourceModel(model)
        proxy.sort(0)
        view.setModel(proxy)

    spend(times, "opening 10,000 persons", open_view)
    proxy.sort(4)
    for column, title in SORTED.items():
        spend(times, f"sorting 10,000 persons by {title}", partial(proxy.sort, column))
    for asked in KEYSTROKES:
        spend(times, f"finding “{asked}” in 10,000 persons", partial(proxy.setFilterFixedString, asked))
    view.setModel(None)
    view.deleteLater()


def spend(times: Times, what: str, act: Callable[[], object]) -> None:
    """Notes the processor seconds until the act is done and painted."""
    begun = time.process_time()
    act()
    times.setdefault(what, []).append(time.process_time() - begun)
    QApplication.processEvents()


def report(what: str, ours: list[float], theirs: list[float]) -> None:
    """How many times faster, by the slowest of ours and the quickest of theirs as well as by the medians."""
    mine, other = sorted(ours)[len(ours) // 2], sorted(theirs)[len(theirs) // 2]
    print(
        f"{what}: {other / mine:.0f} times faster than a QSortFilterProxyModel "
        f"({mine * 1000:.0f} ms against {other * 1000:.0f} ms; at worst {min(theirs) / max(ours):.1f} times)"
    )


if __name__ == "__main__":
    main()
