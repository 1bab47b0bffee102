"""All documents of a meeting at once: into a folder, or bound into one PDF. What cannot be made is told, the rest is
made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.ask import Progress
from bali_desk.presenters.documents import exporting
from bali_desk.presenters.numbers import some

PDF, WORD = ".pdf", ".docx"
PRIVATE = "{title} is private and was left out."


@dataclass
class MadeSet:
    """What came of it: the contents by the name of their file, and a sentence for each document that is not there."""

    contents: dict[str, bytes] = field(default_factory=dict)
    statements: list[tuple[exporting.Order, str, bytes]] = field(default_factory=list)  # what becomes a version
    documents: list[tuple[str, bytes]] = field(default_factory=list)  # titles and PDFs, where they are to be bound
    left_out: list[str] = field(default_factory=list)


def split(orders: Sequence[exporting.Order]) -> tuple[list[exporting.Order], list[str]]:
    """Those that may leave the house, and a sentence for each that may not."""
    leaving = [order for order in orders if not exporting.is_private(order.name)]
    staying = [order for order in orders if exporting.is_private(order.name)]
    return leaving, [PRIVATE.format(title=f"“{exporting.title_of(order.name)}”") for order in staying]


def file_names(orders: Sequence[exporting.Order], suffixes: Sequence[str]) -> list[str]:
    """How the files will be called, before they are made."""
    return [exporting.file_name(order, suffix) for order in orders for suffix in suffixes]


def make_set(orders: Sequence[exporting.Order], suffixes: Sequence[str], progress: Progress) -> MadeSet:
    """Every document in every form asked for; one that cannot be made does not stop the others."""
    made = MadeSet()
    for place, order in enumerate(orders):
        progress.step(place, len(orders) + 1)
        title = exporting.title_of(order.name)
        try:
            contents = _contents(order, suffixes)
        except DeskError as error:
            made.left_out.append(f"{title}: {error}")
            continue
        for suffix, content in contents.items():
            name = exporting.file_name(order, suffix)
            made.contents[name] = content
            made.statements += [(order, name, content)] if order.version is not None else []
        made.documents += [(title, contents[PDF])] if PDF in contents else []
    progress.step(len(orders), len(orders) + 1)
    return made


def _contents(order: exporting.Order, suffixes: Sequence[str]) -> dict[str, bytes]:
    """The forms of one document; the PDF is laid out from the very Word file."""
    word = exporting.make(order, WORD)
    return {suffix: word if suffix == WORD else exporting.as_pdf(word) for suffix in suffixes}


def write_folder(folder: Path, made: MadeSet, orders: Sequence[exporting.Order]) -> None:
    """Put all files into a folder, or none."""
    from bali_desk.documents.files import write_together

    write_together(folder, made.contents, [order.template for order in orders if order.template is not None])


def bind(made: MadeSet, title: str) -> bytes:
    """The documents as one PDF."""
    from bali_desk.documents.binding import bound

    return bound(made.documents, title)


def told(made: MadeSet, where: str, one: bool) -> str:
    """What was written, in a sentence, and what was not."""
    count = some(len(made.documents), "document") if one else some(len(made.contents), "file")
    wrote = f"Wrote {count} {'as' if one else 'into'} {where}."
    return " ".join([wrote, *made.left_out])
