"""Copies: whole, numbered, thinned out, and able to take the desk's place."""

import pytest
from sqlmodel import select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body
from bali_desk.store import backups
from bali_desk.store.desk import Desk


def add_body(desk, name):
    with desk.change("Add body") as session:
        session.add(Body(name=name))


def bodies(path):
    desk = Desk(path, for_writing=False)
    try:
        with desk.reading() as session:
            return session.exec(select(Body.name)).all()
    finally:
        desk.close()


def test_each_opening_after_a_change_leaves_a_copy(tmp_path):
    path = tmp_path / "bali.desk"
    for name in ("One", "Two"):
        desk = Desk(path)
        add_body(desk, name)
        desk.close()
    Desk(path).close()
    Desk(path).close()
    copies = backups.copies_of(path)
    assert [bodies(copy) for copy in copies] == [["One"], ["One", "Two"]]


def test_a_copy_of_a_desk_in_use_holds_the_last_edit_and_no_wal(desk, tmp_path):
    add_body(desk, "Last")
    backups.copy(desk.path, tmp_path / "copy.desk")
    assert bodies(tmp_path / "copy.desk") == ["Last"]


def test_an_unwritable_target_is_told_and_an_old_copy_stays(desk, tmp_path):
    with pytest.raises(DeskError, match="No copy could be written"):
        backups.copy(desk.path, tmp_path / "nowhere" / "copy.desk")
    (tmp_path / "folder.desk").mkdir()
    with pytest.raises(DeskError, match="No copy could be written"):
        backups.copy(desk.path, tmp_path / "folder.desk")
    assert not list(tmp_path.glob(".*.part"))


def test_old_copies_are_thinned_out_by_number_not_by_clock(desk):
    folder = backups.folder_of(desk.path)
    folder.mkdir()
    for number in range(1, 61):
        day = (60 - number) // 3 + 1  # the clock runs backwards
        (folder / f"{number:05d} 2026-01-{day:02d} 10.00.desk").touch()
    backups._thin_out(backups.copies_of(desk.path))
    left = [int(copy.name[:5]) for copy in backups.copies_of(desk.path)]
    assert left[-10:] == list(range(51, 61))
    assert len(left) < 60
    days = {copy.name[6:16] for copy in backups.copies_of(desk.path)}
    assert len(days) == 20


def test_restoring_puts_the_copy_in_place_and_the_desk_aside(tmp_path):
    path, copy = tmp_path / "bali.desk", tmp_path / "copy.desk"
    desk = Desk(path)
    add_body(desk, "Old")
    backups.copy(path, copy)
    add_body(desk, "New")
    desk.close()
    backups.restore(copy, path)
    assert bodies(path) == ["Old"]
    aside = next(backups.folder_of(path).glob("before-restore*"))
    assert bodies(aside) == ["Old", "New"]


def test_a_desk_in_use_is_not_replaced(desk, tmp_path):
    backups.copy(desk.path, tmp_path / "copy.desk")
    with pytest.raises(DeskError, match="open elsewhere"):
        backups.restore(tmp_path / "copy.desk", desk.path)
