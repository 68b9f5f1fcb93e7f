"""Two people are compared the same way round or the other; one person is found, two are not taken for one."""

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cases.births import Birth, Precision
from returns.duplicates.births import Births, births_alike
from returns.duplicates.keys import asked_for, digest_of, keys_of
from returns.duplicates.likeness import Compared, Number, compare
from returns.duplicates.spelling import names_alike, words_of

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
LETTERS = "abcdefghijklmnoprstuvxyzåäöáéíşçأحمدعلي'- "
WORD = st.text(LETTERS, max_size=14)
NAME = st.lists(WORD, max_size=5).map(" ".join).map(words_of)
FULL = st.dates(date(1930, 1, 1), date(2025, 12, 31)).map(Birth.on)
YEAR = st.integers(1930, 2025)
PARTIAL = st.one_of(
    YEAR.map(Birth.in_year), YEAR.map(lambda year: Birth.in_year(year, estimated=True)), st.just(Birth()),
    st.builds(lambda year, month: Birth(Precision.MONTH, year, month), YEAR, st.integers(1, 12)),
)  # fmt: skip
BIRTH = st.one_of(FULL, PARTIAL)
NUMBER = st.builds(
    Number, st.sampled_from(["unhcr_individual", "travel_document"]), st.sampled_from(["", "SOM", "IRQ"]),
    st.sampled_from(["82600012345", "P1234567"]),
)  # fmt: skip
PERSON = st.builds(
    Compared, st.lists(NAME, max_size=2).map(lambda names: tuple(name for name in names if name)), NAME,
    st.lists(BIRTH, min_size=1, max_size=2).map(tuple), st.sampled_from("FMX"),
    st.sets(st.sampled_from(["SOM", "IRQ", "SWE"])).map(frozenset), st.sets(NUMBER, max_size=2).map(frozenset),
)  # fmt: skip


def man(name: str, birth: Birth, **more) -> Compared:
    return Compared(names=(words_of(name),), births=(birth,), sex="M", **more)


@patient
@given(PERSON, PERSON)
def test_the_order_of_two_people_does_not_matter(one, other):
    there, back = compare(one, other), compare(other, one)
    assert (there is None) == (back is None)
    if there:
        assert (there.score, there.is_strong) == (back.score, back.is_strong)
        assert 0 <= there.score <= 1


@patient
@given(BIRTH, BIRTH)
def test_the_order_of_two_dates_does_not_matter(one, other):
    assert births_alike(one, other) == births_alike(other, one)


@patient
@given(PERSON)
def test_a_person_written_down_twice_is_a_strong_likeness(person):
    assume(person.births[0].year and person.names and len(person.names[0]) > 1)
    assert compare(person, person).is_strong


@patient
@given(PERSON, PERSON)
def test_whoever_is_strongly_alike_is_found_by_a_key(one, other):
    if (found := compare(one, other)) and found.is_strong:
        assert set(asked_for(one)) & set(keys_of(other))


@patient
@given(
    *(
        st.lists(st.lists(st.sampled_from(syllables), min_size=2, max_size=4).map("".join), min_size=1, max_size=4)
        for syllables in (("ba", "di", "lu", "mo"), ("fa", "ki", "ru", "so"))
    ),
    BIRTH,
)
def test_two_names_without_a_sound_in_common_are_never_alike(one, other, birth):
    assert compare(man(" ".join(one), birth), man(" ".join(other), birth)) is None


@patient
@given(FULL)
def test_swapped_day_and_month_are_seen(birth):
    assume(birth.day <= 12 and birth.day != birth.month)
    swapped = Birth(Precision.DAY, birth.year, birth.day, birth.month)
    assume((birth.month, birth.day) != (1, 1))
    assert births_alike(birth, swapped) == Births.SWAPPED


@patient
@given(FULL)
def test_a_partial_date_agrees_with_its_full_one(birth):
    assume((birth.month, birth.day) != (1, 1))
    assert births_alike(birth, Birth.in_year(birth.year)) == Births.SAME_YEAR
    assert births_alike(birth, Birth(Precision.MONTH, birth.year, birth.month)) == Births.SAME_MONTH
    assert births_alike(birth, Birth()) == Births.UNKNOWN


@patient
@given(YEAR, FULL)
def test_1_january_says_no_more_than_its_year(year, birth):
    assume((birth.month, birth.day) != (1, 1))
    first = Birth.on(date(year, 1, 1))
    assert births_alike(first, Birth.on(date(year, 1, 1))) == Births.SAME_YEAR
    assert births_alike(first, birth) == births_alike(Birth.in_year(year), birth)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Axmed Cali", "Ahmed Ali"), ("Xuseen Xasan", "Hussein Hassan"), ("Mohamed Ali", "Muhammad Ali"),
        ("Abdul-Rahman Omar", "Cabdiraxmaan Cumar"), ("Al-Rubaie Haider", "Alrubaie Haidar"),
        ("Samatar Guled Jama", "Samatar Guuleed Jaamac"), ("Tunde Adeyemi", "ADEYEMI, Tunde"),
        ("Khadija Yusuf", "Khadiija Yuusuf"), ("محمد علي", "محمّد على"), ("Þóra Einarsdóttir", "Thora Einarsdottir"),
    ],
)  # fmt: skip
def test_one_name_in_two_spellings_is_alike(one, other):
    assert names_alike(words_of(one), words_of(other)).score >= 0.92
    assert compare(man(one, Birth.in_year(1989)), man(other, Birth.on(date(1989, 3, 14)))).is_strong


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohamed Ali Hassan", "Mohamed Osman Warsame"), ("Al-Rubaie Haider", "Al-Jabiri Haider"),
        ("Nguyen Thi Lan", "Nguyen Van Hung"), ("Bekele Tigist", "Bekele Dawit"), ("Ali Omar", "Adi Amir"),
    ],
)  # fmt: skip
def test_two_names_that_share_a_word_are_two(one, other):
    birth = Birth.on(date(1989, 3, 14))
    assert compare(man(one, birth), man(other, birth)) is None


def test_somebody_with_one_name_is_strong_only_by_the_full_date():
    born = Birth.on(date(1989, 3, 14))
    assert compare(man("Mohamed", born), man("Maxamed", born)).is_strong
    assert not compare(man("Mohamed", Birth.in_year(1989)), man("Maxamed", born)).is_strong
    assert not compare(man("Mohamed", Birth.on(date(1989, 1, 1))), man("Mohamed", Birth.on(date(1989, 1, 1)))).is_strong


def test_the_same_number_is_strong_whatever_the_names():
    number = frozenset([Number("travel_document", "SOM", "P1234567")])
    unknown_country = frozenset([Number("travel_document", "", "P1234567")])
    other_country = frozenset([Number("travel_document", "IRQ", "P1234567")])
    one = man("Axmed Cali", Birth(), numbers=number)
    assert compare(one, man("Saleh Nur", Birth(), numbers=unknown_country)).is_strong
    assert compare(one, man("Saleh Nur", Birth(), numbers=other_country)) is None


def test_another_sex_is_never_strong_by_name_alone():
    born = Birth.on(date(1989, 3, 14))
    found = compare(man("Nur Ali", born), Compared((words_of("Nur Ali"),), births=(born,), sex="F"))
    assert found and not found.is_strong
    assert {"code": "sex_differs"} in found.reasons


def test_the_digest_changes_only_with_what_is_compared():
    one = man("Axmed Cali", Birth.in_year(1989))
    assert digest_of(one) == digest_of(man("AXMED, Cali", Birth.in_year(1989)))
    assert digest_of(one) != digest_of(man("Axmed Cali", Birth.in_year(1990)))
