"""Days on which offices are closed in Finland, Sweden and Iceland: a time limit that ends on one is in doubt."""

from datetime import date, timedelta
from functools import cache

EVERY_YEAR = {
    "FI": [(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)],
    "SE": [(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)],
    "IS": [(1, 1), (5, 1), (6, 17), (12, 24), (12, 25), (12, 26), (12, 31)],
}
FROM_EASTER = {  # days after Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday
    "FI": [-2, 1, 39],
    "SE": [-2, 1, 39],
    "IS": [-3, -2, 1, 39, 50],
}


def easter(year: int) -> date:
    """Easter Sunday (the Gregorian rule)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(country: str, year: int) -> frozenset[date]:
    """The holidays of a country in a year that are not always on a weekend."""
    fixed = {date(year, month, day) for month, day in EVERY_YEAR.get(country, [])}
    moving = {easter(year) + timedelta(days=days) for days in FROM_EASTER.get(country, [])}
    return frozenset(fixed | moving | _of_the_season(country, year))


def _of_the_season(country: str, year: int) -> set[date]:
    if country in {"FI", "SE"}:
        return {_weekday_from(date(year, 6, 19), 4)}  # Midsummer Eve, a Friday
    return {_weekday_from(date(year, 4, 19), 3), _weekday_from(date(year, 8, 1), 0)}  # first summer day, August Monday


def _weekday_from(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def is_closed(country: str, day: date) -> bool:
    """A weekend or a holiday?"""
    return day.weekday() >= 5 or day in holidays(country, day.year)


def open_days_before(country: str, day: date, number: int) -> date:
    """The last day from which so many open days lie before `day`, itself counted."""
    while number:
        day -= timedelta(days=1)
        number -= not is_closed(country, day)
    return day


def next_open_day(country: str, day: date) -> date:
    """This day, or the first open one after it."""
    while is_closed(country, day):
        day += timedelta(days=1)
    return day
