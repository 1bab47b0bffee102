"""The template in hand filled in, with the sample meeting or with nothing known: made only while it can be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from bali_desk.gui.documents.page_view import PageView
from bali_desk.gui.look import Look
from bali_desk.presenters.templates.presenter import EMPTY, SAMPLE

if TYPE_CHECKING:
    from bali_desk.gui.templates.templates_dialog import TemplatesDialog
    from bali_desk.presenters.documents.page_pictures import PagePicture


class TrialPages(QObject):
    """Drives the widgets of the pages; `make` is asked for them by which record and how fine."""

    def __init__(
        self, look: Look, dialog: TemplatesDialog, make: Callable[[str, float], None], zoom: Callable[[float], None]
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._make = dialog, make
        self._stale, self._fitted = True, False
        column = dialog.pages_well.layout()
        assert isinstance(column, QVBoxLayout)
        self.view = PageView(look, dialog.pages_area, column)
        self.view.zoomed.connect(lambda: zoom(self.view.dpi))
        dialog.smaller_button.clicked.connect(lambda: self.view.magnify(-1))
        dialog.larger_button.clicked.connect(lambda: self.view.magnify(1))
        for button in (dialog.smaller_button, dialog.larger_button):
            keeps_its_room = button.sizePolicy()
            keeps_its_room.setRetainSizeWhenHidden(True)
            button.setSizePolicy(keeps_its_room)

    @property
    def wanted(self) -> bool:
        """Whether a chip asks for pages."""
        return self._dialog.sample_chip.isChecked() or self._dialog.empty_chip.isChecked()

    def make_stale(self) -> None:
        """What is shown is of another template or record: made again once it can be seen."""
        self._stale = True
        for button in (self._dialog.smaller_button, self._dialog.larger_button):
            button.setVisible(self.wanted)
        if self.wanted:
            self._renew()

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """The template filled in."""
        self._dialog.preview_stack.setCurrentWidget(self._dialog.pages_area)
        self.view.show_pages(pages)

    def show_trouble(self, sentence: str) -> None:
        """Why it cannot be filled in."""
        self.view.show_pages([])
        self._dialog.trouble_label.setText(sentence)
        self._dialog.preview_stack.setCurrentWidget(self._dialog.trouble_page)

    def _renew(self) -> None:
        if self._stale and self._dialog.is_ready:
            self._stale = False
            if not self._fitted:
                self._fitted = True
                self.view.fit()
            self._make(SAMPLE if self._dialog.sample_chip.isChecked() else EMPTY, self.view.dpi)
