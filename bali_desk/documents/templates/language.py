"""Whether a tag, taken alone, is good template language, and what is wrong with it when not."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from jinja2 import TemplateError, nodes

from bali_desk.documents.templates.faults import in_plain_words
from bali_desk.documents.templates.sandbox import Sandbox
from bali_desk.documents.templates.tags import RESERVED

_WHOLE = {  # a control tag with what it needs round it to be a template
    "for": "{%% %s %%}{%% endfor %%}",
    "if": "{%% %s %%}{%% endif %%}",
    "with": "{%% %s %%}{%% endwith %%}",
    "elif": "{%% if 1 %%}{%% %s %%}{%% endif %%}",
    "else": "{%% if 1 %%}{%% %s %%}{%% endif %%}",
    "endfor": "{%% for a in b %%}{%% %s %%}",
    "endif": "{%% if 1 %%}{%% %s %%}",
    "endwith": "{%% with %%}{%% %s %%}",
}
_VALUE = "{{ (%s) }}"


def faults_of_value(code: str, sandbox: Sandbox) -> list[str]:
    """What is wrong with `{{ code }}`."""
    return _faults(code, _VALUE, sandbox)


def faults_of_control(word: str, code: str, sandbox: Sandbox) -> list[str]:
    """What is wrong with `{% code %}`, which begins with this word."""
    if word == "set" and "=" not in code:
        return ["“set” needs a name, “=” and a value: {% set x = meeting.place %}"]
    return _faults(code, _WHOLE.get(word, "{%% %s %%}"), sandbox)


def _faults(code: str, whole: str, sandbox: Sandbox) -> list[str]:
    if RESERVED in code:
        return [f"no field begins with “{RESERVED}”"]
    try:
        tree = sandbox.parse(whole % code)
    except TemplateError as error:
        return [in_plain_words(str(error))]
    known = ((nodes.Filter, "filter", sandbox.filters), (nodes.Test, "test", sandbox.tests))
    return [
        f"there is no {kind} “{node.name}”{_nearest(node.name, names)}"
        for node_type, kind, names in known
        for node in tree.find_all(node_type)
        if node.name not in names
    ]


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f"; did you mean “{near[0]}”?" if near else ""
