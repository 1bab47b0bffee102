"""Delegations told by any of their names."""

import pytest

from bali_desk.exchange.registration.countries import all_countries
from bali_desk.exchange.registration.delegations import Homes

# as senders write it: the delegation of the sample meeting, the member of its body, or the country meant
SAID = {
    "INDONESIA": "Indonesia",
    "Republic of Indonesia": "Indonesia",
    "Indonésie": "Indonesia",
    "IDN": "Indonesia",
    "印尼": "Indonesia",
    "The Commonwealth of Australia": "Australia",
    "LAO P.D.R.": "Lao PDR",
    "Laos": "Lao PDR",
    "Lao People’s Democratic Republic": "Lao PDR",
    "Vietnam": "Viet Nam",
    "Socialist Republic of Viet Nam": "Viet Nam",
    "South Korea": "Republic of Korea",
    "R.O.K.": "Republic of Korea",
    "Korea, Republic of": "Republic of Korea",
    "Burma": "Myanmar",
    "East Timor": "Timor-Leste",
    "IOM": "International Organization for Migration (IOM)",
    "International Organization for Migration": "International Organization for Migration (IOM)",
    "Thailand (Kingdom of)": "Thailand",
    "Islamic Republic of Iran": "Iran",
    "Iran (Islamic Republic of)": "Iran",
    "Türkiye": "Türkiye",
    "Turkey": "Türkiye",
    "Hong Kong, China": "Hong Kong SAR",
    "France": "France",
    "UNHCR": "UNHCR",
    "UK": "United Kingdom",
    "U.S.A.": "United States",
    "Côte d’Ivoire": "Côte d'Ivoire",
    "Narnia": None,
    "no": None,
}


@pytest.mark.parametrize("text", SAID)
def test_a_delegation_is_known_by_any_usual_name(office, text):
    with office.desk.reading() as session:
        home = Homes(session, 1).find(text)
    wanted = SAID[text]
    if wanted is None:
        assert home is None
    else:
        assert home is not None
        assert home.name == wanted


def test_delegations_of_the_meeting_come_before_members_and_these_before_countries(office):
    with office.desk.reading() as session:
        homes = Homes(session, 1)
        there, member, country = homes.find("Japan"), homes.find("Iraq"), homes.find("Bolivia")
    assert there.delegation_id is not None
    assert (member.delegation_id, member.kind, member.status) == (None, "country", "member")
    assert (country.delegation_id, country.kind, country.status) == (None, "country", None)


@pytest.mark.parametrize(
    ("text", "meant"), [("Indonsia", "Indonesia"), ("Austalia", "Australia"), ("Ministry of Japan", "Japan")]
)
def test_what_is_no_delegation_is_suggested_where_one_is_like_it(office, text, meant):
    with office.desk.reading() as session:
        homes = Homes(session, 1)
        assert homes.find(text) is None
        assert homes.suggestion(text) == meant
        assert homes.suggestion("Ministry of Silly Walks") == ""


def test_the_table_of_countries_holds_every_member_of_the_united_nations_once():
    countries = all_countries().all
    assert len({country.code for country in countries}) == len(countries) >= 195
    for country in countries:
        for name in (country.name, country.official_name, country.code, *country.aliases):
            found = all_countries().find(name)
            assert found in (country, None), f"{name} of {country.name} is {found}"
        assert all_countries().find(country.name) == country
