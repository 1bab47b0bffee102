"""The task alone in the matter of an outcome: "the RSO to circulate the slides" is "circulate the slides"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from bali_desk.drafting.verbs import folded

ARTICLE = "the "


def task_alone(
    matter: str | None, owner: str | None, acronyms: Mapping[str, str], openers: Collection[str]
) -> str | None:
    """What the owner is to do, without her name and without the word that opens the task ("to", "will").

    The matter stays whole where it names somebody else: then the task is not to be told from it. `openers` are folded.
    """
    if not matter:
        return matter
    words = matter.split(" ")
    for name in ("", *_names(owner, acronyms)):
        begun = len(name.split())
        said = folded(" ".join(words[:begun]))
        if said == name and len(words) > begun + 1 and folded(words[begun]) in openers:
            return " ".join(words[begun + 1 :])
    return matter


def _names(owner: str | None, acronyms: Mapping[str, str]) -> Iterable[str]:
    """The owner as she is named, by her acronym and in full, with and without the article."""
    bare = folded(owner).removeprefix(ARTICLE)
    if not bare:
        return
    known = {bare}
    for short, full in acronyms.items():
        pair = {folded(short), folded(full).removeprefix(ARTICLE)}
        if pair & known:
            known |= pair
    for name in sorted(known):
        yield from (name, f"{ARTICLE}{name}")
