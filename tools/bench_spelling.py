"""What checking the spelling costs, against composing the very text that is checked."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

RUNS = 15


def spelling(desk: Path, report: Callable[[str, list[float], str, list[float]], None]) -> None:
    """A text of some thousand words read with nothing known beforehand, and once more after a keystroke."""
    from bali_desk.drafting.compose import compose
    from bali_desk.drafting.dictionary import load_dictionary, load_field_words
    from bali_desk.drafting.known_names import names_of
    from bali_desk.drafting.markup import plain
    from bali_desk.drafting.spelling import Speller, doubtful
    from bali_desk.drafting.wording import style_for
    from bali_desk.store.desk import Desk
    from bali_desk.store.records import only_meeting, read_record

    with closing(Desk(desk, for_writing=False)) as opened, opened.reading() as session:
        record = read_record(session, only_meeting(session))
    style = style_for(record)
    names, field = names_of(record), load_field_words()
    composing, reading, again = [], [], []
    for _ in range(RUNS):
        drafts = timed(composing, lambda: compose(record, style))
        texts = [plain(draft.text) for draft in drafts]
        speller = Speller(load_dictionary(style.house.spelling), field, names)
        for seconds in (reading, again):
            timed(seconds, lambda texts=texts, speller=speller: [doubtful(text, speller) for text in texts])
    number = sum(len(text.split()) for text in texts)
    report(f"spelling of a statement of {number} words", reading, "composing it", composing)
    report("the same with its words known", again, "composing it", composing)


def timed(seconds: list[float], work: Callable[[], object]):
    started = time.process_time()
    done = work()
    seconds.append(time.process_time() - started)
    return done
