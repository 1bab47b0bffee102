"""What the agenda and the annotated agenda are told: nothing restricted, nothing private."""

from __future__ import annotations

from bali_desk.documents.contexts.agenda_lines import days_of, item_fields, lines_of
from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.templates.rich import Rich
from bali_desk.domain.models import Paper
from bali_desk.domain.papers import full_symbol
from bali_desk.domain.record import Record


def agenda(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """The public agenda, by day."""
    title = "Provisional agenda" if options.provisional else "Agenda"
    return {**heading(record, title, edition), **_programme(record)}


def annotated_agenda(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """The public agenda with what members should know of each item before they come."""
    title = "Annotated provisional agenda" if options.provisional else "Annotated agenda"
    programme = _programme(record)
    notes = [
        {**item_fields(line, record), "paragraphs": [Rich(one) for one in _paragraphs(line.item.annotation)]}
        for line in lines_of(record)
        if line.item.kind in (None, "", "item") or line.item.annotation
    ]
    return {
        **heading(record, title, edition),
        **programme,
        "glance": options.glance and bool(programme["days"]),
        "entries": notes,
    }


def _programme(record: Record) -> dict[str, object]:
    lines = lines_of(record)
    days = days_of(lines, lambda line: item_fields(line, record))
    return {
        "days": days,
        "several_days": len(days) > 1,
        "timed": any(line.starts for line in lines),
        "papers": [_paper(one) for one in record.papers if not one.restricted],
    }


def _paragraphs(text: str | None) -> list[str]:
    return [one.strip() for one in (text or "").splitlines() if one.strip()]


def _paper(paper: Paper) -> dict[str, object]:
    return {
        "symbol": full_symbol(paper.symbol, paper.revision),
        "title": paper.title or "",
        "submitted_by": paper.submitted_by or "",
    }
