"""A table set on pages: rows divided only where they may be, header rows repeated on each page."""

from __future__ import annotations

from bali_desk.documents.layout.setting.sheet import Sheets
from bali_desk.documents.layout.setting.table_box import CellBox, RowBox, TableBox
from bali_desk.documents.layout.writing.ink import Node
from bali_desk.documents.layout.writing.rules import Rules

_SLACK = 0.01


class TableFlow:
    """Places the rows of one table one after the other."""

    def __init__(self, box: TableBox, sheets: Sheets, parent: Node) -> None:
        self._box = box
        self._sheets = sheets
        self._node = parent.add("Table")
        self._rules = Rules()
        self._open: list[CellBox] = []  # cells that have begun and not ended
        self._headers = sum(row.height for row in box.headers)
        if self._headers > sheets.full_height() * 0.75:
            box.headers, self._headers = [], 0.0

    def place(self) -> None:
        """Set the whole table."""
        settled = 0
        for row in self._box.rows:
            if row.index >= settled and row not in self._box.headers:
                settled = self._keep(row) + 1
            self._row(row)
        self._rules.draw(self._sheets.ink)

    def _keep(self, row: RowBox) -> int:
        """Begin a new page when the rows that stay together no longer fit on this one; return the last of them."""
        last, needed = self._box.kept(row.index)
        fits_a_page = needed <= self._sheets.full_height() - self._headers + _SLACK
        fits_here = self._at_top() or self._sheets.y + needed <= self._sheets.bottom + _SLACK
        if last > row.index and fits_a_page and not fits_here:
            self._next_page(row)
        return last

    def _row(self, row: RowBox) -> None:
        sheets = self._sheets
        notes = row.notes() if sheets.footnotes else []
        if row.begins_page and row.index and not self._at_top():
            self._next_page(row)
        height = row.height + (sheets.notes_needed(notes)[1] if notes else 0.0)
        if sheets.y + height > sheets.bottom + _SLACK and not self._may_divide(row):
            self._next_page(row)
        if notes:
            sheets.place_notes(notes, sheets.y + row.least_height(), self._node)
        self._box.open_row(row, sheets.y, self._node)
        self._open += row.cells
        height = max([row.height, *(c.top + c.needed() - sheets.y for c in row.ending if not row.row.exact)])
        while sheets.y + height > sheets.bottom + _SLACK and not row.row.exact:
            rest = self._divide(row)
            if rest is None:
                break
            height = rest
        top, sheets.y = sheets.y, sheets.y + height
        for cell in row.ending:
            self._box.draw_cell(sheets.ink, sheets.left, cell, sheets.y)
            self._open.remove(cell)
        self._box.rule_row(self._rules, sheets.left, row, top, sheets.y)

    def _may_divide(self, row: RowBox) -> bool:
        """Say whether to begin a row on this page though it does not fit."""
        sheets = self._sheets
        fresh = sheets.full_height() - self._headers
        if self._at_top():
            return True
        if row.height <= fresh + _SLACK and (row.row.whole or row.row.header or row.row.exact):
            return False
        if row.row.height > 0 and row.height <= row.row.height + _SLACK and row.height <= fresh:
            return False  # only the height asked for does not fit
        room = sheets.bottom - sheets.y
        held = [cell for cell in row.cells if cell.stack.strips]
        fits = [cell.stack.fitting(0, room - cell.margins["top"]) > 0 for cell in held]
        return bool(held) and all(fits)

    def _at_top(self) -> bool:
        return self._sheets.y <= self._sheets.top + self._headers + _SLACK

    def _divide(self, row: RowBox) -> float | None:
        """Draw what fits of a row and go on with the rest on the next page; None when nothing is left to divide."""
        sheets = self._sheets
        top = sheets.y
        stops: dict[int, int] = {}
        for cell in self._open:
            stop = cell.stack.fitting(cell.drawn, sheets.bottom - cell.top - cell.margins["top"])
            if stop == cell.drawn and self._at_top() and stop < len(cell.stack.strips):
                stop += 1  # higher than a page: it cannot be helped
            stops[id(cell)] = stop
        if all(stops[id(cell)] >= len(cell.stack.strips) for cell in row.ending):
            return None
        for cell in self._open:
            self._box.draw_cell(sheets.ink, sheets.left, cell, sheets.bottom, stops[id(cell)])
        self._box.rule_row(self._rules, sheets.left, row, top, sheets.bottom)
        self._turn(row)
        return max((cell.needed() for cell in row.ending), default=1.0)

    def _next_page(self, row: RowBox) -> None:
        """End the page before a row; cells that run on over rows are cut here."""
        for cell in self._open:
            stop = cell.stack.fitting(cell.drawn, self._sheets.y - cell.top - cell.margins["top"])
            self._box.draw_cell(self._sheets.ink, self._sheets.left, cell, self._sheets.y, stop)
        self._turn(row)

    def _turn(self, row: RowBox) -> None:
        sheets = self._sheets
        self._rules.draw(sheets.ink)
        sheets.go_on()
        if row not in self._box.headers and self._box.headers:
            with sheets.ink.repeated():
                for header in self._box.headers:
                    self._box.draw_row(sheets.ink, sheets.left, sheets.y, header, self._rules, None)
                    sheets.y += header.height
        for cell in self._open:
            cell.top = sheets.y
