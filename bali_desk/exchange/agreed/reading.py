"""Earlier statements from files: each read by itself, so that one that cannot be read does not stop the others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.agreed.passages import Passage
from bali_desk.exchange.agreed.recognising import KnownBody, Recognised, recognise

ENDINGS = (".docx", ".pdf", ".txt")
MOST_BYTES = 100_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # .doc, and every Office file with a password


@dataclass(frozen=True)
class EarlierText:
    """A statement as a file had it; `digest` is the SHA-256 of the file."""

    file_name: str
    digest: str
    recognised: Recognised
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Read:
    """What came of some files: the texts, how many the desk has already, and a sentence for each that is unreadable."""

    texts: tuple[EarlierText, ...]
    known: int
    unread: tuple[str, ...]


def read_files(
    paths: Sequence[Path],
    known_digests: Iterable[str] = (),
    bodies: Sequence[KnownBody] = (),
    step: Callable[[int, int], None] = lambda done, total: None,
) -> Read:
    """Read files and, of folders, every .docx, .pdf and .txt in them; the oldest statement first.

    The same file, in whichever place, is read once. `step` is told before each file how many are done, of how many.
    """
    files = _files(paths)
    digests, known = set(known_digests), 0
    texts: list[EarlierText] = []
    unread: list[str] = []
    for number, path in enumerate(files):
        step(number, len(files))
        try:
            data = _bytes(path)
            digest = hashlib.sha256(data).hexdigest()
            if digest in digests:
                known += 1
                continue
            digests.add(digest)
            texts.append(read_text_file(path.name, data, bodies))
        except DeskError as error:
            unread.append(f"“{path.name}” {error}.")
    if not files:
        unread.append("There is no .docx, .pdf or .txt file there.")
    texts.sort(key=lambda text: (text.recognised.date or "", text.file_name))  # later ones are found first
    return Read(tuple(texts), known, tuple(unread))


def read_text_file(name: str, data: bytes, bodies: Sequence[KnownBody] = ()) -> EarlierText:
    """One file by its content and its ending. Raises DeskError in the words that finish "“name” …"."""
    passages = _passages(Path(name).suffix.lower(), data)
    if not passages:
        raise DeskError("holds no text")
    recognised = recognise(passages, Path(name).stem, bodies)
    if all(passage.kind != "title" for passage in passages):
        titles = [place for place, one in enumerate(passages) if (one.kind, one.text) == ("heading", recognised.title)]
        for place in titles[:1]:
            passages[place] = Passage("title", passages[place].text)
    digest = hashlib.sha256(data).hexdigest()
    return EarlierText(name, digest, recognised, tuple(passages))


def _passages(ending: str, data: bytes) -> list[Passage]:
    if data.startswith(_OLD_OFFICE):
        raise DeskError("is an old Word file or locked with a password: save it as .docx without one")
    if b"%PDF-" in data[:1024]:
        from bali_desk.exchange.agreed.pdf import read_pdf

        return _guarded(read_pdf, data)
    if ending == ".docx" or data.startswith(b"PK\x03\x04"):
        from bali_desk.exchange.agreed.word import read_word

        return _guarded(read_word, data)
    if ending == ".txt" and not _is_binary(data):
        from bali_desk.exchange.agreed.plain_text import read_text

        return read_text(data)
    raise DeskError("is damaged or no PDF" if ending == ".pdf" else "is no text: .docx, .pdf and .txt can be read in")


def _guarded(reader: Callable[[bytes], list[Passage]], data: bytes) -> list[Passage]:
    """A foreign file may be wrong in ways no library has a name for: it must not stop the others."""
    try:
        return reader(data)
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, MemoryError) as error:
        raise DeskError("is damaged: it cannot be read") from error


def _is_binary(data: bytes) -> bool:
    head = data[:4096]
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 26, 27) for byte in head)
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head.count(0) * 3 > len(head)
    return controls > len(head) // 10 and not wide


def _files(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
            found += sorted(one for one in inside if not one.name.startswith(("~$", ".")))  # Word's own locks
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DeskError("is too large to be a statement")
        return path.read_bytes()
    except OSError as error:
        raise DeskError(f"cannot be opened: {error.strerror}") from error
