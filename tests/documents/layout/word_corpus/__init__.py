"""More than a hundred small Word files: one or more for each rule of Word's that a reader sees, some like real ones.

`files()` gives each as bytes under its name; the same bytes in every run.
"""

from __future__ import annotations

from word_corpus import beyond, characters, foreign, from_office, lists, pages, paragraphs, realistic, tables

FAMILIES = (characters, paragraphs, lists, tables, pages, beyond, foreign, realistic, from_office)


def files() -> dict[str, bytes]:
    """Every Word file of the collection by its name."""
    made: dict[str, bytes] = {}
    for family in FAMILIES:
        for name, word in family.files().items():
            full = f"{family.__name__.rpartition('.')[2]}-{name}"
            made[full] = word if isinstance(word, bytes) else word.data()
    return made
