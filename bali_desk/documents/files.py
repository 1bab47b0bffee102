"""Names a file may have on every system, and writing that leaves either the new file or the old one whole."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path

from bali_desk.domain.errors import DeskError

_LONGEST_STEM = 120
_DESK_HEAD = b"SQLite format 3\0"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def safe_name(title: str, ext: str) -> str:
    """A file name from a title, legal on Windows, macOS and Linux: safe_name("Agenda: day 1/2", "docx")."""
    stem = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title)).split())
    while len(stem) > _LONGEST_STEM or len(stem.encode()) > 2 * _LONGEST_STEM:
        stem = stem[:-1]
    stem = stem.strip(" .") or "Document"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    return f"{stem}.{ext.lstrip('.')}"


def write_whole(path: Path, data: bytes, made_from: Path | None = None) -> None:
    """Write `data` to `path`: whoever looks finds the old file or the new one, never half of one.

    Raises DeskError when it cannot be written there, and rather than put a document in the place of a desk or of the
    file it was made from.
    """
    beside: Path | None = None
    try:
        _refuse_to_replace(path, made_from)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _as_ordinary_file(beside, path)
        os.replace(beside, path)
        beside = None
    except OSError as error:
        raise DeskError(f"“{path}” could not be written: {_why(error)}.") from None
    finally:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink()


def write_together(folder: Path, files: Mapping[str, bytes], made_from: Collection[Path] = ()) -> None:
    """Write several files into a folder: all are whole before the first of them is put in its place.

    Raises DeskError as `write_whole` does; then none of them is there, or what was there before.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".", suffix=".part", dir=folder, ignore_cleanup_errors=True) as name:
            aside = Path(name)
            for file, data in files.items():
                for source in (None, *made_from):
                    _refuse_to_replace(folder / file, source)
                with open(aside / file, "wb") as stream:
                    stream.write(data)
                    stream.flush()
                    os.fsync(stream.fileno())
            _put_in_place(aside, folder, list(files))
    except OSError as error:
        raise DeskError(f"The documents could not be written into “{folder}”: {_why(error)}.") from None


def _put_in_place(aside: Path, folder: Path, names: list[str]) -> None:
    """Move files where they belong; when one cannot be moved, what was there before comes back."""
    kept: dict[str, Path] = {}
    moved: list[str] = []
    try:
        for name in names:
            target = folder / name
            _as_ordinary_file(aside / name, target)
            if target.exists():
                os.replace(target, aside / f"{name}.before")
                kept[name] = aside / f"{name}.before"
            os.replace(aside / name, target)
            moved.append(name)
    except OSError:
        for name in moved:
            (folder / name).unlink(missing_ok=True)
        for name, before in kept.items():
            os.replace(before, folder / name)
        raise


def _refuse_to_replace(path: Path, made_from: Path | None) -> None:
    if not path.exists():
        return
    if path.is_dir():
        raise IsADirectoryError
    if made_from is not None and made_from.exists() and path.samefile(made_from):
        raise DeskError(f"“{path}” is the file this is made from: name another one to write to.")
    if path.is_file():
        with open(path, "rb") as there:
            if there.read(len(_DESK_HEAD)) == _DESK_HEAD:
                raise DeskError(f"“{path}” is a desk: name another file to write to.")


def _as_ordinary_file(made: Path, wanted: Path) -> None:
    """Give the new file the rights of the one it replaces, or those any new file would have."""
    if os.name == "nt":
        return
    try:
        mode = wanted.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    made.chmod(mode)


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such folder"
    if isinstance(error, PermissionError):
        return "it is open in another program, or you may not write there"
    if isinstance(error, IsADirectoryError):
        return "there is a folder of that name"
    return (error.strerror or "the disk refused").rstrip(".").lower()
