"""The Statement page: what to see to on the left, the text as it will print, and what stands behind a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.panels import between
from bali_desk.gui.plain import menu_words
from bali_desk.gui.restyle import restyle
from bali_desk.gui.statement.guide_list import GuideList
from bali_desk.gui.statement.hand_side import HandSide
from bali_desk.gui.statement.paper import Paper
from bali_desk.gui.statement.text_foot import TextFoot
from bali_desk.gui.statement.version_dialog import VersionDialog
from bali_desk.gui.statement.versions_list import VersionsList
from bali_desk.gui.statement.writing_bar import WritingBar
from bali_desk.gui.tables import RecordView
from bali_desk.presenters.statement.guide import keys_of

if TYPE_CHECKING:
    from bali_desk.presenters.statement.guide import GuideRow
    from bali_desk.presenters.statement.presenter import StatementPresenter
    from bali_desk.presenters.statement.rich_text import Runs
    from bali_desk.presenters.statement.rows import BlockRow, InHand, Standing, VersionRow

GUIDE, HAND, NARROW = 232, 300, 200  # widths at ten points
REST = 400  # milliseconds after the last change that are a pause
STAGES = {"draft": "Draft", "circulated": "Circulated", "final": "Final"}


class StatementPage(QWidget):
    """She rewrites the text here; what she wrote stays."""

    sources_panel: QWidget
    sources_rule: QFrame
    hand_rule: QFrame
    hand_panel: QWidget
    paragraph_chip: QPushButton
    agreed_chip: QPushButton
    checks_chip: QPushButton
    hand_stack: QStackedWidget
    hand_area: QScrollArea
    compose_button: QPushButton
    wording_button: QPushButton
    changes_label: QLabel
    bar: QWidget
    stage_box: QComboBox
    paper_stack: QStackedWidget
    paper_area: QScrollArea
    well: QWidget
    empty_panel: QWidget
    first_compose_button: QPushButton
    by_hand_button: QPushButton
    foot: QWidget
    versions_label: QLabel
    versions_view: RecordView

    page_wanted = Signal(str, str)
    alone_wanted = Signal()  # the whole screen for the text, or back

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "statement_page")
        self._look = look
        self._presenter: StatementPresenter | None = None
        self._in_hand: InHand | None = None
        self._windows: dict[int, VersionDialog] = {}  # by the version they were opened for
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
        self.writing_bar = WritingBar(look, self.bar)
        self.text_foot = TextFoot(self.foot)
        chips = (self.paragraph_chip, self.agreed_chip, self.checks_chip)
        self.hand = HandSide(look, self.hand_panel, self.hand_stack, self.hand_area, chips)
        for key, word in STAGES.items():
            self.stage_box.addItem(word, key)
        self._furnish_lists()
        self._connect_paper()
        self._connect()
        look.changed.connect(self._draw_anew)
        self._draw_anew()

    def attach(self, presenter: StatementPresenter) -> None:
        """Work for this meeting from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        for window in list(self._windows.values()):
            window.close()
        self.text_foot.show_pages(0)
        self._presenter = presenter
        self.hand.attach(presenter)
        self.paper.spelling.attach(presenter.spelling)

    def save(self) -> bool:
        """Keep what is being typed."""
        self.paper.save()
        self.hand.save()
        return True

    def open_at(self, item: str) -> None:
        """Goes to the block with this handle; "wording" opens the wording of the text, "checks" what they find."""
        if item == "wording":
            self._open_wording()
        elif item == "checks":
            self._go_to_finding(0)
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

    def show_guide(self, rows: Sequence[GuideRow]) -> None:
        """What to see to, and what may stand in the text."""
        self.guide.lines.show_rows(rows)

    def show_in_hand(self, block: InHand | None) -> None:
        """What stands behind the paragraph the cursor is in."""
        self._in_hand = block
        self.hand.show_in_hand(block)
        self.writing_bar.show_kind(block.kind if block else None)
        self.guide.point_to(keys_of(block))

    def show_standing(self, standing: Standing) -> None:
        """Counts and stage."""
        self.text_foot.show_standing(standing)
        with QSignalBlocker(self.stage_box):
            self.stage_box.setCurrentIndex(self.stage_box.findData(standing.stage))
        self.compose_button.setVisible(standing.composed)
        self.changes_label.setVisible(standing.composed)
        self.bar.setEnabled(standing.composed)

    def await_pause(self) -> None:
        """Wait until she has rested for a moment."""
        self._rest.start()

    def show_news(self, changes: int, unused: int) -> None:
        """Whether the record has news: changes of paragraphs, and outcomes that no paragraph tells."""
        said = "1 change" if changes == 1 else f"{changes} changes"
        idle = f" {unused} {'outcome' if unused == 1 else 'outcomes'} not in the text." if unused else ""
        news = f"{said} in the record since.{idle}"
        self.changes_label.setText(news if changes else "No change in the record since.")
        self._make_main(self.compose_button, bool(changes))

    def show_pages(self, pages: int) -> None:
        """How many pages it prints on."""
        self.text_foot.show_pages(pages)

    def show_versions(self, rows: Sequence[VersionRow]) -> None:
        """What went out."""
        self.versions.show_versions(rows)

    def put_cursor(self, block_id: int, place: int) -> None:
        """Go on typing there."""
        self.paper.put_cursor(block_id, place)

    # ---- inner ----
    def _tell_in_a_pause(self) -> None:
        if self.isVisible():
            self._do("in_a_pause")

    def _furnish_lists(self) -> None:
        self.guide = GuideList(self.sources_panel)
        self.guide.setAccessibleName("What to see to, and the sources of the text")
        self.guide.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.guide.use(self._look)
        layout = self.sources_panel.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self.guide, 1)
        self.guide.block_wanted.connect(self._go_on_in_guide)
        self.guide.outcome_wanted.connect(lambda handle: self.page_wanted.emit("outcomes", handle))
        self.versions = VersionsList(self._look, self.versions_view, self.versions_label)
        self.versions.wanted.connect(self._read_version)

    def _connect_paper(self) -> None:
        self.paper.typed.connect(self._keep_typed)
        for signal, what in (
            (self.paper.chosen, "choose"),
            (self.paper.split, "split"),
            (self.paper.bracketed, "bracket"),
            (self.paper.pasted, "paste"),
            (self.paper.join_previous, "join_previous"),
            (self.paper.join_next, "join_next"),
            (self.paper.moved, "move"),
            (self.paper.undo_wanted, "undo"),
            (self.paper.redo_wanted, "redo"),
        ):
            signal.connect(lambda *words, what=what: self._do(what, *words))
        self.paper.bracketed.connect(lambda *_words: self.hand.ask_for_proposer())
        self.paper.source_wanted.connect(self._show_source)

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
        bar = self.writing_bar
        bar.insert_wanted.connect(self._insert)
        bar.move_wanted.connect(self._move)
        bar.delete_wanted.connect(lambda: self._with_block("delete"))
        bar.turn_wanted.connect(lambda what: self._in_edit("turn", what))
        bar.bracket_wanted.connect(lambda: self._in_edit("bracket"))
        bar.kind_wanted.connect(self._set_kind)
        self.stage_box.activated.connect(self._set_stage)
        self._connect_hand()
        for keys, does in (
            ("F11", self.alone_wanted.emit),
            ("F7", self.paper.spelling.go_to_next),
            ("F8", lambda: self._settle_next(1)),
            ("Shift+F8", lambda: self._settle_next(-1)),
            ("Ctrl+Shift+O", lambda: self._show_source(None)),
            ("Ctrl+Shift+L", self.hand.look_for_wording),
            ("F4", lambda: self._go_to_finding(1)),
            ("Shift+F4", lambda: self._go_to_finding(-1)),
            ("Ctrl+.", self.hand.checks.fix),
        ):
            QShortcut(QKeySequence(keys), self, does)  # wherever the keyboard is while this page is in front
        self._leave = QShortcut(QKeySequence("Esc"), self, self.alone_wanted.emit)
        self._leave.setEnabled(False)

    def _connect_hand(self) -> None:
        paragraph, brackets, checks = self.hand.paragraph, self.hand.brackets, self.hand.checks
        for signal, what in (
            (paragraph.take_wanted, "take_record"),
            (paragraph.keep_wanted, "keep_mine"),
            (paragraph.back_wanted, "back_to_record"),
        ):
            signal.connect(lambda what=what: self._with_block(what))
        paragraph.outcome_wanted.connect(lambda handle: self.page_wanted.emit("outcomes", handle))
        brackets.noted.connect(lambda *words: self._do("note_bracket", *words))
        brackets.settle_wanted.connect(lambda *words: self._do("settle_bracket", *words))
        checks.place_wanted.connect(self.paper.choose_words)
        checks.marked.connect(self.paper.show_marks)
        self.paper.chosen.connect(lambda *_where: checks.stay())
        for signal in (brackets.done, checks.text_wanted):
            signal.connect(self._back_to_text)
        self.hand.agreed.inserted.connect(lambda block_id: self.paper.put_cursor(block_id, -1))

    def _go_to_finding(self, way: int) -> None:
        self.save()
        self.hand.go_to_finding(way)

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
        self._do("insert_after", self._block_id())

    def _block_id(self) -> int | None:
        return self._in_hand.block_id if self._in_hand else None

    def _move(self, by: int) -> None:
        self._with_block("move", by)
        block_id = self._block_id()
        if block_id is not None:
            self.paper.bring_into_sight(block_id)

    def _with_block(self, what: str, *words: object) -> None:
        self.save()
        block_id = self._block_id()
        if block_id is not None:
            self._do(what, block_id, *words)

    def _in_edit(self, what: str, *words: object) -> None:
        edit = self.paper.edit_of(self._block_id())
        if edit is not None:
            getattr(edit, what)(*words)

    def _set_kind(self, kind: str) -> None:
        self._with_block("set_kind", kind)
        self._back_to_text(-1)

    def _back_to_text(self, place: int | None = None) -> None:
        """The cursor goes on in the paragraph in hand, where it was or at a place."""
        edit, block_id = self.paper.edit_of(self._block_id()), self._block_id()
        if edit is not None and block_id is not None:
            self.paper.put_cursor(block_id, edit.place() if place is None else place)

    def _settle_next(self, way: int) -> None:
        self.save()
        edit = self.paper.edit_of(self._block_id())
        if self._presenter is not None and self._presenter.settle_next(
            self._block_id(), edit.place() if edit else 0, way
        ):
            self.hand.bring_paragraph()

    def _go_on_in_guide(self, block_id: int, place: int) -> None:
        """Where something waits there for her choice, with what she chooses by in front."""
        self.paper.put_cursor(block_id, place)
        if self._in_hand is not None and (self._in_hand.bracket is not None or self._in_hand.state == "both"):
            self.hand.bring_paragraph()

    def _show_source(self, block_id: int | None) -> None:
        """Open the outcome a paragraph came from; where there are several, she chooses."""
        if block_id is not None:
            self._do("choose", block_id)
        outcomes = [line for line in self._in_hand.sources if line.outcome] if self._in_hand else []
        if len(outcomes) == 1:
            self.page_wanted.emit("outcomes", outcomes[0].handle)
        elif outcomes:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for line in outcomes:
                action = menu.addAction(menu_words(f"{line.number}  {line.text}"))
                action.triggered.connect(
                    lambda _on=False, handle=line.handle: self.page_wanted.emit("outcomes", handle)
                )
            menu.popup(QCursor.pos())

    def _set_stage(self) -> None:
        self._do("set_stage", self.stage_box.currentData())

    def _read_version(self, version_id: int) -> None:
        if self._presenter is not None:
            self.save()
            dialog = self._windows.get(version_id)
            if dialog is None:
                dialog = self._windows[version_id] = VersionDialog(self._look, self)
                dialog.finished.connect(lambda _how: self._windows.pop(version_id, None))
                dialog.attach(self._presenter.versions(dialog, version_id))
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()

    def write_alone(self, alone: bool) -> None:
        """Nothing but the text, or the panels beside it again."""
        for part in (self.sources_panel, self.sources_rule, self.hand_rule, self.hand_panel):
            part.setVisible(not alone)
        self.text_foot.show_alone(alone)
        self._leave.setEnabled(alone)

    def _make_main(self, button: QPushButton, main: bool) -> None:
        restyle(button, "kind", "main" if main else "")
        button.setIcon(self._look.icon("again", "on_accent" if main else "soft"))

    def _draw_anew(self) -> None:
        look = self._look
        between(self.sources_panel, look.px(NARROW), look.px(GUIDE))
        between(self.hand_panel, look.px(NARROW), look.px(HAND))
        self._make_main(self.compose_button, self.compose_button.property("kind") == "main")
        self.first_compose_button.setIcon(look.icon("again", "on_accent"))
