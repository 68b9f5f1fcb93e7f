"""What speaks for haste before a charter: working days by the holidays of three countries."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns.haste import charter_warnings, last_day_for_riat
from returns.rules.holidays import is_closed, open_days_before

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
COUNTRIES = st.sampled_from(["FI", "SE", "IS"])


@given(DAYS, COUNTRIES, st.integers(1, 15))
def test_so_many_open_days_lie_between(departs, country, number):
    last = open_days_before(country, departs, number)
    between = [last + timedelta(days=n) for n in range((departs - last).days)]
    assert sum(not is_closed(country, day) for day in between) == number
    assert not is_closed(country, last)


@given(DAYS, COUNTRIES)
def test_a_later_departure_never_gives_an_earlier_last_day(departs, country):
    assert open_days_before(country, departs, 5) <= open_days_before(country, departs + timedelta(days=1), 5)


@pytest.mark.parametrize(("country", "departs", "last"), [
    ("FI", "2026-12-11", "2026-12-04"),  # Independence Day is a Sunday
    ("FI", "2026-12-28", "2026-12-17"),  # Christmas Eve and Christmas Day
    ("SE", "2026-06-24", "2026-06-16"),  # Midsummer Eve
    ("IS", "2026-04-28", "2026-04-20"),  # the first day of summer
    ("IS", "2026-06-19", "2026-06-11"),  # the national day
    ("FI", "2026-06-19", "2026-06-12"),
])  # fmt: skip
def test_holidays_of_the_host_country_count(country, departs, last):
    assert last_day_for_riat(country, date.fromisoformat(departs)).isoformat() == last


def test_the_number_of_days_is_the_offices_own(settings):
    settings.CHARTER_WORKING_DAYS = 1
    assert last_day_for_riat("FI", date(2026, 11, 25)) == date(2026, 11, 24)


@pytest.mark.parametrize(("departs", "number"), [("2026-12-24", 0), ("2026-12-03", 1), ("2026-11-26", 2)])
def test_haste_is_said_when_it_is_near_and_when_it_is_late(departs, number, time_machine):
    time_machine.move_to("2026-11-24 12:00")
    said = charter_warnings("FI", date.fromisoformat(departs))
    assert len(said) == number
    assert not said or "5 working days" in said[0]
