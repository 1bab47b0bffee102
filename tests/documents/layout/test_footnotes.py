"""Footnotes at the foot of their page, endnotes after the text."""

from __future__ import annotations

import io

import pikepdf
import pytest
from word_corpus.parts import WordFile, note, p, prose, r, reference, tbl, tc, tr


def noted(paragraphs: int, at: tuple[int, ...], long: int = 1, text: int = 4) -> bytes:
    """Paragraphs of which some carry a footnote."""
    body = "".join(
        p(r(f"P{n} {prose(text, n)}") + (reference("footnote", at.index(n) + 1) if n in at else ""))
        for n in range(paragraphs)
    )
    notes = "".join(note("footnote", n, f"Note{n} {prose(long, n)} End{n}") for n in range(1, len(at) + 1))
    return WordFile(body, notes=notes).data()


def test_a_footnote_stands_below_the_text_of_the_page_with_its_number(print_out):
    printed = print_out(noted(70, (2, 50), text=1))
    home = {n: next(i for i, page in enumerate(printed.pages) if f"P{n} " in page) for n in (2, 50)}
    assert home[50] > home[2]
    for number, n in ((1, 2), (2, 50)):
        page = " ".join(printed.pages[home[n]].split())
        assert page.endswith(f"End{number}")
        assert f"{number} Note{number} " in page
        assert printed.top_of(f"Note{number}", home[n]) > 650


def test_a_footnote_leaves_less_room_for_the_text(print_out):
    assert print_out(noted(20, (0, 1, 2, 3), long=9)).laid.pages > print_out(noted(20, ())).laid.pages


def test_a_long_footnote_goes_on_at_the_foot_of_the_next_page(print_out):
    printed = print_out(noted(12, (9,), long=30))
    assert printed.laid.pages >= 2
    first = next(i for i, page in enumerate(printed.pages) if "Note1 " in page)
    last = next(i for i, page in enumerate(printed.pages) if "End1" in page)
    assert "P9 " in printed.pages[first]
    assert last == first + 1
    assert printed.text.count("Note1") == printed.text.count("End1") == 1


def test_a_footnote_longer_than_pages_ends(print_out):
    printed = print_out(noted(3, (0,), long=300))
    assert printed.laid.pages > 3
    assert printed.words.count("End1") == 1


@pytest.mark.parametrize("count", [1, 7, 30])
def test_no_footnote_is_lost_or_printed_twice(print_out, count):
    printed = print_out(noted(count * 2, tuple(range(0, count * 2, 2)), long=2))
    assert [printed.words.count(f"Note{n}") for n in range(1, count + 1)] == [1] * count


def test_a_footnote_of_a_table_stands_at_the_foot_of_the_page(print_out):
    rows = [tr([tc(p(r(f"R{n}:") + (reference("footnote", 1) if n == 3 else "")))]) for n in range(90)]
    printed = print_out(WordFile(tbl(rows, [5000]), notes=note("footnote", 1, "Below")).data())
    home = next(i for i, page in enumerate(printed.pages) if "R3:" in page)
    assert printed.pages[home].rstrip().endswith("Below")
    assert printed.words.count("Below") == 1


def test_endnotes_stand_after_the_text_in_small_roman_numbers(print_out):
    body = "".join(p(r(f"P{n}") + reference("endnote", n)) for n in (1, 2)) + p("Last words.")
    notes = "".join(note("endnote", n, f"Source {n}") for n in (1, 2))
    words = print_out(WordFile(body, endnotes=notes).data()).words
    assert words == ["P1i", "P2ii", "Last", "words.", "i", "Source", "1", "ii", "Source", "2"]


def test_a_note_with_a_mark_of_its_own_is_not_counted(print_out):
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    body = p(r("One") + own) + p(r("Two") + reference("footnote", 2))
    starred = f'<w:footnote w:id="1">{p(r("* Starred"))}</w:footnote>'
    words = print_out(WordFile(body, notes=starred + note("footnote", 2, "Counted")).data()).words
    assert [word.replace("\u200b", "") for word in words] == ["One*", "Two1", "*", "Starred", "1", "Counted"]


def test_a_footnote_that_is_missing_from_the_file_leaves_its_number(print_out):
    assert (
        print_out(WordFile(p(r("Text") + reference("footnote", 9)), notes=note("footnote", 1, "x")).data()).text
        == "Text1"
    )


def test_a_footnote_is_a_note_in_the_structure_of_the_pdf(print_out):
    printed = print_out(noted(2, (0,)))
    kinds = []

    def walk(node):
        if isinstance(node, pikepdf.Dictionary) and "/S" in node:
            kinds.append(str(node.S))
            for child in node.get("/K", []):
                walk(child)

    with pikepdf.open(io.BytesIO(printed.laid.pdf)) as pdf:
        for child in pdf.Root.StructTreeRoot.K:
            walk(child)
    assert kinds == ["/Document", "/P", "/Note", "/P", "/P"]
