"""Time limits. Day n is the date plus n; the day of the event is not counted; the last day is inside."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from returns.rules.holidays import next_open_day


@dataclass(frozen=True)
class Limit:
    """A time limit: the last day that is certainly inside, and the last one that may be, and why it may."""

    last: date
    perhaps: date
    doubt: str = ""

    def meets(self, day: date) -> bool | None:
        """In time? None: it depends on what the sources leave open."""
        if day <= self.last:
            return True
        return None if day <= self.perhaps else False


def after_days(event: date, days: int, country: str) -> Limit:
    """So many days from an event. A last day on a weekend or holiday may move to the next open one."""
    last = event + timedelta(days=days)
    return Limit(last, next_open_day(country, last), "last_day_closed")


def after_months(event: date, months: int, country: str) -> Limit:
    """So many months from an event: the same number of day, or the last of a shorter month."""
    year, month = divmod(event.year * 12 + event.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    last = date(year, month + 1, min(event.day, length))
    over = last + timedelta(days=max(0, event.day - length))  # where the month is too short, some count on
    doubt = "shorter_month" if over > last else "last_day_closed"
    return Limit(last, max(over, next_open_day(country, last)), doubt)
