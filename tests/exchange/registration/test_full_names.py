"""Names in one cell, taken apart where it is sure and kept whole where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.exchange.registration.full_names import Name, all_names

SURE = {
    "SRISUWAN Orathai": Name(family="SRISUWAN", given="Orathai"),
    "Orathai SRISUWAN": Name(family="SRISUWAN", given="Orathai"),
    "Srisuwan, Orathai": Name(family="Srisuwan", given="Orathai"),
    "Ms Orathai SRISUWAN": Name("Ms", "Orathai", "SRISUWAN"),
    "Ms. Srisuwan, Orathai": Name("Ms.", "Orathai", "Srisuwan"),
    "SRISUWAN, Orathai (Ms)": Name("Ms", "Orathai", "SRISUWAN"),
    "H.E. Dr. Retno KUSUMA": Name("H.E. Dr.", "Retno", "KUSUMA"),
    "His Excellency Mr KIM Min-jun": Name("His Excellency Mr", "Min-jun", "KIM"),
    "Pol. Lt. Col. Somchai JAIDEE": Name("Pol. Lt. Col.", "Somchai", "JAIDEE"),
    "Dr Jan van der Berg": Name("Dr", "Jan", "van der Berg"),
    "Ursula Gertrud von der Leyen": Name(given="Ursula Gertrud", family="von der Leyen"),
    "Jan van der BERG": Name(given="Jan", family="van der BERG"),
    "María de la Cruz": Name(given="María", family="de la Cruz"),
    "DE LA CRUZ Maria": Name(given="Maria", family="DE LA CRUZ"),
    "J. P. SMITH": Name(given="J. P.", family="SMITH"),
    "KIM Y.": Name(given="Y.", family="KIM"),
    "O'DWYER Angus": Name(given="Angus", family="O'DWYER"),
    "SMITH-JONES Mary Ann": Name(given="Mary Ann", family="SMITH-JONES"),
    "Suharyono": Name(family="Suharyono"),
    "Mr Suharyono": Name("Mr", family="Suharyono"),
    "ИВАНОВ Иван": Name(native="ИВАНОВ Иван"),
    "王小明": Name(native="王小明"),
    "WANG Xiaoming (王小明)": Name(given="Xiaoming", family="WANG", native="王小明"),
    "王小明 WANG Xiaoming": Name(given="Xiaoming", family="WANG", native="王小明"),
    "นางสาว อรทัย ศรีสุวรรณ": Name("นางสาว", native="อรทัย ศรีสุวรรณ"),
    "Mme LEFÈVRE Zoé": Name("Mme", "Zoé", "LEFÈVRE"),
}
WHOLE = {
    "Jane Smith": Name(display="Jane Smith"),
    "Ms Jane Smith": Name("Ms", display="Jane Smith"),
    "NGUYEN THI HOA": Name(display="NGUYEN THI HOA"),
    "Ahmad bin Abdullah": Name(display="Ahmad bin Abdullah"),
    "AHMAD bin Abdullah": Name(display="AHMAD bin Abdullah"),
    "Datuk Siti binti Hassan": Name("Datuk", display="Siti binti Hassan"),
    "Tan Sri Dato' Mohd Zulkifli": Name("Tan Sri Dato'", display="Mohd Zulkifli"),
    "Raj a/l Kumar": Name(display="Raj a/l Kumar"),
    "Juan Carlos García de la Torre": Name(display="Juan Carlos García de la Torre"),
    "U Thant Zin": Name("U", display="Thant Zin"),
    "Daw Aung San": Name("Daw", display="Aung San"),
    "Khun Somchai Jaidee": Name("Khun", display="Somchai Jaidee"),
    "Pha-tip Keo Vong": Name("Pha-tip", display="Keo Vong"),
    "John Smith Jr.": Name(display="John Smith Jr."),
    "John SMITH PhD": Name(display="John SMITH PhD"),
    "Nguyen Van An": Name(display="Nguyen Van An"),
    "Smith, John, Director": Name(display="Smith, John, Director"),
    "Smith, Ministry of Foreign Affairs and Trade": Name(display="Smith, Ministry of Foreign Affairs and Trade"),
}
NO_HONORIFIC = {
    "U Nu": Name(display="U Nu"),
    "Ma Li": Name(display="Ma Li"),
    "Dr": Name(family="Dr"),
    "General": Name(family="General"),
    "Null": Name(family="Null"),
    "=SUM(A1)": Name(family="=SUM(A1)"),
}


@pytest.mark.parametrize("text", SURE | WHOLE | NO_HONORIFIC)
def test_a_name_is_taken_apart_where_it_is_sure(text):
    assert all_names().split(text) == (SURE | WHOLE | NO_HONORIFIC)[text]


WORDS = st.text(st.characters(categories=("L", "M", "N", "P", "S")), min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=6).map(" ".join))
def test_no_letter_of_a_name_is_lost(text):
    """Whatever a cell holds, each letter of it stands in one of the parts."""
    name = all_names().split(text)
    kept = "".join((name.honorific, name.given, name.family, name.display, name.native))
    assert sorted(letter for letter in kept if letter.isalnum()) == sorted(
        letter for letter in text if letter.isalnum()
    )
