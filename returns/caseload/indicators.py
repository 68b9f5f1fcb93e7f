"""How well it goes, by host country and month: how long people wait, how many withdraw, how much is given in kind."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from statistics import median

from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from accounts.models import Country, User
from returns.caseload.months import Month
from returns.figures import applied_and_withdrawn, days_to_departure
from returns.models import AwardLine, AwardState, GrantAward, Mode, Return

MONTHS = 12
DEFINITIONS = (
    _("Days to departure: from the application to the departure, for returns that departed in the month; half of them "
      "took no longer (the median)."),
    _("Withdrawn: of the returns applied for in the month, those that stand withdrawn today."),
    _("In kind: of the amounts approved in the month, the share that is given in goods and services."),
)  # fmt: skip


@dataclass
class Indicators:
    """One host country in one month."""

    host: str
    month: Month
    days: list[int] = field(default_factory=list)
    applied: int = 0
    withdrawn: int = 0
    in_kind: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)

    @property
    def country(self) -> str:
        """The host country in words."""
        return str(Country(self.host).label)

    @property
    def departed(self) -> int:
        """How many returns departed whose application is dated."""
        return len(self.days)

    @property
    def median_days(self) -> int | None:
        """Half of them took no longer."""
        return round(median(self.days)) if self.days else None

    @property
    def share_withdrawn(self) -> str:
        """12 %, or nothing where nobody applied."""
        return percent(self.withdrawn, self.applied)

    @property
    def share_in_kind(self) -> str:
        """40 % of the euros, 15 % of the kronor: the currency is named where there are several."""
        several = len(self.in_kind) > 1
        shares = [f"{percent(part, whole)}{f' ({code})' if several else ''}" for code, (part, whole) in
                  sorted(self.in_kind.items())]  # fmt: skip
        return ", ".join(shares)


def percent(part: int | Decimal, whole: int | Decimal) -> str:
    """In whole hundredths."""
    return f"{round(100 * part / whole)} %" if whole else ""


def indicators(user: User, host: str = "") -> Sequence[Indicators]:
    """The last twelve months, the newest first, each host country that has anything to show; in three questions."""
    to = Month.last_whole().after
    first, last = to.back(MONTHS - 1).first, to.last
    records = Return.objects.visible_to(user)
    records = records.filter(case__country=host) if host else records
    found: dict[tuple[str, date], Indicators] = {}

    def at(country: str, day: date) -> Indicators:
        month = Month.of(day)
        return found.setdefault((country, month.first), Indicators(country, month))

    for country, day, days in days_to_departure(records, first, last):
        at(country, day).days.append(days)
    for (country, day), (applied, withdrawn) in applied_and_withdrawn(records, first, last).items():
        at(country, day).applied, at(country, day).withdrawn = applied, withdrawn
    for country, year, month, currency, in_kind, whole in lines_by_month(user, host, first, last):
        at(country, date(year, month, 1)).in_kind[currency] = (in_kind, whole)
    return sorted(found.values(), key=lambda one: (-one.month.first.toordinal(), one.host))


def lines_by_month(user: User, host: str, first: date, last: date) -> list[tuple]:
    """Amounts approved in each host country, month and currency: what is in kind, and all of it."""
    awards = GrantAward.objects.visible_to(user).filter(
        state=AwardState.APPROVED, approved_at__date__range=(first, last)
    )
    awards = awards.filter(return_file__case__country=host) if host else awards
    keys = ("award__return_file__case__country", "award__approved_at__year", "award__approved_at__month",
            "award__currency")  # fmt: skip
    lines = AwardLine.objects.filter(award__in=awards.order_by()).order_by().values_list(*keys)
    in_kind = Sum("amount", filter=Q(mode=Mode.IN_KIND), default=Decimal())
    return list(lines.annotate(in_kind=in_kind, whole=Sum("amount")).values_list(*keys, "in_kind", "whole"))
