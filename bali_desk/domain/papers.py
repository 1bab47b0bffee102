"""How a paper is named."""

from __future__ import annotations


def full_symbol(symbol: str | None, revision: str | None) -> str:
    """Symbol and revision as the field writes them: "TIPWG/3/4/Rev.1"; a revision the symbol has is not said again."""
    if not symbol or not revision or symbol.endswith(revision):
        return symbol or revision or ""
    return f"{symbol}{'/' if '/' in symbol else ' '}{revision}"
