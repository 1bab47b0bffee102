"""The numbers and bullets of lists, counted as the document is read from its beginning."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from bali_desk.documents.layout.model import Label
from bali_desk.documents.layout.number_forms import formatted
from bali_desk.documents.layout.reading.ooxml import child, child_value, value, w, whole
from bali_desk.documents.layout.reading.package import WordPackage
from bali_desk.documents.layout.reading.properties import Properties
from bali_desk.documents.layout.reading.styles import Styles

_MOST = 32767
_SYMBOL_FONTS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings")
# Word's bullets lie in the private area of symbol fonts; these are the same shapes in Unicode.
_BULLETS = {"\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "➢", "\uf06f": "□", "\uf0a8": "□", "\uf02d": "–", "\uf0e0": "→"}


class Numbering:
    """Counts every list of the document and writes the label of each paragraph in one."""

    def __init__(self, package: WordPackage, styles: Styles) -> None:
        root = package.related("numbering")
        self._styles = styles
        self._abstract = self._by_id(root, "abstractNum", "abstractNumId")
        self._lists = self._by_id(root, "num", "numId")
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    @staticmethod
    def _by_id(root: Element | None, name: str, key: str) -> dict[str, Element]:
        return {value(e, key) or "": e for e in (root.findall(w(name)) if root is not None else ())}

    def level(self, list_id: str, level: int) -> tuple[Element | None, str, int | None]:
        """Return a level's definition, the list it counts in, and the number this list starts again from."""
        entry = self._lists.get(list_id)
        if entry is None:
            return None, "", None
        abstract_id = child_value(entry, "abstractNumId") or ""
        abstract = self._abstract.get(abstract_id)
        linked = self._styles.style(child_value(abstract, "numStyleLink"))
        other = child_value(child(child(linked, "pPr"), "numPr"), "numId")
        if other and other != list_id:
            return self.level(other, level)
        restart: int | None = None
        for override in entry.findall(w("lvlOverride")):
            if value(override, "ilvl") == str(level):
                start = child_value(override, "startOverride")
                restart = whole(start, 1, 0, _MOST) if start is not None else None
                if child(override, "lvl") is not None:
                    return child(override, "lvl"), abstract_id, restart
        for element in abstract.findall(w("lvl")) if abstract is not None else ():
            if value(element, "ilvl") == str(level):
                return element, abstract_id, restart
        return None, abstract_id, restart

    def _count(self, list_id: str, level: int, definition: Element, counter: str, restart: int | None) -> None:
        counts = self._counts.setdefault(counter, {})
        start = whole(child_value(definition, "start"), 0, 0, _MOST)
        if restart is not None and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            counts[level] = restart
        else:
            counts[level] = counts.get(level, start - 1) + 1
        for deeper in [known for known in counts if known > level and self._begins_again(list_id, known, level)]:
            del counts[deeper]

    def _begins_again(self, list_id: str, deeper: int, level: int) -> bool:
        """Say whether a deeper level counts from its start after one of this level; some never do."""
        after = child_value(self.level(list_id, deeper)[0], "lvlRestart")
        return after is None or level < whole(after, deeper, 0, 9)

    def next_label(self, list_id: str, level: int, base: Properties) -> tuple[Label, Element] | None:
        """Count one more paragraph of the list and return its label with the level's definition."""
        definition, counter, restart = self.level(list_id, level)
        if definition is None:
            return None
        self._count(list_id, level, definition, counter, restart)
        properties = self._styles.run(base, child(definition, "rPr"))
        text = child_value(definition, "lvlText") or ""
        form = _form(definition)
        if form == "bullet":
            text, properties = _bullet(text, properties, base)
        elif form == "none":
            text = ""
        else:
            legal = child(definition, "isLgl") is not None
            text = re.sub(r"%(\d)", lambda m: self._written(list_id, counter, int(m.group(1)) - 1, legal), text)
        follow, alignment = child_value(definition, "suff") or "tab", child_value(definition, "lvlJc") or "left"
        return Label(text, self._styles.look(properties), follow, alignment), definition

    def _written(self, list_id: str, counter: str, level: int, legal: bool) -> str:
        definition, _, _ = self.level(list_id, level)
        start = whole(child_value(definition, "start"), 0, 0, _MOST)
        count = self._counts.get(counter, {}).get(level, start)
        return formatted(count, "decimal" if legal else _form(definition))


def _form(definition: Element | None) -> str:
    """Return a level's number format; a pattern of its own stands among alternatives for older programs."""
    told = next(definition.iter(w("numFmt")), None) if definition is not None else None
    form = value(told) or "decimal"
    return f"custom {value(told, 'format') or ''}" if form == "custom" else form


def _bullet(text: str, properties: Properties, base: Properties) -> tuple[str, Properties]:
    """Return a bullet in the document's own font where Word takes a symbol font."""
    if str(properties.get("font", "")).lower() in _SYMBOL_FONTS or any("\ue000" <= c <= "\uf8ff" for c in text):
        text = "".join(_BULLETS.get(c, "•" if "\ue000" <= c <= "\uf8ff" else c) for c in text)
        properties = {**properties, "font": base.get("font", "Times New Roman")}
    return text, properties
