"""The structure of a PDF, to be read aloud by it, and what the file says of itself (ISO 32000-1, 14.3 to 14.8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bali_desk.documents.layout.writing.ink import Node
from bali_desk.documents.layout.writing.pdf_objects import PdfObjects, text_string

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="{program}">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{parts}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


class Tags:
    """Turns the elements collected while drawing into the structure tree of a PDF."""

    def __init__(
        self, objects: PdfObjects, pages: Sequence[int], marks: Sequence[int], links: Mapping[tuple[int, int], int]
    ) -> None:
        """Begin a tree. `pages` are the pages' numbers in the file, `marks` how many marked contents each has.

        `links` are the numbers of the rectangles of links, by page and place on it.
        """
        self._objects = objects
        self._pages = pages
        self._links = links
        self._parents = [["null"] * count for count in marks]
        self._linked: list[int] = []
        self.keys: dict[tuple[int, int], int] = {}  # of links: where the way back from each is found

    def written(self, root: Node) -> int:
        """Write the tree and the way back from each page into it; return its number."""
        objects = self._objects
        tree = objects.reserve()
        top = self._element(root, tree)
        parents = [objects.add("[" + " ".join(marks) + "]") for marks in self._parents] + self._linked
        ways = " ".join(f"{key} {number} 0 R" for key, number in enumerate(parents))
        back = objects.add(f"<</Nums[{ways}]>>")
        held = f"/K[{top} 0 R]/ParentTree {back} 0 R/ParentTreeNextKey {len(parents)}"
        objects.put(tree, f"<</Type/StructTreeRoot{held}>>")
        return tree

    def _element(self, node: Node, parent: int) -> int:
        number = self._objects.reserve()
        own, page = f"{number} 0 R", -1
        children: list[str] = []
        for child in _held(node):
            if isinstance(child, Node):
                if child.children or child.kind in ("TD", "TH"):
                    children.append(f"{self._element(child, number)} 0 R")
                continue
            place, mark = child
            self._parents[place][mark] = own
            if page in (-1, place):  # contents on the element's first page go by their number alone
                page = place
                children.append(str(mark))
            else:
                children.append(f"<</Type/MCR/Pg {self._pages[place]} 0 R/MCID {mark}>>")
        if node.annotation is not None:
            children.append(self._annotation(node.annotation, number))
        held = " ".join(children)
        shown = f"/Pg {self._pages[page]} 0 R" if page >= 0 else ""
        self._objects.put(number, f"<</S/{node.kind}/P {parent} 0 R{shown}{_attributes(node)}/K[{held}]>>")
        return number

    def _annotation(self, place: tuple[int, int], element: int) -> str:
        """Return the reference to a link's rectangle, which in turn is told its element."""
        self.keys[place] = len(self._pages) + len(self._linked)
        self._linked.append(element)
        return f"<</Type/OBJR/Obj {self._links[place]} 0 R/Pg {self._pages[place[0]]} 0 R>>"


def _held(node: Node) -> list[Node | tuple[int, int]]:
    """Return what an element holds: a cell of one paragraph its words, for thousands of cells have no more to say."""
    children = node.children
    if node.kind in ("TD", "TH") and len(children) == 1:
        (only,) = children
        if isinstance(only, Node) and only.kind == "P":
            return only.children
    return children


def _attributes(node: Node) -> str:
    found = f"/Alt{text_string(node.alternative)}" if node.alternative else ""
    if node.kind in ("TH", "TD"):
        columns, rows = node.spans
        table = "/Scope/Column" if node.kind == "TH" else ""
        table += f"/ColSpan {columns}" if columns > 1 else ""
        table += f"/RowSpan {rows}" if rows > 1 else ""
        found += f"/A<</O/Table{table}>>" if table else ""
    return found


def metadata(program: str, date: str, title: str, author: str, subject: str, language: str) -> bytes:
    """Return the newer form of what the file says of itself (XMP); the date as 2000-01-01T00:00:00Z."""
    parts = [
        _listed("title", "Alt", title, ' xml:lang="x-default"'),
        _listed("creator", "Seq", author) if author else "",
        _listed("description", "Alt", subject, ' xml:lang="x-default"') if subject else "",
        _listed("language", "Bag", language),
        f"<pdf:Producer>{program}</pdf:Producer>",
        f"<xmp:CreatorTool>{program}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{date}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{date}</xmp:ModifyDate>",
    ]
    return _XMP.format(program=program, parts="\n".join(part for part in parts if part)).encode()


def _listed(name: str, kind: str, text: str, language: str = "") -> str:
    return f"<dc:{name}><rdf:{kind}><rdf:li{language}>{text.translate(_ESCAPES)}</rdf:li></rdf:{kind}></dc:{name}>"
