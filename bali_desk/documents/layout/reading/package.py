"""The Word file as a zip of parts: opened with limits, its XML read without outside help."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from bali_desk.documents.layout.reading.ooxml import local, usual_names
from bali_desk.documents.layout.reading.theme import Theme
from bali_desk.domain.errors import DeskError
from bali_desk.domain.package_gate import OWN, Gate, Limits


@dataclass(frozen=True)
class Relation:
    """One link from a part to another part or to an address outside."""

    kind: str
    target: str
    external: bool


class WordPackage:
    """The parts of one Word file and the relations between them."""

    def __init__(self, source: Path | bytes) -> None:
        self.name = source.name if isinstance(source, Path) else "the document"
        self._relations: dict[str, dict[str, Relation]] = {}
        try:
            data = source if isinstance(source, bytes) else source.read_bytes()
        except FileNotFoundError:
            raise DeskError(f"There is no file “{self.name}”.") from None
        except OSError as error:
            raise DeskError(
                f"“{self.name}” cannot be read: {(error.strerror or 'the disk refused').lower()}."
            ) from None
        self._gate = Gate(data, self.name, OWN if isinstance(source, bytes) else Limits())
        self.theme = Theme(None)
        self.document = self._main_part()
        self.theme = Theme(self.related("theme"))

    def damaged(self) -> DeskError:
        """Return the one sentence for a file that cannot be read."""
        return self._gate.damaged()

    def _main_part(self) -> str:
        for relation in self.relations("").values():
            if relation.kind == "officeDocument":
                return relation.target
        raise self.damaged()

    def blob(self, part: str) -> bytes | None:
        """Return the bytes of a part, or None when the file lacks it."""
        return self._gate.read(part) if part in self._gate.names else None

    def xml(self, part: str) -> etree._Element | None:
        """Return the root element of a part, or None when the file lacks it."""
        data = self.blob(part)
        if data is None:
            return None
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
            root = etree.fromstring(usual_names(data), parser)
        except etree.XMLSyntaxError:
            raise self.damaged() from None
        if b"themeColor=" in data or b"themeFill=" in data:
            self.theme.resolve(root)
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by their id; of the file as a whole for the empty name."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for element in root if root is not None else ():
            if local(element) != "Relationship":
                continue
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relation(kind, target, external)
        return found

    def related(self, kind: str) -> etree._Element | None:
        """Return the root of the part that stands in that relation to the document, e.g. its styles."""
        for relation in self.relations(self.document).values():
            if relation.kind == kind and not relation.external:
                return self.xml(relation.target)
        return None

    def core_properties(self) -> dict[str, str]:
        """Return title, creator, subject, language and so on, as the file gives them."""
        for relation in self.relations("").values():
            if relation.kind == "core-properties":
                root = self.xml(relation.target)
                return {local(e): (e.text or "").strip() for e in root} if root is not None else {}
        return {}
