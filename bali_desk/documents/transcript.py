"""A Word file as plain lines, for eyes and for tests that compare what was made with what was agreed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph


def transcript(data: bytes) -> str:
    """One line per paragraph, `style | text`; tables as rows; headers and footers first; emphasis as stars."""
    document: WordDocument = docx.Document(io.BytesIO(data))
    core = document.core_properties
    lines = [f"title: {core.title}", f"identifier: {core.identifier}", ""]
    for section in document.sections:
        for name in ("first_page_header", "header", "first_page_footer", "footer"):
            edge = getattr(section, name)
            if not edge.is_linked_to_previous:
                lines += [f"{name.replace('_', ' ')} | {text}" for text in _lines(edge) if text.strip(" |")]
    return "\n".join([*lines, "", *_lines(document), ""])


def _lines(container: Any) -> Iterator[str]:
    for part in container.iter_inner_content():
        if isinstance(part, Table):
            yield from _rows(part)
        else:
            yield f"{_style(part)} | {_text(part)}"


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = []
        for cell in row._tr.tc_lst:
            paragraphs = [Paragraph(one, table) for one in cell.p_lst]
            cells.append(" / ".join(filter(None, (_text(one) for one in paragraphs))))
        yield f"row | {' | '.join(cells)}".rstrip()


def _style(paragraph: Paragraph) -> str:
    return paragraph.style.name if paragraph.style is not None and paragraph.style.name else "?"


def _text(paragraph: Paragraph) -> str:
    parts = []
    for run in paragraph.runs:
        mark = ("**" if run.bold else "") + ("*" if run.italic else "")
        parts.append(f"{mark}{run.text}{mark[::-1]}" if run.text.strip() else run.text)
    return "".join(parts).replace("\n", "⏎").replace("\t", "⇥")
