"""What the wording of a body's statements shows and does: each frame edited in place, its sentence on the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Meeting, Outcome, Wording
from bali_desk.domain.record import Record
from bali_desk.drafting.frames import FRAMES
from bali_desk.drafting.own_house import without_rules
from bali_desk.drafting.own_wording import own_frames, patterns_of, with_frame, with_profile, without
from bali_desk.drafting.preview import example
from bali_desk.drafting.wording import Style, load_profile_about, load_style, profile_names
from bali_desk.presenters.ask import Ask, Jobs
from bali_desk.presenters.statement.rich_text import Runs, runs_of
from bali_desk.presenters.telling import told
from bali_desk.presenters.wording.frames import IN_WORDS
from bali_desk.presenters.wording.own import write_wording
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import read_record

if TYPE_CHECKING:  # what the rules read, the checks too, is loaded when they are opened
    from bali_desk.presenters.wording.house import HousePresenter, HouseView

NOTHING_SAID = "Left empty: the statement says nothing here."
NOTHING_KNOWN = "The record has nothing for this sentence yet."


@dataclass(frozen=True)
class FrameRow:
    """A frame in the list: `own` where the body has its own words for it."""

    key: str
    title: str
    detail: str
    own: bool


@dataclass(frozen=True)
class FrameShown:
    """The frame in hand: its patterns, one on each line, and the fields they may use."""

    key: str
    title: str
    why: str
    text: str
    fields: tuple[str, ...]
    own: bool


@dataclass(frozen=True)
class Profile:
    """A house style to choose."""

    name: str
    about: str


class WordingView(Protocol):
    """What the dialog must be able to show."""

    def show_frames(self, rows: Sequence[FrameRow], chosen: str) -> None:
        """The frames, and the one in hand."""

    def show_frame(self, frame: FrameShown) -> None:
        """The one in hand; words that are being typed stay."""

    def show_preview(self, runs: Runs, words: str) -> None:
        """Its sentence on the record, or words that say why there is none."""

    def show_house(self, style: str, profiles: Sequence[Profile], chosen: str, own: bool) -> None:
        """What the style is, the house styles to choose from, and whether the body has rules of its own over them."""


class WordingPresenter:
    """One per wording dialog that is open."""

    def __init__(self, desk: Desk, view: WordingView, ask: Ask, meeting_id: int, jobs: Jobs | None = None) -> None:
        self._desk, self._view, self._ask, self._meeting_id = desk, view, ask, meeting_id
        self._jobs = jobs
        self._frame = "opening"
        self.leave = desk.listen(self._on_change)
        self._mend_unreadable()
        self._refresh()

    def choose(self, frame: str) -> None:
        """Take another frame in hand."""
        if frame in IN_WORDS and frame != self._frame:
            self._frame = frame
            self._show()

    def typed(self, text: str) -> None:
        """Show the sentence these words make of the record; words with a fault make none."""
        try:
            patterns = patterns_of(text, self._frame)
            own = with_frame(self._record.wording, self._frame, patterns)
            self._preview(load_style(self._record.body.style, own=own), bool(patterns))
        except DeskError as fault:
            self._view.show_preview((), str(fault))

    def keep(self, text: str) -> None:
        """Keep the words of the frame in hand; raises DeskError where a brace or a field is wrong."""
        patterns = patterns_of(text, self._frame)
        if patterns != _said(self._style, self._frame):
            kept = None if patterns == _said(self._shipped(), self._frame) else patterns or ("",)
            own = with_frame(self._record.wording, self._frame, kept)
            self._write(self._label(), own, merge=(Wording, self._record.body.id, self._frame))

    @told
    def back_to_shipped(self) -> None:
        """The frame in hand says again what the program ships."""
        self._write(self._label(), with_frame(self._record.wording, self._frame, None))

    @told
    def set_profile(self, name: str) -> None:
        """Follow another house style."""
        if name != self._style.profile:
            own = None if name == self._shipped().profile else name
            self._write("Change house style", with_profile(self._record.wording, own))

    @told
    def rules_readable(self) -> bool:
        """Whether the rules of the house style can be shown; what is in their way is told."""
        from bali_desk.drafting.checks.data import Data
        from bali_desk.presenters.wording.house_rules import house_now

        house_now(self._record, Data())
        return True

    def house(self, view: HouseView) -> HousePresenter:
        """Whoever decides about the rules of the house style."""
        from bali_desk.presenters.wording.house import HousePresenter

        return HousePresenter(self._desk, view, self._ask, self._meeting_id, self._jobs)

    # ---- inner ----
    def _label(self) -> str:
        return f"Edit wording: {IN_WORDS[self._frame][0]}"

    def _write(self, label: str, text: str, merge: object = None) -> None:
        write_wording(self._desk, self._record.body, label, text, merge)

    def _mend_unreadable(self) -> None:
        """A wording that cannot be read is told, and may be given up for the shipped one."""
        self._record = self._read()
        try:
            load_style(self._record.body.style, own=self._record.wording)
        except DeskError as fault:
            question = f"{fault} Go back to the shipped wording? Undo brings it back."
            if self._record.wording and self._ask.confirm(question, "Back to the shipped wording"):
                self._write("Back to the shipped wording", "")
                self._record = self._read()

    def _read(self) -> Record:
        with self._desk.reading() as session:
            return read_record(session, self._meeting_id)

    def _on_change(self, step: Step) -> None:
        if step.touches(Wording, Body, Meeting, Outcome):
            self._refresh()

    def _refresh(self) -> None:
        self._record = self._read()
        self._show()

    def _show(self) -> None:
        own = self._own()
        rows = [FrameRow(key, title, why, key in own) for key, (title, why) in IN_WORDS.items()]
        self._view.show_frames(rows, self._frame)
        title, why = IN_WORDS[self._frame]
        patterns = _said(self._style, self._frame)
        shown = FrameShown(self._frame, title, why, "\n".join(patterns), FRAMES[self._frame], self._frame in own)
        self._view.show_frame(shown)
        profiles = [Profile(name, load_profile_about(name)) for name in profile_names()]
        self._view.show_house(self._style.about, profiles, self._style.profile, self._own_rules)
        self._preview(self._style, bool(patterns))

    def _preview(self, style: Style, says: bool) -> None:
        said = example(self._record, style, self._frame) if says else ""
        self._view.show_preview(runs_of(said), "" if said else NOTHING_KNOWN if says else NOTHING_SAID)

    def _own(self) -> set[str]:
        """The frames the body has of its own, and the style with them; the shipped one where that cannot be read."""
        own = self._record.wording
        try:
            self._style = load_style(self._record.body.style, own=own)
            self._own_rules = without_rules(own) != without(own)
            return own_frames(own)
        except DeskError:
            self._style, self._own_rules = self._shipped(), False
            return set()

    def _shipped(self) -> Style:
        try:
            return load_style(self._record.body.style)
        except DeskError:  # a style that is not there any more: the statement says so when it is composed
            return load_style()


def _said(style: Style, frame: str) -> tuple[str, ...]:
    """The patterns of a frame, without those that say nothing."""
    return tuple(one for one in style.frames[frame] if one.strip())
