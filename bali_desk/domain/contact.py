"""How a person is reached: what can be an e-mail address."""

from __future__ import annotations

import re

_ONE = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\.]{2,}")
_BETWEEN = re.compile(r"\s*[;,]\s*|\s+")


def is_email(text: str) -> bool:
    """Whether `text` is one e-mail address, or several with commas, semicolons or spaces between them.

    Letters of every script may stand in an address (RFC 6531); what no address can have is a space, a second "@", or a
    host without a dot, and that is what mistyped and misplaced ones have.
    """
    found = [one for one in _BETWEEN.split(text.strip()) if one]
    return bool(found) and all(_ONE.fullmatch(one) for one in found)
