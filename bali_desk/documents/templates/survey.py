"""Which fields a template asks for and which a document offers, as dotted names: `days[].lines[].title`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from bali_desk.documents.templates.tags import RESERVED

_Scope = Mapping[str, str | None]


@dataclass(frozen=True)
class Use:
    """A field a template asks for, and the line of the compiled source that does."""

    path: str
    line: int


def offered(context: object, path: str = "") -> set[str]:
    """Every field of a context, groups and lists among them."""
    found = {path} if path else set()
    if isinstance(context, Mapping):
        for key, value in context.items():
            found |= offered(value, f"{path}.{key}" if path else str(key))
    elif isinstance(context, (list, tuple)):
        for one in context:
            found |= offered(one, f"{path}[]")
    return found


def used(tree: nodes.Template) -> list[Use]:
    """Every field a template asks for, loops and `set` followed."""
    return [use for use in _uses(tree.body, {}) if not use.path.startswith((RESERVED, "loop"))]


def _uses(body: list[Any], scope: _Scope) -> Iterator[Use]:
    known = dict(scope)
    for node in body:
        yield from _use(node, known)
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            known[node.target.name] = _path(node.node, known)


def _use(node: nodes.Node, scope: _Scope) -> Iterator[Use]:
    if isinstance(node, nodes.For):
        yield from _loop(node, scope)
    elif isinstance(node, nodes.With):
        yield from _with(node, scope)
    elif isinstance(node, nodes.If):
        yield from _use(node.test, scope)
        for body in (node.body, node.elif_, node.else_):
            yield from _uses(list(body), scope)
    elif isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
        yield from _field(node, scope)
    else:
        for child in node.iter_child_nodes():
            yield from _use(child, scope)


def _field(node: nodes.Name | nodes.Getattr | nodes.Getitem, scope: _Scope) -> Iterator[Use]:
    path = _path(node, scope)
    if path is not None and not (isinstance(node, nodes.Name) and node.ctx != "load"):
        yield Use(path, node.lineno)
    elif not isinstance(node, nodes.Name):
        yield from _use(node.node, scope)


def _loop(node: nodes.For, scope: _Scope) -> Iterator[Use]:
    yield from _use(node.iter, scope)
    source = _path(node.iter, scope)
    inside = {**scope, "loop": None}
    names = [node.target] if isinstance(node.target, nodes.Name) else list(node.target.find_all(nodes.Name))
    for name in names:
        inside[name.name] = f"{source}[]" if source and name is node.target else None
    if node.test is not None:
        yield from _use(node.test, inside)
    yield from _uses(node.body, inside)
    yield from _uses(node.else_, scope)


def _with(node: nodes.With, scope: _Scope) -> Iterator[Use]:
    inside = dict(scope)
    for target, value in zip(node.targets, node.values, strict=True):
        yield from _use(value, scope)
        if isinstance(target, nodes.Name):
            inside[target.name] = _path(value, scope)
    yield from _uses(node.body, inside)


def _path(node: nodes.Node, scope: _Scope) -> str | None:
    """The field an expression names; None where it is more than a field."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        return _below(node.node, f".{node.attr}", scope)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return _below(node.node, f".{node.arg.value}" if isinstance(node.arg.value, str) else "[]", scope)
    if isinstance(node, nodes.Filter) and node.name in ("first", "last") and node.node is not None:
        return _below(node.node, "[]", scope)
    return None


def _below(node: nodes.Node, step: str, scope: _Scope) -> str | None:
    path = _path(node, scope)
    return None if path is None else path + step
