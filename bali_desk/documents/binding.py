"""Several documents bound into one PDF, each with an entry in its outline, its headings under it, and its tags."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String


def bound(documents: Sequence[tuple[str, bytes]], title: str) -> bytes:
    """The PDFs of ours in this order as one; each comes with the title of its entry."""
    with pikepdf.new() as whole:
        tree, entries = _Tree(whole), []
        for name, pdf in documents:
            with pikepdf.open(io.BytesIO(pdf)) as one:
                first = len(whole.pages)
                entries.append(_entry(name, one, first))
                whole.pages.extend(one.pages)
                tree.take(name, one, first)
        tree.plant()
        with whole.open_outline() as outline:
            outline.root.extend(entries)
        whole.Root.PageMode = Name.UseOutlines
        whole.Root.Lang = String("en-GB")
        whole.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        whole.docinfo["/Title"] = String(title)
        whole.docinfo["/Creator"] = String("Bali Desk")
        out = io.BytesIO()
        whole.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


class _Tree:
    """The structure of the whole: that of each document as a part of it.

    Pages and links lead into the structure by numbers, which begin anew in each document and run on in the whole.
    """

    def __init__(self, whole: pikepdf.Pdf) -> None:
        self._whole = whole
        self._root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = whole.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root, K=Array()))
        self._numbers = Array()
        self._next = 0

    def take(self, title: str, one: pikepdf.Pdf, first: int) -> None:
        """Add the structure of a document whose pages, beginning at page `first`, are already in the whole."""
        tree = self._whole.copy_foreign(one.Root.StructTreeRoot)
        (part,) = tree.K
        part.S, part.P, part.T, part.Lang = Name.Part, self._document, String(title), one.Root.Lang
        self._document.K.append(part)
        for page in list(self._whole.pages)[first:]:
            page.obj.StructParents += self._next
            for annotation in page.obj.get("/Annots", ()):
                if "/StructParent" in annotation:
                    annotation.StructParent += self._next
        numbers = list(tree.ParentTree.Nums)
        for key, elements in zip(numbers[::2], numbers[1::2], strict=True):
            self._numbers.append(int(key) + self._next)
            self._numbers.append(elements)
        self._next += int(tree.ParentTreeNextKey)

    def plant(self) -> None:
        """Make it the structure of the whole."""
        self._root.K = Array([self._document])
        self._root.ParentTree = self._whole.make_indirect(Dictionary(Nums=self._numbers))
        self._root.ParentTreeNextKey = self._next
        self._whole.Root.StructTreeRoot = self._root
        self._whole.Root.MarkInfo = Dictionary(Marked=True)


def _entry(title: str, document: pikepdf.Pdf, first: int) -> OutlineItem:
    """The entry of a document that begins at page `first`, and its headings below it."""
    places = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    entry = OutlineItem(title, first, "Fit")
    with document.open_outline() as outline:
        entry.children.extend(_moved(one, places, first) for one in outline.root)
    return entry


def _moved(item: OutlineItem, places: dict[tuple[int, int], int], first: int) -> OutlineItem:
    where = item.destination
    page, top = 0, None
    if isinstance(where, pikepdf.Array) and len(where) > 3:
        page, top = places.get(where[0].objgen, 0), float(where[3])
    moved = OutlineItem(item.title, first + page, "XYZ", top=top) if top else OutlineItem(item.title, first + page)
    moved.children.extend(_moved(one, places, first) for one in item.children)
    return moved
