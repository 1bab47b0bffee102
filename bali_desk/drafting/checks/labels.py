"""Lines that are no sentences: "Present: Fiji, Tonga", "Apologies: Niue", "Venue: by video link"."""

from __future__ import annotations

import re

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph

FIRST = 4  # paragraphs in which a statement says who came
LINES = 8  # paragraphs among which the lines for it may stand
_LABEL = re.compile(r"(?P<label>[A-Z][\w’'/-]*(?:\s[\w’'/-]+){0,4}):\s+(?=\S)")
_NEXT_LABEL = re.compile(r"[.;,]\s+[A-Z][\w’/-]*(?:\s[\w’/-]+){0,2}:")
_WORD = re.compile(r"(?<![\w’'-])[a-z][a-z’'-]*")


def labelled(case: Case, one: Paragraph, key: str) -> int:
    """Where that begins which stands behind a label of this kind, a key of facts.toml; 0 where none stands there.

    What has a verb is a sentence and no such line: "Chair: We shall begin with Samoa".
    """
    found = _LABEL.match(one.text)
    words = {word.casefold() for word in case.data.facts.texts(key)} if found else ()
    return (
        found.end()
        if found and found["label"].casefold() in words and not has_verb(case, one.text[found.end() :])
        else 0
    )


def ends_at(one: Paragraph, start: int) -> int:
    """Where a line ends that began at `start`: where another label follows, "; Rapporteur: ", or with its paragraph."""
    found = _NEXT_LABEL.search(one.text, start)
    return found.start() if found else len(one.text)


def first_lines(case: Case) -> list[Paragraph]:
    """The paragraphs that say who chaired and who came: the first ones, and lines for it that stand lower."""
    running = enumerate(case.text.running[:LINES])
    return [one for place, one in running if place < FIRST or _is_of_names(case, one)]


def is_label_line(case: Case, one: Paragraph) -> bool:
    """Whether a paragraph is a label and what stands behind it, without a verb: then it needs no full stop."""
    return _is_of_names(case, one) or (_LABEL.match(one.text) is not None and not has_verb(case, one.text))


def _is_of_names(case: Case, one: Paragraph) -> bool:
    return any(labelled(case, one, key) for key in ("chair_labels", "attendance_labels", "absence_labels"))


def has_verb(case: Case, text: str) -> bool:
    """Whether a word of a text makes a sentence of it, as far as the tables of words tell."""
    known = {*case.data.grammar.texts("makes_sentence"), *(form.split()[0] for form in case.finder.past)}
    return any(word in known or word.endswith("ed") for word in _WORD.findall(text))
