"""What the Checks panel shows: findings by severity, each with its place in the text and what can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bali_desk.domain.models import Block
from bali_desk.drafting.checks import Finding, explain
from bali_desk.presenters.checks.checking import Checked

SEVERITIES = ("error", "warning", "info")
SECTIONS = {"error": "Errors", "warning": "Warnings", "info": "Notes"}


@dataclass(frozen=True)
class FindingRow:
    """A finding, and the stretch of a block it is about, counted in its words."""

    key: str
    section: str
    severity: str
    title: str  # of its check
    quote: str
    why: str
    other: str
    fix: str | None
    block_id: int | None
    start: int
    end: int
    alike: int  # findings of the same check that can be mended by themselves, this one included


@dataclass(frozen=True)
class Mark:
    """A stretch of a block that is marked in the text."""

    start: int
    end: int
    severity: str
    why: str


@dataclass(frozen=True)
class KeptRow:
    """A finding the officer let stand."""

    kept_id: int
    title: str
    quote: str
    reason: str


def finding_rows(checked: Checked, blocks: Mapping[str, Block]) -> list[tuple[FindingRow, Finding]]:
    """The findings that count, errors first, in each severity in the order of the text."""
    alike = Counter(one.check for one in checked.findings if one.fix is not None)
    seen: Counter[str] = Counter()
    rows = []
    for one in sorted(checked.findings, key=lambda one: (SEVERITIES.index(one.severity), one.start)):
        name = f"{one.check}:{one.block}:{one.quote}"
        seen[name] += 1
        rows.append((_row(one, f"{name}:{seen[name]}", checked, blocks, alike[one.check]), one))
    return rows


def kept_rows(checked: Checked) -> list[KeptRow]:
    """What was let stand, in the order of the text."""
    return [KeptRow(row.id or 0, explain(one.check).title, one.quote, row.reason or "") for one, row in checked.kept]


def marks(rows: Sequence[FindingRow]) -> dict[int, list[Mark]]:
    """What is marked in each block; notes are listed, not marked, and a doubtful word has its wave already."""
    found: dict[int, list[Mark]] = {}
    for row in rows:
        if (
            row.block_id is not None
            and row.severity != "info"
            and not row.key.startswith("spelling:")
            and row.end > row.start
        ):
            found.setdefault(row.block_id, []).append(Mark(row.start, row.end, row.severity, row.why))
    return found


def _row(one: Finding, key: str, checked: Checked, blocks: Mapping[str, Block], alike: int) -> FindingRow:
    paragraph = checked.text.paragraph_at(one.start)
    block = blocks.get(paragraph.block) if paragraph else None
    begins = paragraph.start if paragraph else 0
    end = min(one.end - begins, len(paragraph.text)) if paragraph else 0
    return FindingRow(
        key,
        SECTIONS[one.severity],
        one.severity,
        explain(one.check).title,
        one.quote,
        one.why,
        f"{one.other[:1].upper()}{one.other[1:]}",
        one.fix,
        block.id if block else None,
        one.start - begins,
        end,
        alike,
    )
