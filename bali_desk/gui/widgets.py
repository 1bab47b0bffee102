"""Small parts of the window that Qt does not have: a text that grows, what is drawn, the stamp."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import STAGE_INKS

MOST_FRAME = 12  # border and padding of a text, which the style sheet sets
CENTRE = Qt.AlignmentFlag.AlignCenter


class GrowingEdit(QPlainTextEdit):
    """A text that is as high as its words, between `least` and `most` lines. Tab leaves it."""

    least, most = 1, 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())

    def set_lines(self, least: int, most: int) -> None:
        """How many lines it shows at least and at most."""
        self.least, self.most = least, most
        self._grow()

    def sizeHint(self) -> QSize:
        """As high as its text."""
        lines = min(max(self._lines(), self.least), self.most)
        high = math.ceil(lines * QFontMetricsF(self.font()).lineSpacing() + 2 * self.document().documentMargin())
        return QSize(120, high + min(max(self.height() - self.viewport().height(), 0), MOST_FRAME))

    def minimumSizeHint(self) -> QSize:
        """The same height: it never hides what fits."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width breaks the lines anew."""
        super().resizeEvent(event)
        self._grow()

    def _lines(self) -> int:
        return round(self.document().documentLayout().documentSize().height())  # a plain text measures in lines

    def _grow(self) -> None:
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._lines() > self.most else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()


class WordsEdit(GrowingEdit):
    """A growing text that is one line to the record: Enter says it is done."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the edit instead of breaking the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Hint(QLabel):
    """Words that end in dots where there is no room for all of them; its tool tip should say them all."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as there is room for."""
        with QPainter(self) as painter:
            room = self.contentsRect()
            words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, int(self.alignment()), words)


class Painted(QWidget):
    """A part that is drawn; it gets its look once it stands in its page."""

    look: Look | None = None

    def use(self, look: Look) -> None:
        """Draws with this look from now on."""
        self.look = look
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws once there is a look."""
        if self.look is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self.draw(painter, self.look)

    def draw(self, painter: QPainter, look: Look) -> None:
        """What the part looks like."""
        raise NotImplementedError


class Stamp(Painted):
    """The stage of the text, like a rubber stamp: the frame's only colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._words = "plan", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stage(self, stage: str, version: int | None = None) -> None:
        """One of plan, draft, circulated, final; an empty stage shows nothing."""
        self._stage = stage
        self._words = f"{stage.upper()} v{version}" if version else stage.upper()
        self.setAccessibleName(f"Stage of the statement: {self._words.lower() or 'none'}")
        self.setVisible(bool(stage))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        if self.look is None:
            return QSize(60, 28)
        return QSize(QFontMetrics(self._face(self.look)).horizontalAdvance(self._words) + 26, self.look.px(28))

    def draw(self, painter: QPainter, look: Look) -> None:
        """A double border and letterspaced capitals."""
        wide, high = self.width(), self.height()
        ink = look.colour(STAGE_INKS.get(self._stage, "soft"))
        painter.setPen(QPen(ink, 1.6))
        painter.drawRoundedRect(QRectF(1, 1, wide - 2, high - 2), 3, 3)
        painter.setPen(QPen(ink, 0.8))
        painter.drawRoundedRect(QRectF(3.6, 3.6, wide - 7.2, high - 7.2), 1.5, 1.5)
        painter.setFont(self._face(look))
        painter.drawText(QRect(1, 0, wide, high), CENTRE, self._words)

    def _face(self, look: Look) -> QFont:
        face = look.font("small", 700)
        face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.2)
        return face
