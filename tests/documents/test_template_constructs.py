"""The tag language as officers know it from docxtpl: the same constructs give the same text here.

The expected texts were compared once with what docxtpl 0.20 makes of the same templates.
"""

from __future__ import annotations

import io

import docx
import pytest

from bali_desk.documents.templates.render import render

PEOPLE = [
    {"name": "Ana", "home": "Fiji", "tags": ["a", "b"], "head": True},
    {"name": "Bo", "home": "Laos", "tags": [], "head": False},
    {"name": "Cy", "home": "Fiji", "tags": ["c"], "head": False},
]
CONTEXT = {
    "people": PEOPLE, "x": "one", "n": 3, "empty": "", "yes": True, "no": False, "none": None,
    "pairs": [["k1", "v1"], ["k2", "v2"]], "d": {"a": "A", "b": {"c": "C"}}, "nl": "l1\nl2", "nums": [1, 2, 3, 4],
}  # fmt: skip


@pytest.fixture
def filled(tmp_path):
    """Fills in a document with the context, saved and opened again."""

    def fill(document, context=CONTEXT):
        document.save(tmp_path / "t.docx")
        saved = io.BytesIO()
        render(tmp_path / "t.docx", context).save(saved)
        return docx.Document(saved)

    return fill


@pytest.mark.parametrize(
    ("paragraphs", "made"),
    [
        ("{{ x }} and {{x}} and {{ d.a }} {{ d['b']['c'] }} {{ d.b.c }}", "one and one and A C C"),
        ("{{ x|upper }} {{ x|title }} {{ people|length }} {{ nums|join('-') }}", "ONE One 3 1-2-3-4"),
        ("{{ empty|default('none', true) }} {{ x|replace('o', '0') }} {{ x|e }}{{ x|safe }}", "none 0ne oneone"),
        ("{% if yes %}A{% endif %}{% if no %}B{% else %}C{% endif %}", "AC"),
        ("{% if n == 1 %}1{% elif n == 3 %}3{% else %}?{% endif %}", "3"),
        ("a ¶ {%p if yes %} ¶ b ¶ {%p else %} ¶ c ¶ {%p endif %} ¶ {%p if no %} ¶ d ¶ {%p endif %}", "a ¶ b"),
        ("{%p for p in people %} ¶ {{ loop.index }} {{ p.name }} ¶ {%p endfor %} ¶ end", "1 Ana ¶ 2 Bo ¶ 3 Cy ¶ end"),
        (
            (
                "{%p for p in people %} ¶ {{ p.name }}: ¶ {%p for t in p.tags %} ¶ - {{ t }} ¶ "
                "{%p endfor %} ¶ {%p endfor %}"
            ),
            "Ana: ¶ - a ¶ - b ¶ Bo: ¶ Cy: ¶ - c",
        ),
        ("{% for p in people %}{{ p.name }}{% if not loop.last %}, {% endif %}{% endfor %}.", "Ana, Bo, Cy."),
        (
            (
                "{%p for p in people %} ¶ {%p if p.head %} ¶ H {{ p.name }} ¶ {%p else %} ¶ "
                "M {{ p.name }} ¶ {%p endif %} ¶ {%p endfor %}"
            ),
            "H Ana ¶ M Bo ¶ M Cy",
        ),
        ("{%p for p in people if p.home == 'Fiji' %} ¶ {{ p.name }} ¶ {%p endfor %}", "Ana ¶ Cy"),
        ("{% for p in people if p.home == 'Mars' %}{{ p.name }}{% else %}nobody{% endfor %}", "nobody"),
        ("{% for k, v in pairs %}{{ k }}={{ v }};{% endfor %}", "k1=v1;k2=v2;"),
        ("{% set y = d.b %}{{ y.c }} {% set z = n + 1 %}{{ z }}{% with q = d.a %}{{ q }}{% endwith %}", "C 4A"),
        ("{{ n * 2 }} {{ n - 1 }} {{ n % 2 }} {{ n / 2 }} {{ n // 2 }} {{ x ~ '-' ~ n }}", "6 2 1 1.5 1 one-3"),
        ("{{ 'a' if n is odd else 'b' }}{% if nope is defined %}x{% endif %}{% if 'a' in ['a'] %}y{% endif %}", "ay"),
        ("A{# unseen #}B", "AB"),
        ("{_{ x }_} {_% if %_} ¶ a {_{ and {{ x }}", "{{ x }} {% if %} ¶ a {{ and one"),
        ("{%- if yes -%} A {%- endif -%} B ¶ C {{- x -}} D", "AB ¶ ConeD"),
        ("A {%r if yes %}B{%r endif %} C", "A B C"),
        ("{{ nl }}", "l1\nl2"),
        ("{{ nums[1] }} {{ nums[-1] }} {{ nums[1:3]|join(',') }} {{ x[0] }}", "2 4 2,3 o"),
        ("{{ nums|reverse|join(',') }} {{ ['b', 'a', 'b']|unique|sort|join(',') }}", "4,3,2,1 a,b"),
        (
            "{% for p in people %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.cycle('o', 'e') }} {% endfor %}",
            "03o 12e 21o ",
        ),
    ],
)
def test_paragraphs(filled, paragraphs, made):
    document = docx.Document()
    for paragraph in paragraphs.split(" ¶ "):
        document.add_paragraph(paragraph)
    assert [one.text for one in filled(document).paragraphs] == made.split(" ¶ ")


@pytest.mark.parametrize(
    ("rows", "made"),
    [
        (
            (
                "Name ¦ Home ¶ {%tr for p in people %} ¦  ¶ {{ p.name }} ¦ {{ p.home }} ¶ "
                "{%tr endfor %} ¦  ¶ All ¦ {{ people|length }}"
            ),
            "Name ¦ Home ¶ Ana ¦ Fiji ¶ Bo ¦ Laos ¶ Cy ¦ Fiji ¶ All ¦ 3",
        ),
        ("{%tr if no %} ¶ hidden ¶ {%tr else %} ¶ shown ¶ {%tr endif %}", "shown"),
        (
            (
                "{%tr for p in people %} ¶ {%tr if p.head %} ¶ HEAD {{ p.name }} ¶ {%tr else %} ¶ "
                "{{ p.name }} ¶ {%tr endif %} ¶ {%tr endfor %}"
            ),
            "HEAD Ana ¶ Bo ¶ Cy",
        ),
        (
            (
                "{%tr for p in people %} ¦  ¶ {{ p.name }} ¦  ¶ {%tr for t in p.tags %} ¦  ¶ "
                " ¦ {{ t }} {{ loop.index }} ¶ {%tr endfor %} ¦  ¶ {%tr endfor %} ¦ "
            ),
            "Ana ¦  ¶  ¦ a 1 ¶  ¦ b 2 ¶ Bo ¦  ¶ Cy ¦  ¶  ¦ c 1",
        ),
        ("{% for p in people %}{{ p.name }} {% endfor %} ¦ {% if yes %}in{% endif %}", "Ana Bo Cy  ¦ in"),
    ],
)
def test_rows(filled, rows, made):
    document, lines = docx.Document(), [row.split(" ¦ ") for row in rows.split(" ¶ ")]
    table = document.add_table(len(lines), len(lines[0]))
    for row, cells in enumerate(lines):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    found = [" ¦ ".join(cell.text for cell in row.cells) for row in filled(document).tables[0].rows]
    assert " ¶ ".join(found) == made


def test_a_yes_or_no_prints_as_a_word_here_where_docxtpl_prints_python(filled):
    document = docx.Document()
    document.add_paragraph("{{ yes }} {{ no }} {{ n > 2 }}")
    assert filled(document).paragraphs[0].text == "yes no yes"
