"""Drafts from files for the checks: plain text, or the paragraphs of a Word file and what editing left in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.agreed.plain_text import decoded
from bali_desk.exchange.agreed.word import Element, W, opened_word, told_paragraphs, words_in

MOST_BYTES = 100_000_000
_TRACKED = {"ins": "inserted as a tracked change", "moveTo": "moved as a tracked change"}
_FORMATS = {"highlight": "highlighted", "vanish": "hidden text"}


@dataclass(frozen=True)
class Residue:
    """Words of a paragraph that editing has left a mark on, and which."""

    paragraph: int
    words: str
    why: str


@dataclass(frozen=True)
class DraftFile:
    """A draft as a file has it: plain text, or the kind and text of each paragraph of a Word file."""

    plain: str = ""
    paragraphs: tuple[tuple[str, str], ...] = ()
    residue: tuple[Residue, ...] = field(default=())


def read_draft_file(path: Path) -> DraftFile:
    """A .docx or .txt file. Raises DeskError, with the name of the file, where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DeskError(f"“{path}” cannot be read: {(error.strerror or 'the system refused').lower()}.") from error
    if len(data) > MOST_BYTES:
        raise DeskError(f"“{path.name}” is too large to be a statement.")
    if path.suffix.lower() == ".txt":
        return DraftFile(plain=decoded(data).replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return _from_word(data)
    except DeskError as error:
        raise DeskError(f"“{path.name}” {error}.") from error


def _from_word(data: bytes) -> DraftFile:
    document, kinds = opened_word(data)
    paragraphs: list[tuple[str, str]] = []
    residue: list[Residue] = []
    for element, text in told_paragraphs(document):
        if text:
            residue += [Residue(len(paragraphs), words, why) for words, why in _left_in(element)]
            paragraphs.append((kinds.of(element) or "paragraph", text))
    return DraftFile(paragraphs=tuple(paragraphs), residue=tuple(residue))


def _left_in(paragraph: Element) -> Iterator[tuple[str, str]]:
    """Marks of editing: tracked changes, comments, highlights, hidden text; words "" where none stand in the text."""
    for name, why in _TRACKED.items():
        for change in paragraph.iter(f"{W}{name}"):
            words = words_in(change)
            if words.strip():
                yield words, why
    for name in ("del", "moveFrom"):
        if any("".join(text.itertext()).strip() for text in paragraph.iter(f"{W}{name}")):
            yield "", "words deleted as a tracked change"
            break
    for run in paragraph.iter(f"{W}r"):
        for name, why in _FORMATS.items():
            if run.find(f"{W}rPr/{W}{name}") is not None:
                yield words_in(run) if name != "vanish" else "", why
    if paragraph.find(f".//{W}commentReference") is not None:
        yield "", "a comment"
