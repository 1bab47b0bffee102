"""Text with *italic* and **bold** as runs, which the paper shows, and back to what the record keeps."""

from __future__ import annotations

from collections.abc import Iterable

from bali_desk.drafting.markup import Run, escaped, runs

Runs = tuple[Run, ...]

__all__ = ["Run", "Runs", "join", "plain", "runs_of", "same", "split", "text_of"]


def runs_of(text: str | None) -> Runs:
    """The runs of a text of the record."""
    return tuple(runs(text or ""))


def text_of(given: Iterable[Run]) -> str:
    """The runs as the record keeps them; `runs_of` gives the same words and cuts back.

    The markup cannot write a backslash right before a mark: such a text keeps its words and loses its cuts.
    """
    pieces = _tidy(given)
    kept = _written(pieces)
    return kept if plain(runs(kept)) == plain(pieces) else escaped(plain(pieces))


def _written(pieces: list[Run]) -> str:
    written: list[str] = []
    bold = italic = False
    for run in pieces:
        written.append(_marks(bold != run.bold, italic != run.italic))
        written.append(escaped(run.text))
        bold, italic = run.bold, run.italic
    return "".join(written) + _marks(bold, italic)


def plain(given: Iterable[Run]) -> str:
    """The words alone."""
    return "".join(run.text for run in given)


def same(one: Iterable[Run], other: Iterable[Run]) -> bool:
    """Whether both read and look the same."""
    return _tidy(one) == _tidy(other)


def split(given: Iterable[Run], place: int) -> tuple[Runs, Runs]:
    """The runs before and after a place, counted in characters of the plain text."""
    before: list[Run] = []
    after: list[Run] = []
    for run in given:
        here = min(max(place, 0), len(run.text))
        before.append(Run(run.text[:here], run.bold, run.italic))
        after.append(Run(run.text[here:], run.bold, run.italic))
        place -= len(run.text)
    return tuple(_tidy(before)), tuple(_tidy(after))


def join(*parts: Iterable[Run]) -> Runs:
    """One text out of several."""
    return tuple(_tidy(run for part in parts for run in part))


def _tidy(given: Iterable[Run]) -> list[Run]:
    """Neighbours of one cut made one run; spaces before and after a cut stand outside it, where marks can be read."""
    pieces: list[Run] = []
    for run in given:
        words = run.text.strip()
        lead = run.text[: len(run.text) - len(run.text.lstrip())] if words else ""
        tail = run.text[len(run.text.rstrip()) :] if words else run.text
        pieces += [Run(lead), Run(words, run.bold, run.italic), Run(tail)]
    made: list[Run] = []
    for run in pieces:
        if not run.text:
            continue
        if len(made) > 1 and made[-1].text.isspace() and _cut(made[-2]) == _cut(run):
            run = Run(made.pop().text + run.text, run.bold, run.italic)  # a space between words of one cut
        if made and _cut(made[-1]) == _cut(run):
            run = Run(made.pop().text + run.text, run.bold, run.italic)
        made.append(run)
    return made


def _cut(run: Run) -> tuple[bool, bool]:
    return run.bold, run.italic


def _marks(bold: bool, italic: bool) -> str:
    return ("**" if bold else "") + ("*" if italic else "")
