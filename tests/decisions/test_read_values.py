"""Dates, years, amounts and places: the forms that are accepted, and no others."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reference.countries import countries
from cases.reference.municipalities import municipalities
from decisions.reading.codes import Unreadable
from decisions.reading.dates import read_birth, read_date
from decisions.reading.numbers import read_amount, read_year
from decisions.reading.places import nearest, read_airport, read_country, read_municipality
from decisions.reading.vocabulary import read_codes


def refused(read, *args) -> str:
    with pytest.raises(Unreadable) as refusal:
        read(*args)
    return refusal.value.code


@given(st.dates())
def test_every_day_is_read_back_in_both_orders(day):
    assert read_date(f"{day.day}.{day.month}.{day.year:04}", "dmy") == day
    assert read_date(f"{day:%d}. {day:%m} .{day.year:04}", "dmy") == day
    assert read_date(day.isoformat(), "ymd") == day
    assert read_date(day.isoformat().replace("-", ""), "ymd") == day


@given(st.text(alphabet="0123456789.-/ ", max_size=12))
def test_whatever_is_read_as_a_date_says_that_date(text):
    try:
        day = read_date(text, "dmy")
    except Unreadable:
        return
    assert [int(part) for part in text.split(".")] == [day.day, day.month, day.year]


@pytest.mark.parametrize(
    "value",
    [
        "2026-09-01",
        "1/9/2026",
        "1.9.26",
        "31.2.2026",
        "0.9.2026",
        "1.9",
        46266,
        46266.5,
        True,
        time(8),
        "١.٩.٢٠٢٦",
        "#####",
    ],
)
def test_other_forms_of_dates_are_refused(value):
    assert refused(read_date, value, "dmy") == "BAD_DATE"


@pytest.mark.parametrize("value", ["1.9.2026", "2026-0901", "202609-01", "2026-9-1", "20260931", "2026"])
def test_swedish_dates_have_two_forms(value):
    assert refused(read_date, value, "ymd") == "BAD_DATE"


def test_a_date_cell_with_a_time_is_its_day():
    assert read_date(datetime(2026, 9, 1, 23, 59), "dmy") == date(2026, 9, 1)


@pytest.mark.parametrize("value", ["1989", 1989, 1989.0, "00.00.1989", "0.0.1989", "0. 0. 1989"])
def test_a_birth_year_alone_is_enough(value):
    assert read_birth(value, "dmy") == 1989


@pytest.mark.parametrize("value", ["1989", "1989-00-00", "19890000"])
def test_a_birth_year_alone_is_enough_in_swedish(value):
    assert read_birth(value, "ymd") == 1989


@pytest.mark.parametrize("value", ["00.05.1989", "5.1989", "1899", 2101, 1989.5, "89", False])
def test_half_a_birth_date_is_none(value):
    assert refused(read_birth, value, "dmy") == "BAD_DATE"


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_amounts_are_read_to_the_cent(whole, cents):
    text = f"{whole},{cents:02}"
    assert read_amount(f"{text} €", "fi") == read_amount(f"EUR {text}", "sv") == read_amount(text, "is")
    assert float(read_amount(text, "fi")) == pytest.approx(whole + cents / 100)


@pytest.mark.parametrize(("text", "amount"), [("1.234.567,5 kr.", "1234567.5"), ("ISK 300.000", "300000"), (0, "0")])
def test_icelandic_thousands_have_points(text, amount):
    assert read_amount(text, "is") == amount


@pytest.mark.parametrize("value", ["1.234", "1,234", "12,3,4", "-5", -5, "viisi", "", "€", True, float("inf")])
def test_other_amounts_are_refused(value):
    assert refused(read_amount, value, "fi") == "BAD_NUMBER"


@pytest.mark.parametrize("value", ["1999", 2101, "26", "2026.0", 2026.5])
def test_years_out_of_the_programme_are_refused(value):
    assert refused(read_year, value) == "BAD_NUMBER"


@given(st.sampled_from(sorted(countries())), st.data())
def test_every_spelling_of_a_country_is_that_country(alpha3, data):
    spelling = data.draw(st.sampled_from(countries()[alpha3].spellings))
    assert read_country(spelling.upper(), with_citizenships=True) == alpha3


@pytest.mark.parametrize("text", ["XXA", "XXX", "Atlantis", "?"])
def test_stateless_is_no_country(text):
    assert refused(read_country, text) == "UNKNOWN_COUNTRY"


@given(st.sampled_from(["FI", "SE", "IS"]), st.data())
def test_every_municipality_is_found_by_code_and_name(country, data):
    one = data.draw(st.sampled_from(list(municipalities(country).values())))
    for text in (one.code, one.code.lstrip("0") or "0", *(name.upper() for name in one.names)):
        assert read_municipality(text, country) == one.code


def test_habo_is_not_haabo():
    assert read_municipality("Habo", "SE") != read_municipality("Håbo", "SE")
    assert refused(read_municipality, "Vaxjo", "SE") == "UNKNOWN_MUNICIPALITY"


@pytest.mark.parametrize(("typed", "meant"), [("Jyväskyla", "Jyväskylä"), ("Hels1nki", "Helsinki"), ("Abo", "Åbo")])
def test_the_nearest_names_are_offered(typed, meant):
    assert meant in nearest(typed, "FI")
    assert len(nearest(typed, "FI")) <= 3


def test_airports_are_those_of_the_list():
    assert read_airport("hel") == "HEL"
    assert refused(read_airport, "JFK") == "UNKNOWN_VALUE"


@pytest.mark.parametrize("text", ["pyörätuoli, happi", "happi\npyörätuoli", "OXYG / WCHC + ei;;happi"])
def test_several_needs_in_one_cell(text):
    assert read_codes(text, "needs", "fi") == ["oxygen", "wheelchair"]
