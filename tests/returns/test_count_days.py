"""Time limits, holidays and ages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns.rules.ages import Age, Birth, kinds_on
from returns.rules.holidays import easter, holidays, is_closed, next_open_day
from returns.rules.limits import after_days, after_months

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(("year", "day"), [(2017, "04-16"), (2024, "03-31"), (2025, "04-20"), (2026, "04-05"),
                                           (2038, "04-25")])  # fmt: skip
def test_easter_falls_where_the_calendar_has_it(year, day):
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("country", "day"),
    [("FI", "2024-12-06"), ("FI", "2025-06-20"), ("FI", "2024-05-09"), ("SE", "2024-06-06"), ("SE", "2024-06-21"),
     ("IS", "2024-06-17"), ("IS", "2024-04-25"), ("IS", "2024-08-05"), ("IS", "2024-03-28"), ("IS", "2024-05-20")],
)  # fmt: skip
def test_a_holiday_on_a_weekday_is_known(country, day):
    assert date.fromisoformat(day) in holidays(country, int(day[:4]))


@given(DAYS, st.sampled_from(["FI", "SE", "IS"]))
def test_the_next_open_day_is_open_and_soon(day, country):
    found = next_open_day(country, day)
    assert not is_closed(country, found)
    assert timedelta() <= found - day <= timedelta(days=6)


@given(DAYS, st.integers(1, 60))
def test_day_n_is_inside_and_what_is_after_the_next_open_day_is_not(event, days):
    limit = after_days(event, days, "FI")
    assert limit.meets(event + timedelta(days=days)) is True
    assert limit.meets(limit.perhaps + timedelta(days=1)) is False


@given(DAYS)
def test_two_months_end_in_the_month_after_next(event):
    last = after_months(event, 2, "SE").last
    assert (last.year * 12 + last.month) - (event.year * 12 + event.month) == 2
    assert last.day == event.day or (last + timedelta(days=1)).day == 1


@given(DAYS, st.integers(0, 9000))
def test_a_person_is_a_minor_until_the_day_before_the_birthday(born, days):
    birth, day = Birth(born, born), born + timedelta(days=days)
    birthday = date(born.year + 18, born.month, born.day) if (born.month, born.day) != (2, 29) else None
    if birthday:
        assert birth.age_on(day) is (Age.ADULT if day >= birthday else Age.MINOR)


@pytest.mark.parametrize(("day", "age"), [("2022-02-27", Age.MINOR), ("2022-02-28", Age.UNSURE),
                                          ("2022-03-01", Age.ADULT)])  # fmt: skip
def test_somebody_born_on_29_february_is_in_doubt_on_one_day(day, age):
    assert Birth.read("2004-02-29").age_on(date.fromisoformat(day)) is age


@pytest.mark.parametrize(("said", "age"), [("2003", Age.ADULT), (2004, Age.UNSURE), ("2005", Age.MINOR),
                                           ("2004-02", Age.ADULT), ("2004-08", Age.MINOR)])  # fmt: skip
def test_a_birth_date_that_is_not_fully_known_is_not_guessed(said, age):
    assert Birth.read(said).age_on(date(2022, 6, 1)) is age


def test_a_stated_kind_that_the_birth_date_contradicts_is_in_doubt():
    assert kinds_on("child", Birth.read("1990-01-01"), [date(2024, 1, 1)]) == {"child", "adult"}
    assert kinds_on("adult", Birth.read("2015-01-01"), [date(2024, 1, 1)]) == {"child", "adult"}
    assert kinds_on("child", None, [date(2024, 1, 1)]) == {"child"}
