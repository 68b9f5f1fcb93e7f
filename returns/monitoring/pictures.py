"""Scores over time as pictures: one line per dimension and one for the composite, with the line of one half."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from returns.models import Dimension, Survey
from returns.monitoring.scores import ENOUGH

TOP, BOTTOM = 14, 86  # where 1 and 0 lie, in per cent of the height
LEFT, RIGHT = 12, 94


@dataclass(frozen=True)
class Dot:
    """One score: where it lies, in per cent of the picture."""

    day: date
    score: Decimal
    x: float
    y: float

    @property
    def is_enough(self) -> bool:
        """At least one half?"""
        return self.score >= ENOUGH

    @property
    def label_y(self) -> float:
        """Where its number is written: above, and below where there is no room above."""
        return self.y - 7 if self.y > TOP + 8 else self.y + 14


@dataclass(frozen=True)
class Line:
    """One picture: its name, its dots, and the stretches between neighbours."""

    words: str
    dots: tuple[Dot, ...]

    @property
    def stretches(self) -> list[tuple[Dot, Dot]]:
        """From each dot to the next."""
        return list(zip(self.dots, self.dots[1:], strict=False))

    @property
    def last(self) -> Dot | None:
        """The newest score."""
        return self.dots[-1] if self.dots else None


def lines_of(surveys: Sequence[Survey]) -> list[Line]:
    """The pictures of these finished surveys, the composite first."""
    names = [("composite", _("Composite")), *((one.value, str(one.label)) for one in Dimension)]
    days = [one.held_on for one in surveys]
    return [
        Line(words, tuple(
            Dot(one.held_on, score, across(one.held_on, days), height(score))
            for one in surveys if (score := getattr(one, name)) is not None
        ))
        for name, words in names
    ]  # fmt: skip


def height(score: Decimal) -> float:
    """Where a score lies: 1 at the top."""
    return round(BOTTOM - float(score) * (BOTTOM - TOP), 2)


def across(day: date, days: Sequence[date]) -> float:
    """Where a day lies between the first and the last; a single day lies in the middle."""
    first, last = min(days), max(days)
    if first == last:
        return (LEFT + RIGHT) / 2
    return round(LEFT + (day - first).days / (last - first).days * (RIGHT - LEFT), 2)


MARKS = tuple((words, height(Decimal(value))) for words, value in (("1", "1"), ("0.5", "0.5"), ("0", "0")))
