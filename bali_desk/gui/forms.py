"""Puts a form of Qt Designer on the class it belongs to, and checks that it has what the class declares."""

from __future__ import annotations

from typing import get_type_hints

from PySide6.QtCore import QObject
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QWidget

from bali_desk import assets
from bali_desk.gui.promoted import PROMOTED
from bali_desk.gui.wheel import keep_still


class _OntoHost(QUiLoader):
    """Makes the form's outermost widget be the host itself."""

    def __init__(self, host: QWidget) -> None:
        super().__init__()
        self._host = host
        for kind in PROMOTED:
            self.registerCustomWidget(kind)

    def createWidget(self, class_name: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        """The host where there is no parent, else what the form asks for."""
        return self._host if parent is None else super().createWidget(class_name, parent, name)


def load(host: QWidget, name: str) -> None:
    """Lays out `forms/<name>.ui` on `host`; every widget or action its classes annotate becomes an attribute."""
    path = assets.FORMS / f"{name}.ui"
    if not path.is_file():
        raise LookupError(f"there is no form {name}.ui")
    loader = _OntoHost(host)
    if loader.load(str(path)) is None:
        raise RuntimeError(loader.errorString())
    keep_still(host)
    for attribute, kind in get_type_hints(type(host)).items():
        if isinstance(kind, type) and issubclass(kind, QObject):
            child = host.findChild(kind, attribute)
            if child is None:
                raise LookupError(f"{name}.ui has no {kind.__name__} called {attribute!r}")
            setattr(host, attribute, child)
