"""Family names in capitals: the rules of the languages they come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.capitals import capitals, parted, speaks_turkic


@pytest.mark.parametrize(
    ("family", "printed"),
    [
        ("Srisuwan", "SRISUWAN"),
        ("đặng", "ĐẶNG"),
        ("van der Meulen", "van der MEULEN"),
        ("Van Damme", "VAN DAMME"),
        ("De la Cruz", "DE LA CRUZ"),
        ("de la Rosa", "de la ROSA"),
        ("bin Abdul Razak", "bin ABDUL RAZAK"),
        ("Ximenes dos Reis", "XIMENES dos REIS"),
        ("Ortega y Gasset", "ORTEGA y GASSET"),
        ("d'Arcy", "d'ARCY"),
        ("O'Dwyer", "O'DWYER"),
        ("al-Karimi", "al-KARIMI"),
        ("Al-Karimi", "AL-KARIMI"),
        ("Te Whata", "TE WHATA"),
        ("McAllister", "McALLISTER"),
        ("MacDonald", "MacDONALD"),
        ("Machado", "MACHADO"),
        ("Weiß", "WEIẞ"),
        ("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
        ("Μαΐου", "ΜΑΪΟΥ"),
        ("Цэрэндорж", "ЦЭРЭНДОРЖ"),
        ("მაისურაძე", "მაისურაძე"),
        ("Işık", "IŞIK"),
        ("=SUM(a1)", "=SUM(A1)"),
        ("van der", "van DER"),
        ("bin", "BIN"),
        ("ศรีสุวรรณ", "ศรีสุวรรณ"),
        ("  ", "  "),
        ("", ""),
    ],
)
def test_capitals_follow_the_usage_of_the_language(family, printed):
    assert capitals(family) == printed


@pytest.mark.parametrize(("family", "printed"), [("Nadir", "NADİR"), ("Işık", "IŞIK"), ("Çiftçi", "ÇİFTÇİ")])
def test_turkish_letters_are_those_of_the_country(family, printed):
    assert capitals(family, turkic=True) == printed


@pytest.mark.parametrize(
    ("names", "so"),
    [
        (("Türkiye", None), True),
        (("TURKEY", None), True),
        (("TUR", "Republic of Türkiye"), True),
        (("Azerbaijan", ""), True),
        (("Turkmenistan", None), False),
        (("Indonesia", None), False),
    ],
)
def test_only_the_country_says_that_letters_are_turkish(names, so):
    assert speaks_turkic(*names) is so


@pytest.mark.parametrize(
    ("family", "parts"),
    [
        ("van der Meulen", ("van der", "Meulen")),
        ("Van Damme", ("", "Van Damme")),
        ("De la Cruz", ("", "De la Cruz")),
        ("d'Arcy", ("d'", "Arcy")),
        ("al-Karimi", ("al-", "Karimi")),
        ("bin Abdul Razak", ("bin", "Abdul Razak")),
        ("đặng", ("", "đặng")),
        ("bin", ("", "bin")),
        ("  ", ("", "  ")),
    ],
)
def test_a_name_is_sorted_by_what_follows_its_small_particles(family, parts):
    assert parted(family) == parts


@given(st.text(max_size=40), st.booleans())
def test_no_text_is_refused_and_capitals_of_capitals_are_the_same(family, turkic):
    large = capitals(family, turkic)
    parted(family)
    assert capitals(large, turkic).casefold() == large.casefold()
