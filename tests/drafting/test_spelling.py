"""Words that are right and words that are doubtful, in the dictionary of each house style."""

import pytest

from bali_desk.assets import RESOURCES
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Participant
from bali_desk.drafting.compose import compose
from bali_desk.drafting.dictionary import SPELLING, load_dictionary, load_field_words
from bali_desk.drafting.known_names import names_of
from bali_desk.drafting.markup import plain
from bali_desk.drafting.respelling import suggestions
from bali_desk.drafting.slips import one_slip_from, slips
from bali_desk.drafting.spelling import Speller, doubtful, span_at
from bali_desk.drafting.wording import load_style, profile_names, style_names

PROFILES = profile_names()


@pytest.fixture(params=PROFILES)
def speller(request):
    """The speller of a house style, without any names."""
    return of_profile(request.param)


def of_profile(profile, names=(), house=()):
    dictionary = load_dictionary(load_style(profile=profile).house.spelling)
    return Speller(dictionary, load_field_words(), names, house)


def doubted(text, speller):
    return [text[start:end] for start, end in doubtful(text, speller)]


# ---- what is right ----
@pytest.mark.parametrize(
    "text",
    [
        "organise organize recognising recognizing operationalize victimization prioritisation prioritization",
        "labour centre programme behaviour adviser advisor co-operation cooperation coordinate judgement judgment",
        "cyber genomic roundtable multilateralism inter-sessional intersessional co-chair taskforce non-refoulement",
        "subnational counternarcotics overfishing cybercrime interreligious denuclearization pushbacks moratoria",
        "counter-trafficking whole-of-government cyber-enabled re-establish survivor-centred multi-stakeholder",
        "the government’s plan, members' views, the taskforce's report and don't and o’clock",
        "inter alia, mutatis mutandis, ad hoc, vis-à-vis, prima facie, sine die, chargé d’affaires, etc.",
        "Rohingya refugees met. Widodo welcomed Thongsavanh. Kumari spoke. Teh agreed. Hassan, Karima: Mariam.",
        "NGOs, PDFs and ASEAN's MoUs; Hoc Chi Minh; eNGO; INTERPOL",
        "from 10am on the 21st; 3rd, 2nd; A/RES/70/1, TIPWG/3/4 and CTOC/COP/WG.4/2020/2, para 4bis",
        "write to orathai.srisuwn@exmple.org, see www.exmple.org/abc, https://exmple.org/prgs, baliprocess.net",
        "the file rgst.xlsx, user_nmae, @orathaii, #trffcking",
        "(i) one, (ii) two, (iii) three, (iv), (viii), (xiv)",
        "State[s] part[y] recommend[ation][s] participant(s) [agreed]",
        "Ibrahim bin Abdullah, Sofia de Castro, Harun al-Rashid, Ludwig van Beethoven, Ana dos Santos",
        "สวัสดี кыргызский 人身贩运 العربية résumé Đại sứ Nguyễn trường",
        "cafe\u0301 co\u00adoperation",
        "e.g. this, i.e. that, at 5 p.m.",
        "",
    ],
)
def test_right_words_and_names_are_never_doubted(text, speller):
    assert doubted(text, speller) == []


# ---- what is doubtful ----
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("they agred to the recomendations", ["agred", "recomendations"]),
        ("the goverment’s plan", ["goverment’s"]),
        ("counter-traficking and whole-of-goverment work", ["traficking", "goverment"]),
        ("Memebrs agreed. Particpants left: Minsiters came.", ["Memebrs", "Particpants", "Minsiters"]),
        ("they met. “Delegatons agreed", ["Delegatons"]),
        ("to supervize and advize", ["supervize", "advize"]),
        ("the Center’s labor and defense", ["labor", "defense"]),
        ("in te Forum, a bin in bali", ["te", "bali"]),
        ("of the membr(s)", []),
        ("teh end", ["teh"]),
        ("overthe subnatonal intrest", ["overthe", "subnatonal", "intrest"]),
    ],
)
def test_slips_are_doubted_and_nothing_beside_them(text, words, speller):
    assert doubted(text, speller) == words


def test_the_house_style_decides_the_dictionary():
    assert {profile: load_style(profile=profile).house.spelling for profile in PROFILES} == {
        "asean": "en_GB",
        "australian": "en_AU",
        "un": "en_GB",
    }
    assert "veranda" in load_dictionary("en_GB").words
    assert "veranda" not in load_dictionary("en_AU").words


def test_a_dictionary_that_is_missing_is_told_with_its_name(tmp_path):
    with pytest.raises(DeskError, match="“en_XX” could not be read"):
        load_dictionary("en_XX")
    (tmp_path / "odd.aff").write_bytes(b"SET UTF-8\n")
    (tmp_path / "odd.dic").write_bytes(b"1\ncaf\xe9\n")
    with pytest.raises(DeskError, match="“odd”"):
        load_dictionary("odd", tmp_path)


def test_beginnings_and_endings_make_every_form(tmp_path):
    (tmp_path / "one.aff").write_text(
        "NOSUGGEST !\nONLYINCOMPOUND c\nREP 1\nREP f ph\nPFX U Y 1\nPFX U 0 un .\nSFX S Y 2\nSFX S y ies [^aeiou]y\n"
        "SFX S 0 s [^y]\nSFX N N 1\nSFX N 0 ness .\n",
        encoding="utf-8",
    )
    (tmp_path / "one.dic").write_text("4\ntidy/UNS\ncat/S!\n1th/c\nplain\n", encoding="utf-8")
    made = load_dictionary("one", tmp_path)
    assert made.words == {"tidy", "tidies", "tidyness", "untidy", "untidies", "cat", "cats", "plain"}
    assert made.unsaid == {"cat", "cats"}
    assert made.slips == (("f", "ph"),)


def test_the_licence_lies_beside_every_dictionary():
    for dictionary in SPELLING.glob("*.dic"):
        licence = (SPELLING / f"LICENCE-{dictionary.stem}.txt").read_text(encoding="utf-8")
        assert "Permission to use, copy, modify, distribute and sell these word" in licence


# ---- names and the house's own words ----
def test_no_word_that_the_sample_composes_is_doubted_in_any_style_and_house_style(sample):
    for profile in PROFILES:
        speller = of_profile(profile, names_of(sample))
        for name in style_names():
            texts = [plain(draft.text) for draft in compose(sample, load_style(name, profile=profile))]
            assert len(texts) > 5
            assert [word for text in texts for word in doubted(text, speller)] == []


def test_names_of_the_record_are_known_as_they_are_written(sample, speller):
    sample.participants.append(
        Participant(meeting_id=1, given="siti", family="nurhaliza", organisation="Direktorat jenderal Imigrasi")
    )
    sample.body.names = ["the Memebrs Forum"]
    knowing = Speller(speller.dictionary, speller.field, names_of(sample))
    text = "they thanked siti nurhaliza of the jenderal. Memebrs came"
    assert doubted(text, speller) == ["siti", "nurhaliza", "jenderal", "Memebrs"]
    assert doubted(text, knowing) == []


def test_words_of_organisations_in_other_languages_are_known(sample, speller):
    knowing = Speller(speller.dictionary, speller.field, names_of(sample))
    assert doubted("the Organisation internationale, migrations", speller) == ["internationale"]
    assert doubted("the Organisation internationale, migrations", knowing) == []


def test_a_word_of_the_house_is_known_with_its_possessive_and_in_compounds(speller):
    knowing = Speller(speller.dictionary, speller.field, house={"grimbly"})
    assert doubted("a grimbly, the grimbly’s, Grimbly, pre-grimbly, grimblys", knowing) == ["grimblys"]


def test_every_word_of_the_shipped_wording_is_known(speller):
    for path in (RESOURCES / "wording" / "profiles").glob("*.toml"):
        assert doubted(" ".join(load_style(profile=path.stem).words.numbers), speller) == []
    verbs = " ".join(verb.name for verb in load_style().ladder.verbs)
    assert doubted(verbs, speller) == []


# ---- what it was meant to be ----
@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("traficking", "trafficking"),
        ("memebrs", "members"),
        ("Memebrs", "Members"),
        ("recomendations", "recommendations"),
        ("goverment’s", "government’s"),
        ("accomodation", "accommodation"),
        ("organisaton", "organisation"),
        ("organizaton", "organization"),
        ("multilaterlism", "multilateralism"),
        ("implmentaion", "implementation"),
        ("teh", "the"),
        ("ofthe", "of the"),
        ("fone", "phone"),
        ("bali", "Bali"),
        ("austrlia", "Australia"),
        ("definately", "definitely"),
    ],
)
def test_the_first_suggestion_is_the_word_that_was_meant(word, meant, speller):
    told = suggestions(word, speller)
    assert told[0] == meant
    assert len(told) <= 6


def test_words_used_in_the_text_are_suggested_first(speller):
    assert suggestions("agred", speller)[0] == "agreed"
    assert suggestions("agred", speller, used={"aged"})[0] == "aged"


def test_nothing_is_suggested_for_what_is_like_no_word(speller):
    assert suggestions("xqzjvwk", speller) == []


def test_words_one_would_not_say_are_known_and_never_offered():
    speller = of_profile("un")
    unsaid = sorted(word for word in speller.dictionary.unsaid if word.isalpha() and word.islower())[:5]
    assert len(unsaid) == 5
    for word in unsaid:
        assert speller.knows(word)
        assert word not in suggestions(f"{word}{word[-1]}", speller)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("the", "the", 0), ("teh", "the", 1), ("te", "the", 1), ("thee", "the", 1), ("tha", "the", 1), ("eth", "the", 2),
     ("abc", "xyz", 3), ("abcdef", "a", 3), ("", "ab", 2)],
)  # fmt: skip
def test_slips_between_two_words_are_counted(one, other, apart):
    assert slips(one, other, 2) == slips(other, one, 2) == apart


def test_every_word_that_one_slip_makes_is_one_slip_away():
    made = set(one_slip_from("them")) - {"them"}
    assert {"hemt", "tehm", "theme", "then", "tem", "hem"} & made == {"tehm", "theme", "then", "tem", "hem"}
    assert all(slips("them", one, 2) == 1 for one in made)


def test_the_word_at_a_place_is_the_part_between_hyphens():
    text = "a counter-traficking plan"
    assert text[slice(*span_at(text, 12))] == "traficking"
    assert text[slice(*span_at(text, 20))] == "traficking"
    assert text[slice(*span_at(text, 0))] == "a"
    assert span_at("a  b", 3) == (3, 4)
    assert span_at("a   b", 2) is None
    assert span_at("", 0) is None


def test_a_long_text_without_a_space_is_read_in_one_go(speller):
    assert doubted("人" * 20000 + "-" * 2000 + "." * 2000 + "a_" * 2000, speller) == []
