"""A month, and the year up to its end."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering
from typing import Self

from django.utils import timezone
from django.utils.formats import date_format


@total_ordering
@dataclass(frozen=True)
class Month:
    """One month of one year."""

    first: date

    @classmethod
    def of(cls, day: date) -> Self:
        """The month of a day."""
        return cls(day.replace(day=1))

    @classmethod
    def read(cls, words: str) -> Self | None:
        """2026-11, or None where it is no month."""
        try:
            return cls(date.fromisoformat(f"{words}-01")) if len(words) == len("2026-11") else None
        except ValueError:
            return None

    @classmethod
    def last_whole(cls) -> Self:
        """The month before this one: the latest that is complete."""
        return cls.of(timezone.localdate()).before

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after.first - timedelta(days=1)

    @property
    def after(self) -> Self:
        """The next one."""
        return self.of(self.first + timedelta(days=31))

    @property
    def before(self) -> Self:
        """The one before."""
        return self.of(self.first - timedelta(days=1))

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return self.first, self.last

    @property
    def year_so_far(self) -> tuple[date, date]:
        """From the first of January to the end of the month."""
        return self.first.replace(month=1), self.last

    @property
    def is_over(self) -> bool:
        """Is it complete?"""
        return self.last < timezone.localdate()

    def back(self, months: int) -> Self:
        """So many months earlier."""
        found = self
        for __ in range(months):
            found = found.before
        return found

    def __lt__(self, other: "Month") -> bool:
        return self.first < other.first

    def __str__(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def words(self) -> str:
        """November 2026, in the reader's language."""
        return date_format(self.first, "F Y")
