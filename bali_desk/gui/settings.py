"""What the window remembers between two openings. Nothing here touches a document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt


def _key(name: str) -> str:
    """A name of any letters as a key of the file, in which slashes part groups."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]


class Settings:
    """One small ini file, with a name and a type for everything in it."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def scheme(self) -> Qt.ColorScheme:
        """Light, dark, or as the system has it."""
        name = str(self._store.value("window/scheme", "Unknown"))
        return Qt.ColorScheme[name] if name in Qt.ColorScheme.__members__ else Qt.ColorScheme.Unknown

    @scheme.setter
    def scheme(self, value: Qt.ColorScheme) -> None:
        self._store.setValue("window/scheme", value.name)

    @property
    def points(self) -> float:
        """The size of the text."""
        return self._number("window/points", 10.0)

    @points.setter
    def points(self, value: float) -> None:
        self._store.setValue("window/points", value)

    @property
    def meeting(self) -> int:
        """The meeting that was open last; 0 for none."""
        return int(self._number("desk/meeting", 0))

    @meeting.setter
    def meeting(self, value: int) -> None:
        self._store.setValue("desk/meeting", value)

    @property
    def page(self) -> str:
        """The page of the meeting that was in front last; "" for none."""
        return str(self._store.value("desk/page", ""))

    @page.setter
    def page(self, value: str) -> None:
        self._store.setValue("desk/page", value)

    @property
    def desk(self) -> Path | None:
        """The desk that was open last."""
        value = str(self._store.value("desk/path", ""))
        return Path(value) if value else None

    @desk.setter
    def desk(self, value: Path) -> None:
        self._store.setValue("desk/path", str(value))

    @property
    def folder(self) -> Path | None:
        """Where she last read or wrote a file."""
        value = str(self._store.value("files/folder", ""))
        return Path(value) if value and Path(value).is_dir() else None

    @folder.setter
    def folder(self, value: Path) -> None:
        self._store.setValue("files/folder", str(value))

    def template(self, document: str) -> str:
        """The name of her template for a document; empty for the shipped one."""
        return str(self._store.value(f"templates/{document}", ""))

    def choose_template(self, document: str, name: str) -> None:
        """Make the document with this template from now on."""
        self._store.setValue(f"templates/{document}", name)

    def unrecorded(self, name: str) -> str:
        """What was typed and not recorded yet, under the name of its place; "" for nothing."""
        return str(self._store.value(f"unrecorded/{_key(name)}", ""))

    def keep_unrecorded(self, name: str, words: str) -> None:
        """Keeps such words on the disk at once, whatever happens to the program; "" lets them go."""
        if words:
            self._store.setValue(f"unrecorded/{_key(name)}", words)
        else:
            self._store.remove(f"unrecorded/{_key(name)}")
        self._store.sync()

    def _number(self, name: str, otherwise: float) -> float:
        try:
            return float(str(self._store.value(name, otherwise)))
        except ValueError:
            return otherwise
