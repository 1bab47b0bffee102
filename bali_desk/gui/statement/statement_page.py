"""The Statement page: sources on the left, the text as it will print, and what stands behind a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from bali_desk.gui import forms
from bali_desk.gui.agreed.agreed_panel import AgreedPanel
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.panels import between
from bali_desk.gui.plain import tip
from bali_desk.gui.statement.paper import Paper
from bali_desk.gui.statement.paragraph_panel import ParagraphPanel
from bali_desk.gui.statement.source_rows import Sources
from bali_desk.gui.statement.version_dialog import VersionDialog
from bali_desk.gui.tables import Column, RecordTable, RecordView

if TYPE_CHECKING:
    from bali_desk.presenters.statement.presenter import StatementPresenter
    from bali_desk.presenters.statement.rich_text import Runs
    from bali_desk.presenters.statement.rows import BlockRow, InHand, SourceRow, Standing, VersionRow

SOURCES, HAND, NARROW = 232, 264, 190  # widths at ten points
REST = 400  # milliseconds after the last change that are a pause
VERSIONS = 2  # rows in sight
KINDS = {
    "title": "Title",
    "subtitle": "Subtitle",
    "heading": "Heading",
    "paragraph": "Paragraph",
    "bullet": "Bullet point",
    "numbered": "Numbered",
}
STAGES = {"draft": "Draft", "circulated": "Circulated", "final": "Final"}


class StatementPage(QWidget):
    """She rewrites the text here; what she wrote stays."""

    sources_panel: QWidget
    hand_panel: QWidget
    paragraph_chip: QPushButton
    agreed_chip: QPushButton
    hand_stack: QStackedWidget
    hand_area: QScrollArea
    unused_label: QLabel
    sources_view: QListView
    compose_button: QPushButton
    wording_button: QPushButton
    changes_label: QLabel
    bar: QWidget
    kind_box: QComboBox
    bold_button: QToolButton
    italic_button: QToolButton
    insert_button: QToolButton
    up_button: QToolButton
    down_button: QToolButton
    delete_button: QToolButton
    stage_box: QComboBox
    paper_stack: QStackedWidget
    paper_area: QScrollArea
    well: QWidget
    empty_panel: QWidget
    first_compose_button: QPushButton
    by_hand_button: QPushButton
    words_label: QLabel
    minutes_label: QLabel
    pages_label: QLabel
    edited_label: QLabel
    both_label: QLabel
    own_label: QLabel
    versions_label: QLabel
    versions_view: RecordView

    page_wanted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "statement_page")
        self._look = look
        self._presenter: StatementPresenter | None = None
        self._in_hand: int | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._tell_in_a_pause)
        self.paper = Paper(look, self.paper_area)
        layout = self.well.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.addStretch(1)
        layout.addWidget(self.paper, 20)
        layout.addStretch(1)
        self.paragraph = ParagraphPanel(self.hand_area)
        self.agreed = AgreedPanel(look, self.hand_stack)
        self.hand_stack.addWidget(self.agreed)
        for box, words in ((self.kind_box, KINDS), (self.stage_box, STAGES)):
            for key, word in words.items():
                box.addItem(word, key)
        self._furnish_lists()
        self._connect_paper()
        self._connect()
        look.changed.connect(self._draw_anew)
        self._draw_anew()

    def attach(self, presenter: StatementPresenter) -> None:
        """Work for this meeting from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self.pages_label.clear()
        self._presenter = presenter
        self.agreed.attach(presenter.beside)

    def save(self) -> bool:
        """Keep what is being typed."""
        self.paper.save()
        return True

    def open_at(self, item: str) -> None:
        """Goes to the block with this handle; "wording", as the menu has it, opens the wording of the text."""
        if item == "wording":
            self._open_wording()
        else:
            self._do("go_to", item)

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up with what was not counted while another page was in front."""
        super().showEvent(event)
        self._rest.start()

    # ---- what the presenter shows ----
    def show_blocks(self, rows: Sequence[BlockRow]) -> None:
        """The paper."""
        self.paper.show_blocks(rows)
        self.paper_stack.setCurrentWidget(self.paper_area if rows else self.empty_panel)

    def show_sources(self, rows: Sequence[SourceRow]) -> None:
        """What may stand in the text."""
        self._sources.show(rows)

    def show_in_hand(self, block: InHand | None) -> None:
        """What stands behind the paragraph the cursor is in."""
        self._in_hand = block.block_id if block else None
        self.paragraph.show_block(block)
        for tool in (self.bold_button, self.italic_button, self.up_button, self.down_button, self.delete_button):
            tool.setEnabled(block is not None)
        self.kind_box.setEnabled(block is not None)
        with QSignalBlocker(self.kind_box):
            self.kind_box.setCurrentIndex(self.kind_box.findData(block.kind) if block else -1)
        self._point_to_source(block)

    def show_standing(self, standing: Standing) -> None:
        """Counts and stage."""
        self._show_length(standing)
        for label, number, words in (
            (self.edited_label, standing.edited, "~ edited"),
            (self.both_label, standing.both, "! both changed"),
            (self.own_label, standing.own, "+ own"),
        ):
            label.setText(f"{words} {number}")
            label.setVisible(bool(number))
        with QSignalBlocker(self.stage_box):
            self.stage_box.setCurrentIndex(self.stage_box.findData(standing.stage))
        self.unused_label.setText(f"{standing.unused} not used" if standing.unused else "")
        self.compose_button.setVisible(standing.composed)
        self.changes_label.setVisible(standing.composed)
        self.bar.setEnabled(standing.composed)

    def await_pause(self) -> None:
        """Wait until she has rested for a moment."""
        self._rest.start()

    def show_news(self, changes: int) -> None:
        """Whether the record has news."""
        said = "1 change" if changes == 1 else f"{changes} changes"
        self.changes_label.setText(f"{said} in the record since." if changes else "No change in the record since.")
        self._make_main(self.compose_button, bool(changes))

    def show_pages(self, pages: int) -> None:
        """How many pages it prints on."""
        self.pages_label.setText("1 page" if pages == 1 else f"{pages:,} pages")

    def show_versions(self, rows: Sequence[VersionRow]) -> None:
        """What went out."""
        self._versions.show(rows)
        self.versions_label.setVisible(not rows)
        self.versions_view.setVisible(bool(rows))
        self.versions_view.setFixedHeight(self._look.px(ROW_TWO) * min(len(rows), VERSIONS) + self._look.px(8))

    def put_cursor(self, block_id: int, place: int) -> None:
        """Go on typing there."""
        self.paper.put_cursor(block_id, place)

    # ---- inner ----
    def _tell_in_a_pause(self) -> None:
        if self.isVisible():
            self._do("in_a_pause")

    def _show_length(self, standing: Standing) -> None:
        self.words_label.setText(f"{standing.words:,} words")
        self.minutes_label.setText(f"{standing.minutes:,} min to read, {standing.aloud:,} aloud")
        for label in (self.minutes_label, self.pages_label):
            label.setVisible(bool(standing.words))

    def _furnish_lists(self) -> None:
        column: Column[SourceRow] = Column("", lambda row: row.text, tip=lambda row: tip(row.text))
        self._sources = RecordTable([column], lambda row: row.handle, self)
        self.sources_view.setModel(self._sources)
        self.sources_view.setItemDelegate(Sources(self._look, self.sources_view))
        self.sources_view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.sources_view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.sources_view.setMouseTracking(True)
        self.sources_view.clicked.connect(lambda _index: self._go_to_block())
        self.sources_view.activated.connect(lambda _index: self._go_to_block())
        self.sources_view.doubleClicked.connect(lambda _index: self._go_to_outcome())
        version: Column[VersionRow] = Column("", lambda row: row.title, second=lambda row: row.detail)
        self._versions = RecordTable([version], lambda row: row.version_id, self)
        self.versions_view.furnish(self._look, self._versions, (100,), 0, ROW_TWO, head=False)
        self.versions_view.clicked.connect(lambda _index: self._read_version())
        self.versions_view.activated.connect(lambda _index: self._read_version())

    def _connect_paper(self) -> None:
        self.paper.typed.connect(self._keep_typed)
        for signal, what in (
            (self.paper.chosen, "choose"),
            (self.paper.split, "split"),
            (self.paper.pasted, "paste_lines"),
            (self.paper.join_previous, "join_previous"),
            (self.paper.join_next, "join_next"),
            (self.paper.moved, "move"),
            (self.paper.undo_wanted, "undo"),
            (self.paper.redo_wanted, "redo"),
        ):
            signal.connect(lambda *words, what=what: self._do(what, *words))

    def _keep_typed(self, block_id: int, runs: Runs) -> None:
        if self._presenter is not None and not self._presenter.typed(block_id, runs):
            self.paper.keep_typed(block_id)

    def _do(self, what: str, *words: object) -> None:
        if self._presenter is not None:
            getattr(self._presenter, what)(*words)

    def _connect(self) -> None:
        for button in (self.compose_button, self.first_compose_button):
            button.clicked.connect(self._compose)
        self.wording_button.clicked.connect(self._open_wording)
        self.by_hand_button.clicked.connect(lambda: self._do("insert_after", None, "title"))
        self.insert_button.clicked.connect(self._insert)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.delete_button.clicked.connect(lambda: self._with_block("delete"))
        self.bold_button.clicked.connect(lambda: self._turn("bold"))
        self.italic_button.clicked.connect(lambda: self._turn("italic"))
        self.kind_box.activated.connect(self._set_kind)
        self.stage_box.activated.connect(self._set_stage)
        self.paragraph.take_wanted.connect(lambda: self._with_block("take_record"))
        self.paragraph.keep_wanted.connect(lambda: self._with_block("keep_mine"))
        self.paragraph.back_wanted.connect(lambda: self._with_block("back_to_record"))
        self.paragraph.outcome_wanted.connect(lambda handle: self.page_wanted.emit("outcomes", handle))
        for tool in (self.bold_button, self.italic_button, self.insert_button, self.up_button, self.down_button):
            tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cursor stays in the text
        self._connect_sides()
        QShortcut(QKeySequence("F11"), self, self._fold, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect_sides(self) -> None:
        for place, chip in enumerate((self.paragraph_chip, self.agreed_chip)):
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _on=False, place=place: self.hand_stack.setCurrentIndex(place))
        self.agreed.counted.connect(self._count_suggestions)
        self.agreed.inserted.connect(lambda block_id: self.paper.put_cursor(block_id, -1))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+Shift+L"), self, self._look_for_wording, context=within)

    def _count_suggestions(self, number: int) -> None:
        self.agreed_chip.setText(f"Agreed · {number}" if number else "Agreed")

    def _look_for_wording(self) -> None:
        self.hand_panel.show()
        self.agreed_chip.click()
        self.agreed.look_for()

    def _compose(self) -> None:
        self.save()
        self._do("compose")

    def _open_wording(self) -> None:
        from bali_desk.gui.wording.wording_dialog import WordingDialog

        self.save()
        if self._presenter is not None:
            WordingDialog(self._look, self._presenter.wording, self).open()

    def _insert(self) -> None:
        self.save()
        self._do("insert_after", self._in_hand)

    def _move(self, by: int) -> None:
        self.save()
        if self._in_hand is not None:
            self._do("move", self._in_hand, by)
            self.paper.bring_into_sight(self._in_hand)

    def _with_block(self, what: str) -> None:
        self.save()
        if self._in_hand is not None:
            self._do(what, self._in_hand)

    def _turn(self, what: str) -> None:
        edit = self.paper.edit_of(self._in_hand)
        if edit is not None:
            edit.turn(what)

    def _set_kind(self) -> None:
        self.save()
        if self._in_hand is not None:
            self._do("set_kind", self._in_hand, self.kind_box.currentData())
            self.paper.put_cursor(self._in_hand, -1)

    def _set_stage(self) -> None:
        self._do("set_stage", self.stage_box.currentData())

    def _go_to_block(self) -> None:
        row = self._sources.record(self.sources_view.currentIndex().row())
        if row is not None and row.block_id is not None:
            self.paper.put_cursor(row.block_id, 0)

    def _go_to_outcome(self) -> None:
        row = self._sources.record(self.sources_view.currentIndex().row())
        if row is not None:
            self.page_wanted.emit("outcomes", row.handle)

    def _read_version(self) -> None:
        row = self.versions_view.current()
        if row is not None and self._presenter is not None:
            self.save()
            dialog = VersionDialog(self._look, self)
            dialog.attach(self._presenter.versions(dialog, row.version_id))
            dialog.show()

    def _point_to_source(self, block: InHand | None) -> None:
        """The source of the paragraph in hand is the chosen one in the list."""
        places = [self._sources.row_of(line.handle) for line in block.sources] if block else []
        place = next((one for one in places if one >= 0), -1)
        if self.sources_view.currentIndex().row() in places and place >= 0:
            return  # she came from there
        if place >= 0:
            self.sources_view.setCurrentIndex(self._sources.index(place, 0))
        else:
            self.sources_view.selectionModel().clear()

    def _fold(self) -> None:
        """F11 leaves only the text."""
        folded = self.sources_panel.isVisible()
        self.sources_panel.setVisible(not folded)
        self.hand_panel.setVisible(not folded)

    def _make_main(self, button: QPushButton, main: bool) -> None:
        if (button.property("kind") == "main") != main:
            button.setProperty("kind", "main" if main else "")
            button.style().unpolish(button)
            button.style().polish(button)
        button.setIcon(self._look.icon("again", "on_accent" if main else "soft"))

    def _draw_anew(self) -> None:
        look = self._look
        between(self.sources_panel, look.px(NARROW), look.px(SOURCES))
        between(self.hand_panel, look.px(NARROW), look.px(HAND))
        for button, sign in (
            (self.bold_button, "bold"),
            (self.italic_button, "italic"),
            (self.insert_button, "add"),
            (self.up_button, "move_up"),
            (self.down_button, "move_down"),
            (self.delete_button, "delete"),
        ):
            if sign in ("bold", "italic"):
                font = look.font("lead", 700 if sign == "bold" else 400)
                font.setItalic(sign == "italic")
                button.setFont(font)
                button.setText(sign[0].upper())
            else:
                button.setIcon(look.icon(sign))
        self._make_main(self.compose_button, self.compose_button.property("kind") == "main")
        self.first_compose_button.setIcon(look.icon("again", "on_accent"))
