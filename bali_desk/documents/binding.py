"""Several documents bound into one PDF, each with an entry in its outline and its headings under it."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Dictionary, Name, OutlineItem, String

_OF_ONE_DOCUMENT = ("/StructParents", "/Tabs")  # the tags of a page lead into the tree of its own document


def bound(documents: Sequence[tuple[str, bytes]], title: str) -> bytes:
    """The PDFs of ours in this order as one; each comes with the title of its entry.

    The whole is not tagged: what reads pages aloud is better served by the single documents.
    """
    with pikepdf.new() as whole:
        entries = []
        for name, pdf in documents:
            with pikepdf.open(io.BytesIO(pdf)) as one:
                entries.append(_entry(name, one, len(whole.pages)))
                whole.pages.extend(one.pages)
        for page in whole.pages:
            for key in _OF_ONE_DOCUMENT:
                if key in page.obj:
                    del page.obj[key]
            for annotation in page.obj.get("/Annots", ()):
                if "/StructParent" in annotation:
                    del annotation["/StructParent"]
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
