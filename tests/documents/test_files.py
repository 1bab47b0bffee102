"""Names every system takes, and files that are whole or not there."""

from __future__ import annotations

import os

import pytest

from bali_desk.documents.files import safe_name, write_whole
from bali_desk.domain.errors import DeskError


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Agenda: day 1/2", "Agenda day 1 2.docx"),
        ("  a . ", "a.docx"),
        ("...", "Document.docx"),
        ("", "Document.docx"),
        ("CON", "_CON.docx"),
        ("nul.backup", "_nul.backup.docx"),
        ("a\x00b\u202ec\ud800", "a b c.docx"),
        ("Réunion – Đặng", "Réunion – Đặng.docx"),
    ],
)
def test_a_title_becomes_a_name_windows_takes(title, name):
    assert safe_name(title, ".docx") == name


@pytest.mark.parametrize("letter", ["w", "é", "ច", "😀"])
def test_a_long_title_is_cut_to_what_every_disk_takes(letter, tmp_path):
    name = safe_name(letter * 600, "docx")
    assert len(name.encode()) < 255
    write_whole(tmp_path / name, b"x")


def test_a_new_file_takes_the_place_of_the_old_one_whole(tmp_path):
    path = tmp_path / "a.docx"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.skipif(os.name == "nt", reason="rights are not bits there")
def test_the_file_may_be_read_by_whom_any_new_file_may(tmp_path):
    (tmp_path / "plain").write_bytes(b"")
    write_whole(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path):
    with pytest.raises(DeskError, match="there is no such folder"):
        write_whole(tmp_path / "nowhere" / "a.docx", b"x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x").touch()
    with pytest.raises(DeskError, match="could not be written: there is a folder of that name"):
        write_whole(tmp_path / "folder", b"x")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder"]


def test_a_document_never_takes_the_place_of_a_desk(tmp_path):
    from bali_desk.store.desk import Desk

    Desk(tmp_path / "bali.desk").close()
    before = (tmp_path / "bali.desk").read_bytes()
    with pytest.raises(DeskError, match="is a desk: name another file"):
        write_whole(tmp_path / "bali.desk", b"{}")
    assert (tmp_path / "bali.desk").read_bytes() == before


def test_a_document_never_takes_the_place_of_what_it_is_made_from(tmp_path):
    source = tmp_path / "template.docx"
    source.write_bytes(b"template")
    (tmp_path / "link.docx").symlink_to(source)
    for target in (source, tmp_path / "link.docx", tmp_path / "." / "template.docx"):
        with pytest.raises(DeskError, match="is the file this is made from"):
            write_whole(target, b"document", made_from=source)
    assert source.read_bytes() == b"template"
