"""Damaged templates by the hundred: each is filled in or refused in one sentence, never with an exception of ours."""

from __future__ import annotations

import datetime as dt
import io
import random
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.example import full_record
from bali_desk.documents.layout import lay_out
from bali_desk.documents.shelf import DOCUMENTS, STATEMENT, document
from bali_desk.documents.template_check import check_template
from bali_desk.documents.templates.render import render
from bali_desk.documents.word import Properties, finished
from bali_desk.domain.errors import DeskError

EACH = 100  # templates of each kind of damage
MARKS = ("{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "|", "“", "'", ".", " ", "endfor", "if", "\ufffc", "(", "x")
TAGS = (
    "{{ meeting.place }}", "{% for d in days %}", "{{ d.title|upper }}", "{% endfor %}", "{% if several_days %}",
    "{% else %}", "{% endif %}", "{%tr for l in papers %}", "{{ l.symbol|default('none') }}", "{%tr endfor %}",
    "{{ days|length + 1 }}", "{{ meeting.co_chairs|pick('country')|listed }}", "{% set x = days[0] %}", "{{ x.title }}",
)  # fmt: skip


PROPERTIES = Properties("Title", "", "", "", dt.date(2026, 2, 3))


@pytest.fixture(scope="module")
def parts():
    """The parts of the shipped agenda with a table, a footnote-like control and a header more."""
    made = docx.Document(str(document("agenda").template))
    for tag in TAGS:
        made.add_paragraph(f"A {tag} B" if "for" not in tag else tag)
    cells = made.add_table(3, 2)
    for number, tag in enumerate(("{%tr for p in papers %}", "{{ p.title }}", "{%tr endfor %}")):
        cells.cell(number, 0).text = tag
    inside = "<w:sdtContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:sdtContent>"
    box = f"<w:sdt {nsdecls('w')}><w:sdtPr/>{inside}</w:sdt>"
    made.element.body.insert(0, parse_xml(box))
    saved = io.BytesIO()
    made.save(saved)
    with zipfile.ZipFile(saved) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture(scope="module")
def context():
    return document("agenda").context(full_record(), Options(), Edition())


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


def bytes_flipped(parts, chance):
    """The file as it comes over a bad line."""
    data = bytearray(packed(parts))
    for _ in range(chance.choice((1, 3, 40))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data[: chance.choice((len(data), len(data), chance.randrange(len(data))))])


def parts_mixed_up(parts, chance):
    """A part missing, empty, cut, or in the place of another."""
    changed = dict(parts)
    name, other = chance.choice(list(changed)), chance.choice(list(changed))
    how = chance.randrange(4)
    if how == 0:
        del changed[name]
    else:
        changed[name] = (b"", changed[name][: len(changed[name]) // 2], changed[other])[how - 1]
    return packed(changed)


def elements_mixed_up(parts, chance):
    """Elements taken out, doubled, moved, renamed, robbed of their attributes, in any part that is XML."""
    changed = dict(parts)
    for name in [*chance.sample([one for one in changed if one.endswith((".xml", ".rels"))], 2), "word/document.xml"]:
        root = etree.fromstring(changed[name])
        for _ in range(chance.choice((1, 4, 20))):
            elements = [one for one in root.iter() if one is not root and isinstance(one.tag, str)]
            if not elements:
                break
            one, other = chance.choice(elements), chance.choice(elements)
            how = chance.randrange(5)
            if how == 0:
                one.getparent().remove(one)
            elif how == 1:
                one.addnext(etree.fromstring(etree.tostring(one, with_tail=False)))
            elif how == 2 and other not in one.iterdescendants() and other is not one:
                other.append(one)
            elif how == 3:
                one.tag = other.tag
            else:
                one.attrib.update({key: chance.choice(("", "-1", "x", "99999999999")) for key in one.attrib})
        changed[name] = etree.tostring(root)
    return packed(changed)


def tags_mistyped(parts, chance):
    """Signs of the tag language put in, taken out and exchanged anywhere in the text."""
    root = etree.fromstring(parts["word/document.xml"])
    texts = [one for one in root.iter("{*}t") if one.text]
    for _ in range(chance.choice((1, 2, 6, 30))):
        one = chance.choice(texts)
        place = chance.randrange(len(one.text or "") + 1)
        taken = chance.choice((0, 0, 1, 3))
        one.text = (one.text or "")[:place] + chance.choice((*MARKS, *TAGS, "")) + (one.text or "")[place + taken :]
    try:
        return packed(parts | {"word/document.xml": etree.tostring(root)})
    except ValueError:
        return packed(parts)


@pytest.mark.parametrize("damage", [bytes_flipped, parts_mixed_up, elements_mixed_up, tags_mistyped])
def test_a_damaged_template_is_filled_in_or_refused_in_one_sentence(damage, parts, context, tmp_path):
    path, refused = tmp_path / "t.docx", []
    for seed in range(EACH):
        path.write_bytes(damage(parts, random.Random(seed)))
        try:
            data = finished(render(path, context), PROPERTIES)
        except DeskError as error:
            refused.append(str(error))
        except Exception as error:
            pytest.fail(f"{damage.__name__}, seed {seed}: {error!r}")
        else:
            if seed % 10 == 0:
                assert lay_out(data).pdf
    assert refused
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in refused)


@pytest.mark.parametrize("damage", [elements_mixed_up, tags_mistyped])
def test_the_check_reports_on_a_damaged_template_and_lays_out_what_can_be_filled_in(damage, parts, tmp_path):
    path = tmp_path / "t.docx"
    for seed in range(1000, 1012):
        path.write_bytes(damage(parts, random.Random(seed)))
        try:
            report = check_template("agenda", path)
        except DeskError:
            continue
        assert all(one.why and one.where for one in report.faults), seed


def test_a_template_taken_for_the_statement_by_mistake_says_what_is_missing():
    for name in DOCUMENTS.keys() - {STATEMENT}:
        report = check_template(STATEMENT, document(name).template)
        assert any("there is no field" in fault.why for fault in report.faults), name
