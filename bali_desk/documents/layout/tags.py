"""Tags a written PDF: its structure, so that it can be read aloud, and its metadata."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from bali_desk.documents.layout.ink import Node


def tagged(pdf_bytes: bytes, root: Node, marks: list[int], title: str, language: str) -> bytes:
    """Return the PDF with its structure tree; `marks` is the number of marked contents on each page."""
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        _Tree(pdf, marks).build(root)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String(language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        if "/Trapped" in pdf.docinfo:  # has no place in the newer metadata
            del pdf.docinfo["/Trapped"]
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata.load_from_docinfo(pdf.docinfo)
            metadata["dc:title"] = title or "Untitled"
            metadata["dc:language"] = {language}
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=False,
            min_version="1.7",
        )
    return out.getvalue()


class _Tree:
    """Turns the elements collected while drawing into the structure tree of a PDF."""

    def __init__(self, pdf: pikepdf.Pdf, marks: list[int]) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._parents: list[list[pikepdf.Object | None]] = [[None] * count for count in marks]
        self._linked: list[pikepdf.Object] = []

    def build(self, root: Node) -> None:
        """Write the tree and the way back from each page into it."""
        pdf = self._pdf
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(root, tree)])
        numbers = Array()
        for index, page in enumerate(self._pages):
            page.StructParents = index
            page.Tabs = Name.S
            numbers.append(index)
            numbers.append(pdf.make_indirect(Array(list(self._parents[index]))))
        for key, element in enumerate(self._linked, start=len(self._pages)):
            numbers.append(key)
            numbers.append(element)
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(self._pages) + len(self._linked)
        pdf.Root.StructTreeRoot = tree

    def _element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + node.kind), P=parent))
        self._attributes(node, element)
        children = Array()
        for child in node.children:
            if isinstance(child, Node):
                if child.children or child.kind in ("TD", "TH"):
                    children.append(self._element(child, element))
            else:
                page, mark = child
                self._parents[page][mark] = element
                children.append(Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=mark))
        if node.annotation is not None:
            children.append(self._annotation(node.annotation, element))
        element.K = children
        return element

    def _annotation(self, place: tuple[int, int], element: pikepdf.Object) -> pikepdf.Object:
        """Return the reference to a link's rectangle, which in turn is told its element."""
        page, index = place
        annotations = self._pages[page].Annots
        if not annotations[index].is_indirect:
            annotations[index] = self._pdf.make_indirect(annotations[index])
        annotation = annotations[index]
        annotation.StructParent = len(self._pages) + len(self._linked)
        annotation.Contents = annotation.A.URI
        self._linked.append(element)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[page])

    @staticmethod
    def _attributes(node: Node, element: pikepdf.Object) -> None:
        if node.alternative:
            element.Alt = String(node.alternative)
        if node.kind in ("TH", "TD"):
            table = Dictionary(O=Name.Table)
            if node.kind == "TH":
                table.Scope = Name.Column
            columns, rows = node.spans
            if columns > 1:
                table.ColSpan = columns
            if rows > 1:
                table.RowSpan = rows
            if len(table) > 1:
                element.A = table
