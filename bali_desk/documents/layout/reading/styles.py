"""The styles of a Word file: defaults, paragraph, character and table styles, and the theme's fonts."""

from __future__ import annotations

from dataclasses import fields

from lxml.etree import _Element as Element

from bali_desk.documents.layout.model import Look, Shape
from bali_desk.documents.layout.reading.ooxml import Fingerprint, child, child_value, fingerprint, value, w
from bali_desk.documents.layout.reading.package import WordPackage
from bali_desk.documents.layout.reading.properties import (
    TOGGLES,
    Properties,
    laid_over,
    paragraph_properties,
    run_properties,
)

TableContext = tuple[str | None, tuple[str, ...]]  # a table style and the conditions a cell meets in it
NO_TABLE: TableContext = (None, ())

_LOOK_FIELDS = frozenset(field.name for field in fields(Look))
_SHAPE_FIELDS = frozenset(field.name for field in fields(Shape))


class Styles:
    """Answers what a style says once everything it is based on has been laid under it."""

    def __init__(self, package: WordPackage) -> None:
        root = package.related("styles")
        self._styles = {value(e, "styleId") or "": e for e in (root.findall(w("style")) if root is not None else ())}
        self._theme = package.theme.fonts
        defaults = child(root, "docDefaults")
        self._default_run = run_properties(child(child(defaults, "rPrDefault"), "rPr"), self.theme_font)
        self._default_paragraph = paragraph_properties(child(child(defaults, "pPrDefault"), "pPr"))
        self._usual = {kind: self._default_style(kind) for kind in ("paragraph", "table")}
        self._bases: dict[tuple[str, TableContext], tuple[Properties, Properties]] = {}
        self._characters: dict[str, Properties] = {}
        self._looks: dict[tuple[tuple[str, object], ...], Look] = {}
        self._run_looks: dict[tuple[int, Fingerprint], Look] = {}
        self._shapes: dict[tuple[tuple[str, object], ...], Shape] = {}

    def _default_style(self, kind: str) -> str | None:
        for name, style in self._styles.items():
            if value(style, "type") == kind and value(style, "default") in ("1", "true", "on"):
                return name
        return None

    def theme_font(self, name: str) -> str | None:
        """Return the font the theme gives for a name such as `minorHAnsi`."""
        return self._theme.get("major" if name.startswith("major") else "minor")

    def style(self, style_id: str | None) -> Element | None:
        """Return one style as it stands in the file."""
        return self._styles.get(style_id) if style_id else None

    def usual_table_style(self) -> str | None:
        """Return the style of tables that name none."""
        return self._usual["table"]

    def name(self, style_id: str | None) -> str:
        """Return a style's name in lower case, e.g. `heading 1`, whatever language its id is in."""
        return (child_value(self.style(style_id or self._usual["paragraph"]), "name") or "").lower()

    def chain(self, style_id: str | None) -> list[Element]:
        """Return the style and all it is based on, the base first."""
        found: list[Element] = []
        seen: set[str] = set()
        while style_id and style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            found.append(style)
            style_id = child_value(style, "basedOn")
        return found[::-1]

    def base(self, style_id: str | None, table: TableContext = NO_TABLE) -> tuple[Properties, Properties]:
        """Return paragraph and run properties of a paragraph style, inside a table of that style."""
        key = (style_id or self._usual["paragraph"] or "", table)
        if key not in self._bases:
            paragraph, run = self._default_paragraph, self._default_run
            for part in self._table_parts(table):
                paragraph = laid_over(paragraph, paragraph_properties(child(part, "pPr")))
                run = laid_over(run, run_properties(child(part, "rPr"), self.theme_font))
            for style in self.chain(key[0]):
                paragraph = laid_over(paragraph, paragraph_properties(child(style, "pPr")))
                run = laid_over(run, run_properties(child(style, "rPr"), self.theme_font))
            self._bases[key] = (paragraph, run)
        return self._bases[key]

    def _table_parts(self, table: TableContext) -> list[Element]:
        style_id, conditions = table
        chain = self.chain(style_id)
        parts = list(chain)
        for condition in conditions:
            parts += [part for style in chain for part in conditional_parts(style, condition)]
        return parts

    def own_paragraph(self, style_id: str | None) -> Properties:
        """Return the paragraph properties of the style chain alone, without the document's defaults."""
        found: Properties = {}
        for style in self.chain(style_id):
            found = laid_over(found, paragraph_properties(child(style, "pPr")))
        return found

    def run(self, base: Properties, element: Element | None) -> Properties:
        """Return run properties after a `w:rPr` and the character style it names."""
        if element is None or not len(element):
            return base
        direct = run_properties(element, self.theme_font)
        style_id = direct.pop("style", None)
        if not style_id:
            return laid_over(base, direct)
        style = self._character(style_id)
        turned = {
            name: False for name in TOGGLES.values() if style.get(name) and base.get(name)
        }  # bold upon bold is not bold
        return laid_over(laid_over(base, {**style, **turned}), direct)

    def _character(self, style_id: str) -> Properties:
        if style_id not in self._characters:
            found: Properties = {}
            for style in self.chain(style_id):
                found = laid_over(found, run_properties(child(style, "rPr"), self.theme_font))
            self._characters[style_id] = found
        return self._characters[style_id]

    def run_look(self, base: Properties, element: Element | None) -> Look:
        """Return the look of a run: its base, which is one that `base` gave, under its `w:rPr`."""
        key = (id(base), fingerprint(element))
        found = self._run_looks.get(key)
        if found is None:
            found = self._run_looks[key] = self.look(self.run(base, element))
        return found

    def look(self, properties: Properties) -> Look:
        """Return the one look with these properties."""
        key = tuple(sorted((k, v) for k, v in properties.items() if k in _LOOK_FIELDS))
        if key not in self._looks:
            self._looks[key] = Look(**dict(key))
        return self._looks[key]

    def shape(self, properties: Properties) -> Shape:
        """Return the one paragraph shape with these properties."""
        chosen = {k: v for k, v in properties.items() if k in _SHAPE_FIELDS}
        chosen["tabs"] = tuple(stop for _, stop in sorted(properties.get("tabs", {}).items()) if stop is not None)
        chosen["borders"] = properties.get("borders", {})
        key = tuple((k, tuple(v.items()) if isinstance(v, dict) else v) for k, v in sorted(chosen.items()))
        if key not in self._shapes:
            self._shapes[key] = Shape(**chosen)
        return self._shapes[key]


def conditional_parts(style: Element, condition: str) -> list[Element]:
    """Return the parts of a table style for one condition such as `firstRow`."""
    return [part for part in style.findall(w("tblStylePr")) if value(part, "type") == condition]
