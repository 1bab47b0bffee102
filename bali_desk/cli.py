"""The command line: the same jobs as the window, for scripts, servers and tests.

Exit 0 when done, 1 when the input is at fault (one line on stderr), 2 for wrong usage. Parsing loads neither Qt nor the
document code: each command imports what it needs when it runs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bali_desk import __version__
from bali_desk.domain.errors import DeskError

Run = Callable[[argparse.Namespace], int | None]


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    options = parser().parse_args(arguments)
    _let_every_name_through()
    try:
        status: int | None = options.run(options)
        sys.stdout.flush()
    except DeskError as error:
        _complain(str(error))
        return 1
    except BrokenPipeError:  # whoever reads, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        _complain(f"This could not be done: {error}.")
        return 1
    except KeyboardInterrupt:
        _complain("Stopped.")
        return 130
    return status or 0


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for the command line rather than for the window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version"))


def parser() -> argparse.ArgumentParser:
    """What the command line understands."""
    top = argparse.ArgumentParser(
        prog="bali-desk",
        description="Prepare a meeting: agenda, participants, outcomes and the Co-Chairs' statement.",
        epilog="Without a command, `bali-desk [DESK] [--sample]` opens the window.",
    )
    top.add_argument("--version", action="version", version=f"Bali Desk {__version__}")
    commands = top.add_subparsers(metavar="command", required=True)
    for name, (summary, run, arguments) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        command.set_defaults(run=run)
        for flag, settings in arguments:
            command.add_argument(flag, **settings)
    return top


def sample(options: argparse.Namespace) -> None:
    """Write a desk with the sample meeting."""
    from bali_desk.presenters.meetings.sample import write_sample

    write_sample(options.desk)


def meetings(options: argparse.Namespace) -> None:
    """List the meetings of a desk."""
    from bali_desk.presenters.meetings.listing import listed, names_of
    from bali_desk.store.desk import Desk

    with _open(Desk, options.desk, create=False, for_writing=False) as desk:
        found, names = listed(desk), names_of(desk)
    if options.json:
        _print_json(found)
    else:
        for one in found:
            print(f"{one['id']:>4}  {one['start']}  {one['body']}  {names[one['id']]}  ({one['stage']})")


def import_meeting(options: argparse.Namespace) -> None:
    """Take a meeting file in, whole or not at all."""
    from bali_desk.exchange import checking
    from bali_desk.exchange.importing import take_in
    from bali_desk.store.desk import Desk

    data = _read(options.file)
    if not options.desk.exists():
        checking.read(data)  # a file that is refused must not leave a new, empty desk
    with _open(Desk, options.desk) as desk, desk.change("Import meeting") as session:
        taken = take_in(session, data)
    if options.json:
        _print_json({"meeting": taken.meeting, "created": taken.created, "warnings": taken.warnings})
        return
    for warning in taken.warnings:
        _complain(warning)
    print(f"Meeting {taken.meeting} {'created' if taken.created else 'updated'}.")


def import_participants(options: argparse.Namespace) -> None:
    """Take the certain rows of a registration sheet, and list those that are doubtful."""
    import datetime as dt

    from bali_desk.exchange.registration import as_json, as_lines, choose, judge, open_book, take
    from bali_desk.store.desk import Desk

    book = open_book(_read(options.sheet_file), options.sheet_file.name)
    with _open(Desk, options.desk, create=False, for_writing=not options.dry_run) as desk:
        with desk.reading() as session:
            meeting = _known_meeting(session, options)
            chosen = choose(session, book, options.sheet)
            verdicts = judge(session, meeting, chosen.registrations)
        taken = None
        if not options.dry_run:
            with desk.change("Import registrations") as session:
                taken = take(session, meeting, verdicts, on=dt.date.today())
    told = as_json(book, chosen, verdicts)
    if options.json:
        _print_json(told)
        return
    for warning in told["warnings"]:
        _complain(warning)
    for line in as_lines(verdicts, taken):
        print(" ".join(line.split()))


def export_meeting(options: argparse.Namespace) -> None:
    """Write a meeting as a meeting file."""
    from bali_desk.documents.files import write_whole
    from bali_desk.exchange.meeting_file import to_file
    from bali_desk.store.desk import Desk
    from bali_desk.store.records import read_record

    with _open(Desk, options.desk, create=False, for_writing=False) as desk, desk.reading() as session:
        data = to_file(read_record(session, _meeting(session, options)))
    write_whole(options.file, data)


def draft(options: argparse.Namespace) -> None:
    """Compose the statement, or refresh it, keeping what the officer wrote."""
    from bali_desk.presenters.statement.composing import compose_statement
    from bali_desk.store.desk import Desk
    from bali_desk.store.records import read_record

    with _open(Desk, options.desk, create=False) as desk:
        with desk.reading() as session:
            meeting = _meeting(session, options)
        compose_statement(desk, meeting)
        with desk.reading() as session:
            blocks = read_record(session, meeting).blocks
    if options.json:
        _print_json(
            [{"kind": one.kind, "text": one.text, "state": one.state, "sources": one.sources} for one in blocks]
        )
    else:
        print("\n\n".join(one.text for one in blocks))


def export(options: argparse.Namespace) -> None:
    """Write one document of a meeting as Word or PDF."""
    from bali_desk.presenters.documents.exporting import export as write
    from bali_desk.store.desk import Desk

    keeps_version = options.document == "statement" and options.statement_version is None
    with _open(Desk, options.desk, create=False, for_writing=keeps_version) as desk:
        with desk.reading() as session:
            meeting = _meeting(session, options)
        write(
            desk,
            meeting,
            options.document,
            options.output,
            template=options.template,
            version=options.statement_version,
            options=options.options,
        )


def calendar(options: argparse.Namespace) -> None:
    """Write the agenda as a calendar file."""
    from bali_desk.presenters.outgoing import write_calendar
    from bali_desk.store.desk import Desk

    with _open(Desk, options.desk, create=False, for_writing=False) as desk:
        with desk.reading() as session:
            meeting = _meeting(session, options)
        write_calendar(desk, meeting, options.file)


def template_check(options: argparse.Namespace) -> None:
    """Try a Word template on a full and an empty meeting: every fault with its place, fields used and offered."""
    from bali_desk.documents.template_check import as_json, as_lines, check_template

    report = check_template(options.document, options.template_file)
    if options.json:
        _print_json(as_json(report))
    else:
        for line in as_lines(report):
            print(line)
    if report.faults:
        count = f"{len(report.faults)} faults" if len(report.faults) > 1 else "a fault"
        raise DeskError(f"“{options.template_file.name}” has {count}: {report.faults[0]}.")


def pdf(options: argparse.Namespace) -> None:
    """Lay any Word file out as PDF, and say what could not be done."""
    from bali_desk.documents.files import write_whole
    from bali_desk.documents.layout import lay_out

    if options.target.suffix.lower() != ".pdf":
        raise DeskError(f"“{options.target}” must end in .pdf.")
    laid_out = lay_out(options.source)
    write_whole(options.target, laid_out.pdf, made_from=options.source)
    for note in laid_out.notes:
        print(note, file=sys.stderr)


def search(options: argparse.Namespace) -> None:
    """Find earlier wording: in statements read in and sent out, outcomes and work plan lines."""
    from bali_desk.presenters.agreed.finding import as_json, nothing_found, results, results_like
    from bali_desk.store.desk import Desk
    from bali_desk.store.search import Within

    words = " ".join(options.words)
    within = Within(options.body, options.since, options.until)
    search_for = results_like if options.like else results
    with _open(Desk, options.desk, create=False, for_writing=False) as desk, desk.reading() as session:
        found = search_for(session, words, within, options.most)
    if options.json:
        _print_json(as_json(found))
        return
    if not found:
        raise DeskError(nothing_found(words))
    for one in found:
        print(f"{one.heading}  {one.title}\n    {' '.join(one.text.split())}")


def check(options: argparse.Namespace) -> None:
    """Check a statement: of a desk, or in a Word or text file."""
    from bali_desk.presenters.checks import command

    if options.explain:
        print(command.help_of(options.explain))
        return
    if options.text is None:
        parser().error("name what is to be checked: a desk, or a .docx or .txt file")
    given = command.Given(options.today, options.style, options.record, options.previous)
    of_file = options.text.suffix.lower() in command.TEXTS
    found = command.check_file(options.text, given) if of_file else _check_desk(options, given)
    if found.told:
        print(found.told, file=sys.stderr)
    if options.json:
        _print_json(command.as_json(found.findings))
    else:
        print("\n".join(command.as_lines(found.findings, found.places)) or "The checks find nothing to see to.")


def _check_desk(options: argparse.Namespace, given: Any) -> Any:
    from bali_desk.presenters.checks import command
    from bali_desk.store.desk import Desk

    if options.record or options.previous:
        raise DeskError("A desk has its own record and its earlier statements: leave out --record and --previous.")
    with _open(Desk, options.text, create=False, for_writing=False) as desk:
        with desk.reading() as session:
            meeting = _known_meeting(session, options)
        return command.check_desk(desk, meeting, given)


def backup(options: argparse.Namespace) -> None:
    """Write a whole, checked copy of a desk."""
    from bali_desk.store import backups
    from bali_desk.store.desk import Desk

    with _open(Desk, options.desk, create=False, for_writing=False):
        if options.file.resolve() == options.desk.resolve():
            raise DeskError(f"“{options.file}” is the desk itself: name another file for its copy.")
        backups.copy(options.desk, options.file)


def restore(options: argparse.Namespace) -> None:
    """Put a copy back in the place of a desk; the desk that was there is put aside first."""
    from bali_desk.store import backups
    from bali_desk.store.desk import Desk

    with _open(Desk, options.file, create=False, for_writing=False):
        pass  # a copy that does not open must not take the desk's place
    backups.restore(options.file, options.desk)


def verify(options: argparse.Namespace) -> None:
    """Make every check the store has."""
    from bali_desk.store.desk import Desk
    from bali_desk.store.verify import faults_of

    with _open(Desk, options.desk, create=False, for_writing=False) as desk, desk.reading() as session:
        faults = faults_of(session)
    for fault in faults:
        print(" ".join(fault.split()))
    if faults:
        raise DeskError(f"“{options.desk}” is not sound: {len(faults)} faults were found.")
    print("The desk is sound.")


def self_test(options: argparse.Namespace) -> None:
    """Open every form, render every template, lay out every page."""
    from bali_desk.self_test import run

    run()


def _open(desk: Any, path: Path, **how: bool) -> Any:
    from contextlib import closing

    return closing(desk(path, **how))


def _meeting(session: Any, options: argparse.Namespace) -> int:
    from bali_desk.store.records import only_meeting

    return options.meeting if options.meeting is not None else only_meeting(session)


def _known_meeting(session: Any, options: argparse.Namespace) -> int:
    """The meeting chosen, where the desk has it."""
    from bali_desk.store.records import read_record

    chosen = _meeting(session, options)
    return read_record(session, chosen).meeting.id or chosen


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DeskError(f"“{path}” cannot be read: {(error.strerror or 'the system refused').lower()}.") from error


def _print_json(value: object) -> None:
    takes_any = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(value, ensure_ascii=not takes_any, indent=1))


def _complain(sentence: str) -> None:
    print(" ".join(sentence.split()), file=sys.stderr)


def _let_every_name_through() -> None:
    """A terminal that cannot show a letter gets its number instead of ending the program."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _year(text: str) -> int:
    if not text.isdecimal() or not 0 < len(text) <= 4:
        raise argparse.ArgumentTypeError(f"“{text}” is not a year")
    return int(text)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date such as 2017-05-26") from None


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < len(text) <= 6:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of results")
    return int(text)


DESK = ("desk", {"type": Path, "metavar": "DESK", "help": "the desk file"})
MEETING = ("--meeting", {"type": int, "metavar": "ID", "help": "the meeting's id; needless when there is only one"})
JSON = ("--json", {"action": "store_true", "help": "print one JSON value and nothing else"})
_FILE = {"type": Path, "metavar": "FILE"}

COMMANDS: dict[str, tuple[str, Run, tuple[tuple[str, dict[str, Any]], ...]]] = {
    "sample": ("write a desk with the sample meeting", sample, (DESK,)),
    "meetings": ("list the meetings of a desk", meetings, (DESK, JSON)),
    "import-meeting": ("take a meeting file in", import_meeting, (DESK, ("file", _FILE), JSON)),
    "import-participants": (
        "take a registration sheet in",
        import_participants,
        (
            DESK,
            MEETING,
            ("sheet_file", {"type": Path, "metavar": "SHEET", "help": "an .xlsx, .csv, .tsv or .txt file"}),
            ("--sheet", {"metavar": "NAME", "help": "the sheet of the workbook, where it cannot be told"}),
            ("--dry-run", {"action": "store_true", "help": "only say what would be done"}),
            JSON,
        ),
    ),
    "export-meeting": ("write a meeting as a meeting file", export_meeting, (DESK, MEETING, ("file", _FILE))),
    "draft": ("compose or refresh the statement", draft, (DESK, MEETING, JSON)),
    "export": (
        "write a document as Word or PDF",
        export,
        (
            DESK,
            MEETING,
            (
                "--document",
                {
                    "required": True,
                    "metavar": "NAME",
                    "help": "statement, agenda, annotated-agenda, run-sheet, papers, participants, attendance, "
                    "name-plates, badges, decisions, actions",
                },
            ),
            ("--output", {"required": True, "type": Path, "metavar": "FILE", "help": "a .docx or .pdf file"}),
            ("--template", {"type": Path, "metavar": "FILE", "help": "a Word template instead of the shipped one"}),
            (
                "--option",
                {
                    "action": "append",
                    "default": [],
                    "dest": "options",
                    "metavar": "NAME=VALUE",
                    "help": "a choice for this document, such as order=name; may be said again",
                },
            ),
            (
                "--version",
                {
                    "type": int,
                    "metavar": "N",
                    "dest": "statement_version",
                    "help": "an earlier version of the statement",
                },
            ),
        ),
    ),
    "calendar": (
        "write the agenda as a calendar file",
        calendar,
        (DESK, MEETING, ("file", _FILE | {"metavar": "FILE.ics"})),
    ),
    "template-check": (
        "check a Word template of yours",
        template_check,
        (
            ("template_file", _FILE | {"metavar": "TEMPLATE", "help": "a .docx or .dotx file"}),
            ("--document", {"required": True, "metavar": "NAME", "help": "the document it is for, such as agenda"}),
            (
                "--json",
                {
                    "action": "store_true",
                    "help": "print one object with faults (list of where, words, why, instead), notes (what the PDF "
                    "shows otherwise), used and offered (lists of fields), and nothing else",
                },
            ),
        ),
    ),
    "pdf": (
        "lay any Word file out as PDF",
        pdf,
        (("source", _FILE | {"metavar": "WORD"}), ("target", _FILE | {"metavar": "PDF"})),
    ),
    "search": (
        "find earlier wording: statements, outcomes, work plan lines",
        search,
        (
            DESK,
            (
                "words",
                {
                    "nargs": "+",
                    "metavar": "WORDS",
                    "help": "words that must all be there (the last may be a beginning), '\"words in a row\"'",
                },
            ),
            ("--like", {"action": "store_true", "help": "WORDS is a sentence: how was it said before?"}),
            ("--body", {"metavar": "NAME", "help": "only of this body, as it is called for short"}),
            ("--since", {"type": _year, "metavar": "YEAR", "help": "not older than this year"}),
            ("--until", {"type": _year, "metavar": "YEAR", "help": "not newer than this year"}),
            ("--most", {"type": _count, "metavar": "N", "default": 50, "help": "not more results than this (50)"}),
            (
                "--json",
                {
                    "action": "store_true",
                    "help": "print a list of objects with kind (statement, outcome, work-plan line), body, title, "
                    "date (YYYY, YYYY-MM, YYYY-MM-DD or empty), text, marks (list of start and end, places in text), "
                    "before and after (the passages round it), and nothing else",
                },
            ),
        ),
    ),
    "check": (
        "check a statement for contradictions, slips and residue",
        check,
        (
            ("text", {"nargs": "?", "type": Path, "metavar": "DESK|FILE", "help": "a desk, a .docx or a .txt file"}),
            MEETING,
            ("--record", {"type": Path, "metavar": "FILE", "help": "a meeting file: what FILE is compared with"}),
            ("--previous", {"type": Path, "metavar": "FILE", "help": "the statement of the meeting before"}),
            ("--today", {"type": _day, "metavar": "DATE", "help": "the day of the check, YYYY-MM-DD"}),
            ("--style", {"metavar": "NAME", "help": "the house style: australian, un, asean"}),
            ("--explain", {"metavar": "CHECK", "help": "tell what a check is for, with examples"}),
            JSON,
        ),
    ),
    "backup": ("write a whole copy of a desk", backup, (DESK, ("file", _FILE))),
    "restore": ("put a copy back in the place of a desk", restore, (("file", _FILE), DESK)),
    "verify": ("check a desk for damage", verify, (DESK,)),
    "self-test": ("open every form, render every template, lay out every page", self_test, ()),
}
