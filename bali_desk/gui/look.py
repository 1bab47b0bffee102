"""How the window looks: built once at the front door and handed down. Pages ask a `Look` and hold no value."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QDir, QObject, QRect, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QStyle, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from bali_desk.gui.look_sheet import sheet
from bali_desk.gui.look_values import COLOURS, ICON, ICONS, MARKS, RADIUS, SIZES
from bali_desk.gui.plain_import import with_the_hook

Scheme = Qt.ColorScheme
SMALLEST, LARGEST = 9, 14  # text sizes an officer may choose, in points


class FocusRing(QFocusFrame):
    """A ring round the button that got the focus by keyboard. Fields show focus by their border, lists by their row."""

    def __init__(self, ink: QColor) -> None:
        super().__init__()
        self._ink = ink

    def paintEvent(self, _event: object) -> None:
        """Draws the ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._ink, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS + 1, RADIUS + 1)


class Look(QObject):
    """Colours, type, measures and icons. `changed` tells those who keep an icon or a measure to ask again."""

    changed = Signal()

    def __init__(self, app: QApplication, points: float = 10.0, family: str = "", *, icons_later: bool = False) -> None:
        super().__init__(app)
        self._with_icons = not icons_later  # their library takes longer to load than the window to paint
        app.setStyle("Fusion")  # the one style that takes every colour from the palette on all three systems
        self._app = app
        self._ring: FocusRing | None = None
        self._marks = QTemporaryDir()
        self._face = QFont(family) if family else app.font()  # no family: the system's own
        self._shown = Scheme.Unknown
        self.points = points
        self.c = SimpleNamespace(**{name: pair[0] for name, pair in COLOURS.items()})
        app.focusChanged.connect(self._follow_focus)
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply(app.styleHints().colorScheme())

    # ---- choices of the officer ----
    def choose_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Light, dark, or Unknown: as the system has it."""
        hints = self._app.styleHints()
        hints.setColorScheme(scheme)
        self.apply(hints.colorScheme() if scheme == Scheme.Unknown else scheme)

    def load_icons(self) -> None:
        """From now on there are icons; tells everybody to ask for theirs."""
        self._with_icons = True
        self.changed.emit()

    def choose_points(self, points: float) -> None:
        """Sets the text size of the whole window."""
        self.points = min(max(points, SMALLEST), LARGEST)
        self.apply(self._shown)

    def apply(self, scheme: Qt.ColorScheme) -> None:
        """Puts palette, style sheet and type anew."""
        self._shown = scheme
        column = 1 if scheme == Scheme.Dark else 0
        self.c = SimpleNamespace(**{name: pair[column] for name, pair in COLOURS.items()})
        self._write_marks()
        face = QFont(self._face)
        face.setPointSizeF(self.points)
        self._app.setFont(face)
        self._app.setPalette(self._palette())
        self._app.setStyleSheet("")  # makes Qt read the mark files again
        self._app.setStyleSheet(sheet(vars(self.c), self.points))
        self.changed.emit()

    # ---- what pages ask for ----
    def px(self, at_ten: float) -> int:
        """A height or width that fits the text size; `at_ten` is what it is at ten points."""
        return round(at_ten * self.points / 10)

    def colour(self, name: str) -> QColor:
        """A colour by its use."""
        return QColor(getattr(self.c, name))

    def font(self, size: str = "body", weight: int = 400, figures: bool = False) -> QFont:
        """A cut of the window's face; with `figures`, numbers stand under each other."""
        font = QFont(self._face)
        font.setPointSizeF(self.points * SIZES[size])
        font.setWeight(QFont.Weight(weight))
        if figures:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, ink: str = "soft") -> QIcon:
        """An icon by its meaning. It carries its colour: ask again after `changed`."""
        if not self._with_icons:
            return QIcon()
        with with_the_hook():
            import qtawesome

        icon = qtawesome.icon("ph." + ICONS[name], color=getattr(self.c, ink), color_disabled=self.c.off)
        assert isinstance(icon, QIcon)
        return icon

    def picture(self, name: str, ink: str = "soft", side: int = ICON) -> QPixmap:
        """An icon as a sharp picture for a label."""
        return self.icon(name, ink).pixmap(QSize(side, side), self._app.devicePixelRatio())

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, first: bool = True) -> None:
        """The ground of a list's cell; every delegate begins with it, so chosen, hover and focus look alike."""
        flag = QStyle.StateFlag
        state: QStyle.StateFlag = option.state
        rect = QRect(option.rect)
        here = option.widget.hasFocus() or option.widget.isAncestorOf(QApplication.focusWidget() or option.widget)
        chosen = bool(state & flag.State_Selected)
        name = ("chosen" if here else "chosen_idle") if chosen else "hover" if state & flag.State_MouseOver else ""
        if first:
            rect.setLeft(0)  # a tree leaves its indent out
        if name:
            painter.fillRect(rect, self.colour(name))
        if first and chosen:
            painter.fillRect(QRect(0, rect.top(), 3, rect.height()), self.colour("accent" if here else "off"))

    # ---- inner ----
    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):  # it dies with the window it lay on
            self._ring.setWidget(None)  # type: ignore[arg-type]
            self._ring.deleteLater()
        self._ring = None
        if new is None:
            return
        by_keyboard = Qt.WidgetAttribute.WA_KeyboardFocusChange
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            new.window().setAttribute(by_keyboard, False)  # Qt sets it, never clears it
        if isinstance(new, QAbstractButton) and new.window().testAttribute(by_keyboard):
            self._ring = FocusRing(self.colour("accent"))
            self._ring.setWidget(new)

    def _write_marks(self) -> None:
        folder = Path(self._marks.path())
        for name, path in MARKS.items():
            for ink in ("soft", "on_accent", "off"):
                drawing = (
                    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke-width="1.6" '
                    f'stroke="{getattr(self.c, ink)}" stroke-linecap="round" stroke-linejoin="round">'
                    f'<path d="{path}"/></svg>'
                )
                (folder / f"{name}-{ink}.svg").write_text(drawing, encoding="utf-8")
        QDir.setSearchPaths("mark", [str(folder)])

    def _palette(self) -> QPalette:
        c, role, palette = self.c, QPalette.ColorRole, QPalette()
        for names, colour in (
            ("Window Button Base AlternateBase", c.page),
            ("WindowText Text ButtonText ToolTipBase", c.ink),
            ("ToolTipText", c.page),
            ("PlaceholderText", c.soft),
            ("Highlight Accent Link", c.accent),
            ("HighlightedText", c.on_accent),
            ("Mid Dark", c.edge),
            ("Midlight Light", c.line),
        ):
            for name in names.split():
                palette.setColor(getattr(role, name), QColor(colour))
        for name in ("WindowText", "Text", "ButtonText"):
            palette.setColor(QPalette.ColorGroup.Disabled, getattr(role, name), QColor(c.off))
        return palette
