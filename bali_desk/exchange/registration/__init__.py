"""Registration sheets of any shape, read, recognised, judged row by row, and taken into a meeting.

The way of a sheet, each step a function of its own:

    book = open_book(data, "list.xlsx")           # Book: sheets as text; `offered`, `ignored`, `encoding`, `notes`
    sheet = book.offered[0]                       # Sheet: `cells`, `name`, `notes`
    reading = guess(sheet, recall(session, sheet))            # Reading: `header_rows`, `columns`, `delegation`
    reading = reading.with_field(3, "position")   # the officer corrects a column, or the rows of the heads:
    reading = read_under(sheet, (4, 5))
    rows = registrations(sheet, reading)          # Registration for each row with a person; rest: `passed_over`
    verdicts = judge(session, meeting_id, rows)   # Verdict for each: new, known, changed, doubtful, wrong, and why
    with desk.change("Import registrations") as session:
        taken = take(session, meeting_id, verdicts, {verdict.place: Choice("keep both")}, on=today)
        remember(session, sheet, reading)

`choose(session, book)` finds the sheet to read by itself, or the sheets where each delegation has one of its own; those
are judged together, and a row is known by its `place`, sheet and row. `told_about` says what to know of a book.
Everything is plain frozen data; only `judge`, `recall` read the desk and only `take`, `remember` write it, all through
the session they are handed, so that one undo takes an import back. Importing a sheet twice changes nothing.
"""

from bali_desk.exchange.registration.book import Book, Ignored, Merged, Sheet
from bali_desk.exchange.registration.choosing import Chosen, Part, choose, read_part, told_about
from bali_desk.exchange.registration.guessing import guess, read_under
from bali_desk.exchange.registration.judging import judge
from bali_desk.exchange.registration.opening import open_book
from bali_desk.exchange.registration.persons import Person, Place, Registration, passed_over, registrations
from bali_desk.exchange.registration.reading import FIELDS, IGNORE, Column, Known, Reading, letter
from bali_desk.exchange.registration.remembering import recall, remember
from bali_desk.exchange.registration.report import as_json, as_lines
from bali_desk.exchange.registration.rows import Passed
from bali_desk.exchange.registration.taking import ACTIONS, Choice, Taken, take
from bali_desk.exchange.registration.verdicts import VERDICTS, Candidate, CellChange, Verdict

__all__ = [
    "ACTIONS", "FIELDS", "IGNORE", "VERDICTS", "Book", "Candidate", "CellChange", "Choice", "Chosen", "Column",
    "Ignored", "Known", "Merged", "Part", "Passed", "Person", "Place", "Reading", "Registration", "Sheet",
    "Taken", "Verdict", "as_json", "as_lines", "choose", "guess", "judge", "letter", "open_book", "passed_over",
    "read_part", "read_under", "recall", "registrations", "remember", "take", "told_about",
]  # fmt: skip
