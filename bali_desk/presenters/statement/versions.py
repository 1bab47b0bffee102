"""The versions of a statement: each read, held against another, made today's text again, or written once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlmodel import Session

from bali_desk.domain.dates import written
from bali_desk.domain.models import StatementVersion
from bali_desk.domain.record import Record
from bali_desk.domain.versions import number_for, snapshot
from bali_desk.drafting.compare import Compared, Extent, Paragraph, Piece, compare, extent
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.documents import exporting
from bali_desk.presenters.documents.presenter import KINDS
from bali_desk.presenters.statement.composing import statement_of, write_blocks
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record, read_versions

__all__ = ["Compared", "Piece", "Reading", "TextChoice", "VersionsPresenter", "VersionsView"]

TODAY = 0  # the key of the text as it stands; versions have their own ids


@dataclass(frozen=True)
class TextChoice:
    """A text that can be read: today's, or a version."""

    key: int
    title: str


@dataclass(frozen=True)
class Reading:
    """Two texts in one; `before` is None where one text is read alone."""

    title: str
    before: str | None
    paragraphs: Sequence[Compared]
    words: str  # how much changed
    is_today: bool


class VersionsView(Protocol):
    """What the dialog must be able to show."""

    def show_choices(self, choices: Sequence[TextChoice]) -> None:
        """The texts there are, the newest first."""

    def show_reading(self, key: int, against: int | None, reading: Reading) -> None:
        """A text, alone or with what changed since another."""


class VersionsPresenter:
    """Reads the versions of one meeting while their dialog is open."""

    def __init__(self, desk: Desk, view: VersionsView, ask: Ask, meeting_id: int, key: int) -> None:
        self._desk, self._view, self._ask, self._meeting_id = desk, view, ask, meeting_id
        self._key, self._against = key, self._before(key)
        self.leave = desk.listen(lambda _step: self._show())
        self._show()

    def read(self, key: int) -> None:
        """Read this text, held against the version before it."""
        self._key, self._against = key, self._before(key)
        self._show()

    def hold_against(self, against: int | None) -> None:
        """Mark what changed since this text; None reads alone."""
        self._against = against if against != self._key else None
        self._show()

    @told
    def restore(self) -> None:
        """The version in hand becomes today's text; today's is kept as a version of its own first."""
        from bali_desk.drafting.restoring import restored

        with self._desk.change("Restore version") as session:
            record, versions = self._read(session)
            wanted = next(one for one in versions if one.id == self._key)
            kept = _keep_today(session, record, versions)
            write_blocks(session, statement_of(session, self._meeting_id), restored(record.blocks, wanted.blocks))
        self._ask.tell(f"The text of version {wanted.number} is back{kept}.")

    @told
    def write_again(self, suffix: str) -> None:
        """Write the version in hand once more: the very file that went out, where there is one."""
        with self._desk.reading() as session:
            _record, versions = self._read(session)
        wanted = next(one for one in versions if one.id == self._key)
        offered = f"{exporting.title_of(exporting.STATEMENT)} v{wanted.number}{suffix}"
        path = self._ask.save_as(f"Version {wanted.number} as {KINDS[suffix]}", offered, KINDS[suffix])
        if path is not None:
            self._write(path if path.suffix.lower() == suffix else path.with_name(path.name + suffix), wanted.number)

    def _write(self, path: Path, number: int) -> None:
        content = exporting.made_again(self._desk, self._meeting_id, exporting.STATEMENT, number, path.suffix)
        exporting.write(path, content)
        self._ask.tell(f"Wrote {path.name}.")

    def _before(self, key: int) -> int | None:
        """The version before a text."""
        keys = [choice.key for choice in self._choices()]
        place = keys.index(key) + 1 if key in keys else len(keys)
        return keys[place] if place < len(keys) else None

    def _choices(self) -> list[TextChoice]:
        with self._desk.reading() as session:
            versions = read_versions(session, self._meeting_id)
        return [TextChoice(TODAY, "The text today"), *(TextChoice(one.id or 0, title(one)) for one in versions[::-1])]

    def _show(self) -> None:
        choices = self._choices()
        keys = [choice.key for choice in choices]
        if self._key not in keys:  # undone
            self._key = TODAY
        if self._against not in keys:
            self._against = None
        self._view.show_choices(choices)
        with self._desk.reading() as session:
            record, versions = self._read(session)
        texts = {TODAY: _paragraphs(snapshot(record.blocks))} | {one.id: _paragraphs(one.blocks) for one in versions}
        titles = {choice.key: choice.title for choice in choices}
        mine = texts[self._key]
        stands = next((let_stand(one) for one in versions if one.id == self._key), "")
        compared = compare(mine if self._against is None else texts[self._against], mine)
        before = None if self._against is None else titles[self._against]
        words = " ".join(part for part in ("" if before is None else in_words(extent(compared)), stands) if part)
        reading = Reading(titles[self._key], before, compared, words, self._key == TODAY)
        self._view.show_reading(self._key, self._against, reading)

    def _read(self, session: Session) -> tuple[Record, list[StatementVersion]]:
        return read_record(session, self._meeting_id), read_versions(session, self._meeting_id)


def title(version: StatementVersion) -> str:
    """ "Version 2, circulated · 26 May 2017"."""
    return f"Version {version.number}, {version.stage} · {written(version.made_at.date())}"


def let_stand(version: StatementVersion) -> str:
    """The errors a version went out with, and why: "Let stand: “39 participants” (one came late)."; "" without any."""
    kept = [f"“{one.get('quote')}” ({one.get('reason')})" for one in version.kept or []]
    return f"Let stand: {'; '.join(kept)}." if kept else ""


def in_words(changed: Extent) -> str:
    """ "12 words new, 8 gone, in 3 paragraphs"."""
    if not changed.paragraphs:
        return "Not a word differs."
    paragraphs = "1 paragraph" if changed.paragraphs == 1 else f"{changed.paragraphs} paragraphs"
    return f"{changed.new} {'word' if changed.new == 1 else 'words'} new, {changed.gone} gone, in {paragraphs}."


def _paragraphs(blocks: Sequence[dict[str, object]]) -> list[Paragraph]:
    return [Paragraph(str(one.get("kind") or "paragraph"), str(one.get("text") or "")) for one in blocks]


def _keep_today(session: Session, record: Record, versions: Sequence[StatementVersion]) -> str:
    """Keep today's text as a version where no version has it yet; how that is told."""
    number = number_for(record, versions)
    if not record.blocks or any(one.number == number for one in versions):
        return ""
    session.add(exporting.version_of(record, number))
    return f"; what stood there is kept as version {number}"
