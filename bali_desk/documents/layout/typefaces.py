"""Which of our fonts sets which character: the document's own, or another that has what it lacks."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from bali_desk.assets import RESOURCES
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.typeface import Typeface

_FACES = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}
# A character with the marks, joiners and variation selectors that belong to it.
_CLUSTER = re.compile(r".[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\ufe00-\ufe0f]*", re.DOTALL)
# Signs that stay in the font of the script before them when it has them.
_FOLLOWING = frozenset(" ,.-()\u00a0\u200b\u200c\u200d/:;'\"’”0123456789\u2060\ufe0f")


class Choice(NamedTuple):
    """A font for some characters, and what it must be helped with when it has no such face."""

    face: Typeface
    embolden: bool
    slant: bool


class Typefaces:
    """The fonts of one document, opened as they are needed."""

    def __init__(self, notes: Notes, folder: Path = RESOURCES / "fonts") -> None:
        self._folder = folder
        self._notes = notes
        catalogue = json.loads((folder / "fonts.json").read_text(encoding="utf-8"))
        self._families: dict[str, dict[str, str]] = catalogue["families"]
        self._own = {name.lower(): name for name in self._families}
        self._substitutes: dict[str, str] = catalogue["substitutes"]
        self._parts: list[list[str]] = catalogue["by_part_of_name"]
        self._same: set[str] = set(catalogue["same_metrics"])
        self._otherwise: str = catalogue["otherwise"]
        self._fallback: list[str] = catalogue["fallback"]
        self._faces: dict[str, Typeface] = {}
        self._standing: dict[str, str] = {}
        self._choices: dict[tuple[str, str, bool, bool], Choice] = {}
        self._plainer: dict[str, str] = {}
        self._primaries: dict[tuple[str, bool, bool], Choice] = {}

    def used(self) -> list[Typeface]:
        """Return the fonts that set at least one glyph, in the order they were opened."""
        return [face for face in self._faces.values() if face.used]

    def _family(self, font: str) -> str:
        """Return our family for a font named in the document; a stand-in of other widths is noted."""
        if font not in self._standing:
            name = font.strip().lower()
            family = self._own.get(name) or self._substitutes.get(name)
            family = family or next((own for part, own in self._parts if part in name), self._otherwise)
            if name not in self._own and name not in self._same:
                self._notes.add(f"font “{font}” (printed in {family})")
            self._standing[font] = family
        return self._standing[font]

    def _face(self, family: str, bold: bool, italic: bool) -> Choice:
        faces = self._families[family]
        for with_bold, with_italic in ((bold, italic), (bold, False), (False, italic), (False, False)):
            file = faces.get(_FACES[(with_bold, with_italic)])
            if file is not None:
                if file not in self._faces:
                    self._faces[file] = Typeface(self._folder / file, f"F{len(self._faces) + 1}")
                return Choice(self._faces[file], bold and not with_bold, italic and not with_italic)
        raise LookupError(f"fonts.json gives no file for {family}")

    def primary(self, font: str, bold: bool, italic: bool) -> Choice:
        """Return the face the document asks for; its measures make the height of the line."""
        key = (font, bold, italic)
        if key not in self._primaries:
            self._primaries[key] = self._face(self._family(font), bold, italic)
        return self._primaries[key]

    def _choice(self, cluster: str, font: str, bold: bool, italic: bool) -> Choice:
        key = (cluster, font, bold, italic)
        if key not in self._choices:
            self._choices[key] = self._find(cluster, font, bold, italic)
        return self._choices[key]

    def _find(self, cluster: str, font: str, bold: bool, italic: bool) -> Choice:
        primary = self.primary(font, bold, italic)
        wanted = {
            ord(c) for c in cluster if unicodedata.category(c) not in ("Cf", "Cc") and c not in "\u00a0\u2011\ufe0f"
        }
        base = {ord(cluster[0])} if wanted else set()
        for needed in (wanted, base):
            for family in ("", *self._fallback):
                choice = primary if not family else self._face(family, bold, italic)
                if all(code in choice.face.characters for code in needed):
                    return choice
        plain = unicodedata.normalize("NFKC", cluster)
        if plain != cluster and all(ord(c) in primary.face.characters for c in plain):
            self._plainer[cluster] = plain  # such as the letters of formulas: as plain letters
            return primary
        name = unicodedata.name(cluster[0], "unnamed").split()[0].capitalize()
        self._notes.add(f"characters of a script no font here has ({name}; printed as boxes)")
        return primary

    def split(self, text: str, font: str, bold: bool, italic: bool) -> list[tuple[Choice, str]]:
        """Return a text in stretches of one font each."""
        primary = self.primary(font, bold, italic)
        if primary.face.has(text):
            return [(primary, text)]
        found: list[tuple[Choice, str]] = []
        for match in _CLUSTER.finditer(text):
            cluster = match.group()
            choice = self._choice(cluster, font, bold, italic)
            cluster = self._plainer.get(cluster, cluster)
            if found and choice is not found[-1][0]:
                before = found[-1][0]
                stays = cluster[0] in _FOLLOWING or unicodedata.category(cluster[0])[0] == "M"
                if stays and (ord(cluster[0]) in before.face.characters or cluster[0] in "\u200b\u200c\u200d\u2060"):
                    choice = before
            if found and choice == found[-1][0]:
                found[-1] = (choice, found[-1][1] + cluster)
            else:
                found.append((choice, cluster))
        return found
