"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bali_desk.drafting.checks.draft_text import Paragraph

Severity = Literal["error", "warning", "info"]
ERROR: Severity = "error"
WARNING: Severity = "warning"
INFO: Severity = "info"


@dataclass(frozen=True)
class Finding:
    """A stretch of a draft that an officer should look at."""

    check: str
    severity: Severity
    quote: str  # the very words
    start: int  # in the whole plain text
    end: int
    block: str  # handle of the block; of a document, the number of its paragraph
    why: str  # in one line
    other: str = ""  # what it disagrees with, in the text or in the record
    fix: str | None = None  # what to put in its place, where that is certain


@dataclass(frozen=True)
class Hit:
    """What a check hands over: a stretch of one paragraph; the catalogue makes a finding of it."""

    paragraph: Paragraph
    start: int  # in the text of the paragraph
    end: int
    why: str
    other: str = ""
    fix: str | None = None
    severity: Severity | None = None  # where it differs from that of its check
