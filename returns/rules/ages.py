"""Minor or adult: on which day, as far as the birth date is known.

A person is a minor until the day before the 18th birthday. Somebody born on 29 February has no such birthday in a
common year: from 28 February to 1 March it is not certain.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from returns.rules.vocabulary import ADULT, CHILD

MAJORITY = 18


class Age(Enum):
    """What can be said of somebody's age on a day."""

    MINOR = "minor"
    ADULT = "adult"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Birth:
    """A birth date: the same day twice when it is fully known, the ends of the year or month otherwise."""

    earliest: date
    latest: date

    @classmethod
    def read(cls, said: str | int | None) -> "Birth | None":
        """From "2008-03-01", "2008-03", "2008" or 2008."""
        if not said:
            return None
        parts = [int(part) for part in str(said).split("-")]
        if len(parts) == 1:
            return cls(date(parts[0], 1, 1), date(parts[0], 12, 31))
        if len(parts) == 2:
            return cls(date(*parts, 1), date(*parts, calendar.monthrange(*parts)[1]))
        day = date(*parts)
        return cls(day, day)

    def age_on(self, day: date) -> Age:
        """Minor or adult on that day."""
        if day < eighteenth(self.earliest)[0]:
            return Age.MINOR
        return Age.ADULT if day >= eighteenth(self.latest)[1] else Age.UNSURE


def eighteenth(born: date) -> tuple[date, date]:
    """The first and the last day that may count as the 18th birthday."""
    year = born.year + MAJORITY
    if (born.month, born.day) == (2, 29):
        return date(year, 2, 28), date(year, 3, 1)
    birthday = date(year, born.month, born.day)
    return birthday, birthday


def kinds_on(kind: str, birth: Birth | None, days: list[date]) -> set[str]:
    """The kinds this person may count as over these days: the stated one, and what the birth date says against it."""
    if birth is None or not days:
        return {kind}
    ages = {birth.age_on(day) for day in days}
    kinds = {kind}
    if kind == ADULT and ages != {Age.ADULT}:
        kinds.add(CHILD)
    elif kind != ADULT and ages != {Age.MINOR}:
        kinds.add(ADULT)
    return kinds


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)
