"""The rules of a body's house style on a real desk: chosen by example, kept in one step, composed and checked by."""

import tomllib

import pytest
from sqlmodel import col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Wording
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.compose import compose
from bali_desk.drafting.wording import House
from bali_desk.presenters.checks.checking import checked, what_a_check_reads
from bali_desk.presenters.checks.command import Given, check_desk
from bali_desk.presenters.statement.composing import compose_statement, waiting
from bali_desk.presenters.wording.house import ALL_BACK, HousePresenter
from bali_desk.presenters.wording.house_catalogue import LISTED, rules
from bali_desk.presenters.wording.house_example import NOTHING_FOUND
from bali_desk.presenters.wording.house_rules import house_now
from bali_desk.store.records import read_record


class View:
    def show_house(self, house, own):
        self.house, self.own = house, own

    def show_rules(self, rows, chosen):
        self.rows, self.chosen = {row.key: row for row in rows}, chosen

    def show_rule(self, rule):
        self.rule = rule

    def show_terms(self, rows):
        self.terms = {row.word: row for row in rows}

    def show_example(self, about, runs):
        self.about = about
        self.example = "".join(f"*{run.text}*" if run.bold else run.text for run in runs)


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(desk, view, officer, jobs):
    presenter = HousePresenter(desk, view, officer, 1, jobs)
    yield presenter
    presenter.leave()
    assert officer.failures == []


def record(desk):
    with desk.reading() as session:
        return read_record(session, 1)


def composed(desk):
    return " ".join(one.text for one in compose(record(desk)))


def held(desk):
    return tomllib.loads(record(desk).wording)


def say(presenter, view, rule, words):
    """Choose a rule, and what it is to say by the words of its example."""
    presenter.choose(rule)
    place = next(row.place for row in view.rule.choices if row.words == words)
    presenter.set(place)


def findings(desk, *checks):
    with desk.reading() as session:
        found = checked(what_a_check_reads(session, 1, None)).findings
    return {(one.check, one.fix) for one in found if one.check in checks}


def test_every_rule_of_the_house_style_is_shown_once_with_what_it_says(presenter, view):
    of_composing = {key for key in view.rows if not key.startswith("spelling:")} - {
        "points",
        "quotes",
        "figures",
        "terms",
    }
    assert of_composing | set(LISTED) == set(House.__dataclass_fields__)
    assert "spelling:program" in view.rows
    assert "spelling:-ise" in view.rows
    assert all(row.title and row.detail for row in view.rows.values())
    assert (view.house, view.own, view.chosen) == ("Australian Government", 0, "words_up_to")


def test_every_rule_may_be_taken_in_hand_and_says_what_it_does_or_that_it_does_nothing(presenter, view):
    for key in view.rows:
        presenter.choose(key)
        assert view.rule.key == view.chosen == key
        assert view.about
        chosen = [row for row in view.rule.choices if row.chosen]
        assert [row.words for row in chosen] == ([] if key == "terms" else [view.rows[key].detail])
        assert all(row.shipped for row in chosen)
        assert len({row.words for row in view.rule.choices}) == len(view.rule.choices)


def test_whatever_a_rule_offers_is_said_when_it_is_chosen_and_leaves_no_trace_when_it_goes_back(desk):
    data, shown = Data(), record(desk)
    for rule in rules(data, 12).values():
        for value in rule.offered:
            shown.wording = rule.written("", value)
            now = house_now(shown, data)
            assert rule.read(now.style) == value
            assert rule.own(shown.wording)
            assert rule.written(shown.wording, None) == ""


def test_a_rule_that_is_changed_changes_its_sentence_the_statement_and_comes_back_by_undo(desk, presenter, view):
    compose_statement(desk, 1)
    say(presenter, view, "words_up_to", "none: 1, 2, 3")
    assert "completes *1* action" in view.example
    assert "completes 1 action" in composed(desk)
    assert waiting(record(desk)) == 2  # the statement takes them when it is composed
    assert (view.own, view.rows["words_up_to"].own, view.rule.own) == (1, True, True)
    assert view.rule.standing == "Your own. Shipped: one, then 2"
    assert desk.undo_label == "Change house rule: Numbers in words up to …"
    desk.undo()
    assert "completes *one* action" in view.example
    assert record(desk).wording == ""
    assert view.own == 0


def test_walking_through_the_choices_of_a_rule_is_one_step(desk, presenter, view):
    for place in range(4):
        presenter.set(place)
    assert held(desk) == {"house": {"words_up_to": 3}}
    desk.undo()
    assert record(desk).wording == ""


def test_days_a_meeting_does_not_have_are_shown_as_if_it_had_them(presenter, view):
    say(presenter, view, "text_two_days", "from 4 to 5 June 2026")
    assert view.about == "If this meeting lasted two days:"
    assert "meeting *from* 26 *to* 27 May 2017 in Bali" in view.example


def test_the_ends_of_points_are_chosen_together(desk, presenter, view):
    say(presenter, view, "points", "• first;  • second; and  • third.")
    assert held(desk)["house"] == dict(zip(LISTED, (";", "; and", "."), strict=True))
    assert "Regional *Roadmap;*" in view.example
    presenter.back_to_shipped()
    assert record(desk).wording == ""


def test_the_shipped_choice_chosen_by_hand_leaves_no_trace(desk, presenter, view):
    say(presenter, view, "per_cent", "5 per cent")
    assert held(desk) == {"house": {"per_cent": " per cent"}}
    say(presenter, view, "per_cent", "5%")
    assert record(desk).wording == ""


def test_a_pattern_that_is_not_among_the_choices_is_shown_as_it_is_and_may_be_chosen_again(desk, view, officer, jobs):
    with desk.change("By hand") as session:
        own = '[house]\ntext_days = "all days from {first} on, until {last}"\nwords_up_to = 99\n'
        session.add(Wording(body_id=1, style="bali-process", text=own))
    presenter = HousePresenter(desk, view, officer, 1, jobs)
    presenter.choose("text_days")
    odd = "all days from 4 on, until 8 June 2026"
    assert [row.words for row in view.rule.choices if row.chosen] == [odd]
    assert view.rows["words_up_to"].detail == "twelve, then 13"
    say(presenter, view, "text_days", "on 4–8 June 2026")
    assert odd not in [row.words for row in view.rule.choices]
    assert held(desk)["house"]["text_days"] == "on {first}–{last}"
    presenter.leave()


def test_what_the_checks_ask_is_chosen_for_the_body_and_they_go_by_it(desk, presenter, view):
    compose_statement(desk, 1)
    assert not findings(desk, "spelling-variant")
    say(presenter, view, "spelling:-ise", "-ize: organize, organization")
    assert "countries and *organisations* of the Bali Process" in view.example
    assert findings(desk, "spelling-variant") == {("spelling-variant", "organizations")}
    assert held(desk) == {"checks": {"spellings": ["-ize"]}}
    say(presenter, view, "spelling:-ise", "either, but not both in one text")
    assert view.about == NOTHING_FOUND
    assert not findings(desk, "spelling-variant")
    assert held(desk) == {"checks": {"either": ["-ise"]}}


def test_from_which_number_on_figures_are_asked_for_is_chosen_for_the_body(desk, presenter, view):
    compose_statement(desk, 1)
    with desk.change("Type") as session:
        session.exec(select(Block).where(col(Block.kind) == "paragraph")).first().text = "Members heard twelve reports."
    assert not findings(desk, "number-style")
    say(presenter, view, "figures", "figures from 11 on")
    assert "*twelve* reports" in view.example
    assert findings(desk, "number-style") == {("number-style", "12")}
    assert held(desk) == {"checks": {"figures_from": 11}}
    presenter.back_to_shipped()
    assert record(desk).wording == ""


def test_a_check_told_to_go_by_a_shipped_house_style_does_not_ask_the_body(desk, presenter, view):
    compose_statement(desk, 1)
    say(presenter, view, "spelling:-ise", "-ize: organize, organization")

    def marked(profile):
        return {one.check for one in check_desk(desk, 1, Given(profile=profile)).findings}

    assert "spelling-variant" in marked(None)
    assert "spelling-variant" not in marked("australian")


def test_a_word_the_house_does_not_use_is_added_marked_and_taken_out(desk, presenter, view):
    compose_statement(desk, 1)
    presenter.choose("terms")
    presenter.add_term(" hospitality ", "kindness")
    assert view.terms["hospitality"].own
    assert "for its *hospitality* and" in view.example
    assert findings(desk, "term-variant") == {("term-variant", "kindness")}
    presenter.change_term("hospitality", "warmth")
    assert findings(desk, "term-variant") == {("term-variant", "warmth")}
    presenter.remove_term("hospitality")
    assert "hospitality" not in view.terms
    assert record(desk).wording == ""


def test_a_shipped_word_may_be_let_stand_and_ruled_out_again(desk, presenter, view):
    presenter.choose("terms")
    assert view.terms["chairman"].about == "shipped"
    presenter.remove_term("chairman")
    assert (view.terms["chairman"].instead, view.terms["chairman"].about) == ("", "your own, shipped: chair")
    assert held(desk) == {"checks": {"terms": {"chairman": ""}}}
    presenter.add_term("Chairman", "Chair")
    assert held(desk) == {"checks": {"terms": {"Chairman": "Chair"}}}
    presenter.term_back("Chairman")
    assert record(desk).wording == ""


@pytest.mark.parametrize(
    ("word", "instead", "told"),
    [
        (" ", "x", "Write the word the house does not use."),
        ("x", " ", "Write what the house says instead of “x”."),
        ("plan", "work Plan", "“work Plan” has “plan” in it, so the checks would mark it for ever."),
    ],
)
def test_words_that_make_no_rule_are_refused(desk, presenter, word, instead, told):
    presenter.choose("terms")
    with pytest.raises(DeskError) as caught:
        presenter.add_term(word, instead)
    assert str(caught.value) == told
    assert record(desk).wording == ""


@pytest.mark.parametrize("odd", ["Null", "=SUM(A1)", "<script>", "{{ x }}", 'a.b "c" # d', "\u202ertl", "xy" * 300])
def test_odd_words_are_kept_exactly(desk, presenter, view, odd):
    presenter.choose("terms")
    presenter.add_term(odd, f"not that {odd[::-1]}")
    assert view.terms[odd].instead == f"not that {odd[::-1]}"
    assert held(desk)["checks"]["terms"] == {odd: f"not that {odd[::-1]}"}


def test_all_rules_go_back_at_once_and_the_sentences_and_the_house_style_stay(desk, presenter, view):
    with desk.change("By hand") as session:
        own = 'profile = "un"\n\n[frames]\ntitle = "Report"\n'
        session.add(Wording(body_id=1, style="bali-process", text=own))
    assert view.house == "United Nations"
    say(presenter, view, "per_cent", "5%")
    say(presenter, view, "quotes", "‘single’")
    assert view.own == 2
    presenter.all_back()
    assert view.own == 0
    assert record(desk).wording == own
    assert desk.undo_label == ALL_BACK
    desk.undo()
    assert view.own == 2


def test_undo_here_takes_back_only_what_was_changed_here(desk, presenter, view):
    with desk.change("Elsewhere") as session:
        session.add(Wording(body_id=1, style="bali-process", text='[frames]\ntitle = "Report"\n'))
    presenter.set(5)
    presenter.undo()
    presenter.undo()
    assert held(desk) == {"frames": {"title": "Report"}}
    presenter.redo()
    assert held(desk)["house"] == {"words_up_to": 5}


def test_rules_are_found_by_their_words(presenter, view):
    presenter.find("two DAYS")
    assert set(view.rows) == {"title_two_days", "title_days_apart", "text_two_days"}
    presenter.find("programs")
    assert set(view.rows) == {"spelling:program"}
    presenter.find("")
    assert len(view.rows) > 60


def test_a_wording_that_cannot_be_read_opens_no_rules(desk, view, officer):
    with desk.change("Spoil") as session:
        session.add(Wording(body_id=1, style="bali-process", text='[checks]\nquotes = "curly"'))
    with pytest.raises(DeskError, match=r"The wording of this body: checks\.quotes must be"):
        HousePresenter(desk, view, officer, 1)
