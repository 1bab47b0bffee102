"""What the list of papers is told: every document before the meeting, with its classification."""

from __future__ import annotations

from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.domain.agenda import outline
from bali_desk.domain.disclosure import restricted_items
from bali_desk.domain.models import Paper
from bali_desk.domain.record import Record


def papers(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """The papers in the office's order; restricted ones are left out where the list goes to everybody."""
    told = [one for one in record.papers if options.restricted or not one.restricted]
    items = _items(record, options.restricted)
    rows = [_row(one, items.get(one.handle, [])) for one in told]
    return {
        **heading(record, "List of papers", edition),
        "papers": rows,
        "count": len(rows),
        "restricted": any(row["restricted"] for row in rows),
        "summary": "" if not rows else f"{len(rows)} paper{'s' if len(rows) != 1 else ''}",
    }


def _row(paper: Paper, items: list[str]) -> dict[str, object]:
    symbol, revision = paper.symbol or "", paper.revision or ""
    if revision and symbol.endswith(revision):  # some offices write it into the symbol
        symbol = symbol.removesuffix(revision).rstrip("/ ")
    stem, _, last = symbol.rpartition("/")
    if not revision and stem and last.partition(".")[0] in ("Rev", "Add", "Corr"):
        symbol, revision = stem, last
    return {
        "symbol": symbol,
        "revision": revision,
        "title": paper.title or "",
        "submitted_by": paper.submitted_by or "",
        "items": items,
        "item": ", ".join(items),
        "purpose": f"For {paper.purpose}" if paper.purpose else "",
        "status": (paper.status or "")[:1].upper() + (paper.status or "")[1:],
        "restricted": paper.restricted,
    }


def _items(record: Record, restricted: bool) -> dict[str, list[str]]:
    """The numbers of the agenda items each paper is before, by its handle."""
    closed = set() if restricted else restricted_items(record)
    found: dict[str, list[str]] = {}
    for line in outline(record.agenda, record.meeting, record.sessions):
        for handle in line.item.papers:
            if line.number and line.item.id not in closed:
                found.setdefault(handle, []).append(line.number)
    return found
