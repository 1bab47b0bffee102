"""What a doubtful word was meant to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bali_desk.drafting.slips import one_slip_from, slips
from bali_desk.drafting.spelling import Speller

MOST = 6
FEW = 3  # of near words, below which farther ones are looked for
LONG = 9  # letters from which three slips are forgiven


def suggestions(word: str, speller: Speller, used: Collection[str] = ()) -> list[str]:
    """At most six words it may have been meant to be, the likeliest first, and words `used` in the text before others.

    Capitals and an ending in ’s are as the word has them.
    """
    straight = word.replace("’", "'")
    base, owns = (straight[:-2], "’s") if straight.endswith("'s") else (straight, "")
    small = base.lower()
    found = list(dict.fromkeys(_near(small, speller)))
    found.sort(key=lambda one: one not in used)
    if len(found) < FEW:
        found += [one for one in _far(small, speller, used) if one not in found]
    capital = base[:1].isupper()
    told = (one[:1].upper() + one[1:] if capital else one for one in found)
    return [one.replace("'", "’") + owns for one in dict.fromkeys(told)][:MOST]


def _near(word: str, speller: Speller) -> Iterator[str]:
    """Words one slip away, then two words that ran together."""
    known = speller.dictionary
    if word.capitalize() in known.words or word.capitalize() in speller.names:
        yield word.capitalize()
    for wrong, right in known.slips:
        if wrong.strip("^$") == wrong and wrong in word and _fit(made := word.replace(wrong, right, 1), speller):
            yield made
    capitals = []
    for made in one_slip_from(word):
        if _fit(made, speller):
            yield made
        elif made.capitalize() in known.words:
            capitals.append(made.capitalize())
    for place in range(1, len(word)):
        if all(_stands_alone(part, speller) for part in (word[:place], word[place:])):
            yield f"{word[:place]} {word[place:]}"
    yield from capitals


def _far(word: str, speller: Speller, used: Collection[str]) -> list[str]:
    """Words two or three slips away that begin with the same letter."""
    most = 3 if len(word) >= LONG else 2
    plain = speller.may_have_z(word) or word
    letters = set(plain)
    found: list[tuple[int, bool, str]] = []
    for one in speller.dictionary.words | speller.field.words:
        if one[:1] != plain[:1] or abs(len(one) - len(plain)) > most or len(letters.difference(one)) > most:
            continue
        apart = slips(plain, one, most)
        if apart <= most and one not in speller.dictionary.unsaid:
            found.append((apart, one not in used, one))
    nearest = min(found)[0] if found else 0
    near = [one for apart, _rare, one in sorted(found) if apart == nearest]
    return [_as_typed(one, speller) for one in near] if plain != word else near


def _as_typed(one: str, speller: Speller) -> str:
    """With the z of "organize", where the word can have it: she wrote one."""
    with_z = one[::-1].replace("si", "zi", 1)[::-1]
    return with_z if speller.may_have_z(with_z) == one else one


def _fit(word: str, speller: Speller) -> bool:
    return len(word) > 1 and word not in speller.dictionary.unsaid and speller.knows(word)


def _stands_alone(word: str, speller: Speller) -> bool:
    return word in speller.field.run_together or (len(word) > 2 and word in speller.dictionary.words)
