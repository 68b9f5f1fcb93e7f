"""What is left of a text, and which texts are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.reading.cleaning import case_key, clean, has_bad_characters, has_other_script, header_key, key


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_no_white_space_but_single_spaces_is_left(text):
    cleaned = clean(text)
    assert cleaned == cleaned.strip(" ")
    assert not set(cleaned) & set("\t\n\r\xa0\u2007\u202f\u200b\ufeff")
    assert "  " not in cleaned


@given(st.text())
def test_a_key_of_a_key_is_itself(text):
    assert key(key(text)) == key(text)


@given(st.text(alphabet="ABCÅÄÖÐÞÆØÉÜ abc-."))
def test_a_key_knows_no_case(text):
    assert key(text.lower()) == key(text)


@pytest.mark.parametrize(
    "text", ["Päätös-pvm. (pp.kk.vvvv) *", "PÄÄTÖSPVM", "Paatospvm", "Pa\u0308a\u0308to\u0308s pvm"]
)
def test_one_header_in_many_dresses(text):
    assert header_key(text) == "paatospvm"


def test_letters_of_the_north_are_folded():
    assert key("Ríkisborgararéttur Þjóðerni Ærø") == "rikisborgararetturthjoderniaero"


@pytest.mark.parametrize("dash", ["-", "–", "—", " – ", "\u200b-"])
def test_a_lone_dash_is_blank(dash):
    assert clean(dash) == ""


def test_joiners_stay_only_where_they_carry_meaning():
    assert clean("می\u200cخواهم") == "میخواهم"
    assert clean("می\u200cخواهم", keep_joiners=True) == "می\u200cخواهم"


def test_a_case_number_is_one_however_it_is_typed():
    assert case_key(" mig–2026 \u2212 000001\n") == "MIG-2026-000001"


@pytest.mark.parametrize("text", ["a\x07b", "a\x1cb", "a\x9fb", "a\ufffdb"])
def test_control_characters_are_bad(text):
    assert has_bad_characters(clean(text))


@pytest.mark.parametrize("name", ["ʿAbd al-Raḥmān", "O’Brien", "Nguyễn", "Łukasz", "ʾIbrāhīm", "Nuur", "Ａ"])
def test_transcriptions_are_latin(name):
    assert not has_other_script(name)


@pytest.mark.parametrize("name", ["أحمد", "Ахмад", "Furaha ሀ", "Μαρία"])
def test_other_scripts_are_seen(name):
    assert has_other_script(name)
