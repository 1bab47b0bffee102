"""The house's dictionary: words the officer has told the spelling to know."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bali_desk.domain.models import DictionaryWord


def read_words(session: Session) -> frozenset[str]:
    """Every word of the house's dictionary, in small letters."""
    return frozenset(session.exec(select(DictionaryWord.word)))


def add_word(session: Session, word: str) -> None:
    """Add a word; one that is there already is not added again."""
    small = kept(word)
    if small and not _rows(session, small):
        session.add(DictionaryWord(word=small))


def remove_word(session: Session, word: str) -> None:
    """Take a word out again."""
    for row in _rows(session, kept(word)):
        session.delete(row)


def kept(word: str) -> str:
    """A word as the dictionary keeps it: in small letters, with straight apostrophes."""
    return word.strip().replace("’", "'").lower()


def _rows(session: Session, small: str) -> list[DictionaryWord]:
    return list(session.exec(select(DictionaryWord).where(col(DictionaryWord.word) == small)))
