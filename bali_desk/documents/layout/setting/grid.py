"""How wide the columns of a table are."""

from __future__ import annotations

from bali_desk.documents.layout.model import Paragraph, Table
from bali_desk.documents.layout.setting.atoms import Typesetter

_LEAST = 6.0


def column_widths(table: Table, available: float, setter: Typesetter) -> list[float]:
    """Return the width of each column, from the grid, the widths of cells, the table's own width and its words."""
    count = max([len(table.columns), *(r.skip_before + sum(c.span for c in r.cells) for r in table.rows)], default=0)
    kind, amount = table.width
    whole = available * amount if kind == "pct" else amount if kind == "dxa" else 0.0
    widths = _asked_for(table, count, whole or available)
    missing = [i for i, width in enumerate(widths) if width <= 0]
    if missing:
        rest = max((whole or available) - sum(widths), _LEAST * len(missing))
        for index in missing:
            widths[index] = rest / len(missing)
    total = sum(widths)
    if kind == "pct" and whole:
        widths = [width * whole / total for width in widths]
    elif not table.fixed and total > available + table.margins["left"] + table.margins["right"] + 1:
        widths = [width * available / total for width in widths]
    return widths if table.fixed else _room_for_words(table, widths, setter)


def _asked_for(table: Table, count: int, whole: float) -> list[float]:
    """Return what cells of one column ask for; what none asks for the grid says."""
    widths = [table.columns[i] if i < len(table.columns) else 0.0 for i in range(count)]
    said = [False] * count
    for row in table.rows:
        column = row.skip_before
        for cell in row.cells:
            if cell.span == 1 and cell.width is not None and column < count and not said[column]:
                kind, amount = cell.width
                width = amount * whole if kind == "pct" else amount if kind == "dxa" else 0.0
                if width > 0:
                    widths[column], said[column] = width, True
            column += cell.span
        if all(said):
            break
    return widths


def _room_for_words(table: Table, widths: list[float], setter: Typesetter) -> list[float]:
    """Widen columns too narrow for their longest word, at the cost of those with room to spare."""
    needed = [_LEAST] * len(widths)
    seen: set[tuple[int, str]] = set()
    most = sum(widths) * 0.4  # a name in a script without spaces may be cut rather than push the others away
    for row in table.rows:
        column = row.skip_before
        for cell in row.cells:
            if cell.span == 1 and cell.turn is None:
                margins = {**table.margins, **cell.margins}
                for block in cell.blocks:
                    if isinstance(block, Paragraph):
                        text = "".join(piece.text for piece in block.pieces)
                        if (column, text) not in seen:
                            seen.add((column, text))
                            word = min(_longest_word(block, setter), most) + margins["left"] + margins["right"]
                            needed[column] = max(needed[column], word)
            column += cell.span
    lack = sum(max(need - width, 0.0) for need, width in zip(needed, widths, strict=True))
    spare = sum(max(width - need, 0.0) for need, width in zip(needed, widths, strict=True))
    if lack < 0.5 or spare <= 0:
        return widths
    share = min(lack / spare, 1.0)
    gain = min(spare / lack, 1.0)
    return [
        width + (need - width) * gain if need > width else width - (width - need) * share
        for need, width in zip(needed, widths, strict=True)
    ]


def _longest_word(paragraph: Paragraph, setter: Typesetter) -> float:
    longest = current = 0.0
    for atom in setter.atoms(paragraph):
        current = current + atom.width if atom.glued else atom.width
        if atom.kind in ("word", "picture"):
            longest = max(longest, current)
    return longest + paragraph.shape.left + max(paragraph.shape.first, 0.0) + paragraph.shape.right
