"""The officer's own templates: Word files in a folder for each document, and which one each document is made with.

Nothing of hers is ever lost: what is removed, and what lay there before she opened it in Word, is kept beside.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bali_desk.domain.errors import DeskError

FOLDER = "templates"  # beside the desks
_KEPT = "kept"
_STAMP = "%Y-%m-%d %H.%M.%S"
_KEPT_NAME = re.compile(r"(.+) \((\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)\)(?: \d+)?")

Signature = tuple[int, int]


class Choices(Protocol):
    """Where it is remembered which template a document is made with."""

    def template(self, document: str) -> str:
        """The name of her template; empty for the shipped one."""

    def choose_template(self, document: str, name: str) -> None:
        """Remember another."""


@dataclass
class ChoicesForNow:
    """Choices that last as long as the window."""

    names: dict[str, str] = field(default_factory=dict)

    def template(self, document: str) -> str:
        """The name of her template; empty for the shipped one."""
        return self.names.get(document, "")

    def choose_template(self, document: str, name: str) -> None:
        """Remember another."""
        self.names[document] = name


@dataclass(frozen=True)
class Kept:
    """A template as it was once: removed, or before it was opened in Word."""

    name: str
    when: str  # "26 November 2026, 14:05"
    path: Path


class OwnTemplates:
    """Names are those of the files, without their ending; a document has none of the same name twice."""

    def __init__(self, folder: Path, choices: Choices, now: Callable[[], dt.datetime] = dt.datetime.now) -> None:
        self._folder, self._choices, self._now = folder, choices, now

    # ---- which there are, and which is used ----
    def names(self, document: str) -> list[str]:
        """Her templates for a document, by the alphabet."""
        folder = self._folder / document
        found = folder.glob("*.docx") if folder.is_dir() else ()
        return sorted((one.stem for one in found if not one.name.startswith(("~$", "."))), key=str.casefold)

    def path(self, document: str, name: str) -> Path:
        """Where a template lies; the shipped one for the empty name."""
        from bali_desk.documents.shelf import document as paperwork

        return self._folder / document / f"{name}.docx" if name else paperwork(document).template

    def in_use(self, document: str) -> str:
        """The name of the template the document is made with; empty for the shipped one."""
        return self._choices.template(document)

    def chosen(self, document: str) -> Path | None:
        """Her template the document is made with, whether it still lies there or not; None for the shipped one."""
        name = self.in_use(document)
        return self.path(document, name) if name else None

    def use(self, document: str, name: str) -> None:
        """Make the document with this template from now on."""
        self._choices.choose_template(document, name)

    # ---- what she does with them ----
    def add(self, document: str, source: Path) -> str:
        """Take a Word file in; a .dotx becomes a .docx. Returns its name; DeskError when it is no Word file."""
        from bali_desk.documents.templates.opening import as_document

        return self._write(document, source.stem, as_document(source))

    def duplicate(self, document: str, name: str) -> str:
        """A copy of a template, the shipped one too, to begin from."""
        from bali_desk.documents.shelf import document as paperwork

        base = f"{name} – copy" if name else f"{paperwork(document).title} – own"
        return self._write(document, base, _read(self.path(document, name)))

    def rename(self, document: str, name: str, wanted: str) -> str:
        """Give a template another name; returns the name it has. DeskError where there is one of that name."""
        new = _fit(wanted)
        if new == name:
            return name
        if new.casefold() != name.casefold() and self._taken(document, new):
            raise DeskError(f"There is a template “{new}” already: choose another name.")
        _move(self.path(document, name), self.path(document, new))
        if self.in_use(document) == name:
            self.use(document, new)
        return new

    def remove(self, document: str, name: str) -> Kept:
        """Put a template aside; the document is made with the shipped one where it was made with this."""
        kept = self._place_for(document, name)
        _move(self.path(document, name), kept)
        if self.in_use(document) == name:
            self.use(document, "")
        return _as_kept(kept)

    def keep(self, document: str, name: str) -> None:
        """Keep a copy of a template as it is now, unless the last one kept is the same."""
        content = _read(self.path(document, name))
        earlier = [one for one in self.kept(document) if one.name == name]
        if not earlier or _read(earlier[0].path) != content:
            _write_whole(self._place_for(document, name), content)

    def kept(self, document: str) -> list[Kept]:
        """What was kept, the latest first."""
        folder = self._folder / document / _KEPT
        found = [one for one in folder.glob("*.docx") if _KEPT_NAME.fullmatch(one.stem)] if folder.is_dir() else []
        return [_as_kept(one) for one in sorted(found, key=_stamp_of, reverse=True)]

    def restore(self, document: str, kept: Kept) -> str:
        """Bring a kept template back under its name, or one like it where that is taken; the kept copy stays."""
        return self._write(document, kept.name, _read(kept.path))

    # ---- inner ----
    def _write(self, document: str, wanted: str, content: bytes) -> str:
        name = self._free(document, _fit(wanted))
        _write_whole(self.path(document, name), content)
        return name

    def _free(self, document: str, wanted: str) -> str:
        name, number = wanted, 1
        while self._taken(document, name):
            number += 1
            name = f"{wanted} ({number})"
        return name

    def _taken(self, document: str, name: str) -> bool:
        return name.casefold() in (one.casefold() for one in self.names(document))

    def _place_for(self, document: str, name: str) -> Path:
        stem = f"{name} ({self._now().strftime(_STAMP)})"
        place, number = self._folder / document / _KEPT / f"{stem}.docx", 1
        while place.exists():
            number += 1
            place = place.with_name(f"{stem} {number}.docx")
        return place


def signature(path: Path | None) -> Signature:
    """What tells whether a file is another than it was; of none, or one that is gone, always the same."""
    try:
        found = path.stat() if path is not None else None
    except OSError:
        found = None
    return (found.st_mtime_ns, found.st_size) if found is not None else (0, 0)


def _fit(wanted: str) -> str:
    """A name that is a file's on every system."""
    from bali_desk.documents.files import safe_name

    if not wanted.strip():
        raise DeskError("A template needs a name.")
    return safe_name(wanted.strip()[:100], "docx").removesuffix(".docx")


def _stamp_of(path: Path) -> tuple[str, str]:
    found = _KEPT_NAME.fullmatch(path.stem)
    return (found.group(2) if found else "", path.stem)


def _as_kept(path: Path) -> Kept:
    from bali_desk.domain.dates import written

    found = _KEPT_NAME.fullmatch(path.stem)
    assert found is not None
    moment = dt.datetime.strptime(found.group(2), _STAMP)
    return Kept(found.group(1), f"{written(moment.date())}, {moment:%H:%M}", path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise DeskError(f"The template “{path.stem}” cannot be read: it is gone, or open in another program.") from None


def _move(path: Path, to: Path) -> None:
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        path.rename(to)
    except OSError:
        raise DeskError(f"“{path.stem}” is gone, or open in Word: close it there first.") from None


def _write_whole(path: Path, content: bytes) -> None:
    from bali_desk.documents.files import write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise DeskError(f"The folder “{path.parent}” cannot be made.") from None
    write_whole(path, content)
