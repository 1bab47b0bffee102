"""The editing program is killed again and again; every edit it was told is kept is found."""

import random
import subprocess
import sys
import time

from sqlmodel import select

from bali_desk.domain.models import AgendaItem
from bali_desk.store.desk import Desk
from bali_desk.store.verify import faults_of

KILLS = 50
EDITOR = """
import sys
from pathlib import Path
from sqlmodel import select
from bali_desk.domain.models import AgendaItem, Body, Meeting, dt
from bali_desk.store.desk import Desk

desk = Desk(Path(sys.argv[1]))
with desk.change("Add meeting") as session:
    body = session.exec(select(Body)).first() or Body(name="Group")
    session.add(body)
    session.flush()
    meeting = session.exec(select(Meeting)).first() or Meeting(body_id=body.id, start=dt.date(2017, 5, 26))
    session.add(meeting)
number = int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
while True:
    number += 1
    with desk.change("Edit") as session:
        found = session.exec(select(Meeting)).one()
        found.title = f"edit {number}"
        session.add(AgendaItem(meeting_id=found.id, title=f"edit {number}"))
    print(number, flush=True)
"""


def test_fifty_kills_lose_no_acknowledged_edit(tmp_path):
    path, chance, last, told_before_the_kill = tmp_path / "bali.desk", random.Random(7), 0, 0
    for _ in range(KILLS):
        editor = subprocess.Popen(
            [sys.executable, "-c", EDITOR, str(path), str(last)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert editor.stdout.readline() == b"ready\n"
        editor.stdin.write(b"go\n")
        editor.stdin.flush()
        waited_for = [editor.stdout.readline() for _ in range(chance.randrange(4))]
        time.sleep(chance.uniform(0.0, 0.02))
        editor.kill()
        told = b"".join([*waited_for, editor.stdout.read()]).split()
        editor.wait()
        editor.stdin.close()
        editor.stdout.close()
        acknowledged = int(told[-1]) if told else last
        last = check(path, acknowledged)
        told_before_the_kill += len(waited_for)
    assert last >= told_before_the_kill > KILLS


def check(path, acknowledged):
    desk = Desk(path, for_writing=False)
    try:
        with desk.reading() as session:
            titles = session.exec(select(AgendaItem.title)).all()
            assert faults_of(session) == []
    finally:
        desk.close()
    kept = [int(title.split()[1]) for title in titles]
    assert kept == list(range(1, len(kept) + 1))
    assert len(kept) >= acknowledged
    return len(kept)
