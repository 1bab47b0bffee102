"""Which fields of a meeting file stand in which table: the one list that reading and writing share."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.domain import models
from bali_desk.domain.models import Stored

BODY = ("name", "short", "parent", "main_actor", "style", "acronyms", "names")
MEETING = (
    "ordinal", "kind", "title", "start", "end", "time_zone", "city", "country", "venue", "format", "marking", "counts",
    "next",
)  # fmt: skip
PLAN = ("title", "from", "to")
STATEMENT = ("stage",)
LISTS_OF_TEXT = ("names", "points", "papers", "presenters", "fulfils", "present_on", "sources")
DEFAULTS = {"restricted": False, "public": True}


@dataclass(frozen=True)
class Listing:
    """One list of the file: where it stands, its table, its fields, and how its entries are known again."""

    path: tuple[str, ...]
    record: str  # its name in a Record
    model: type[Stored]
    fields: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...] = ()  # (field of the file, column, list whose ids it names)

    @property
    def has_handles(self) -> bool:
        """Whether its entries carry an `id` in the file."""
        return issubclass(self.model, models.Listed) and self.model is not models.Block


LISTINGS = (
    Listing(("body", "members"), "members", models.Member, ("name", "official_name", "kind", "status")),
    Listing(("meeting", "co_chairs"), "co_chairs", models.CoChair, ("country", "institution", "person")),
    Listing(
        ("earlier_meetings",), "earlier_meetings", models.EarlierMeeting, ("ordinal", "start", "end", "place")
    ),
    Listing(("delegations",), "delegations", models.Delegation, ("name", "kind", "status")),
    Listing(
        ("participants",),
        "participants",
        models.Participant,
        (
            "honorific", "given", "family", "display", "native_name", "name_order", "position", "organisation",
            "role", "email", "phone", "attendance", "mode", "present_on", "note",
        ),
        (("delegation", "delegation_id", "delegations"), ("replaced_by", "replaced_by_id", "participants")),
    ),
    Listing(
        ("agenda",),
        "agenda",
        models.AgendaItem,
        (
            "no", "title", "kind", "day", "start", "end", "minutes", "presenters", "papers", "purpose", "annotation",
            "chair_notes", "restricted",
        ),
        (("parent", "parent_id", "agenda"),),
    ),
    Listing(
        ("papers",), "papers", models.Paper, ("symbol", "title", "submitted_by", "purpose", "status", "restricted")
    ),
    Listing(
        ("outcomes",),
        "outcomes",
        models.Outcome,
        ("number", "subject", "verb", "text", "points", "public", "papers", "fulfils", "recommended_to"),
        (("agenda_item", "agenda_item_id", "agenda"),),
    ),
    Listing(
        ("actions",), "actions", models.Action, ("text", "owner", "due", "status"),
        (("outcome", "outcome_id", "outcomes"),),
    ),
    Listing(("work_plan", "lines"), "work_plan_lines", models.WorkPlanLine, ("text", "status")),
    Listing(("events",), "events", models.Event, ("name", "start", "end", "place", "note")),
    Listing(("statement", "blocks"), "blocks", models.Block, ("kind", "text", "sources", "state")),
)  # fmt: skip


def column_of(field: str) -> str:
    """The attribute of a model for a field of the file: `from` is a word of Python."""
    return "from_" if field == "from" else field


def default_of(field: str) -> object:
    """What a field holds that the file leaves out."""
    if field in LISTS_OF_TEXT:
        return []
    return {} if field == "acronyms" else DEFAULTS.get(field)
