"""The one gate for zipped Office files that come from outside: nothing is unpacked before its size is known to be sane.

Whoever reads a Word file opens it here: the templates, the layout, the draft checks and agreed language. What stands in
the parts, and what of it may go on into files of ours, is the business of whoever reads them.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections import Counter
from dataclasses import dataclass

from bali_desk.domain.errors import DeskError

MEGABYTE = 2**20
_DAMAGED = "is not a Word file, or it is damaged: open it in Word and save it again as .docx"
_TOO_LARGE = "is too large: its contents unpack to more than any Word file of a meeting holds"
_LOCKED = (
    "is locked with a password, or of the kind Word made before 2007: open it in Word and save it as .docx without "
    "a password"
)
_DOCTYPE = "asks for other files to be read in (a DOCTYPE), which is not allowed: save it anew in Word"
_ENCODING = re.compile(rb"^<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_PLAIN_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_COMPOUND = b"\xd0\xcf\x11\xe0"  # how an encrypted file begins, and one of the older kind
_FOREIGN_STARTS = (b"\xff\xfe", b"\xfe\xff", b"\x00", b"<\x00", b"\x4c\x6f\xa7\x94")  # UTF-16, UTF-32, EBCDIC


@dataclass(frozen=True)
class Limits:
    """How much a file may hold. Sizes in bytes; `ratio` is asked only of a part that unpacks to more than `small`."""

    packed: int = 64 * MEGABYTE
    whole: int = 128 * MEGABYTE
    xml: int = 16 * MEGABYTE
    parts: int = 2_000
    ratio: int = 200
    small: int = 4 * MEGABYTE
    pixels: int = 40_000_000


OWN = Limits(packed=256 * MEGABYTE, whole=512 * MEGABYTE, xml=256 * MEGABYTE, ratio=600)  # what we have just made


class Unwelcome(DeskError):
    """A file that is not let in; `why` finishes the sentence that begins with its name."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"“{name}” {why}.")
        self.why = why

    @property
    def damaged(self) -> bool:
        """Whether it could not be read, rather than may not."""
        return self.why == _DAMAGED


class Gate:
    """A file let in: its parts by name, each checked when it is read. Raises `Unwelcome`."""

    def __init__(self, data: bytes, name: str, limits: Limits | None = None) -> None:
        self._name, self._limits = name, limits or Limits()
        if len(data) > self._limits.packed:
            raise Unwelcome(name, _TOO_LARGE)
        if data.startswith(_COMPOUND):
            raise Unwelcome(name, _LOCKED)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except Exception as fault:  # what a damaged directory of parts raises is not foreseeable
            raise self.damaged() from fault
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}
        self._check(entries)

    @property
    def names(self) -> list[str]:
        """The parts there are, without a stroke in front."""
        return list(self._entries)

    def damaged(self) -> Unwelcome:
        """The sentence for a file that cannot be read."""
        return Unwelcome(self._name, _DAMAGED)

    def read(self, part: str) -> bytes:
        """The bytes of a part; KeyError where there is none."""
        entry = self._entries[part]
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size + 1)
        except Exception as fault:  # nor what damaged contents raise: zipfile's errors, zlib's, and plain ones
            raise self.damaged() from fault
        if len(data) > entry.file_size:
            raise Unwelcome(self._name, _TOO_LARGE)
        if part.lower().endswith((".xml", ".rels")) or _is_xml(data):
            self._check_xml(data)
        return data

    def everything(self) -> dict[str, bytes]:
        """All parts, read; a picture with more points than can be drawn is not let in."""
        parts = {name: self.read(name) for name in self._entries if not name.endswith("/")}
        for data in parts.values():
            width, height = picture_size(data)
            if width * height > self._limits.pixels:
                raise Unwelcome(self._name, f"holds a picture of {width:,} by {height:,} points: make it smaller")
        return parts

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        limits = self._limits
        if len(entries) > limits.parts or sum(entry.file_size for entry in entries) > limits.whole:
            raise Unwelcome(self._name, _TOO_LARGE)
        for entry in entries:
            swollen = entry.file_size > limits.small and entry.file_size > limits.ratio * max(entry.compress_size, 1)
            if swollen:
                raise Unwelcome(self._name, _TOO_LARGE)
        twice = [name for name, times in Counter(one.filename.lower() for one in entries).items() if times > 1]
        if twice or any(".." in name.split("/") for name in self._entries):
            raise self.damaged()

    def _check_xml(self, data: bytes) -> None:
        """Only XML whose letters can be looked through: in another encoding a declaration could hide."""
        if len(data) > self._limits.xml:
            raise Unwelcome(self._name, _TOO_LARGE)
        plain = data.removeprefix(b"\xef\xbb\xbf")
        declared = _ENCODING.match(plain)
        if plain.startswith(_FOREIGN_STARTS) or (declared and declared[1].strip().lower() not in _PLAIN_ENCODINGS):
            raise self.damaged()
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise Unwelcome(self._name, _DOCTYPE)


def _is_xml(data: bytes) -> bool:
    """Whether a part could be read as XML whatever it is called."""
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((b"<", *_FOREIGN_STARTS[:2], _FOREIGN_STARTS[4]))


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG, GIF, BMP or JPEG in points, from its head alone; nought for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data.startswith(b"BM") and len(data) >= 26:
        width, height = struct.unpack("<ii", data[18:26])
        return abs(width), abs(height)
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else (0, 0)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 1 if marker == 0xFF else 2 + max(length, 2)
    return 0, 0
