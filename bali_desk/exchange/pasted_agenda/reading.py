"""From copied text to the items of an agenda, with their levels, numbers, times and presenters."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.pasted_agenda import columns
from bali_desk.exchange.pasted_agenda.html_lines import html_lines
from bali_desk.exchange.pasted_agenda.marks import (
    Number,
    day_in,
    is_next,
    length_in,
    minutes_at_end,
    number_at,
    span_at,
)
from bali_desk.exchange.pasted_agenda.source import Part, SourceLine
from bali_desk.exchange.pasted_agenda.text_lines import text_lines

MOST_LINES = 1000
_BREAK = re.compile(
    r"(?:morning |afternoon |health |working |networking |official )*"
    r"(?:coffee|tea|lunch(?:eon)?|dinner|break|recess|refreshments|adjournment|reception)\b",
    re.IGNORECASE,
)
_CEREMONY = re.compile(
    r"(?:(?:opening|closing|signing) (?:ceremony|session)|group photo|registration\b|family photo)", re.IGNORECASE
)
_PRESENTERS = re.compile(r"(?:presenters?|speakers?|presented by|introduced by|lead|by)\s*:\s*(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """One item as the source has it."""

    title: str
    level: int = 0
    number: str = ""
    kind: str = "item"
    day: dt.date | None = None
    start: str | None = None  # HH:MM
    end: str | None = None
    minutes: int | None = None
    presenters: tuple[str, ...] = ()
    annotation: str = ""


@dataclass(frozen=True)
class Found:
    """The items of a copied text, and the lines before the first of them, which are none."""

    entries: tuple[Entry, ...]
    left_out: tuple[str, ...] = ()


def read_agenda(html: str, text: str, first_day: dt.date) -> Found:
    """The items of a copied text; its HTML tells more than its plain text, where there is any.

    `first_day` of the meeting gives "Day 2" its date and a day without a year its year. Raises DeskError when the
    text is longer than any agenda.
    """
    lines = html_lines(html) if html.strip() else []
    lines = lines or text_lines(text)
    if len(lines) > MOST_LINES:
        raise DeskError(
            f"What was copied has {len(lines)} lines: copy the agenda alone, of {MOST_LINES} lines at most."
        )
    return _found(list(_drafts(lines)), first_day)


@dataclass
class Draft:
    """A line on its way to an item."""

    title: str
    number: Number | None = None
    level: int | None = None
    indent: int = 0
    start: str | None = None
    end: str | None = None
    minutes: int | None = None
    presenters: str = ""
    notes: str = ""
    row: bool = False  # of a table: always an item


# ---- lines to drafts ----
def _drafts(lines: Sequence[SourceLine]) -> Iterator[Draft]:
    rows = [[_words(cell) for cell in line.cells] for line in lines if line.cells]
    head = next((found for row in rows[:5] if (found := columns.heads_of(row))), None)
    kinds = head or columns.guessed([row for row in rows if len([cell for cell in row if cell]) > 1])
    before = ""
    for line in lines:
        if line.part is not None:
            draft = _from_part(line.part, before)
            before = draft.number.words if draft.number and draft.number.words else before
            yield draft
        elif line.cells and columns.heads_of([_words(cell) for cell in line.cells]) is None:
            yield from _from_row(line.cells, kinds)


def _from_part(part: Part, before: str = "") -> Draft:
    """A paragraph: time, number and length are taken off it, in whichever order the first two stand."""
    draft = Draft("", level=part.level, indent=part.indent)
    rest = part.text.replace("\n", " ")
    if part.marker:
        draft.number = number_at(part.marker) or Number("", f"bullet {part.marker}", 0)
    for _ in range(2):
        if draft.start is None and (span := span_at(rest)):
            draft.start, draft.end, rest = span.start, span.end, _after(rest, span.length)
        expected = 1 if not before else int(before) + 1 if before.isdecimal() else None
        if draft.number is None and (number := number_at(rest, expected)):
            draft.number, rest = number, _after(rest, number.length)
    title, draft.minutes = minutes_at_end(rest)
    draft.title = title.replace("\t", " ")
    return draft


def _after(text: str, length: int) -> str:
    return text[length:].lstrip(" \t\xa0:–—-|") or ""


def _from_row(cells: Sequence[Sequence[Part]], kinds: Sequence[str]) -> Iterator[Draft]:
    """A row: one item, and under it those that are listed within its cell."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and max(len(cells), len(kinds)) > 1:
        yield from (_from_part(part) for part in filled[0])
        return
    by_kind: dict[str, list[Part]] = {}
    for cell, kind in zip(cells, [*kinds, *[columns.NOTES] * len(cells)], strict=False):
        by_kind.setdefault(kind, []).extend(cell)
    head, *below = by_kind.get(columns.TITLE) or [Part("")]
    draft = _from_part(head)
    draft.row = True
    number = _words(by_kind.get(columns.NUMBER, []))
    if number:
        draft.number = number_at(number, int(number) if number.isdecimal() and len(number) < 4 else None)
        draft.number = draft.number or Number(number, "other", 0)
    _take_times(draft, _words(by_kind.get(columns.TIME, [])), _words(by_kind.get(columns.END, [])))
    length = length_in(_words(by_kind.get(columns.MINUTES, [])))
    draft.minutes = draft.minutes if length is None else length
    draft.presenters = _words(by_kind.get(columns.PRESENTERS, []))
    listed = [part for part in below if part.marker or number_at(part.text)]
    notes = [part.text for part in below if part not in listed]
    draft.notes = "\n".join([*notes, *(part.text for part in by_kind.get(columns.NOTES, []))])
    yield draft
    for part in listed:
        yield replace(_from_part(part), level=None, row=True)


def _take_times(draft: Draft, begins: str, ends: str) -> None:
    if span := span_at(begins):
        draft.start, draft.end = span.start, span.end
    if draft.end is None and (last := span_at(ends)):
        draft.end = last.start


def _words(parts: Sequence[Part]) -> str:
    return "\n".join(part.text for part in parts)


# ---- drafts to items ----
def _found(drafts: Sequence[Draft], first_day: dt.date) -> Found:
    numbered = any(draft.number or draft.level is not None for draft in drafts)
    told = numbered or any(draft.row for draft in drafts)
    levels = _Levels(numbered)
    entries: list[Entry] = []
    left_out: list[str] = []
    day: dt.date | None = None
    for draft in drafts:
        named = None if draft.number or draft.start else day_in(draft.title, first_day)
        if named:
            day = named
            continue
        kind = _kind(draft)
        if told and not (draft.number or draft.row or draft.start or draft.level is not None or kind != "item"):
            if entries:
                entries[-1] = _with_words(entries[-1], draft.title)
            else:
                left_out.append(draft.title)
            continue
        entries.append(_entry(draft, kind, levels.of(draft), day))
        day = None
    return Found(tuple(_with_lengths(list(_breaks_between(entries)))), tuple(left_out))


def _breaks_between(entries: Sequence[Entry]) -> Iterator[Entry]:
    """A break between sub-items stands among them; nothing stands under a break."""
    for place, entry in enumerate(entries):
        beside = [one.level for one in (*entries[place - 1 : place], *entries[place + 1 : place + 2])]
        between = entry.kind == "break" and not entry.number and len(beside) == 2
        yield replace(entry, level=max(entry.level, min(beside))) if between else entry


def _entry(draft: Draft, kind: str, level: int, day: dt.date | None) -> Entry:
    names = [name.strip() for name in re.split(r"[;\n]", draft.presenters)]
    return Entry(
        title=" ".join(draft.title.split()),
        level=level,
        number=draft.number.words if draft.number else "",
        kind=kind,
        day=day,
        start=draft.start,
        end=draft.end,
        minutes=draft.minutes,
        presenters=tuple(name for name in names if name),
        annotation=draft.notes,
    )


def _kind(draft: Draft) -> str:
    if draft.number is not None and draft.number.words:
        return "item"
    return "break" if _BREAK.match(draft.title) else "ceremony" if _CEREMONY.match(draft.title) else "item"


def _with_words(entry: Entry, words: str) -> Entry:
    """A paragraph below an item says who presents it, or is its annotation."""
    if match := _PRESENTERS.fullmatch(words):
        names = tuple(name.strip() for name in match[1].split(";") if name.strip())
        return replace(entry, presenters=(*entry.presenters, *names))
    return replace(entry, annotation="\n".join(part for part in (entry.annotation, words) if part))


class _Levels:
    """Finds the level of each line: numbers of one shape stand on one level, a new shape under the last."""

    def __init__(self, numbered: bool) -> None:
        self._numbered = numbered  # whether numbers or lists tell the levels, so that indents need not
        self._shapes: list[str] = []
        self._last: list[str] = []

    def of(self, draft: Draft) -> int:
        """The level of the next line."""
        if draft.number is not None:
            return max(self._place(self._shape(draft.number), draft.number.words), draft.level or 0)
        if self._numbered:
            return draft.level or 0
        return self._place(f"indent {draft.indent:03}", "")

    def _shape(self, number: Number) -> str:
        """Its shape; a Roman number that counts no letter on has one of its own."""
        roman = set("ivx") >= set(number.words.strip("()").lower()) and not number.words[:1].isdigit() and number.words
        if roman and not any(
            shape == number.shape and is_next(number.words, last) and len(number.words) < 4
            for shape, last in zip(self._shapes, self._last, strict=True)
        ):
            return f"roman {number.shape}"
        return number.shape

    def _place(self, shape: str, words: str) -> int:
        if shape in self._shapes:
            place = self._shapes.index(shape)
        elif shape.startswith(("digits", "indent")):  # those know themselves what they stand under
            place = sum(1 for other in self._shapes if not other.startswith(shape[:6]) or other < shape)
            place = self._under(shape, place)
        else:
            place = len(self._shapes)
        self._shapes[place:], self._last[place:] = [shape], [words]
        return place

    def _under(self, shape: str, place: int) -> int:
        """Before the first of its kind that is deeper than it."""
        deeper = [n for n, other in enumerate(self._shapes) if other.startswith(shape[:6]) and other > shape]
        return min(deeper[0], place) if deeper else place


def _with_lengths(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Items with times get their minutes: to their end, or to the start of what follows on their level."""
    for place, entry in enumerate(entries):
        end = entry.end
        if entry.start and end is None and entry.minutes is None:
            following = next((one for one in entries[place + 1 :] if one.start or one.day), None)
            end = following.start if following and not following.day else None
        if entry.start and end and entry.minutes is None:
            minutes = (_minute(end) - _minute(entry.start)) % (24 * 60)
            yield replace(entry, minutes=minutes if minutes < 12 * 60 else None)
        else:
            yield entry


def _minute(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
