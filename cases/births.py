"""Birth dates as far as they are known: many people know only the year, and nobody gets a false 1 January."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class Precision(models.TextChoices):
    """How much of a birth date is known."""

    DAY = "day", _("full date")
    MONTH = "month", _("month and year")
    YEAR = "year", _("year only")
    ESTIMATED = "estimated", _("year, estimated")
    UNKNOWN = "unknown", _("not known")


@dataclass(frozen=True)
class Birth:
    """A birth date with its precision. `year`, `month`, `day` are None where not known."""

    precision: str = Precision.UNKNOWN
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def on(cls, day: date) -> "Birth":
        """A full date."""
        return cls(Precision.DAY, day.year, day.month, day.day)

    @classmethod
    def in_year(cls, year: int, estimated: bool = False) -> "Birth":
        """The year alone."""
        return cls(Precision.ESTIMATED if estimated else Precision.YEAR, year)

    @property
    def date(self) -> date | None:
        """The full date, where it is known."""
        return date(self.year, self.month, self.day) if self.precision == Precision.DAY else None

    def age_on(self, day: date) -> int | None:
        """Completed years on a day; with a partial date the age the person has for certain reached by year's end."""
        if self.year is None:
            return None
        born = (self.month or 1, self.day or 1)
        return day.year - self.year - ((day.month, day.day) < born)

    def __str__(self) -> str:
        match self.precision:
            case Precision.DAY:
                return date_format(self.date, "d.m.Y")
            case Precision.MONTH:
                return f"{self.month:02}.{self.year}"
            case Precision.YEAR:
                return str(self.year)
            case Precision.ESTIMATED:
                return str(_("about %(year)s") % {"year": self.year})
        return str(Precision.UNKNOWN.label)
