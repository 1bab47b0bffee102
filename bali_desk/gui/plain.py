"""Showing what the record holds as it is: never taken for markup, always in one line where there is one line."""

from __future__ import annotations

from html import escape


def one_line(text: str) -> str:
    """The text with its line breaks drawn, for a cell."""
    return " ↵ ".join(text.splitlines()) if "\n" in text or "\r" in text else text


def tip(text: str) -> str:
    """A tool tip with exactly this text, wrapped; none for a short one, which its cell shows whole."""
    return f"<p>{escape(text)}</p>" if len(text) > 30 else ""
