"""A whole meeting of the size and shape the office has, typed into the window, and its statement part for part.

Outcomes are recorded without the mouse. Title block; opening with its counts; updates by their source; what is asked
upward; what fulfils the work plan; achievements; priorities as a list; circulation with its deadline; next meeting.
"""

import datetime as dt
import re
from dataclasses import dataclass

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from bali_desk.documents.transcript import transcript
from bali_desk.gui.meetings.new_meeting_dialog import NewMeetingDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, ALT = Modifier.ControlModifier, Modifier.AltModifier

AGENDA = (  # what is typed, and how deep it stands
    ("Opening and adoption of the agenda", 0),
    ("News since the last meeting", 0),
    ("The Dialogue and its Fair", 1),
    ("Inspection campaigns", 1),
    ("Handbook on Fair Contracts", 0),
    ("Registry Office", 0),
    ("Trends", 0),
    ("What the plan has brought", 0),
    ("Priorities to come", 0),
)
DELEGATIONS = (  # name, kind, rows as they are pasted from a sheet
    ("Philippines", "country", "SANTOS, Maria\tDirector\nCRUZ, Jose\tAttorney"),
    ("New Zealand", "country", "TE WIATA, Hana\tPrincipal Adviser"),
    ("Fiji", "country", "NAIDU, Priya\tLabour Inspector\nRATU, Ana\tCounsellor"),
    ("Thailand", "country", "CHAIYASIT, Anong\tInspector"),
    ("Sri Lanka", "country", "PERERA, Nimal\tAssistant Secretary"),
    ("Recruitment Registry Office", "organisation", "OKAFOR, Grace\tCo-Manager\nLINDEN, Karl\tCo-Manager"),
    ("Harbour Labour Institute", "organisation", "MOREAU, Claire\tResearcher"),
)
PLAN = ("Write a handbook on fair contracts", "Open a register of agencies on the web", "Train inspectors")
MEMBERS, CHAIRS, OFFICE, INSTITUTE = "Members", "Co-Chairs", "RRO", "HLI"


@dataclass
class Said:
    """An outcome as it is keyed in."""

    who: str
    verb: str
    what: str
    points: tuple[str, ...] = ()
    fulfils: int = 0  # number of the line in the menu
    owner: str = ""
    due: str = ""
    to: str = ""
    when: str = ""
    private: bool = False


OUTCOMES = {
    "Opening and adoption of the agenda": [Said(MEMBERS, "adopted", "the agenda as it stood", private=True)],
    "The Dialogue and its Fair": [
        Said(MEMBERS, "welcomed", "news of two gatherings of the Straits Dialogue: its 6th Officials' Day and the Task "
             "Group on Fees"),
        Said(MEMBERS, "heard", "how the Fair Recruiters' Fair is being made ready, to be opened in Nadi, Fiji, in "
             "September 2019"),
        Said(CHAIRS, "encouraged", "every member to send a minister or a deputy to the Fair"),
        Said(MEMBERS, "looked forward to", "what the Fair will bring, and to winning agencies over with its help"),
    ],
    "Inspection campaigns": [
        Said(MEMBERS, "welcomed", "an account by Fiji and Thailand of the inspections in ports. It told of a second "
             "campaign, from August to December 2018, and of a third, begun in February 2019"),
        Said(MEMBERS, "commended", "the results of the second campaign: inspectors who now call each other, and 14 "
             "licences withdrawn"),
    ],
    "Handbook on Fair Contracts": [
        Said(MEMBERS, "heard from", "the drafting team of the handbook *Contracts One Can Read* and of its course"),
        Said(MEMBERS, "noted", "that the handbook answers a wish of Ministers of June 2017", fulfils=1),
        Said(MEMBERS, "agreed to recommend", "the handbook and the course for endorsement",
             to="7th Officials' Day", when="late 2019"),
        Said(MEMBERS, "thanked", "all who took part in the drafting"),
        Said(CHAIRS, "encouraged", "members to make the handbook known at home and to ask for the course"),
    ],
    "Registry Office": [
        Said(MEMBERS, "welcomed", "Ms Grace Okafor and Mr Karl Linden, who manage the RRO together since January, to "
             "their first meeting"),
        Said(OFFICE, "presented", "its year, above all the register of agencies on the web", fulfils=2),
        Said(MEMBERS, "acknowledged", "how much the RRO does for what Ministers have asked"),
    ],
    "Trends": [
        Said(MEMBERS, "welcomed", "a survey of fees by the Harbour Labour Institute"),
        Said(INSTITUTE, "highlighted", "three gaps: scarce figures; complaints that nobody reads; and too little "
             "exchange across borders"),
    ],
    "What the plan has brought": [
        Said(MEMBERS, "reviewed", "what the Plan of Work 2017-19 had brought: the handbook, its course, and the "
             "register"),
    ],
    "Priorities to come": [
        Said(MEMBERS, "agreed on", "the priorities of the Plan of Work 2019-21", points=(
            "sharing news of agencies four times a year",
            "using the handbook in every labour office",
            "working with business and with unions",
            "training inspectors together",
            "and following the fees that workers pay.",
        )),
        Said(CHAIRS, "will", "send the new plan to all members for written comments", owner="Co-Chairs",
             due="end of next month"),
    ],
}  # fmt: skip

PARTS = (  # of the statement in their order, each with what it must say
    ("title", "Co-Chairs’ Statement"),
    ("subtitle", "Third", "Straits Dialogue Working Group on Safe Recruitment"),
    ("subtitle", "Cebu, Philippines", "17 April 2019"),
    ("paragraph", "(WGSR)", "third", "17 April 2019", "Cebu, Philippines", "Department of Migrant Workers of the "
     "Philippines", "Ministry of Labour of New Zealand", "9 participants from 7 member countries and organisations"),
    ("paragraph", "6th Officials’ Day", "Task Group on Fees", "Nadi, Fiji, in September 2019",
     "The Co-Chairs encouraged every member", "looked forward to what the Fair will bring"),
    ("paragraph", "by Fiji and Thailand", "from August to December 2018", "14 licences withdrawn"),
    ("paragraph", "drafting team", "*Contracts One Can Read*", "Ministers of June 2017", "Plan of Work 2017–19",
     "agreed to recommend the handbook and the course for endorsement at the 7th Officials’ Day", "late 2019",
     "thanked all who took part", "The Co-Chairs encouraged members"),
    ("paragraph", "Ms Grace Okafor and Mr Karl Linden", "Recruitment Registry Office (RRO)",
     "register of agencies on the web", "Plan of Work 2017–19", "acknowledged how much the RRO does"),
    ("paragraph", "Harbour Labour Institute (HLI)", "three gaps", "scarce figures", "across borders"),
    ("paragraph", "what the Plan of Work 2017–19 had brought"),
    ("paragraph", "agreed on the priorities of the Plan of Work 2019–21"),
    ("bullet", "sharing news of agencies four times a year"),
    ("bullet", "using the handbook in every labour office"),
    ("bullet", "working with business and with unions"),
    ("bullet", "training inspectors together"),
    ("bullet", "following the fees that workers pay."),
    ("paragraph", "The Co-Chairs will send the new plan to all members for written comments", "31 May 2019"),
    ("paragraph", "The WGSR will hold its fourth meeting in the first half of 2020."),
    ("paragraph", "thanked", "the Philippines"),
)  # fmt: skip


def test_a_whole_meeting_is_entered_by_hand_and_its_statement_has_every_part(sit, tmp_path):
    sitting = sit()
    begin_the_meeting(sitting)
    tell_the_facts(sitting)
    draft_the_agenda(sitting)
    register(sitting)
    tick_in(sitting)
    write_the_plan(sitting)
    record_the_outcomes(sitting)
    note_an_intervention(sitting)
    check_the_record(sitting)
    compose(sitting)
    check_the_statement(sitting.record())
    word, pdf = export(sitting, tmp_path)
    check_the_files(word, pdf, sitting.record())
    lead_from_outcome_to_paragraph(sitting)


def begin_the_meeting(sitting):
    sitting.click(sitting.window._empty.meeting_button)
    dialog = sitting.window.findChild(NewMeetingDialog)
    sitting.qtbot.waitUntil(dialog.isVisible)
    sitting.fill(dialog.body_box.lineEdit(), "Straits Dialogue Working Group on Safe Recruitment")
    sitting.fill(dialog.ordinal_edit, "3")
    sitting.fill(dialog.start_edit, "17 April 2019")
    sitting.fill(dialog.city_edit, "Cebu")
    sitting.fill(dialog.country_edit, "Philippines")
    sitting.click(dialog.make_button)
    sitting.come_back()
    assert sitting.record().meeting.start == dt.date(2019, 4, 17)


def tell_the_facts(sitting):
    page = sitting.page(1, "overview")
    for name, words in (
        ("body_short", "WGSR"),
        ("next_when", "first half of 2020"),
    ):
        sitting.fill(page.findChild(QLineEdit, f"{name}_edit"), words)
    for country, institution in (
        ("Philippines", "Department of Migrant Workers"),
        ("New Zealand", "Ministry of Labour"),
    ):
        sitting.click(page.add_chair_button)
        chair = page._chairs[-1]
        sitting.fill(chair.country_edit, country)
        sitting.fill(chair.institution_edit, institution)
        page.save()
    page.findChild(QPushButton, "acronyms_chip").click()
    editor = page.body_sides.editor("acronyms")
    for short, full in ((OFFICE, "Recruitment Registry Office"), (INSTITUTE, "Harbour Labour Institute")):
        sitting.click(editor.add_button)
        sitting.type(short, Key.Key_Tab)
        sitting.type(full)
        editor.save()
    body = sitting.record().body
    assert (body.short, set(body.acronyms)) == ("WGSR", {OFFICE, INSTITUTE})


def draft_the_agenda(sitting):
    page = sitting.page(2, "agenda")
    sitting.click(page.add_item_button)
    for place, (title, deep) in enumerate(AGENDA):
        before = AGENDA[place - 1][1] if place else 0
        sitting.type(title)
        if deep > before:
            sitting.type("", Key.Key_Tab)
        elif deep < before:
            press(Key.Key_Backtab, Modifier.ShiftModifier)
        if place + 1 < len(AGENDA):
            sitting.type("", Key.Key_Return)
    page.save()
    items = sitting.record().agenda
    assert [item.title for item in items] == [title for title, _deep in AGENDA]
    assert [item.parent_id is not None for item in items] == [bool(deep) for _title, deep in AGENDA]


def register(sitting):
    page = sitting.page(3, "participants")
    for name, kind, rows in DELEGATIONS:
        sitting.click(page.add_delegation_button)
        panel = page.delegation_panel
        sitting.fill(panel.name_edit, name)
        if kind == "organisation":
            panel.kind_box.setFocus()
            while panel.kind_box.currentText() != kind:
                press(Key.Key_Down)
        page.save()
        QGuiApplication.clipboard().setText(f"Name\tPosition\n{rows}")
        page.persons_view.setFocus()
        QTest.keyClick(page.persons_view, Key.Key_V, CONTROL)
    record = sitting.record()
    assert [(one.name, one.kind) for one in record.delegations] == [(name, kind) for name, kind, _ in DELEGATIONS]
    assert len(record.participants) == 10


def tick_in(sitting):
    QTest.keyClick(sitting.window, Key.Key_T, CONTROL)
    page = sitting.window.stack.page("tick_in")
    sitting.qtbot.waitUntil(page.isVisible)
    page.tick_edit.setFocus()
    sitting.type("2 excused", Key.Key_Return)
    sitting.type("rest present", Key.Key_Return)
    states = [one.attendance for one in sitting.record().participants]
    assert sorted(states) == ["excused", *["present"] * 9]


def write_the_plan(sitting):
    page = sitting.page(4, "outcomes")
    press(Key.Key_3, ALT)
    sitting.fill(page.findChild(QLineEdit, "plan_title_edit"), "Plan of Work 2017-19")
    for text in PLAN:
        page.sides.plan.add_button.setFocus()
        sitting.type("", Key.Key_Space)
        sitting.type(text)
        page.save()
    assert [line.text for line in sitting.record().work_plan_lines] == list(PLAN)
    press(Key.Key_Escape)


def record_the_outcomes(sitting):
    """Keys alone: whatever has the focus is typed into."""
    page = sitting.window.stack.page("outcomes")
    assert page.entry.verb_edit.hasFocus()
    press(Key.Key_PageUp)
    for title, _deep in AGENDA:
        while page._title != title:
            before = page._title
            press(Key.Key_PageDown)
            assert page._title != before
        for said in OUTCOMES.get(title, ()):
            key_in(sitting, said)


def key_in(sitting, said):
    press(Key.Key_Backtab, Modifier.ShiftModifier)
    sitting.type(said.who, Key.Key_Tab)
    sitting.type(said.verb, Key.Key_Tab)
    sitting.type(said.what)
    if said.private:
        press(Key.Key_I, ALT)
    if said.fulfils:
        sitting.qtbot.wait(120)  # Qt takes no second press of a button's key while the first is being shown
        press(Key.Key_L, ALT)
        sitting.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        QTest.keyClick(QApplication.activePopupWidget(), str(said.fulfils))
        sitting.come_back()
    if said.owner:  # the verb has opened the row already: Tab leads there
        sitting.type("", Key.Key_Tab)
        sitting.type(said.owner, Key.Key_Tab)
        sitting.type(said.due)
    if said.to:
        sitting.type("", Key.Key_Tab)
        sitting.type(said.to, Key.Key_Tab)
        sitting.type(said.when)
    if said.points:
        press(Key.Key_P, ALT)
        for point in said.points:
            sitting.type(point, Key.Key_Return)
    before = len(sitting.record().outcomes)
    press(Key.Key_Return)
    assert len(sitting.record().outcomes) == before + 1


def note_an_intervention(sitting):
    press(Key.Key_I, CONTROL)
    sitting.type("Sri", Key.Key_Tab)
    sitting.type("Asked that fees be told in every tongue of the workers.")
    press(Key.Key_Escape)
    (noted,) = sitting.record().interventions
    names = {one.id: one.name for one in sitting.record().delegations}
    assert names[noted.delegation_id] == "Sri Lanka"
    assert noted.text == "Asked that fees be told in every tongue of the workers."


def check_the_record(sitting):
    record = sitting.record()
    titles = {item.id: item.title for item in record.agenda}
    lines = [line.handle for line in record.work_plan_lines]
    typed = [(title, said) for title, several in OUTCOMES.items() for said in several]
    for outcome, (title, said) in zip(record.outcomes, typed, strict=True):
        assert titles[outcome.agenda_item_id] == title
        assert (outcome.subject, outcome.verb, outcome.text) == (said.who, said.verb, said.what)
        assert outcome.points == list(said.points)
        assert outcome.public is not said.private
        assert outcome.fulfils == ([lines[said.fulfils - 1]] if said.fulfils else [])
        assert outcome.recommended_to == ({"body": said.to, "when": said.when} if said.to else None)
    (action,) = record.actions
    assert (action.owner, action.due) == ("Co-Chairs", dt.date(2019, 5, 31))


def compose(sitting):
    page = sitting.page(5, "statement")
    sitting.click(page.first_compose_button)


def check_the_statement(record):
    blocks = [block for block in record.blocks if block.text.strip()]
    assert [block.kind for block in blocks] == [kind for kind, *_words in PARTS]
    for block, (_kind, *words) in zip(blocks, PARTS, strict=True):
        for said in words:
            assert said in block.text
    text = " ".join(block.text for block in blocks)
    assert "adopted the agenda" not in text  # private
    assert "tongue" not in text  # an intervention
    told = {source for block in blocks for source in block.sources}
    assert told == {outcome.handle for outcome in record.outcomes if outcome.public}


def export(sitting, folder):
    page = sitting.page(6, "documents")
    sitting.qtbot.waitUntil(lambda: page.word_button.isEnabled() and page.pages.count > 0, timeout=30_000)
    files = folder / "statement.docx", folder / "statement.pdf"
    for button, path in zip((page.word_button, page.pdf_button), files, strict=True):
        sitting.officer.path = path
        sitting.click(button)
        sitting.qtbot.waitUntil(path.exists, timeout=30_000)
        sitting.qtbot.waitUntil(button.isEnabled, timeout=30_000)
    assert sitting.officer.failures == []
    return files


def check_the_files(word, pdf, record):
    document = pypdfium2.PdfDocument(pdf)
    printed = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for text in (transcript(word.read_bytes()), printed):
        read, place = squeezed(text), 0
        for block in record.blocks:
            said = squeezed(block.text.replace("*", ""))
            assert said in read[place:], f"{said[:60]} … is missing, or stands too early"
            place = read.index(said, place) + len(said)


def lead_from_outcome_to_paragraph(sitting):
    page = sitting.page(4, "outcomes")
    press(Key.Key_Up, CONTROL)
    press(Key.Key_Home)
    outcome = page._chosen_outcome()
    handle = next(one.handle for one in sitting.record().outcomes if one.id == outcome)
    press(Key.Key_G, CONTROL)
    statement = sitting.window.stack.page("statement")
    sitting.qtbot.waitUntil(statement.isVisible)
    block = next(one for one in sitting.record().blocks if handle in one.sources)
    assert statement.paper.edit_of(block.id).hasFocus()


def press(key, modifier=Modifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def squeezed(text):
    """Letters and figures alone: lines break and bullets stand differently in each kind of file."""
    return re.sub(r"[^\w]+", "", text).casefold()
