"""Files made with python-docx, in the styles of its template: Word's own built-in table styles among them."""

from __future__ import annotations

import io
from typing import Any

import docx

from word_corpus.parts import prose

_TABLES = (
    "Light Shading",
    "Light List Accent 1",
    "Light Grid Accent 2",
    "Medium Shading 1 Accent 3",
    "Medium Grid 3",
    "Colorful List",
    "Dark List Accent 5",
    "Medium List 2",
)
_STYLES = (
    "List Bullet",
    "List Bullet 2",
    "List Number",
    "List Number 2",
    "List Continue",
    "Quote",
    "Intense Quote",
    "Caption",
    "No Spacing",
    "Body Text",
)


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.core_properties.title = "A file"
    document.save(out)
    return out.getvalue()


def _table(style: str) -> bytes:
    document = docx.Document()
    table = document.add_table(rows=6, cols=3, style=style)
    for number, row in enumerate(table.rows):
        for place, cell in enumerate(row.cells):
            cell.text = f"r{number} c{place}" if place != 1 else prose(1, number)
    document.add_paragraph(prose(2))
    return _saved(document)


def _styles() -> bytes:
    document = docx.Document()
    document.add_heading("All styles", 0)
    for number, style in enumerate(_STYLES):
        for place in range(2):
            document.add_paragraph(prose(2, number + place), style=style)
    return _saved(document)


def _headings() -> bytes:
    document = docx.Document()
    for number in range(18):
        document.add_heading(f"Heading {number}", number % 4 + 1)
        document.add_paragraph(prose(3, number))
    return _saved(document)


def files() -> dict[str, bytes]:
    made = {style.lower().replace(" ", "-"): _table(style) for style in _TABLES}
    return made | {"styles": _styles(), "headings": _headings()}
