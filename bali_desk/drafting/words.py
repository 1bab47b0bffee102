"""The small words that every style shares, read from resources/wording/words.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bali_desk.drafting.verbs import folded
from bali_desk.drafting.wording_file import WORDING, Part, read_file


@dataclass(frozen=True)
class Words:
    """Small words that every style shares."""

    and_: str
    also: str
    auxiliaries: tuple[str, ...]
    numbers: tuple[str, ...]
    abbreviations: tuple[str, ...]
    prepositions: tuple[str, ...]
    before_day: str
    before_season: str
    article: str
    with_article: Mapping[str, str]  # folded: as it is written
    article_before: tuple[str, ...]  # folded
    without_article: tuple[str, ...]
    indefinite: frozenset[str]  # folded
    task_openers: frozenset[str]  # folded
    they: str
    it: str
    plural: frozenset[str]  # folded
    singular: frozenset[str]  # folded
    others: frozenset[str]  # folded
    others_end: tuple[str, ...]  # folded
    done_to_others: tuple[str, ...]  # folded
    pronouns: frozenset[str]  # folded
    editorial: tuple[str, ...]
    draft_marks: tuple[str, ...]  # folded
    decision_above: tuple[str, ...]
    fulfilment: tuple[str, ...]
    thanks_to_host: tuple[str, ...]


def load_words(folder: Path = WORDING) -> Words:
    """The small words that every style shares."""
    part = read_file(folder / "words.toml")
    said = part.within("said")
    return Words(
        and_=part.text("and"),
        also=part.text("also"),
        auxiliaries=part.texts("auxiliaries"),
        numbers=part.texts("numbers"),
        abbreviations=part.texts("abbreviations"),
        prepositions=part.texts("prepositions"),
        before_day=part.text("before_day"),
        before_season=part.text("before_season"),
        article=part.text("article"),
        with_article={folded(name): name for name in part.texts("with_article")},
        article_before=_folded(part, "article_before"),
        without_article=part.texts("without_article"),
        indefinite=frozenset(_folded(part, "indefinite")),
        task_openers=frozenset(_folded(part, "task_openers")),
        they=part.text("they"),
        it=part.text("it"),
        plural=frozenset(_folded(part, "plural")),
        singular=frozenset(_folded(part, "singular")),
        others=frozenset(_folded(part, "others")),
        others_end=_folded(part, "others_end"),
        done_to_others=_folded(part, "done_to_others"),
        pronouns=frozenset(_folded(part, "pronouns")),
        editorial=part.texts("editorial"),
        draft_marks=_folded(part, "draft_marks"),
        decision_above=said.texts("decision_above"),
        fulfilment=said.texts("fulfilment"),
        thanks_to_host=said.texts("thanks_to_host"),
    )


def _folded(part: Part, key: str) -> tuple[str, ...]:
    return tuple(" ".join(word.casefold().replace("’", "'").split()) for word in part.texts(key))
