"""The wording files: what they hold, and what is said when one is wrong."""

from __future__ import annotations

import shutil

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.drafting.frames import FRAMES, fill
from bali_desk.drafting.wording import load_style, load_verbs, style_names
from bali_desk.drafting.wording_file import WORDING


@pytest.fixture
def folder(tmp_path):
    """A copy of the wording files an officer may spoil."""
    return shutil.copytree(WORDING, tmp_path / "wording")


def test_every_style_that_ships_can_be_read():
    assert style_names() == ["bali-process", "decisions", "numbered"]
    for name in style_names():
        assert load_style(name).frames.keys() == FRAMES.keys()


def test_a_style_of_ones_own_is_a_copy_under_another_name(folder):
    shutil.copy(folder / "numbered.toml", folder / "our-house.toml")
    assert "our-house" in style_names(folder)
    assert load_style("our-house", folder).numbered


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "bali-process",
            "{ordinal} {kind} {on",
            "{ordnal} {kind} {on",
            "frames.opening names {ordnal}, which does not",
        ),
        ("bali-process", '"{place}, {dates}"', '"{place, {dates}"', "frames.place_date has a “{” that belongs to no"),
        ("bali-process", "join_up_to = 34", 'join_up_to = "some"', "rules.join_up_to must be a number"),
        ("bali-process", "join_up_to = 34", "", "rules.join_up_to is missing"),
        (
            "bali-process",
            'order = "agenda"',
            'order = "weight"',
            "rules.order must be “agenda” or “strongest first” or",
        ),
        (
            "bali-process",
            '"australian"',
            '"austrian"',
            "profile names “austrian”, which does not exist; there are asean",
        ),
        ("profiles/australian", "words_up_to = 1", "", "words_up_to is missing"),
        (
            "profiles/australian",
            'text_day = "on {day}"',
            'text_day = "on {days}"',
            "text_day names {days}, which does not",
        ),
        ("profiles/australian", '= "short"', '= "long"', "countries must be “short” or “official”, not “long”"),
        ("bali-process", 'papers = ""', "papers = 3", "frames.papers must be a list"),
        ("bali-process", "numbered = false", "numbered = = false", "bali-process.toml cannot be read"),
        ("verbs", "strength = 9", "strength = 12", "(endorsed): strength must be from 0 to 9"),
        ("verbs", 'name = "noted"\n', "", "(without name): name is missing"),
        ("words", 'also = "also"', 'also = ["also"]', "also must be words in quotes"),
    ],
)
def test_a_fault_is_told_with_file_and_key(folder, file, old, new, told):
    path = folder / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DeskError) as caught:
        load_style("bali-process", folder)
    assert path.name.removesuffix(".toml") in str(caught.value)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_style_is_told_with_those_there_are():
    with pytest.raises(DeskError, match=r"no statement style “asean”.*bali-process, decisions, numbered"):
        load_style("asean")


@pytest.mark.parametrize(
    ("patterns", "fields", "expected"),
    [
        (["{a} and {b}"], {"a": "x", "b": "y"}, "x and y"),
        (["{a} and {b}"], {"a": "x", "b": ""}, ""),
        (["{a} and {b}", "only {a}"], {"a": "x", "b": None}, "only x"),
        (["{a}[ in {b}]."], {"a": "x", "b": None}, "x."),
        (["{a}[ in {b}]."], {"a": "x", "b": "y"}, "x in y."),
        (["{A}"], {"a": "annual meeting"}, "Annual Meeting"),
        (["{n:person|people}"], {"n": 1}, "one person"),
        (["{n:person|people}"], {"n": 38}, "38 people"),
        (["{n:person|people}"], {"n": 0}, ""),
        (["[{a} ]held"], {"a": "[x] {y}"}, "[x] {y} held"),
        ([""], {}, ""),
    ],
)
def test_frames_are_filled_with_what_is_known(style, patterns, fields, expected):
    assert fill(patterns, fields, style.number) == expected


def test_numbers_are_words_as_far_as_the_house_wants():
    numbers = (1, 2, 9, 10, 38, 1200)
    said = {name: [load_style(profile=name).number(n) for n in numbers] for name in ("un", "australian")}
    assert said["un"] == ["one", "two", "nine", "10", "38", "1,200"]
    assert said["australian"] == ["one", "2", "9", "10", "38", "1,200"]


def test_the_ladder_goes_from_weak_to_strong():
    ladder = load_verbs()
    rising = ["heard", "noted", "acknowledged", "thanked", "welcomed", "commended", "encouraged", "requested", "agreed"]
    strengths = [ladder.strength(name) for name in [*rising, "endorsed"]]
    assert strengths == list(range(10))
    names = [verb.name for verb in ladder.by_strength()]
    assert [name for name in names if name in rising] == rising


@pytest.mark.parametrize(
    ("phrase", "rung"),
    [
        ("Welcomed", "welcomed"),
        ("strongly encouraged", "encouraged"),
        ("noted with  satisfaction", "noted with satisfaction"),
        ("agreed to recommend that", "agreed to recommend"),
        ("also heard from", "heard from"),
        ("danced", None),
        ("", None),
        (None, None),
    ],
)
def test_a_phrase_is_found_on_the_ladder_by_its_longest_verb(phrase, rung):
    found = load_verbs().find(phrase)
    assert (found.name if found else None) == rung
