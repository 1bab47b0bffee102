"""Tags as officers type them: found in the text of a paragraph, quotes and prefixes made plain."""

from __future__ import annotations

import re
from dataclasses import dataclass

OBJECT = "\ufffc"  # stands for whatever is not text: a tab, a break, a picture, a field
RESERVED = "bd__"  # how the renderer's own names begin

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_QUOTES = str.maketrans("“”„‘’‚\u00a0\t", "\"\"\"'''  ", OBJECT)
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


def beside_tags(text: str) -> str:
    """What stands in the paragraph beside its tags; empty when there are only tags and spaces."""
    return _TAG.sub("", text).strip()


def _tag(match: re.Match[str]) -> Tag:
    text = match.group()
    kind = {"{": "value", "%": "control", "#": "comment"}[text[1]]
    code = text[2:-2].translate(_QUOTES).replace("\n", " ")
    code = code[1:] if code.startswith(("-", "+")) and kind == "control" else code
    code = code[:-1] if code.endswith("-") else code
    found = {"control": _CONTROL_PREFIX, "value": _VALUE_PREFIX}[kind].match(code) if kind != "comment" else None
    prefix = found.group(1) if found else ""
    return Tag(kind, prefix, code[found.end() if found else 0 :].strip(), match.start(), match.end())
