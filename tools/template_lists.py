"""The templates of agendas with more than times, and of the lists of papers, decisions and actions."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.shared import Cm
from template_list_styles import list_styles
from template_paper import wide
from template_styles import TINT
from template_tables import heads, row, table, tag_row, when, write

WIDE = 25.7  # centimetres of text on a page laid across


def annotated_agenda(document: Any) -> None:
    list_styles(document)
    heads(document, "{{ document.title }}")
    _when(document, "meeting.venue", "Venue: {{ meeting.venue }}")
    _tag(document, "{% if glance %}")
    document.add_paragraph("The programme", "Heading 1")
    _tag(document, "{% for day in days %}", "{% if several_days %}")
    document.add_paragraph("{{ day.title }}", "Heading 2")
    _tag(document, "{% endif %}")
    widths = [2.4, 1.2, 12.4]
    made = table(document, widths, ["{% if timed %}Time{% endif %}", "No", "Item"])
    tag_row(made, "{%tr for line in day.lines if line.depth == 0 %}")
    tag_row(made, "{%tr if line.is_point %}")
    for cell, text in zip(row(made, widths), ("{{ line.time }}", "{{ line.number }}", "{{ line.title }}"), strict=True):
        write(cell, text, "Table Text")
    tag_row(made, "{%tr else %}")
    time, _, item = row(made, widths, tint=TINT)
    write(time, "{{ line.time }}", "Agenda Break")
    write(item, "{{ line.title }}", "Agenda Break")
    tag_row(made, "{%tr endif %}")
    tag_row(made, "{%tr endfor %}")
    _tag(document, "{% endfor %}", "{% if entries %}")
    document.add_paragraph("Annotations", "Heading 1")
    _tag(document, "{% endif %}", "{% endif %}", "{% for entry in entries %}")
    for asked, style in (("{% if entry.depth == 0 %}", "Annotated Item"), ("{% else %}", "Annotated Sub-item")):
        _tag(document, asked)
        document.add_paragraph("{{ entry.number }}\t{{ entry.title }}", style)
    _tag(document, "{% endif %}", "{% if entry.details and entry.paragraphs %}")
    document.add_paragraph("{{ entry.details }}", "Annotation Facts").paragraph_format.keep_with_next = True
    _tag(document, "{% elif entry.details %}")
    document.add_paragraph("{{ entry.details }}", "Annotation Facts")
    _tag(document, "{% endif %}", "{% for paragraph in entry.paragraphs %}")
    document.add_paragraph("{{ paragraph }}", "Annotation")
    _tag(document, "{% endfor %}", "{% endfor %}", "{% if not entries %}")
    document.add_paragraph("The agenda has no items yet.", "Body Text")
    _tag(document, "{% endif %}", "{% if papers %}")
    document.add_paragraph("Papers", "Heading 1")
    widths = [3.1, 9.1, 3.8]
    made = table(document, widths, ["Symbol", "Title", "Submitted by"])
    tag_row(made, "{%tr for paper in papers %}")
    fields = ("{{ paper.symbol }}", "{{ paper.title }}", "{{ paper.submitted_by }}")
    for cell, text in zip(row(made, widths), fields, strict=True):
        write(cell, text, "Table Text")
    tag_row(made, "{%tr endfor %}")
    _tag(document, "{% endif %}")


def run_sheet(document: Any) -> None:
    list_styles(document)
    across(document)
    _private(document)
    heads(document, "{{ document.title }}")
    _tag(document, "{% for day in days %}", "{% if several_days %}")
    document.add_paragraph("{{ day.title }}", "Heading 1")
    _tag(document, "{% endif %}")
    widths = [2.1, 1.0, 1.1, 5.6, 2.0, 4.6, 6.2, 3.1]
    names = ("Time", "Min", "No", "Item", "In the chair", "Presenters", "Chair’s notes", "Papers")
    made = table(document, widths, list(names))
    tag_row(made, "{%tr for line in day.lines %}")
    tag_row(made, "{%tr if line.is_point %}")
    time, minutes, number, item, lead, presenters, notes, papers = row(made, widths)
    write(time, "{{ line.clock }}", "Table Text").runs[0].bold = True
    write(minutes, "{{ line.own_minutes }}", "Table Soft")
    for asked, style in (("{% if line.depth == 0 %}", "Agenda Item"), ("{% else %}", "Agenda Sub-item")):
        for cell, text in ((number, "{{ line.number }}"), (item, "{{ line.title }}")):
            write(cell, asked, "Table Text")
            write(cell, text, style)
    for cell in (number, item):
        write(cell, "{% endif %}", "Table Text")
    when(item, "line.restricted", "Restricted", "Restricted")
    when(item, "line.purpose", "{{ line.purpose }}", "Table Soft")
    write(lead, "{{ line.lead }}", "Table Text")
    _each(presenters, "name in line.presenters", "{{ name }}", "Table Text")
    _notes(notes)
    _each(papers, "symbol in line.papers", "{{ symbol }}", "Table Soft")
    tag_row(made, "{%tr else %}")
    cells = row(made, widths, tint=TINT)
    write(cells[0], "{{ line.clock or line.time }}", "Agenda Break")
    write(cells[1], "{{ line.own_minutes }}", "Table Soft")
    write(cells[3], "{{ line.title }}", "Agenda Break")
    when(cells[3], "line.restricted", "Restricted", "Restricted")
    _each(cells[5], "name in line.presenters", "{{ name }}", "Agenda Break")
    _notes(cells[6])
    tag_row(made, "{%tr endif %}")
    tag_row(made, "{%tr endfor %}")
    _tag(document, "{% endfor %}")
    _when(document, "not days", "The agenda has no items yet.")


def _private(document: Any) -> None:
    """Say so in the middle above every page; the stamp at the margin would say it twice."""
    section = document.sections[0]
    for edge in (section.first_page_header, section.header):
        for line in edge.paragraphs:
            for run in line.runs:
                if "document.stamp" in run.text:
                    run.text = "{% if document.marking %}" if run.text.startswith("{% if document.marking or") else ""
        edge.paragraphs[0].insert_paragraph_before("PRIVATE – for the Co-Chairs only", "Private")


def _notes(cell: Any) -> None:
    """The chair's notes, and who is to speak."""
    when(cell, "line.notes", "{{ line.notes }}", "Table Text")
    write(cell, "{% for one in line.interventions %}", "Table Text")
    spoken = write(cell, "▸ ", "Intervention")
    spoken.add_run("{{ one.who }}").bold = True
    spoken.add_run("{% if one.text %}: {{ one.text }}{% endif %}")
    write(cell, "{% endfor %}", "Table Text")


def _each(cell: Any, loop: str, text: str, style: str) -> None:
    write(cell, f"{{% for {loop} %}}", style)
    write(cell, text, style)
    write(cell, "{% endfor %}", style)


def papers(document: Any) -> None:
    list_styles(document)
    across(document)
    heads(document, "{{ document.title }}")
    _either(document, "summary", "{{ summary }}", "No papers are listed yet.")
    _tag(document, "{% if papers %}")
    widths = [3.4, 2.0, 8.2, 4.0, 1.6, 2.8, 2.1, 1.6]
    names = ("Symbol", "Revision", "Title", "Submitted by", "Item", "Purpose", "Status", "Access")
    made = table(document, widths, list(names))
    tag_row(made, "{%tr for paper in papers %}")
    cells = row(made, widths)
    fields = ("symbol", "revision", "title", "submitted_by", "item", "purpose", "status")
    for cell, field in zip(cells, fields, strict=False):
        write(cell, f"{{{{ paper.{field} }}}}", "Table Text")
    cells[0].paragraphs[0].runs[0].bold = True
    when(cells[7], "paper.restricted", "Restricted", "Restricted")
    tag_row(made, "{%tr endfor %}")
    _tag(document, "{% endif %}")


def decisions(document: Any) -> None:
    list_styles(document)
    heads(document, "{{ document.title }}")
    _either(document, "summary", "{{ summary }}", "No decisions are recorded yet.")
    _tag(document, "{% if decisions %}")
    widths = [2.2, 9.4, 4.4]
    made = table(document, widths, ["No", "Decision", "Recommended to, fulfils"])
    tag_row(made, "{%tr for decision in decisions %}")
    number, text, onward = row(made, widths)
    write(number, "{{ decision.number }}", "Agenda Item")
    when(text, "decision.under", "{{ decision.under }}", "Table Soft")
    write(text, "{{ decision.text }}", "Decision")
    _each(text, "point in decision.points", "{{ point }}", "Table Bullet")
    facts = "{{ decision.status|capitalize }}{% if decision.status and decision.papers %} · {% endif %}"
    facts += "{{ decision.papers|join(' · ') }}"
    when(text, "decision.status or decision.papers", facts, "Decision Facts")
    when(onward, "decision.recommended_to", "Recommended to", "Table Soft")
    when(onward, "decision.recommended_to", "{{ decision.recommended_to }}", "Onward")
    when(onward, "decision.fulfils", "Fulfils, of the work plan", "Table Soft")
    _each(onward, "line in decision.fulfils", "{{ line }}", "Onward")
    tag_row(made, "{%tr endfor %}")
    _tag(document, "{% endif %}")


def actions(document: Any) -> None:
    list_styles(document)
    heads(document, "{{ document.title }}")
    _either(document, "summary", "{{ summary }}", "No actions are recorded yet.")
    _tag(document, "{% if actions %}")
    widths = [0.9, 6.0, 3.0, 2.8, 3.3]
    made = table(document, widths, ["No", "Action", "Owner", "Due", "Follows from"])
    tag_row(made, "{%tr for action in actions %}")
    number, text, owner, due, follows = row(made, widths)
    write(number, "{{ action.number }}", "Table Text")
    write(text, "{{ action.text }}", "Table Text")
    write(owner, "{{ action.owner }}", "Table Text").runs[0].bold = True
    when(due, "action.due", "{{ action.due }}", "Table Text")
    when(due, "action.overdue", "Overdue", "Restricted")
    when(due, "not action.is_open", "{{ action.status|capitalize }}", "Table Soft")
    when(due, "action.is_open and not action.overdue", "Open", "Table Soft")
    when(follows, "action.follows", "{{ action.follows }}", "Table Text")
    when(follows, "action.decision and action.under", "{{ action.under }}", "Table Soft")
    when(follows, "not action.decision and action.item_title", "{{ action.item_title }}", "Table Soft")
    tag_row(made, "{%tr endfor %}")
    _tag(document, "{% endif %}")


def across(document: Any) -> None:
    """Lay the page across, with narrower margins; what stands at the right margin moves along."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2.0)
    wide(document, Cm(WIDE))


def _tag(document: Any, *tags: str) -> None:
    for tag in tags:
        document.add_paragraph(tag, "Body Text")


def _when(document: Any, condition: str, text: str) -> None:
    _tag(document, f"{{% if {condition} %}}")
    document.add_paragraph(text, "Body Text")
    _tag(document, "{% endif %}")


def _either(document: Any, condition: str, text: str, otherwise: str) -> None:
    _tag(document, f"{{% if {condition} %}}")
    document.add_paragraph(text, "Body Text")
    _tag(document, "{% else %}")
    document.add_paragraph(otherwise, "Body Text")
    _tag(document, "{% endif %}")
