"""Templates parsed and compiled before, by their source: a preview fills in the same few again and again."""

from __future__ import annotations

from functools import lru_cache
from types import CodeType

from jinja2 import meta, nodes

from bali_desk.documents.templates.sandbox import Fence, Sandbox
from bali_desk.documents.templates.tags import RESERVED

_MOST = 64  # sources: the parts of every document of a meeting


@lru_cache(maxsize=_MOST)
def parsed(source: str) -> tuple[nodes.Template, frozenset[str]]:
    """The tree of a compiled part, to be read only, and the fields it uses without asking; raises as Jinja does."""
    tree = Sandbox().parse(source)
    names = {name for name in meta.find_undeclared_variables(tree) if not name.startswith(RESERVED)}
    return tree, frozenset(names - _optional(tree))


@lru_cache(maxsize=_MOST)
def fenced_code(source: str) -> CodeType:
    """What fills a part in, with the counters of `Steps` in it."""
    sandbox = Sandbox()
    tree = Fence().visit(sandbox.parse(source))
    tree.set_environment(sandbox)
    return sandbox.compile(tree)


def _optional(tree: nodes.Template) -> set[str]:
    """Names a template asks about before it uses them: `x is defined`, `x|default("")`."""
    asked: set[str] = set()
    for node in tree.find_all((nodes.Test, nodes.Filter)):
        if node.name in ("defined", "undefined", "default", "d") and isinstance(node.node, nodes.Name):
            asked.add(node.node.name)
    return asked
