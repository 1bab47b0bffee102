"""The face of the documents, for whatever the window shows as it will print."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from bali_desk import assets

FOLDER = assets.RESOURCES / "fonts" / "carlito"
FALLBACK = "serif"


def print_face(points: float, weight: int = 400, italic: bool = False) -> QFont:
    """The documents' face in this size."""
    font = QFont(_family())
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    return font


def know_every_script() -> None:
    """Makes the documents' faces known to Qt, so that a name the system has no face for shows as it will print."""
    for file in sorted((assets.RESOURCES / "fonts").rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _family() -> str:
    """The family's name, made known to Qt the first time somebody asks."""
    name = "Carlito"
    if name not in QFontDatabase.families():
        for file in sorted(FOLDER.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
    return name if name in QFontDatabase.families() else FALLBACK
