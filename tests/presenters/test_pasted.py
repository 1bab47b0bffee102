"""What a clipboard's formatted text becomes in the statement."""

import pytest

from bali_desk.presenters.statement.pasted import Pasted, as_html, pasted
from bali_desk.presenters.statement.rich_text import Run, text_of

WORD = (
    "<html><head><style>p {color: red}</style></head><body><!--StartFragment-->"
    "<p class=MsoNormal><b><span lang=EN-GB>Members</span></b> <i>agreed</i>:</p>"
    "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>to share\n   information</p>"
    "</body></html>"
)


def read(html, text=""):
    return [(one.kind, text_of(one.runs)) for one in pasted(html, text)]


def test_bold_italics_and_the_bullets_of_a_word_processor_come_along():
    assert read(WORD) == [("", "**Members** *agreed*:"), ("bullet", "to share information")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2><b>Updates</b></h2><p>One<br>two</p>", [("heading", "Updates"), ("", "One\ntwo")]),
        ("<ul><li><p>One</p></li><li>Two</li></ul>", [("bullet", "One"), ("bullet", "Two")]),
        ("<ol><li>One</li></ol>After", [("numbered", "One"), ("", "After")]),
        ("<b style='font-weight:normal'><p>Not <em>bold</em></p></b>", [("", "Not *bold*")]),
        (
            "<a href='http://x'>Link</a><img src=x><script>no()</script> and <font color=red>red</font>",
            [("", "Link and red")],
        ),
        ("<b>open <p>and never closed", [("", "**open**"), ("", "**and never closed**")]),
        ("a &lt;b&gt; &amp; c", [("", "a <b> & c")]),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", [("", "1\t2"), ("", "3")]),
        ("<p> </p><br>", []),
    ],
)
def test_only_words_and_their_simple_form_are_read(html, expected):
    assert read(html) == expected


def test_without_any_form_the_plain_text_is_what_is_pasted():
    assert read("<p>One line</p>", "One line\n\nAnother") == [("", "One line"), ("", "Another")]


def test_what_the_program_copies_it_reads_again():
    given = [
        ("heading", (Run("A <b> & c"),)),
        ("bullet", (Run("One "), Run("two", True, True))),
        ("bullet", (Run("Three\nfour"),)),
        ("numbered", (Run("Five"),)),
    ]
    assert pasted(as_html(given), "x") == [Pasted(runs, kind) for kind, runs in given]
