"""Delegations and persons put in order on the Participants page: by mouse, menu, keys and clipboard."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from sqlmodel import select

from bali_desk.domain.models import Body, Delegation, Participant
from bali_desk.gui.participants.delegations_list import Section
from bali_desk.gui.participants.participants_page import ParticipantsPage
from bali_desk.presenters.participants.rows import DelegationEntry
from bali_desk.store.records import read_record

Key, Ctrl, Left = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, look, workshop, sample):
    page = ParticipantsPage(look)
    qtbot.addWidget(page)
    page.resize(1174, 660)
    page.attach(workshop.participants(page, sample))
    page.show()
    qtbot.waitActive(page)
    page.persons_view.setFocus()
    yield page
    page._presenter.leave()


def names(page):
    return [row.name for row in page.persons_view.model().records]


def delegations(page):
    return [one.name for one in page.delegations_view.model().records if isinstance(one, DelegationEntry)]


def entry(page, name):
    entries = page.delegations_view.model().records
    return next(one for one in entries if isinstance(one, DelegationEntry) and one.name == name)


def go_to(page, name):
    assert page.delegations_view.choose(("delegation", entry(page, name).key))


def choose(page, *wanted):
    """Chooses rows of persons as clicks with Ctrl do."""
    model = page.persons_view.model()
    for number, name in enumerate(wanted):
        row = next(row for row, one in enumerate(model.records) if one.name.startswith(name))
        page.persons_view.scrollTo(model.index(row, 0))
        where = page.persons_view.visualRect(model.index(row, 0)).center()
        QTest.mouseClick(page.persons_view.viewport(), Left, Ctrl if number else Qt.KeyboardModifier.NoModifier, where)


def drop(view, data, name, below=False):
    """Drags something over a delegation and lets it go; whether it was taken."""
    model = view.model()
    row = next(row for row, one in enumerate(model.records) if one.name == name)
    view.scrollTo(model.index(row, 0))
    cell = view.visualRect(model.index(row, 0))
    where = QPointF(cell.center().x(), cell.bottom() - 3 if below else cell.top() + 3)
    copy, none = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), copy, data, Left, none)
    QApplication.sendEvent(view.viewport(), enter)
    move = QDragMoveEvent(where.toPoint(), copy, data, Left, none)
    QApplication.sendEvent(view.viewport(), move)
    view.grab()
    if not move.isAccepted():
        return False
    QApplication.sendEvent(view.viewport(), QDropEvent(where, copy, data, Left, none))
    return True


def dragged(view):
    return view.model().mimeData(view.selectionModel().selectedIndexes())


def menu_of(qtbot, page):
    """The menu of the chosen persons, as a right click opens it."""
    view = page.persons_view
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    return QApplication.activePopupWidget()


def pick(menu, *words):
    """Triggers a line of a menu, through its submenus."""
    for word in words[:-1]:
        menu = next(one for one in menu.findChildren(QMenu) if one.title() == word)
    next(one for one in menu.actions() if one.text().partition("\t")[0] == words[-1]).trigger()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def stored(desk, name):
    with desk.reading() as session:
        return session.exec(select(Participant).where(Participant.family == name)).one()


def test_persons_are_dragged_to_another_delegation_in_one_step(page, desk):
    choose(page, "SRISUWAN", "CHAIYASIT")
    assert drop(page.delegations_view, dragged(page.persons_view), "Japan")
    assert (entry(page, "Thailand").count, entry(page, "Japan").count) == (2, 3)
    assert desk.undo_label == "Move 2 persons to another delegation"
    desk.undo()
    assert (entry(page, "Thailand").count, entry(page, "Japan").count) == (4, 1)


def test_persons_cannot_be_dropped_on_the_word_of_a_section_or_on_all(page):
    choose(page, "SRISUWAN")
    assert not drop(page.delegations_view, dragged(page.persons_view), "All delegations")
    assert not drop(page.delegations_view, dragged(page.persons_view), "Members")


def test_delegations_are_dragged_within_their_section(page, desk):
    before = delegations(page)
    go_to(page, "Viet Nam")
    assert drop(page.delegations_view, dragged(page.delegations_view), "Japan")
    after = delegations(page)
    assert after[after.index("Viet Nam") + 1] == "Japan"
    assert desk.undo_label == "Move delegation"
    go_to(page, "Bangladesh")
    assert drop(page.delegations_view, dragged(page.delegations_view), "Timor-Leste", below=True)
    after = delegations(page)
    assert after[after.index("Bangladesh") - 1] == "Timor-Leste"
    desk.undo()
    desk.undo()
    assert delegations(page) == before


def test_a_delegation_does_not_leave_its_section(page):
    before = delegations(page)
    go_to(page, "Viet Nam")
    assert not drop(page.delegations_view, dragged(page.delegations_view), "Indonesia")
    assert delegations(page) == before


def test_the_menu_moves_persons_to_a_delegation(page, qtbot, desk):
    choose(page, "SRISUWAN")
    pick(menu_of(qtbot, page), "Move to delegation", "Japan")
    assert stored(desk, "Srisuwan").delegation_id == entry(page, "Japan").key
    choose(page, "SRISUWAN")
    pick(menu_of(qtbot, page), "Move to delegation", "No delegation")
    assert stored(desk, "Srisuwan").delegation_id is None


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        (("Excused",), "attendance", "excused"),
        (("Online, or in the room",), "mode", "online"),
        (("Role", "Alternate"), "role", "alternate"),
    ],
)
def test_the_menu_does_what_the_keys_do(page, qtbot, desk, words, field, value):
    choose(page, "SRISUWAN")
    pick(menu_of(qtbot, page), *words)
    assert getattr(stored(desk, "Srisuwan"), field) == value
    desk.undo()
    assert getattr(stored(desk, "Srisuwan"), field) != value


def test_digits_give_roles_and_the_delegation_orders_itself(page):
    go_to(page, "Thailand")
    last = names(page)[-1]
    page.persons_view.setFocus()
    page.persons_view.selectRow(3)
    QTest.keyClick(page.persons_view, Key.Key_2)
    assert names(page)[1] == last
    assert page.persons_view.current().role == "alternate"


def test_o_says_online_and_again_in_the_room(page):
    page.persons_view.selectRow(0)
    QTest.keyClick(page.persons_view, Key.Key_O)
    assert page.persons_view.current().state_words == "present, online"
    QTest.keyClick(page.persons_view, Key.Key_O)
    assert page.persons_view.current().state_words == "present"


def test_r_asks_who_came_instead(page):
    page.persons_view.selectRow(0)
    QTest.keyClick(page.persons_view, Key.Key_R)
    assert page.panel.replaced_by_edit.hasFocus()
    QTest.keyClicks(page.panel.replaced_by_edit, "Suteja, Made Arya")
    QTest.keyClick(page.panel.replaced_by_edit, Key.Key_Return)
    assert page.persons_view.model().records[0].state_words == "replaced by SUTEJA, Made Arya"


def test_a_pasted_sheet_with_heads_is_read_as_an_import_reads_it(page, desk, officer):
    with desk.reading() as session:
        before = len(read_record(session, 1).participants)
    QGuiApplication.clipboard().setText(
        "Title\tFirst name\tLast name\tCountry\tPosition\n"
        "Ms\tAnika\tBrandt-Oliveira\tFiji\tDirector\n"
        "Mr\tTeuila\tFa’asavalu\tSamoa\tLegal Officer\n"
        "Mr\tOdd\tNowhere\tAtlantis\tEnvoy\n"
    )
    page.persons_view.setFocus()
    QTest.keyClick(page.persons_view, Key.Key_V, Ctrl)
    with desk.reading() as session:
        found = read_record(session, 1)
    homes = {one.id: one.name for one in found.delegations}
    assert [
        (one.honorific, one.given, one.family, homes[one.delegation_id], one.position)
        for one in found.participants[before:]
    ] == [
        ("Ms", "Anika", "Brandt-Oliveira", "Fiji", "Director"),
        ("Mr", "Teuila", "Fa’asavalu", "Samoa", "Legal Officer"),
    ]
    assert officer.said[-1].startswith("Pasted 2 persons. Left out: row 4: ")


def test_rows_of_a_sheet_are_pasted_into_the_chosen_delegation(page, desk):
    go_to(page, "Japan")
    rows = "SATO, Ken\tCounsellor\tken@mofa.go.jp\nOdd One\tNote taker\tken@(at)mofa\n"
    QGuiApplication.clipboard().setText(rows)
    page.persons_view.setFocus()
    QTest.keyClick(page.persons_view, Key.Key_V, Ctrl)
    assert names(page)[1:] == ["SATO, Ken", "Odd One"]
    assert stored(desk, "SATO").email == "ken@mofa.go.jp"
    with desk.reading() as session:
        odd = session.exec(select(Participant).where(Participant.display == "Odd One")).one()
    assert (odd.position, odd.email, odd.note) == ("Note taker", None, "E-mail as pasted: ken@(at)mofa")
    desk.undo()
    assert len(names(page)) == 1


def test_a_person_is_duplicated_without_name_and_address(page, desk):
    choose(page, "SRISUWAN")
    QTest.keyClick(page.persons_view, Key.Key_D, Ctrl)
    assert page.panel.given_edit.hasFocus()
    made = page.persons_view.current()
    assert (made.name, made.delegation, made.role) == ("No name yet", "Thailand", "head of delegation")
    assert made.position == stored(desk, "Srisuwan").position
    assert made.email == ""
    assert entry(page, "Thailand").count == 5
    desk.undo()
    assert entry(page, "Thailand").count == 4


def test_missing_members_are_added_with_one_click_and_one_undo(page, qtbot, desk):
    assert page.missing_button.text() == f"Add {page.people.missing} missing members"
    many = page.people.missing
    before = delegations(page)
    qtbot.mouseClick(page.missing_button, Left)
    assert len(delegations(page)) == len(before) + many
    assert not page.missing_button.isVisible()
    desk.undo()
    assert delegations(page) == before
    assert page.missing_button.isVisible()


def test_a_delegation_has_an_official_and_a_wished_name(page, desk):
    go_to(page, "Lao PDR")
    for edit, name in (
        (page.delegation_panel.official_name_edit, "Lao People’s Democratic Republic"),
        (page.delegation_panel.wished_name_edit, "Lao P.D.R. =SUM(A1)"),
    ):
        edit.setFocus()
        edit.setText(name)
        QTest.keyClick(edit, Key.Key_Return)
    with desk.reading() as session:
        row = session.exec(select(Delegation).where(Delegation.name == "Lao PDR")).one()
    assert (row.official_name, row.wished_name) == ("Lao People’s Democratic Republic", "Lao P.D.R. =SUM(A1)")
    desk.undo()
    assert page.delegation_panel.wished_name_edit.text() == ""


def test_a_wrong_address_is_told_at_its_field_and_the_rest_is_kept(page, desk):
    choose(page, "SRISUWAN")
    QTest.keyClick(page.persons_view, Key.Key_Return)
    panel = page.panel
    panel.email_edit.setText("orathai(at)mfa")
    panel.phone_edit.setText("+66 2 000")
    assert not page.save()
    assert panel.email_fault.text() == ("“orathai(at)mfa” is no e-mail address: write it like name@ministry.gov.")
    assert panel.email_edit.text() == "orathai(at)mfa"
    assert stored(desk, "Srisuwan").phone == "+66 2 000"
    panel.email_edit.setText("orathai@mfa.go.th")
    assert page.save()
    assert not panel.email_fault.isVisible()


def test_the_button_shows_how_names_print_and_changes_it_everywhere(page, desk):
    page.persons_view.selectRow(0)
    assert page.names_button.text() == "Names print as KUSUMAWARDANI, Retno Ayu (Ms)"
    lines = [action.text() for action in page.names_button.menu().actions()]
    assert lines[3] == "Given Family\tMs Retno Ayu Kusumawardani"
    page.names_button.menu().actions()[2].trigger()
    assert names(page)[0] == "Ms Retno Ayu KUSUMAWARDANI"
    assert page.names_button.text() == "Names print as Ms Retno Ayu KUSUMAWARDANI"
    with desk.reading() as session:
        assert session.exec(select(Body)).one().name_style == "Given FAMILY"
    desk.undo()
    assert names(page)[0] == "KUSUMAWARDANI, Retno Ayu (Ms)"


def test_the_counts_of_the_meeting_and_of_the_chosen_delegation_are_in_view(page):
    assert page.counts_label.text() == (
        "41 registered · 38 present · 18 delegations, 2 of them organisations · 1 excused · 1 absent · 1 replaced"
    )
    assert page.chosen_label.text() == ""
    go_to(page, "Thailand")
    assert page.chosen_label.text() == "Thailand: 4 registered · 3 present · 1 replaced"
    assert page.counts_label.text().startswith("41 registered · 38 present")


def test_sections_are_told_apart(page, desk):
    page._presenter.delegations.write(entry(page, "Japan").key, "status", "guest")
    page._presenter.delegations.write(entry(page, "Nepal").key, "status", "observer")
    heads = [one.name for one in page.delegations_view.model().records if isinstance(one, Section)]
    assert heads == ["Co-chairs", "Members", "Observers", "Organisations", "Guests", "Secretariat"]
