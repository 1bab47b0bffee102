"""The statement as the record says it: title block, attendance, a paragraph per item, next steps and thanks."""

from __future__ import annotations

from dataclasses import replace

from bali_desk.domain.record import Record
from bali_desk.drafting.closing import closing
from bali_desk.drafting.draft import Draft
from bali_desk.drafting.facts import attendance_fields
from bali_desk.drafting.house import set_in_house_style
from bali_desk.drafting.items import Items
from bali_desk.drafting.material import Material
from bali_desk.drafting.short_names import shortened
from bali_desk.drafting.wording import Style, style_for


def compose(record: Record, style: Style | None = None) -> list[Draft]:
    """All blocks of the statement, in order; what is restricted or not public is never told.

    Without a `style`, in that of the body with its own wording.
    """
    material = Material(record, style or style_for(record))
    items = Items(material)
    middle = items.drafts()
    told = [*_title_block(material), *_opening(material), *middle, *closing(material, items.done)]
    told = [replace(draft, sources=material.sources(draft.sources)) for draft in told if draft.text]
    house = material.style.house
    drafts = [replace(one, text=set_in_house_style(one.text, house, material.registered)) for one in told]
    return shortened(drafts, record, material.style)


def _title_block(material: Material) -> list[Draft]:
    title = "title_one_chair" if len(material.record.co_chairs) == 1 else "title"
    place_date = "place_date_virtual" if material.virtual else "place_date"
    return [
        Draft("title", material.filled(title), [], "title"),
        Draft("subtitle", material.filled("subtitle"), [], "subtitle"),
        Draft("subtitle", material.filled(place_date), [], "place_date"),
    ]


def _opening(material: Material) -> list[Draft]:
    opening = material.filled("opening_virtual" if material.virtual else "opening")
    frame = "attendance_one_chair" if len(material.record.co_chairs) == 1 else "attendance"
    attendance = material.filled(frame, attendance_fields(material.record))
    return [
        Draft("heading", material.filled("heading_opening"), [], "heading:opening"),
        Draft(material.paragraph, " ".join(text for text in (opening, attendance) if text), [], "opening"),
    ]
