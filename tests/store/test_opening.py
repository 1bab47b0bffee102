"""Desks that cannot be opened are refused in one sentence and left as they are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body
from bali_desk.store import backups, opening, place
from bali_desk.store.desk import Desk


def refusal(path, **how):
    with pytest.raises(DeskError) as refused:
        Desk(path, **how)
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 2\0" * 300, os.urandom(9000)])
def test_a_file_of_another_kind_is_refused_and_untouched(tmp_path, content):
    path = tmp_path / "other.desk"
    path.write_bytes(content)
    assert "not a Bali Desk file" in refusal(path)
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["other.desk"]


def test_a_folder_and_a_missing_folder_are_named(tmp_path):
    assert "is a folder" in refusal(tmp_path)
    assert "There is no folder" in refusal(tmp_path / "nowhere" / "a.desk")


def test_a_missing_desk_is_not_made_where_none_was_asked_for(tmp_path):
    assert "There is no desk" in refusal(tmp_path / "a.desk", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kept", [5000, 20_000])
def test_a_cut_off_desk_is_damaged(tmp_path, kept):
    path = tmp_path / "cut.desk"
    Desk(path).close()
    path.write_bytes(path.read_bytes()[:kept])
    assert "damaged" in refusal(path)


def test_a_desk_with_a_wiped_page_is_damaged(tmp_path):
    path = tmp_path / "wiped.desk"
    Desk(path).close()
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 5] = bytes(4096 * 2)
    path.write_bytes(data)
    assert "damaged" in refusal(path)


def test_a_second_writer_is_told_who_has_the_desk(desk):
    said = refusal(desk.path)
    assert "is open elsewhere, by" in said
    assert "close it there first" in said


def test_a_second_program_may_read_meanwhile(desk):
    with desk.change("Add body") as session:
        session.add(Body(name="Group"))
    script = (
        "import sys; from pathlib import Path; from bali_desk.store.desk import Desk\n"
        "desk = Desk(Path(sys.argv[1]), for_writing=False)\n"
        "with desk.reading() as session:\n"
        "    print(session.connection().exec_driver_sql('SELECT name FROM body').scalar())\n"
    )
    read = subprocess.run([sys.executable, "-c", script, str(desk.path)], capture_output=True, text=True, check=True)
    assert read.stdout.strip() == "Group"


def test_the_lock_of_a_killed_program_is_free(tmp_path):
    path = tmp_path / "left.desk"
    script = (
        "import os, sys; from pathlib import Path; from bali_desk.store.desk import Desk\n"
        "desk = Desk(Path(sys.argv[1])); os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    Desk(path).close()


def test_a_read_only_desk_can_be_read_but_not_written(desk, tmp_path):
    with desk.change("Add body") as session:
        session.add(Body(name="Group"))
    copy = tmp_path / "stick.desk"
    backups.copy(desk.path, copy)
    copy.chmod(0o444)
    assert "read-only" in refusal(copy)
    frozen = Desk(copy, for_writing=False)
    with frozen.reading() as session:
        assert session.connection().exec_driver_sql("SELECT name FROM body").scalar() == "Group"
    frozen.close()
    assert not copy.with_name("stick.desk-wal").exists()


def test_no_desk_is_made_where_nothing_may_be_written(tmp_path, monkeypatch):
    monkeypatch.setattr(place, "is_writable", lambda path: False)  # root may write everywhere
    assert "you may not write there" in refusal(tmp_path / "new.desk")


def test_foreign_keys_full_synchronisation_and_wal_are_on(desk):
    with desk.reading() as session:
        pragmas = [
            session.execute(text(f"PRAGMA {name}")).scalar() for name in ("foreign_keys", "synchronous", "journal_mode")
        ]
    assert pragmas == [1, 2, "wal"]


def test_wal_is_left_alone_on_a_network_drive(tmp_path, monkeypatch):
    monkeypatch.setattr(opening.place, "is_on_network", lambda path: True)
    desk = Desk(tmp_path / "share.desk")
    with desk.reading() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "delete"
    desk.close()


class Mount:
    def __init__(self, mountpoint, fstype, opts="rw"):
        self.mountpoint, self.fstype, self.opts = mountpoint, fstype, opts


@pytest.mark.parametrize(
    ("fstype", "opts", "network"),
    [("ext4", "rw", False), ("nfs4", "rw", True), ("cifs", "rw", True), ("smbfs", "rw", True), ("", "rw,remote", True)],
)
def test_the_nearest_mount_says_whether_a_drive_is_on_the_network(tmp_path, monkeypatch, fstype, opts, network):
    import psutil

    mounts = [Mount("/", "ext4"), Mount(str(tmp_path), fstype, opts), Mount(str(tmp_path / "other"), "nfs")]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: mounts)
    assert place.is_on_network(tmp_path / "a.desk") is network


def test_a_server_is_no_desk_file():
    assert "PostgreSQL" in refusal(Path("postgresql://bali@/desk"))


def test_a_desk_opens_under_any_legal_name(tmp_path):
    path = tmp_path / "50% ភាសា #1? & ‘x’.desk"
    Desk(path).close()
    Desk(path).close()
    assert path.is_file()
