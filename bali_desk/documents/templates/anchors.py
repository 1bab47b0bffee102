"""The hidden bookmarks that name the statement's blocks in every Word file that goes out."""

from __future__ import annotations

import hashlib
import re

PREFIX = "_bd_"
_SAFE = re.compile(r"[a-z0-9]{1,32}")  # Word's names are short, plain, and not told apart by case


def bookmark_name(handle: str) -> str:
    """The bookmark of the block with this handle; a handle Word would not take becomes a digest of itself."""
    if _SAFE.fullmatch(handle):
        return PREFIX + handle
    return f"{PREFIX}x{hashlib.sha256(handle.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"
