"""A file that is dropped on a page."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def dropped_file(data: QMimeData) -> str:
    """The path of the one file of this machine that is dropped; "" where it is something else."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else ""
