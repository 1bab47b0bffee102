"""The agenda: an outline typed in place, the day to scale, and everything of the chosen item."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLayout, QPushButton, QScrollArea, QWidget

from bali_desk.gui import forms
from bali_desk.gui.agenda.agenda_item_panel import AgendaItemPanel
from bali_desk.gui.agenda.columns import ITEM, LEAD, AgendaModel
from bali_desk.gui.agenda.table import AgendaTable
from bali_desk.gui.agenda.timeline import AgendaTimeline
from bali_desk.gui.choices import fill_box
from bali_desk.gui.look import Look
from bali_desk.presenters.agenda.fields import AgendaFields
from bali_desk.presenters.agenda.order import AgendaOrder
from bali_desk.presenters.agenda.presenter import AgendaPresenter
from bali_desk.presenters.agenda.rows import AgendaShown, ItemShown

TIMELINE, NARROW = 340, 1000  # width of the timeline; below that of the page it folds away
DETAILS = 262


class AgendaPage(QWidget):
    """Shows what the presenter hands it and hands on what the officer does."""

    agenda_part: QWidget
    items_place: QWidget
    add_item_button: QPushButton
    add_sub_item_button: QPushButton
    add_break_button: QPushButton
    follow_button: QPushButton
    calendar_button: QPushButton
    fault_label: QLabel
    keys_label: QLabel
    details_place: QWidget
    timeline_part: QWidget
    timeline_rule: QWidget
    timeline_area: QScrollArea
    day_label: QLabel
    day_box: QComboBox
    time_label: QLabel

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "agenda_page")
        self._look = look
        self._presenter: AgendaPresenter | None = None
        self._agenda: AgendaShown | None = None
        self._told: int | None = None  # the item the presenter believes chosen
        self._begun_at: dict[int, int | None] = {}  # new items, and where the officer was when she began them
        self._day: dt.date | None = None  # the day to scale, where it is not that of the chosen item
        self._showing = False
        self._model = AgendaModel(self._write, self)
        self.items_view = AgendaTable(self.items_place)
        self.items_view.furnish_agenda(look, self._model)
        self._layout(self.items_place).addWidget(self.items_view)
        self.panel = AgendaItemPanel(look, self.details_place)
        self._layout(self.details_place).addWidget(self.panel)
        self.timeline = AgendaTimeline(self.timeline_area)
        self.timeline.use(look)
        self.timeline_area.setWidget(self.timeline)
        self._connect()
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: AgendaPresenter) -> None:
        """Hands on to this presenter from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        self._told = None
        self.panel.attach(presenter)
        self.items_view.know(presenter.known_presenters, presenter.known_leads)
        rows = self._agenda.rows if self._agenda else ()
        if rows and self.items_view.key() is None:
            self.items_view.choose(rows[0].key, ITEM)
        self._choose()

    def save(self) -> bool:
        """Keeps what is being typed; False where something could not be kept."""
        return all([self.items_view.commit(), self.panel.save()])

    def open_at(self, handle: str) -> None:
        """Goes to the item with this handle."""
        key = self._presenter.key_of(handle) if self._presenter is not None else None
        if key is not None:
            self._go(key)
            self.items_view.setFocus()

    # ---- what the presenter shows ----
    def show_agenda(self, agenda: AgendaShown) -> None:
        """Shows these lines; what was chosen stays chosen, or its neighbour is."""
        row = self.items_view.currentIndex().row()
        self._agenda = agenda
        self._showing = True
        self.items_view.setColumnHidden(LEAD, not agenda.leads)
        self.items_view.show_agenda(agenda)
        if self.items_view.key() is None and agenda.rows and row >= 0:
            self.items_view.choose_near(row)
        self._showing = False
        self._show_time(agenda)
        self._choose()

    def show_item(self, item: ItemShown | None) -> None:
        """Shows everything of the chosen item."""
        self.panel.show_item(item)

    # ---- inner ----
    @staticmethod
    def _layout(place: QWidget) -> QLayout:
        layout = place.layout()
        assert layout is not None
        return layout

    def _connect(self) -> None:
        view = self.items_view
        view.chosen.connect(self._choose)
        view.next_wanted.connect(lambda key: self._add("item", key))
        view.left_empty.connect(self._drop_empty)
        view.indent_wanted.connect(lambda key: self._order().indent(key))
        view.outdent_wanted.connect(lambda key: self._order().outdent(key))
        view.move_wanted.connect(lambda key, way: self._order().move(key, way))
        view.delete_wanted.connect(lambda key: self._order().delete(key))
        view.dropped.connect(lambda key, at, onto: self._order().drop(key, at, onto))
        view.leave_wanted.connect(self.panel.presenters_edit.setFocus)
        view.refused.connect(self._refuse)
        self.add_item_button.clicked.connect(lambda: self._add("item", view.key()))
        self.add_break_button.clicked.connect(lambda: self._add("break", view.key()))
        self.add_sub_item_button.clicked.connect(self._add_under)
        self.follow_button.clicked.connect(self._follow)
        self.calendar_button.clicked.connect(self._export_calendar)
        view.lengthen_wanted.connect(lambda key, way: self._fields().lengthen(key, way))
        view.lead_wanted.connect(lambda key: self._fields().next_lead(key))
        view.fold_wanted.connect(self._fold_item)
        view.paste_wanted.connect(self.paste)
        self._connect_timeline()

    def _connect_timeline(self) -> None:
        line = self.timeline
        line.clicked.connect(self._go)
        line.dropped.connect(lambda key, drop: self._order().drop_on_day(key, drop))
        line.stretched.connect(lambda key, minutes: self._fields().stretch(key, minutes))
        line.move_wanted.connect(lambda key, way: self._order().move(key, way))
        line.lengthen_wanted.connect(lambda key, way: self._fields().lengthen(key, way))
        line.leave_wanted.connect(self.items_view.setFocus)
        self.day_box.activated.connect(lambda _index: self._show_other_day())

    def _dress(self) -> None:
        """Icons and measures, which follow the text size and the scheme."""
        for button in (self.add_item_button, self.add_sub_item_button, self.add_break_button):
            button.setIcon(self._look.icon("add", "accent"))
            button.setIconSize(QSize(20, 16))
        self.timeline_part.setFixedWidth(self._look.px(TIMELINE))
        self.details_place.setFixedHeight(self._look.px(DETAILS))
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """What is needed once the timeline has folded away."""
        return self.agenda_part.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the timeline away where the titles would starve."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        room = self.width() >= self._look.px(NARROW)
        self.timeline_part.setVisible(room)
        self.timeline_rule.setVisible(room)

    def _write(self, key: int, field: str, text: str) -> None:
        if self._presenter is not None:
            self._presenter.fields.write(key, field, text)

    def _choose(self) -> None:
        key = self.items_view.key()
        if self._presenter is None or self._showing:
            return
        if key != self._told:
            self.panel.save()
            self._told, self._day = key, None
            self._presenter.choose(key)
        line = self.items_view.current()
        self.add_sub_item_button.setEnabled(line is not None and line.takes_sub_items)
        self._show_day(key)

    def _show_day(self, key: int | None) -> None:
        agenda = self._agenda
        rows, days = (agenda.rows, agenda.days) if agenda else ((), ())
        chosen = next((row.day for row in rows if row.key == key), rows[0].day if rows else None)
        day = next((one for one in days if one.day == (self._day or chosen)), days[0] if days else None)
        self.timeline.show_day(day, [row for row in rows if day and row.day == day.day], key)
        fill_box(self.day_box, [(one.day.isoformat(), one.label) for one in days])
        self.day_box.setCurrentIndex(days.index(day) if day else -1)
        self.day_box.setVisible(len(days) > 1)
        self.day_label.setVisible(len(days) < 2)
        self.day_label.setText(day.label if day else "")
        self.time_label.setText(f"{day.over} min over" if day and day.over else "")
        QTimer.singleShot(0, self, self._bring_into_sight)  # once the timeline has its new height

    def _show_other_day(self) -> None:
        """The day chosen above the timeline, until another item is."""
        self._day = dt.date.fromisoformat(str(self.day_box.currentData()))
        self._show_day(self.items_view.key())

    def _bring_into_sight(self) -> None:
        key = self.items_view.key()
        block = self.timeline.block_of(key) if key is not None else None
        if block is not None and not block.isEmpty():
            self.timeline_area.ensureVisible(0, block.center().y(), 0, block.height() // 2 + self._look.px(40))

    def _show_time(self, agenda: AgendaShown) -> None:
        self.follow_button.setVisible(bool(agenda.fixed))

    def _refuse(self, sentence: str) -> None:
        self.fault_label.setText(sentence)
        self.keys_label.setVisible(not sentence)

    def _add(self, kind: str, after: int | None) -> None:
        if self._presenter is not None and self.items_view.commit():
            self._begin(self._presenter.order.add(kind, after), after)

    def _add_under(self) -> None:
        parent = self.items_view.key()
        if self._presenter is not None and parent is not None and self.items_view.commit():
            made = self._presenter.order.add_under(parent)
            if made is not None:
                self._begin(made, parent)

    def _begin(self, made: int, at: int | None) -> None:
        self._begun_at[made] = at
        self.items_view.type_into(made)

    def _drop_empty(self, key: int) -> None:
        if self._presenter is not None and self._presenter.order.drop_empty(key):
            self.items_view.choose(self._begun_at.pop(key, None), ITEM)

    def _follow(self) -> None:
        if self._presenter is not None:
            self._presenter.fields.let_times_follow()

    def _export_calendar(self) -> None:
        if self._presenter is not None and self.save():
            self._presenter.outgoing.agenda_to_calendar()

    def _go(self, key: int) -> None:
        """Chooses an item, shown to that end where it is folded away."""
        if self._presenter is not None:
            self._presenter.unfold_to(key)
        self.items_view.choose(key, ITEM)

    def _fold_item(self, key: int, folded: bool | None) -> None:
        if self._presenter is not None and self.items_view.commit():
            self.items_view.choose(key, ITEM)
            self._presenter.fold(key, folded)

    def paste(self) -> None:
        """Adds the agenda that was copied in another program."""
        data = QApplication.clipboard().mimeData()
        if self._presenter is not None and data is not None and self.items_view.commit():
            first = self._presenter.paste.paste(data.html(), data.text(), self.items_view.key())
            if first is not None:
                self._go(first)

    def _fields(self) -> AgendaFields:
        assert self._presenter is not None
        return self._presenter.fields

    def _order(self) -> AgendaOrder:
        assert self._presenter is not None
        return self._presenter.order
