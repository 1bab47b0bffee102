"""The template language, shut in: plain data only, no methods, no functions, no runaway text or loops."""

from __future__ import annotations

import datetime as dt
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer

from bali_desk.documents.templates.faults import unknown_name
from bali_desk.documents.templates.filters import FILTERS
from bali_desk.documents.templates.limits import (
    LARGEST_NUMBER,
    LONGEST_TEXT,
    MOST_STEPS,
    MOST_WORK,
    WORK_OF_ITEM,
    TooMuch,
)
from bali_desk.documents.templates.tags import RESERVED

_OF_A_LOOP = {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "cycle"}
_OF_A_DATE = {"year", "month", "day"}
_MEASURED = frozenset({"+", "*", "%", "**", "//", "/"})


class Refused(Exception):
    """Something the language knows and a template may not do."""


class Callbacks:
    """What the renderer lets compiled templates call: the methods of its subclasses, nothing else."""


class MissingField(StrictUndefined):
    """A field that does not exist, told with the nearest one that does."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return str(self._undefined_hint)
        name, of = str(self._undefined_name), self._undefined_obj
        if of is missing:
            return unknown_name(name, ())
        if isinstance(of, dict):
            return unknown_name(name, of)
        if isinstance(of, (list, tuple)) and isinstance(self._undefined_name, int):
            return f"this list has no entry {self._undefined_name + 1} in every meeting"
        return f"a {_kind(of)} has no field “{name}”"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja on plain data: fields of dicts, items of lists, our filters."""

    intercepted_binops = _MEASURED

    def __init__(self) -> None:
        super().__init__(undefined=MissingField, autoescape=False, optimized=False, cache_size=0)
        self.globals.clear()
        self.filters.clear()
        self.filters.update(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of plain data; methods are out of reach."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, Undefined):
            return getattr(obj, attribute)  # says which field is missing
        if isinstance(obj, LoopContext) and attribute in _OF_A_LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, dt.date) and attribute in _OF_A_DATE:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A field by its name or an item by its place."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, (list, tuple, str, dict)):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                return self.undefined(obj=obj, name=argument)
        return self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Only the renderer's own callbacks and `loop.cycle`."""
        return isinstance(getattr(obj, "__self__", None), (Callbacks, LoopContext))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call what may be called."""
        if not __self.is_safe_callable(__obj):
            raise Refused("a template cannot call functions: use a field or a filter (|)")
        return __context.call(__obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on small numbers; joining of texts that stay short."""
        if any(isinstance(one, Undefined) for one in (left, right)):
            str(left), str(right)  # the missing one says so
        if isinstance(left, int) and isinstance(right, int) and operator != "**":
            if abs(left) > LARGEST_NUMBER or abs(right) > LARGEST_NUMBER:
                raise TooMuch("this number is too large")
            return super().call_binop(context, operator, left, right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return joined(left, right)
        raise Refused(f"“{operator}” works on numbers only; join texts with ~")


def joined(*parts: Any) -> str:
    """Texts put together, within bounds."""
    texts = ["" if part is None else str(part) for part in parts]
    if sum(map(len, texts)) > LONGEST_TEXT:
        raise TooMuch("this text grows too long")
    return "".join(texts)


class Steps(Callbacks):
    """Counts the steps of all loops of a template and stops it when there are too many."""

    def __init__(self) -> None:
        self.taken = self.work = 0
        self.turns: dict[int, int] = {}  # line of a loop -> how many loops had begun when it last did
        self._begun = 0

    def each(self, value: Any, line: int) -> list[Any]:
        """What the loop on this line goes through: a list; nothing at all for None."""
        self._begun += 1
        self.turns[line] = self._begun
        if isinstance(value, Undefined):
            iter(value)  # says which field is missing
        if value is None:
            return []
        if not isinstance(value, (list, tuple)):
            raise Refused(f"a loop needs a list, and this is a {_kind(value)}")
        self.taken += len(value)
        if self.taken > MOST_STEPS:
            raise TooMuch(f"the loops of this template take more than {MOST_STEPS:,} steps")
        return list(value)

    def joined(self, *parts: Any) -> str:
        """Texts joined with `~`."""
        return str(self.counted(joined(*parts)))

    def counted(self, value: Any) -> Any:
        """What was made or is looked through: a long text or list is more work than a short one."""
        if isinstance(value, str):
            self.spend(len(value))
        else:
            self.spend(WORK_OF_ITEM * (len(value) if isinstance(value, (list, tuple)) else 1))
        return value

    def spend(self, work: int) -> str:
        """So much more was done. Work is counted, not timed: a template is refused on every computer or on none."""
        self.work += work
        if self.work > MOST_WORK:
            raise TooMuch("this template takes too much work to fill in: it has loops in loops, or very long texts")
        return ""


class Fence(NodeTransformer):
    """Puts the counters of `Steps` into the parsed template.

    Counted is every loop, whatever makes a text or list (a filter, `~`, `+`, a part as in `[1:3]`), and whatever looks
    through one (a comparison, `in`, a test).
    """

    def visit_For(self, node: nodes.For) -> nodes.For:
        """Count the loop's steps, and at each of them what stands in it."""
        self.generic_visit(node)
        inside = sum(1 for _ in node.find_all(nodes.Node))
        spend = _call("spend", [nodes.Const(inside)], node.lineno)
        node.body.insert(0, nodes.ExprStmt(spend).set_lineno(node.lineno))
        node.iter = _call("each", [node.iter, nodes.Const(node.lineno)], node.lineno)
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Call:
        """Count what it makes."""
        self.generic_visit(node)
        return _counted(node)

    def visit_Add(self, node: nodes.Add) -> nodes.Call:
        """Count what it makes."""
        self.generic_visit(node)
        return _counted(node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:
        """Count the part that is taken; one item is nothing."""
        self.generic_visit(node)
        return _counted(node) if isinstance(node.arg, nodes.Slice) else node

    def visit_Operand(self, node: nodes.Operand) -> nodes.Operand:
        """Count what is compared with, or looked through."""
        self.generic_visit(node)
        node.expr = _counted(node.expr)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Test:
        """Count what it looks through."""
        self.generic_visit(node)
        node.args = [_counted(one) for one in node.args]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:
        """Bound the joined text."""
        self.generic_visit(node)
        return _call("joined", node.nodes, node.lineno)


def _counted(node: nodes.Expr) -> nodes.Call:
    return _call("counted", [node], node.lineno)


def _call(name: str, arguments: list[Any], line: int) -> nodes.Call:
    return nodes.Call(nodes.Name(RESERVED + name, "load"), arguments, [], None, None).set_lineno(line)  # type: ignore[return-value]


def _kind(value: Any) -> str:
    names = {dict: "group of fields", list: "list", str: "text", bool: "yes or no", int: "number", dt.date: "date"}
    return next((name for kind, name in names.items() if isinstance(value, kind)), "value")
