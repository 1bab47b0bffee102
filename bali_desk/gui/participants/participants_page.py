"""Participants: delegations, the persons they send, and who came."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QPushButton, QToolButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.dropped import dropped_file
from bali_desk.gui.look import Look
from bali_desk.gui.participants.chosen_persons import ChosenPersons
from bali_desk.gui.participants.delegation_panel import DelegationPanel
from bali_desk.gui.participants.delegations_list import DelegationsModel, DelegationsView
from bali_desk.gui.participants.export_menu import ExportMenu
from bali_desk.gui.participants.names_button import NamesButton
from bali_desk.gui.participants.participant_panel import ParticipantPanel
from bali_desk.gui.participants.persons_table import PersonsTable, persons_model
from bali_desk.gui.rows import Rows
from bali_desk.gui.words_away import WordsAway
from bali_desk.presenters.participants.details import PersonShown
from bali_desk.presenters.participants.presenter import ParticipantsPresenter
from bali_desk.presenters.participants.rows import DelegationEntry, PeopleShown

AFTER_PAINTING = 30  # milliseconds between two pauses in which what finding will need is made ready
LIST, ENTRY = 212, 26  # width of the list of delegations, height of its rows


class ParticipantsPage(QWidget):
    """Shows what the presenter hands it and hands on what the officer does."""

    delegations_part: QWidget
    delegations_place: QWidget
    delegation_place: QWidget
    add_delegation_button: QToolButton
    bar_layout: QLayout
    persons_part_layout: QLayout
    find_edit: QLineEdit
    export_button: QPushButton
    add_person_button: QPushButton
    tick_in_button: QPushButton
    import_button: QPushButton
    persons_place: QWidget
    panel_place: QWidget
    missing_button: QPushButton
    names_button: QPushButton
    counts_label: QLabel
    chosen_label: QLabel
    keys_label: QLabel

    page_wanted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "participants_page")
        self._look = look
        self._presenter: ParticipantsPresenter | None = None
        self._people: PeopleShown | None = None
        self._showing = False
        self._idle = QTimer(self, singleShot=True, interval=AFTER_PAINTING)
        self._idle.timeout.connect(self._prepare)
        self._told: int | None = None  # the person the presenter believes chosen
        self._delegations = DelegationsModel(self)
        self._persons = persons_model(lambda: self._people, self)
        self.delegations_view = DelegationsView(self.delegations_place)
        self.persons_view = PersonsTable(self.persons_place)
        self.delegation_panel = DelegationPanel(look, self.delegation_place)
        self.export_menu = ExportMenu(self.export_button)
        self.panel = ParticipantPanel(look, self.panel_place)
        self.names = NamesButton(self.names_button)
        self.chosen_persons = ChosenPersons(self)
        self._words = WordsAway(
            (self.export_button, self.add_person_button, self.tick_in_button, self.import_button),
            [layout for layout in (self.bar_layout, self.persons_part_layout, self.layout()) if layout is not None],
        )
        self._put_together()
        self._connect()
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: ParticipantsPresenter) -> None:
        """Hands on to this presenter from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        self._told = None
        self.panel.attach(presenter)
        self.export_menu.attach(presenter.outgoing)
        self.delegation_panel.attach(presenter)
        self.panel.hide()
        if self._people is not None:
            self.show_people(self._people)

    @property
    def presenter(self) -> ParticipantsPresenter | None:
        """Whom it hands on to."""
        return self._presenter

    @property
    def people(self) -> PeopleShown | None:
        """What it shows."""
        return self._people

    def save(self) -> bool:
        """Keeps what is being typed; False where something could not be kept."""
        return all([self.panel.save(), self.delegation_panel.save()])

    def open_at(self, handle: str) -> None:
        """Goes to the person with this handle, whatever was shown before."""
        key = self._presenter.key_of(handle) if self._presenter is not None else None
        if key is not None and self._presenter is not None:
            self._presenter.show_all()
            self.persons_view.choose(key)
            self.open_panel()

    # ---- what the presenter shows ----
    def show_people(self, people: PeopleShown) -> None:
        """Shows delegations and persons; what was chosen stays chosen, or its neighbour is."""
        row = self.persons_view.currentIndex().row()
        before, self._people = self._people, people
        self._showing = True
        self._show_delegations(people, before)
        self._persons.show(people.persons)
        if self.persons_view.current() is None and people.persons and row >= 0:
            self.persons_view.selectRow(min(row, len(people.persons) - 1))
        self._showing = False
        if self.find_edit.text() != people.asked:
            self.find_edit.setText(people.asked)
        self.export_menu.choose(self._chosen_delegation())
        self.persons_view.empty_words = "Nobody found." if people.asked.strip() else "No persons yet."
        self._count(people)
        if before is None or people.delegations is not before.delegations:
            self.persons_view.measure()
            self._fold()
            self._idle.start()
        self._choose_person()

    def show_person(self, person: PersonShown | None) -> None:
        """Shows everything of the chosen person."""
        self.panel.show_person(person)
        if person is None:
            self._show_panel(False)

    # ---- a registration sheet that is dropped ----
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file at a time."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hands the file to the import."""
        event.acceptProposedAction()
        self.page_wanted.emit("registration", dropped_file(event.mimeData()))

    # ---- inner ----
    def _put_together(self) -> None:
        for place, view in (
            (self.delegations_place, self.delegations_view),
            (self.persons_place, self.persons_view),
            (self.delegation_place, self.delegation_panel),
            (self.panel_place, self.panel),
        ):
            layout = place.layout()
            assert layout is not None
            layout.addWidget(view)
        self.delegations_view.setAccessibleName("Delegations")
        self.delegations_view.furnish(self._look, self._delegations, (0, 56), 0, ENTRY, head=False)
        self.delegations_view.setItemDelegate(Rows(self._look, ENTRY, self.delegations_view, hairline=False))
        self.persons_view.furnish_persons(self._look, self._persons)
        self.panel.hide()

    def _connect(self) -> None:
        persons, delegations = self.persons_view, self.delegations_view
        delegations.same_section = lambda key, other: bool(self._presenter and self._presenter.same_section(key, other))
        delegations.persons_dropped.connect(self.chosen_persons.drop)
        delegations.delegation_dropped.connect(self._place_delegation)
        delegations.chosen.connect(self._choose_delegation)
        delegations.edit_wanted.connect(self.delegation_panel.begin)
        delegations.move_wanted.connect(self.delegation_panel.move_entry)
        delegations.delete_wanted.connect(self.delegation_panel.delete_entry)
        persons.chosen.connect(self._choose_person)
        delegations.add_wanted.connect(self._add_delegation)
        persons.add_wanted.connect(self._add_person)
        persons.edit_wanted.connect(self.open_panel)
        self.chosen_persons.follow(persons)
        persons.horizontalHeader().sortIndicatorChanged.connect(self._sorted)
        self.panel.closed.connect(self._close_panel)
        self.find_edit.textChanged.connect(self._find)
        self.find_edit.returnPressed.connect(self._go_to_found)
        self.add_person_button.clicked.connect(self._add_person)
        self.tick_in_button.clicked.connect(lambda: self.page_wanted.emit("tick_in", ""))
        self.import_button.clicked.connect(lambda: self.page_wanted.emit("registration", ""))
        self.setAcceptDrops(True)
        self.add_delegation_button.clicked.connect(self._add_delegation)
        self.missing_button.clicked.connect(self._add_missing)
        self.names.chosen.connect(self._print_names)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.find_edit.setFocus)

    def _dress(self) -> None:
        self.persons_view.measure()
        self.delegations_part.setFixedWidth(self._look.px(LIST))
        self.add_delegation_button.setIcon(self._look.icon("add"))
        icons = (
            (self.add_person_button, "add", "soft"),
            (self.export_button, "export", "soft"),
            (self.tick_in_button, "tick", "soft"),
            (self.import_button, "import", "on_accent"),
        )
        for button, icon, ink in icons:
            button.setIcon(self._look.icon(icon, ink))
            button.setIconSize(QSize(20, 16))
        for action in self.find_edit.actions():
            if action.objectName() == "find_sign":
                self.find_edit.removeAction(action)
        sign = self.find_edit.addAction(self._look.icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setObjectName("find_sign")
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lets positions, then native script, give way where it is narrow."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        panel = self.panel.width() if self.panel.isVisibleTo(self) else 0
        self.persons_view.fit(self.width() - self.delegations_part.width() - panel)

    def _count(self, people: PeopleShown) -> None:
        shown = len(people.persons)
        few = f"{shown} of {people.of} persons found" if people.asked.strip() else people.chosen_counts
        self.counts_label.setText(people.counts)
        self.chosen_label.setText(few)
        self.missing_button.setVisible(people.missing > 0)
        words = "member" if people.missing == 1 else "members"
        self.missing_button.setText(f"Add {people.missing} missing {words}")
        self._show_styles()

    def _show_styles(self) -> None:
        if self._presenter is not None and self._people is not None:
            self.names.show_styles(self._people.naming.style, self._presenter.examples())

    # ---- delegations ----
    def _show_delegations(self, people: PeopleShown, before: PeopleShown | None) -> None:
        if before is None or people.delegations is not before.delegations:
            self.delegations_view.clearSpans()
            for row_of_section in self._delegations.show_delegations(people.delegations):
                self.delegations_view.setSpan(row_of_section, 0, 1, 2)
        entry = self._chosen_delegation()
        if entry is None or entry.key != people.chosen:
            self.delegations_view.choose(("delegation", people.chosen))
        self.delegation_panel.show_delegation(self._chosen_delegation())

    def _chosen_delegation(self) -> DelegationEntry | None:
        entry = self.delegations_view.current()
        return entry if isinstance(entry, DelegationEntry) else None

    def _choose_delegation(self) -> None:
        entry = self._chosen_delegation()
        if self._presenter is None or self._showing or entry is None:
            return
        if self._people is not None and entry.key != self._people.chosen:
            self.delegation_panel.save()
            self._presenter.choose_delegation(entry.key)

    def _add_delegation(self) -> None:
        self.save()
        if self._presenter is not None:
            self._presenter.choose_delegation(self._presenter.add_delegation())
            self.delegation_panel.begin()

    def _add_missing(self) -> None:
        self.save()
        if self._presenter is not None:
            self._presenter.add_missing_members()

    def _place_delegation(self, key: int, before: int | None) -> None:
        if self._presenter is not None:
            self.delegation_panel.save()
            self._presenter.place_delegation(key, before)

    def _print_names(self, style: str) -> None:
        self.save()
        if self._presenter is not None:
            self._presenter.print_names(style)

    # ---- persons ----
    def _choose_person(self) -> None:
        row = self.persons_view.current()
        key = row.key if row is not None else None
        if self._presenter is None or self._showing or key == self._told:
            return
        self.panel.save()
        self._told = key
        self._presenter.choose_person(key)
        self._show_styles()

    def open_panel(self, at: QLineEdit | None = None) -> None:
        """Opens the panel with the keyboard on the name, or on another of its lines."""
        if self.persons_view.current() is not None:
            self._show_panel(True)
            self.panel.begin(at)

    def _close_panel(self) -> None:
        self._show_panel(False)
        self.persons_view.setFocus()

    def _show_panel(self, visible: bool) -> None:
        self._words.fold(visible)  # first, or the page grows for a moment
        self.panel.setVisible(visible)
        self.keys_label.setVisible(not visible)
        self._fold()

    def _add_person(self) -> None:
        self.save()
        if self._presenter is not None:
            made = self._presenter.add_person()
            self.persons_view.choose(made)
            self.open_panel()

    def _prepare(self) -> None:
        if self._presenter is not None and self._presenter.prepare():
            self._idle.start()

    def _find(self, asked: str) -> None:
        if self._presenter is not None and not self._showing:
            self._presenter.find(asked)

    def _go_to_found(self) -> None:
        if self._persons.rowCount():
            self.persons_view.selectRow(0)
            self.persons_view.setFocus()

    def _sorted(self, column: int, _order: Qt.SortOrder) -> None:
        if column < 0 and self._people is not None:  # back to the office's order
            self._persons.show(self._people.persons)
