"""The words a Word file prints: what stands in its paragraphs, less what Word hides or works out anew."""

from __future__ import annotations

import io
import posixpath
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from bali_desk.documents.layout.reading.ooxml import local, usual_names, w
from bali_desk.documents.word_xml import is_on

_SIGNS = {"noBreakHyphen": "-", "tab": " ", "ptab": " ", "br": " ", "cr": " "}
_SIGNS |= {"footnoteReference": " ", "endnoteReference": " "}  # a number comes between
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"  # printed between words, not judged
_COUNTED = ("PAGE", "NUMPAGES", "SECTIONPAGES")  # fields whose kept result is not the one printed


@dataclass
class Written:
    """A paragraph of the file: its words, the table around it all, and whether readers turn its words round.

    A paragraph without a place, such as a footnote's or one in a text box, is printed somewhere.
    """

    words: list[str]
    table: int | None
    turned: bool
    placed: bool = True


def written_in(data: bytes) -> list[Written]:
    """The paragraphs of the body as they stand in the file, deleted ones too, then the notes; hidden words not."""
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        parts = {name.lstrip("/"): whole.read(name) for name in whole.namelist()}
    main = _target(parts, "", "officeDocument") or "word/document.xml"
    root = _parsed(parts[main])
    hiding = _hiding_styles(_related(parts, main, "styles"))
    found = list(_paragraphs(root, hiding, placed=True))
    for kind in ("footnote", "endnote"):
        used = [e.get(w("id")) for e in root.iter(w(f"{kind}Reference"))]
        notes = _related(parts, main, f"{kind}s")
        for note in notes if notes is not None else ():
            if note.get(w("id")) in used and note.get(w("type")) in (None, "normal"):
                found += _paragraphs(note, hiding, placed=False)
    return found


def _paragraphs(root: etree._Element, hiding: set[str], placed: bool) -> Iterator[Written]:
    for gone in [e for e in root.iter() if _never_in_line(e)]:
        if gone.getparent() is not None:
            gone.getparent().remove(gone)
    _drop_hidden(root, hiding)
    _drop_unprinted_fields(root)
    numbers = {table: number for number, table in enumerate(root.iter(w("tbl")), start=1)}
    for element in root.iter(w("p")):
        tables = [numbers[table] for table in element.iterancestors(w("tbl")) if table in numbers]
        words = "".join(_words_in(element)).split()
        turned = any(unicodedata.bidirectional(c) in ("R", "AL") for word in words for c in word)
        turned = turned or element.find(f"{w('pPr')}/{w('bidi')}") is not None
        boxed = next(element.iterancestors(w("txbxContent")), None) is not None
        yield Written(words, tables[-1] if tables else None, turned, placed and not boxed)


def _never_in_line(element: etree._Element) -> bool:
    """Whether its text is told twice, or stands above other text rather than before or after it."""
    if not isinstance(element.tag, str):
        return False
    if local(element) == "Fallback":
        return any(local(one) == "Choice" for one in element.getparent())
    return element.tag == w("rt")


def _drop_hidden(root: etree._Element, hiding: set[str]) -> None:
    for run in list(root.iter(w("r"))):
        own, paragraph = run.find(w("rPr")), next(run.iterancestors(w("p")), None)
        said = own.find(w("vanish")) if own is not None else None
        named = own.find(w("rStyle")) if own is not None else None
        around = paragraph.find(f"{w('pPr')}/{w('pStyle')}") if paragraph is not None else None
        styles = [one.get(w("val")) for one in (named, around) if one is not None]
        hidden = is_on(said) if said is not None else any(one in hiding for one in styles)
        if hidden and run.getparent() is not None:
            for text in list(run.iter(w("t"), w("delText"))):
                text.text = ""


def _drop_unprinted_fields(root: etree._Element) -> None:
    """Empty what stands in a field's instruction, and the kept result of one that is worked out anew."""
    fields: list[list[object]] = []  # code so far, and whether its result is being read
    for element in root.iter(w("fldChar"), w("instrText"), w("t"), w("delText"), w("fldSimple")):
        kind = element.get(w("fldCharType"))
        if element.tag == w("fldSimple"):
            if _named(element.get(w("instr"), "")) in _COUNTED:
                for text in element.iter(w("t")):
                    text.text = ""
        elif kind == "begin":
            fields.append(["", False])
        elif kind == "separate" and fields:
            fields[-1][1] = True
        elif kind == "end" and fields:
            fields.pop()
        elif element.tag == w("instrText") and fields:
            fields[-1][0] = f"{fields[-1][0]}{element.text or ''}"
        elif any(not shown or _named(str(code)) in _COUNTED for code, shown in fields):
            element.text = ""


def _named(code: str) -> str:
    return (code.split() or [""])[0].upper()


def _words_in(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(w("t"), w("delText"), _FORMULA, *map(w, _SIGNS)):
        if (
            next(element.iterancestors(w("p")), None) is not paragraph
            or next(element.iterancestors(w("pPr")), None) is not None
        ):
            continue
        yield " " if element.tag == _FORMULA else _SIGNS.get(local(element)) or element.text or ""


def _hiding_styles(styles: etree._Element | None) -> set[str]:
    """The styles that hide text, by what they say or are based on."""
    own: dict[str, bool] = {}
    bases: dict[str, str] = {}
    for style in styles.iter(w("style")) if styles is not None else ():
        name, said, base = (
            style.get(w("styleId"), ""),
            style.find(f"{w('rPr')}/{w('vanish')}"),
            style.find(w("basedOn")),
        )
        if said is not None:
            own[name] = is_on(said)
        if base is not None:
            bases[name] = base.get(w("val"), "")
    found: set[str] = set()
    for name in {*own, *bases}:
        place, steps = name, 0
        while place not in own and place in bases and steps < 20:
            place, steps = bases[place], steps + 1
        if own.get(place):
            found.add(name)
    return found


def _target(parts: dict[str, bytes], of: str, kind: str) -> str | None:
    folder, name = posixpath.split(of)
    links = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    for link in etree.fromstring(links) if links else ():
        if isinstance(link.tag, str) and link.get("Type", "").endswith(f"/{kind}"):
            target = link.get("Target", "")
            return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return None


def _related(parts: dict[str, bytes], main: str, kind: str) -> etree._Element | None:
    target = _target(parts, main, kind)
    return _parsed(parts[target]) if target in parts else None


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(usual_names(data), etree.XMLParser(huge_tree=True, remove_comments=True))
