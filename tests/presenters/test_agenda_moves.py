"""Moving items and writing as little as can be: properties over every shape of agenda."""

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as some

from bali_desk.domain.agenda import outline
from bali_desk.domain.models import AgendaItem, Meeting, MeetingSession
from bali_desk.presenters.agenda import moves
from bali_desk.presenters.agenda.dropping import drop_on_day
from bali_desk.presenters.agenda.showing import agenda_shown
from bali_desk.presenters.agenda.writing import changes, sequences

FIRST, SECOND = dt.date(2017, 5, 25), dt.date(2017, 5, 26)
MEETING = Meeting(id=1, body_id=1, start=FIRST, end=SECOND)
SESSIONS = {
    1: MeetingSession(id=1, meeting_id=1, name="Morning", day=FIRST, start="09:00", end="12:00"),
    2: MeetingSession(id=2, meeting_id=1, name="Afternoon", day=FIRST, start="14:00"),
    3: MeetingSession(id=3, meeting_id=1, name="Second day", day=SECOND, start="10:00"),
}


@some.composite
def agendas(draw, sessions=True):
    """Items in printed order, on one or two days and in sessions or none, with whatever places in the list."""
    shape = draw(some.lists(some.integers(0, 2), min_size=1, max_size=14))
    second = draw(some.integers(0, len(shape)))
    places = draw(some.lists(some.integers(-50, 50), min_size=len(shape), max_size=len(shape), unique=True).map(sorted))
    opened = {}
    if sessions:
        for session, low, high in ((1, 0, second), (2, second // 2, second), (3, second, len(shape))):
            if low < high and draw(some.booleans()):
                opened.setdefault(low, session)
    items, path, last = [], [], -1
    for number, depth in enumerate(shape):
        last = min(depth, last + 1)
        if number == second:
            last = 0
        kind = draw(some.sampled_from(("item", "item", "break")))
        items.append(
            AgendaItem(
                id=number + 1,
                meeting_id=1,
                parent_id=path[last - 1] if last else None,
                sequence=places[number],
                kind=kind,
                minutes=draw(some.integers(0, 60)),
                day=SECOND if number == second else None,
                session_id=None if last else opened.get(number),
                start="09:00" if number == 0 and number not in opened else None,
            )
        )
        path[last:] = [number + 1]
    return items


def lines_of(items):
    return outline(sorted(items, key=lambda item: (item.sequence, item.id)), MEETING, list(SESSIONS.values()))


def plan_of(items):
    return moves.plan_of(lines_of(items))


def written(items, plan):
    """The items after the plan was written, and what was written."""
    found = changes(plan, lines_of(items), SESSIONS, FIRST)
    after = []
    for item in items:
        copy = AgendaItem(**item.model_dump())
        for name, value in found.get(item.id, {}).items():
            setattr(copy, name, value)
        after.append(copy)
    return after, found


def blocks_of(plan):
    return moves.blocks_of(plan, [FIRST, SECOND], [(session.day, key) for key, session in SESSIONS.items()])


MOVES = (
    lambda plan, key: moves.indent(plan, key),
    lambda plan, key: moves.outdent(plan, key),
    lambda plan, key: moves.step(plan, key, -1, blocks_of(plan)),
    lambda plan, key: moves.step(plan, key, 1, blocks_of(plan)),
    lambda plan, key: moves.put(plan, key, None, None),
    lambda plan, key: moves.put(plan, key, None, next(one.key for one in plan if one.depth == 0)),
    lambda plan, key: moves.put_on_day(plan, key, SECOND) if plan[moves.branch(plan, key).start].depth == 0 else plan,
)


@given(agendas(), some.sampled_from(MOVES), some.integers(0, 13))
def test_what_is_written_for_a_move_reads_as_the_move(items, move, which):
    plan = plan_of(items)
    after = move(plan, plan[which % len(plan)].key)
    kept, _found = written(items, after)
    expressible = _with_sessions_that_can_be_said(after)
    assert [(one.key, one.parent, one.depth) for one in plan_of(kept)] == [(o.key, o.parent, o.depth) for o in after]
    assert [one.block for one in plan_of(kept)] == expressible


def _with_sessions_that_can_be_said(plan):
    """An item after those of a session is in it, until another session or day."""
    said, session, day = [], None, FIRST
    for place in plan:
        session = place.session if place.session is not None or place.day != day else session
        day = place.day
        said.append((day, session))
    return said


@given(agendas(), some.sampled_from(MOVES), some.integers(0, 13))
def test_a_move_loses_and_doubles_nothing_and_stays_a_tree(items, move, which):
    plan = plan_of(items)
    after = move(plan, plan[which % len(plan)].key)
    assert sorted(one.key for one in after) == sorted(one.key for one in plan)
    path = []
    for one in after:
        assert one.depth <= moves.DEEPEST
        assert one.parent == (path[one.depth - 1] if one.depth else None)
        path[one.depth :] = [one.key]


@given(agendas(), some.integers(0, 13), some.sampled_from((-1, 1)))
def test_a_step_there_and_back_restores_order_and_times(items, which, way):
    plan = plan_of(items)
    key = plan[which % len(plan)].key
    there = moves.step(plan, key, way, blocks_of(plan))
    assume(set(blocks_of(plan)) == set(blocks_of(there)))  # a part outside all sessions is there while it has items
    assert moves.step(there, key, -way, blocks_of(there)) == plan or there == plan
    once, _found = written(items, there)
    back, _found = written(once, plan)
    before, after = lines_of(items), lines_of(back)
    assert [(line.item.id, line.number, line.day, line.starts) for line in after] == [
        (line.item.id, line.number, line.day, line.starts) for line in before
    ]


@given(agendas())
def test_an_order_that_stands_is_not_written(items):
    assert written(items, plan_of(items))[1] == {}


@given(agendas(sessions=False), some.sampled_from((-1, 1)), some.integers(0, 13))
def test_a_day_keeps_the_clock_time_it_begins_with(items, way, which):
    plan = plan_of(items)
    after, _found = written(items, moves.step(plan, plan[which % len(plan)].key, way, [(FIRST, None), (SECOND, None)]))
    begun = {line.day for line in lines_of(items) if line.starts}
    for day in begun & {line.day for line in lines_of(after)}:
        first = next(line for line in lines_of(after) if line.day == day)
        assert f"{first.starts:%H:%M}" == "09:00"


@given(some.lists(some.one_of(some.none(), some.integers(-20, 20)), max_size=40))
def test_places_in_a_list_grow(current):
    found = sequences(current)
    assert len(found) == len(current)
    assert found == sorted(set(found))


@given(some.integers(2, 60), some.data())
def test_moving_one_row_where_there_is_room_writes_one_row(size, data):
    rows = [place * 64 for place in range(size)]
    here, there = data.draw(some.integers(0, size - 1)), data.draw(some.integers(0, size - 1))
    assume(here != there)
    row = rows.pop(here)
    rows.insert(there, row)
    after = sequences(rows)
    assert sum(new != old for new, old in zip(after, rows, strict=True)) == 1


@given(agendas(sessions=False), some.integers(0, 13), some.integers(500, 1500), some.booleans())
def test_what_is_dropped_on_the_day_stands_between_the_two_it_was_dropped_between(items, which, minute, fix):
    shown = agenda_shown(lines_of(items), MEETING, {}, {})
    rows = [row for row in shown.rows if row.day == FIRST and row.has_own_time]
    assume(rows)
    key = rows[which % len(rows)].key
    drop = drop_on_day(rows, key, minute, minute, fix)
    plan = plan_of(items)
    after = moves.between(plan, key, drop.above, drop.below, drop.with_above)
    assume(after != plan)
    keys = [one.key for one in after if one.key in {row.key for row in rows}]
    place = keys.index(key)
    assert drop.above is None or place > keys.index(drop.above)
    assert drop.below is None or place < keys.index(drop.below)
