"""What checking a draft costs: against composing and exporting it, and a long text against a short one."""

from __future__ import annotations

import gc
import json
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bali_desk.domain.models import Block
    from bali_desk.drafting.checks.draft_text import HasText

RUNS = 5
FIRST = """
import sys, time
from contextlib import closing
from pathlib import Path
from bali_desk.drafting.checks import DraftText, check_text
from bali_desk.drafting.compose import compose
from bali_desk.drafting.wording import style_for
from bali_desk.store.desk import Desk
from bali_desk.store.records import only_meeting, read_record
with closing(Desk(Path(sys.argv[1]), for_writing=False)) as opened, opened.reading() as session:
    record = read_record(session, only_meeting(session))
text = DraftText.of_blocks(compose(record, style_for(record)))
for _ in range(2):
    started = time.process_time()
    check_text(text, record, record.meeting.end, profile="australian")
    print(time.process_time() - started)
"""
Report = Callable[[str, list[float], str, list[float]], None]


def checking(desk: Path, report: Report) -> None:
    """The statement checked against composed and exported; 10,000 words against 1,000; the first check of a program."""
    from bali_desk.documents.shelf import make_pdf
    from bali_desk.drafting.checks import DraftText, check_text
    from bali_desk.drafting.compose import compose
    from bali_desk.drafting.known_names import speller_for
    from bali_desk.drafting.wording import style_for
    from bali_desk.store.desk import Desk
    from bali_desk.store.records import only_meeting, read_record

    with closing(Desk(desk, for_writing=False)) as opened, opened.reading() as session:
        record = read_record(session, only_meeting(session))
    style = style_for(record)
    drafts = compose(record, style)
    short, long = of_words(drafts, 1_000), of_words(drafts, 10_000)

    def check(blocks: list[Block]) -> None:
        check_text(
            DraftText.of_blocks(blocks),
            record,
            record.meeting.end,
            profile=style.profile,
            speller=speller_for(record, ()),
        )

    def export() -> None:
        compose(record, style)
        record.blocks = short
        make_pdf("statement", record)

    check(short), export()  # what is read once for all is read
    exporting, checked, longer = [], [], []
    for _ in range(RUNS):
        timed(exporting, export)
        timed(checked, lambda: check(short))
        timed(longer, lambda: check(long))
    report("checking a statement of 1,000 words", checked, "composing and exporting it as PDF", exporting)
    report("checking 10,000 words", longer, "1,000 words", checked)
    report("the first check of a program", *first_check(desk, "the next one"))
    report("the command that checks the sample's statement", *commands(desk, "those that compose and export it"))


def of_words(drafts: Sequence[HasText], number: int) -> list[Block]:
    """The statement, and again with its longer words in other places, until there are so many words."""
    from bali_desk.domain.models import Block

    chance, blocks, words = random.Random(1), [], 0
    while words < number:
        texts = [one.text for one in drafts]
        if blocks:
            texts = shuffled(texts, chance)
        for one, text in zip(drafts, texts, strict=True):
            if words < number and (not blocks or one.kind not in ("title", "subtitle")):
                blocks.append(Block(sequence=len(blocks), kind=one.kind, text=text))
                words += len(text.split())
    return blocks


def shuffled(texts: list[str], chance: random.Random) -> list[str]:
    """The texts with their longer small words in other places: no sentence stands there twice."""
    long = re.findall(r"\b[a-z]{6,}\b", " ".join(texts))
    chance.shuffle(long)
    left = iter(long)
    return [re.sub(r"\b[a-z]{6,}\b", lambda _found: next(left), text) for text in texts]


def first_check(desk: Path, against: str) -> tuple[list[float], str, list[float]]:
    """The first check of a program, in which patterns are compiled, and the next."""
    first, again = [], []
    for _ in range(RUNS):
        run = subprocess.run([sys.executable, "-c", FIRST, str(desk)], capture_output=True, text=True, check=True)
        one, other = map(float, run.stdout.split())
        first.append(one)
        again.append(other)
    return first, against, again


def commands(desk: Path, against: str) -> tuple[list[float], str, list[float]]:
    """The same as a script has it: whole commands, from the start of the process."""
    from bench_documents import ours

    own = desk.with_name("checked.desk")
    shutil.copyfile(desk, own)
    which = ("--meeting", json.loads(_said("meetings", own, "--json"))[0]["id"])
    ours("draft", own, *which)
    checked, made = [], []
    for _ in range(RUNS):
        checked.append(ours("check", own, *which).seconds)
        composed = ours("draft", own, *which).seconds
        written = ours("export", own, *which, "--document", "statement", "--output", own.with_suffix(".pdf")).seconds
        made.append(composed + written)
    return checked, against, made


def _said(*arguments: object) -> str:
    command = [sys.executable, "-m", "bali_desk", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def timed(seconds: list[float], work: Callable[[], object]) -> None:
    """Add the processor seconds of some work; what was left over before is swept first."""
    gc.collect()
    started = time.process_time()
    work()
    seconds.append(time.process_time() - started)
