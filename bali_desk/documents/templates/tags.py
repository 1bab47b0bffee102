"""Tags as officers type them: found in the text of a paragraph, quotes and prefixes made plain."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORDS = ("for", "if", "with", "elif", "else", "set", "endfor", "endif", "endwith")  # a control tag begins with
OBJECT = "\ufffc"  # stands for whatever is not text: a tab, a break, a picture, a field
RESERVED = "bd__"  # how the renderer's own names begin

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_SPACED = re.compile(r"\{\s+[{%#]|[}%#]\s+\}")
_SINGLE = re.compile(r"(?<![{%#_])\{\s*([a-z_]+(?:\.[a-z_]+)+)\s*\}(?![}])")
_WRITTEN_OUT = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}  # how braces are written that print as braces
_QUOTES = str.maketrans(
    "“”„‟‘’‚‛\u00a0\u202f\u2009\t", "\"\"\"\"''''    ", OBJECT + "\u00ad\u200b\u200c\u200d\u2060\ufeff"
)
_FIRST_WORD = re.compile(r"^\w+")
_CONTROL_PREFIX = re.compile(r"\s*(p|tr|tc|r)\s+(?=\w)")
# {{r x}}, but never {{ r }}, {{ r|upper }} or {{ r if x }}
_VALUE_PREFIX = re.compile(r"(p|r)\s+(?!(?:if|else|and|or|in|is|not)\b)(?=\w)")


@dataclass(frozen=True)
class Tag:
    """One tag: `{{ code }}` is a value, `{% code %}` a control, `{# #}` a comment."""

    kind: str  # value, control, comment
    prefix: str  # "", p, tr, tc, r: what docxtpl lets it swallow
    code: str
    start: int
    end: int
    trims_before: bool = False  # {{- and {%-: the spaces before it go
    trims_after: bool = False

    @property
    def word(self) -> str:
        """The first word of a control: for, if, endfor ..."""
        match = re.match(r"\w+", self.code)
        return match.group() if match else ""


def tags_in(text: str) -> list[Tag]:
    """Every whole tag of a paragraph's text, in order."""
    return [_tag(match) for match in _TAG.finditer(text)]


def half_tag(text: str) -> str | None:
    """The first opening or closing mark without its partner, if there is one."""
    match = _HALF.search(_TAG.sub("", text))
    return match.group() if match else None


def slipped_braces(text: str) -> str | None:
    """What is wrong with braces that almost make a tag; None where nothing is."""
    rest = _TAG.sub("", text)
    spaced, single = _SPACED.search(rest), _SINGLE.search(rest)
    if spaced:
        whole = spaced.group()[0] + spaced.group()[-1]
        return f"“{spaced.group()}” has a space between its signs: write “{whole}”"
    if single:
        return f"“{single.group()}” stands in single braces: write “{{{{ {single.group(1)} }}}}”"
    return None


def printed_braces(text: str) -> str:
    """Text in which `{_{` and its likes print as braces."""
    for code, braces in _WRITTEN_OUT.items():
        text = text.replace(code, braces)
    return text


def beside_tags(text: str) -> str:
    """What stands in the paragraph beside its tags; empty when there are only tags and spaces."""
    return _TAG.sub("", text).strip()


def _tag(match: re.Match[str]) -> Tag:
    text = match.group()
    kind = {"{": "value", "%": "control", "#": "comment"}[text[1]]
    before, after = text[2:3] == "-", text[-3:-2] == "-"
    code = text[3 if before or text[2:3] == "+" else 2 : -3 if after else -2].translate(_QUOTES).replace("\n", " ")
    found = {"control": _CONTROL_PREFIX, "value": _VALUE_PREFIX}[kind].match(code) if kind != "comment" else None
    prefix = found.group(1) if found else ""
    code = code[found.end() if found else 0 :].strip()
    if kind == "control":
        code = _FIRST_WORD.sub(lambda first: _in_small_letters(first.group()), code)
    return Tag(kind, prefix, code, match.start(), match.end(), before, after)


def _in_small_letters(word: str) -> str:
    """A word of the tag language, which Word likes to begin with a capital."""
    return word.lower() if word.lower() in WORDS else word
