"""All documents of the meeting at once: asks where to, makes them beside the window, and tells what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.ask import Ask, Jobs, Progress
from bali_desk.presenters.documents import exporting, whole_set
from bali_desk.presenters.documents.whole_set import MadeSet
from bali_desk.presenters.numbers import some
from bali_desk.store.desk import Desk

NOTHING = "There is nothing to write yet."


class AllDocuments:
    """`orders` gives an order for each document, with the template and the options she chose for it."""

    def __init__(self, desk: Desk, ask: Ask, jobs: Jobs, orders: Callable[[], list[exporting.Order]]) -> None:
        self._desk, self._ask, self._jobs, self._orders = desk, ask, jobs, orders

    def into_folder(self, suffixes: Sequence[str]) -> None:
        """A file for each document and form, in a folder she chooses; none where it is cancelled meanwhile."""
        folder = self._ask.open_folder("Folder for all documents of this meeting")
        if folder is None:
            return
        orders, private = whole_set.split(self._orders())
        there = [name for name in whole_set.file_names(orders, suffixes) if (folder / name).exists()]
        if there and not self._ask.confirm(_replace(there, folder), "Replace"):
            return

        def work(progress: Progress) -> MadeSet:
            made = whole_set.make_set(orders, suffixes, progress)
            whole_set.write_folder(folder, made, orders)
            return made

        self._run(work, private, f"“{folder.name}”", False)

    def as_one(self) -> None:
        """One PDF with an entry for each document and its headings."""
        orders, private = whole_set.split(self._orders())
        name = exporting.file_name_of_all(orders[0])
        path = self._ask.save_as("All documents as one PDF", name, "PDF (*.pdf)")
        if path is None:
            return
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
            if path.exists() and not self._ask.confirm(f"There is a file {path.name} already. Replace it?", "Replace"):
                return
        target = path

        def work(progress: Progress) -> MadeSet:
            made = whole_set.make_set(orders, (".pdf",), progress)
            if not made.documents:
                raise DeskError(NOTHING)
            exporting.write(target, whole_set.bind(made, exporting.title_of_all(orders[0])))
            return made

        self._run(work, private, target.name, True)

    def _run(self, work: Callable[[Progress], MadeSet], private: list[str], where: str, one: bool) -> None:
        def done(made: MadeSet) -> None:
            exporting.keep_versions(self._desk, made.statements)
            failed = bool(made.left_out)
            made.left_out += private
            (self._ask.fail if failed else self._ask.tell)(whole_set.told(made, where, one))

        def failed(error: Exception) -> None:
            if not isinstance(error, DeskError):
                raise error
            self._ask.fail(str(error))

        self._jobs.run(work, done, failed)


def _replace(names: Sequence[str], folder: Path) -> str:
    if len(names) == 1:
        return f"There is a file {names[0]} in “{folder.name}” already. Replace it?"
    return f"{some(len(names), 'file')} of these are in “{folder.name}” already, such as {names[0]}. Replace them?"
