"""The weak and neutral rules of UAX #9 (W1 to W7, N0 to N2) for one isolating run sequence."""

from __future__ import annotations

_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_ISOLATING = frozenset({"LRI", "RLI", "FSI", "PDI"})
# Bidi_Paired_Bracket of Unicode: openers and closers, side by side.
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩"
    "〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSER = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSERS = frozenset(_CLOSER.values())
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}
_MOST_OPEN = 63
_MIRRORED = {
    **_CLOSER,
    **{closer: opener for opener, closer in _CLOSER.items()},
    "<": ">",
    ">": "<",
    "«": "»",
    "»": "«",
}
_MIRRORED |= {"‹": "›", "›": "‹", "≤": "≥", "≥": "≤"}


def mirrored(text: str) -> str:
    """Return what a sign looks like when it runs from right to left: a bracket as its partner."""
    return _MIRRORED.get(text, text)


def resolve_sequence(
    sequence: list[int], resolved: list[str], types: list[str], text: str, level: int, start: str, end: str
) -> list[str]:
    """Return the final type (L, R, EN or AN) of each character of the sequence."""
    kinds = [resolved[index] for index in sequence]
    _weak(kinds, start)
    _brackets(kinds, sequence, types, text, level, start)
    _neutral(kinds, level, start, end)
    return kinds


def _weak(kinds: list[str], start: str) -> None:
    before = start
    for i, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[i] = "ON" if before in _ISOLATING else before
        before = kinds[i]
    strong = start
    for i, kind in enumerate(kinds):  # W2, W3
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[i] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for i in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[i - 1], kinds[i], kinds[i + 1]
        if left == right and ((kind in ("ES", "CS") and left == "EN") or (kind == "CS" and left == "AN")):
            kinds[i] = left
    _terminators(kinds)
    kinds[:] = ["ON" if kind in ("ES", "CS", "ET") else kind for kind in kinds]  # W6
    strong = start
    for i, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"


def _terminators(kinds: list[str]) -> None:
    """W5: signs such as % and $ go with the European number they touch."""
    i = 0
    while i < len(kinds):
        j = i
        while j < len(kinds) and kinds[j] == "ET":
            j += 1
        if j > i and ((i and kinds[i - 1] == "EN") or (j < len(kinds) and kinds[j] == "EN")):
            kinds[i:j] = ["EN"] * (j - i)
        i = max(j, i + 1)


def _pairs(kinds: list[str], sequence: list[int], text: str) -> list[tuple[int, int]]:
    """BD16: matching brackets of the sequence, by where they open."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for place, index in enumerate(sequence):
        character = text[index]
        if kinds[place] != "ON":
            continue
        if character in _CLOSER:
            if len(waiting) == _MOST_OPEN:
                return []
            closer = _CLOSER[character]
            waiting.append((_SAME.get(closer, closer), place))
        elif character in _CLOSERS:
            wanted = _SAME.get(character, character)
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == wanted:
                    found.append((waiting[depth][1], place))
                    del waiting[depth:]
                    break
    return sorted(found)


def _brackets(kinds: list[str], sequence: list[int], types: list[str], text: str, level: int, start: str) -> None:
    """N0: a pair of brackets runs the way of what it encloses, or of what stands before it."""
    own = "R" if level % 2 else "L"
    for opener, closer in _pairs(kinds, sequence, text):
        inside = {_strong(kind) for kind in kinds[opener + 1 : closer]} - {None}
        if own in inside:
            way: str | None = own
        elif inside:
            before = next((s for s in map(_strong, reversed(kinds[:opener])) if s), start)
            way = before if before != own else own
        else:
            way = None
        if way is None:
            continue
        for place in (opener, closer):
            kinds[place] = way
            following = place + 1
            while following < len(kinds) and types[sequence[following]] == "NSM":
                kinds[following] = way
                following += 1


def _strong(kind: str) -> str | None:
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "EN", "AN") else None


def _neutral(kinds: list[str], level: int, start: str, end: str) -> None:
    """N1, N2: neutrals run with their neighbours where these agree, else with the embedding."""
    own = "R" if level % 2 else "L"
    i = 0
    while i < len(kinds):
        j = i
        while j < len(kinds) and kinds[j] in _NEUTRAL:
            j += 1
        if j > i:
            before = (_strong(kinds[i - 1]) or own) if i else start
            after = (_strong(kinds[j]) or own) if j < len(kinds) else end
            kinds[i:j] = [before if before == after else own] * (j - i)
        i = max(j, i + 1)
