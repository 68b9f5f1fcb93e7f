"""Travel windows as bars over dates: where each bar begins and how long it is, in per cent of the days shown.

Numbers are given as finished words (`23.91%`), so that no language puts a comma into an SVG attribute.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format

from travel.windows import DAY, Window

FEWEST_DAYS, MOST_DAYS = 75, 400


@dataclass(frozen=True)
class Bar:
    """A bar: `kind` is solid (`bar`), not proven (`guess`) or the answer (`mine`)."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True)
class Row:
    """One row of the picture: its words, the dates in words, the bar (none where no day is known)."""

    words: str
    dates: str
    bar: Bar | None = None
    is_answer: bool = False


@dataclass(frozen=True)
class Month:
    """A month's beginning on the axis."""

    words: str
    x: str
    is_first: bool


class Chart:
    """A picture of days around a window: from the beginning of this month until the window has closed."""

    def __init__(self, window: Window, today: date | None = None) -> None:
        self.window, self.today = window, today or timezone.localdate()
        marks = [self.today] + [day for day in (window.first, window.last) if day and not window.is_empty]
        self.first = min(marks).replace(day=1)
        last = max([*marks, self.today + timedelta(days=FEWEST_DAYS)])
        self.end = _next_month(min(last, self.first + timedelta(days=MOST_DAYS)))

    def x(self, day: date) -> str:
        """Where a day begins."""
        share = (day - self.first) / (self.end - self.first)
        return f"{100 * min(max(share, 0), 1):.2f}%"

    def bar(self, kind: str, first: date | None, last: date | None) -> Bar | None:
        """A bar over the days from first to last, cut at the edges of the picture; None where it lies outside."""
        begins = max(first or self.first, self.first)
        ends = min((last or self.end) + DAY, self.end)
        if begins >= ends:
            return None
        return Bar(kind, self.x(begins), f"{100 * ((ends - begins) / (self.end - self.first)):.2f}%")

    @property
    def band(self) -> Bar | None:
        """The days that all share, as a band over all rows."""
        return None if self.window.is_empty else self.bar("band", self.window.first, self.window.last)

    @property
    def now(self) -> str:
        """Where today is."""
        return self.x(self.today)

    @property
    def months(self) -> list[Month]:
        """The months on the axis; where there are many, every second or third is named."""
        starts = list(_months(self.first, self.end))
        step = len(starts) // 7 + 1
        return [
            Month(
                _month_words(start) if place % step == 0 and not self._hides(start) else "", self.x(start), place == 0
            )
            for place, start in enumerate(starts)
        ]

    def _hides(self, start: date) -> bool:
        """Would the word of this month lie under the word of today?"""
        share = (self.today - start) / (self.end - self.first)
        return -0.06 < share < 0.12

    @property
    def answer(self) -> Row:
        """The last row: the window itself."""
        bar = None if self.window.is_empty else self.bar("mine", self.window.first, self.window.last)
        return Row("", str(self.window), bar, is_answer=True)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _months(first: date, end: date) -> Iterable[date]:
    while first < end:
        yield first
        first = _next_month(first)


def _month_words(start: date) -> str:
    return date_format(start, "M Y" if start.month == 1 else "M")
