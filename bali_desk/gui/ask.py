"""Every question, message and file dialog of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from bali_desk import __version__
from bali_desk.gui.settings import Settings


class WindowAsk(QObject):
    """Answers the presenters through the window. `told` carries what needs no answer to the foot of the window."""

    told = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._window = parent
        self._boxes: list[QMessageBox] = []

    def over(self, window: QWidget) -> None:
        """From now on, questions open over this window."""
        self._window = window

    def confirm(self, question: str, action: str) -> bool:
        """Whether the officer presses `action` rather than Cancel."""
        box = QMessageBox(QMessageBox.Icon.Question, "Bali Desk", question, parent=self._window)
        yes = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is yes

    def tell(self, message: str) -> None:
        """Says it in the foot, without stopping her."""
        self.told.emit(message)

    def fail(self, message: str) -> None:
        """Says what went wrong in a box that lets the work behind it go on."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Bali Desk", message, parent=self._window)
        box.addButton(QMessageBox.StandardButton.Close)
        self._open(box)

    def about(self) -> None:
        """Says which program this is."""
        words = (
            f"<b>Bali Desk {__version__}</b><p>Prepare an intergovernmental meeting offline: agenda, participants, "
            "outcomes and the Co-Chairs’ statement.</p><p>MIT licence. Icons by Phosphor.</p>"
        )
        self._open(QMessageBox(QMessageBox.Icon.NoIcon, "About Bali Desk", words, parent=self._window))

    def save_as(self, title: str, name: str, kinds: str) -> Path | None:
        """Where to write, by the system's own dialog."""
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, str(self._folder() / name), kinds)
        return self._remember(chosen)

    def open_file(self, title: str, kinds: str) -> Path | None:
        """Which file to read, by the system's own dialog."""
        chosen, _kind = QFileDialog.getOpenFileName(self._window, title, str(self._folder()), kinds)
        return self._remember(chosen)

    def open_files(self, title: str, kinds: str) -> list[Path]:
        """Which files to read, by the system's own dialog."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, title, str(self._folder()), kinds)
        return [path for one in chosen if (path := self._remember(one)) is not None]

    def open_folder(self, title: str) -> Path | None:
        """Which folder to read, by the system's own dialog."""
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(self._folder()))
        if not chosen:
            return None
        self._settings.folder = Path(chosen)  # the next dialog opens in it, not beside it
        return Path(chosen)

    def _open(self, box: QMessageBox) -> None:
        self._boxes.append(box)  # nobody else holds it while there is no window
        box.finished.connect(lambda _button: self._boxes.remove(box))
        box.finished.connect(box.deleteLater)
        box.open()

    def _folder(self) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return self._settings.folder or Path(QStandardPaths.writableLocation(documents))

    def _remember(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        self._settings.folder = Path(chosen).parent
        return Path(chosen)
