"""Importing PySide6 without paying for it ever after.

PySide6 puts a hook round every later import, which makes loading other libraries a quarter slower. It is taken off
again here; only `from PySide6... import *`, which qtawesome's helper library does, needs it back for a moment.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager

_plain = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401  (puts its hook on)

_hooked = builtins.__import__
builtins.__import__ = _plain


@contextmanager
def with_the_hook() -> Iterator[None]:
    """For libraries that import everything of a Qt module by a star."""
    builtins.__import__ = _hooked
    try:
        yield
    finally:
        builtins.__import__ = _plain
