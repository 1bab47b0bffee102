"""Lays the first state of the Word templates in resources/templates.

The templates are the artefact: once somebody has changed one in Word, change it there and no longer here.
    python tools/build_templates.py [folder]
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

from docx.shared import Cm
from template_cards import badges, name_plates
from template_lists import actions, annotated_agenda, decisions, papers, run_sheet
from template_paper import blank
from template_styles import TINT, own
from template_tables import heads, row, table, tag_row, when, write

from bali_desk.documents.word import canonical


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for name, lay in (
        ("statement", statement),
        ("agenda", agenda),
        ("attendance", attendance),
        ("participants", participants),
        ("annotated-agenda", annotated_agenda),
        ("run-sheet", run_sheet),
        ("papers", papers),
        ("decisions", decisions),
        ("actions", actions),
        ("name-plates", name_plates),
        ("badges", badges),
    ):
        document = blank()
        lay(document)
        loose = io.BytesIO()
        document.save(loose)
        (folder / f"{name}.docx").write_bytes(canonical(loose.getvalue(), zipfile.ZIP_DEFLATED))


def statement(document: Any) -> None:
    document.add_paragraph("{% for block in blocks %}", "Body Text")
    kinds = (
        ('kind == "title"', "Title"), ('kind == "subtitle"', "Subtitle"), ('kind == "heading"', "Heading 1"),
        ("under_number", "List Bullet 2"), ('kind == "bullet"', "List Bullet"), ('kind == "numbered"', "List Number"),
    )  # fmt: skip
    for place, (asked, style) in enumerate(kinds):
        document.add_paragraph(f"{{% {'elif' if place else 'if'} block.{asked} %}}", "Body Text")
        document.add_paragraph("{{ block.text }}", style)
    document.add_paragraph("{% else %}", "Body Text")
    document.add_paragraph("{{ block.text }}", "Body Text")
    document.add_paragraph("{% endif %}", "Body Text")
    document.add_paragraph("{% endfor %}", "Body Text")


def agenda(document: Any) -> None:
    document.sections[0].bottom_margin = Cm(2.0)  # a day of some twenty points stays on one page
    heads(document, "{{ document.title }}")
    document.add_paragraph("{% if meeting.venue %}", "Body Text")
    document.add_paragraph("Venue: {{ meeting.venue }}", "Body Text")
    document.add_paragraph("{% endif %}", "Body Text")
    document.add_paragraph("{% for day in days %}", "Body Text")
    document.add_paragraph("{% if several_days %}", "Body Text")
    document.add_paragraph("{{ day.title }}", "Heading 1")
    document.add_paragraph("{% endif %}", "Body Text")
    widths = [2.4, 1.2, 12.4]
    made = table(document, widths, ["{% if timed %}Time{% endif %}", "No", "Item"])
    tag_row(made, "{%tr for line in day.lines %}")
    tag_row(made, "{%tr if line.is_point %}")
    time, number, item = row(made, widths)
    write(time, "{{ line.time }}", "Table Text")
    number_style = "{{ line.number }}"
    write(number, "{% if line.depth == 0 %}", "Table Text")
    write(number, number_style, "Agenda Item")
    write(number, "{% else %}", "Table Text")
    write(number, number_style, "Agenda Sub-item")
    write(number, "{% endif %}", "Table Text")
    write(item, "{% if line.depth == 0 %}", "Table Text")
    write(item, "{{ line.title }}", "Agenda Item")
    write(item, "{% else %}", "Table Text")
    write(item, "{{ line.title }}", "Agenda Sub-item")
    write(item, "{% endif %}", "Table Text")
    when(item, "line.details", "{{ line.details }}", "Table Soft")
    tag_row(made, "{%tr else %}")
    time, _, item = row(made, widths, tint=TINT)
    write(time, "{{ line.time }}", "Agenda Break")
    write(item, "{{ line.title }}", "Agenda Break")
    tag_row(made, "{%tr endif %}")
    tag_row(made, "{%tr endfor %}")
    document.add_paragraph("{% endfor %}", "Body Text")
    document.add_paragraph("{% if not days %}", "Body Text")
    document.add_paragraph("The agenda has no items yet.", "Body Text")
    document.add_paragraph("{% endif %}", "Body Text")


def attendance(document: Any) -> None:
    """Every column there is, side by side: those an officer chooses are taken, in her order."""
    document.add_paragraph("{{ document.title }}{% if session %}, {{ session }}{% endif %}", "Title")
    document.add_paragraph("{{ meeting.title }}{% if meeting.place %}  ·  {{ meeting.place }}{% endif %}", "Subtitle")
    own(document, "Tick Box", size=14, after=0, line=1.0)
    columns = {
        "number": 0.9, "name": 5.8, "delegation": 4.9, "position": 4.2, "organisation": 4.2, "role": 2.8, "email": 5.0,
        "single": 4.4, "mark": 2.6, "tick": 2.0,
    }  # fmt: skip
    widths = list(columns.values())
    made = table(document, widths, [f"{{%tc {key} %}}{{{{ column.title }}}}" for key in columns])
    tag_row(made, "{%tr for row in rows %}")
    cells = dict(zip(columns, row(made, widths, height=1.0), strict=True))
    write(cells["number"], "{{ row.number }}", "Table Text")
    write(cells["name"], "{{ row.full_name }}", "Table Text").runs[0].bold = True
    when(cells["name"], "row.native_name", "{{ row.native_name }}", "Table Soft")
    when(cells["name"], "position_below and row.position", "{{ row.position }}", "Table Soft")
    for key in ("delegation", "position", "organisation", "role", "email"):
        write(cells[key], f"{{{{ row.{key} }}}}", "Table Text")
    for key in ("single", "mark", "tick"):
        when(cells[key], "column.box and not row.remark", "{{ column.box }}", "Tick Box")
        when(cells[key], "column.first and row.remark", "{{ row.remark }}", "Table Soft")
    tag_row(made, "{%tr endfor %}")
    tag_row(made, "{%tr for number in blank_rows %}")
    cells = dict(zip(columns, row(made, widths, height=1.0), strict=True))
    write(cells["number"], "{{ number }}", "Table Text")
    for key in ("single", "mark", "tick"):
        when(cells[key], "column.box", "{{ column.box }}", "Tick Box")
    tag_row(made, "{%tr endfor %}")
    document.add_paragraph("{% if not rows and not blank_rows %}", "Note")
    document.add_paragraph("No participants are registered yet.", "Note")
    document.add_paragraph("{% endif %}", "Note")


def participants(document: Any) -> None:
    heads(document, "{{ document.title }}")
    document.add_paragraph("{% if summary %}", "Body Text")
    document.add_paragraph("{{ summary }}", "Body Text")
    document.add_paragraph("{% else %}", "Body Text")
    document.add_paragraph("No participants are registered yet.", "Body Text")
    document.add_paragraph("{% endif %}", "Body Text")
    document.add_paragraph("{% for group in groups %}", "Body Text")
    document.add_paragraph("{{ group.title }}", "Heading 1")
    widths = [6.4, 9.6]
    made = table(document, widths, ["Name", "Position and organisation"])
    tag_row(made, "{%tr for delegation in group.delegations %}")
    head = row(made, widths, tint=TINT)
    head[0].merge(head[1])
    write(head[0], "{{ delegation.name }}", "Table Head")
    tag_row(made, "{%tr for person in delegation.people %}")
    name, work = row(made, widths)
    write(name, "{{ person.full_name }}", "Table Text")
    when(name, "person.native_name", "{{ person.native_name }}", "Table Soft")
    when(name, "person.leads", "{{ person.role }}", "Table Soft")
    when(work, "person.position", "{{ person.position }}", "Table Text")
    when(work, "person.organisation", "{{ person.organisation }}", "Table Text")
    when(work, "person.email", "{{ person.email }}", "Table Soft")
    tag_row(made, "{%tr endfor %}")
    tag_row(made, "{%tr endfor %}")
    document.add_paragraph("{% endfor %}", "Body Text")
    document.add_paragraph("{% if excused %}", "Body Text")
    document.add_paragraph("Excused", "Heading 1")
    document.add_paragraph(
        "{% for person in excused %}{{ person.full_name }}{% if person.delegation %}, {{ person.delegation }}"
        "{% endif %}{% if not loop.last %}; {% endif %}{% endfor %}",
        "Body Text",
    )
    document.add_paragraph("{% endif %}", "Body Text")


if __name__ == "__main__":
    main()
