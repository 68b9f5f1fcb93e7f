"""The monthly table in the shape the office publishes: returns by country of return, grants by scheme.

Each figure stands for the month and for the year up to its end. This is the officer's form, every figure exact; what
leaves the office goes through `published` first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.reference.countries import name_of
from returns.caseload.months import Month
from returns.figures import by_country_of_return, people_returned
from returns.models import AwardState, EntryKind, GrantAward, LedgerEntry, Return

COUNTED = ("month", "year", "month_assisted", "year_assisted")
GRANTED = ("month", "year")
SUMS = ("month_granted", "year_granted", "month_paid", "year_paid")
BACK = (EntryKind.REFUND, EntryKind.RECOVERY)
RETURN_HEADINGS = (
    _("Country of return"), _("Returned in the month"), _("Returned since January"),
    _("With a grant, in the month"), _("With a grant, since January"),
)  # fmt: skip
GRANT_HEADINGS = (
    _("Scheme"), _("Currency"), _("Grants in the month"), _("Grants since January"), _("Granted in the month"),
    _("Granted since January"), _("Paid in the month"), _("Paid since January"),
)  # fmt: skip
DEFINITIONS = (
    _("Returned: persons who left with our assistance, counted in the month in which their journey departed, each "
      "once in a table. Whom the police returned and who stayed after all are not counted."),
    _("With a grant: those of them for whom a grant was approved by the day on which the table was made."),
    _("Grants: awards approved in the month and not cancelled since; an award is for one family under one scheme."),
    _("Granted: the whole amounts of these awards. Paid: payments booked in the month, less what came back."),
    _("Since January: from the first of January to the end of the month."),
)  # fmt: skip


@dataclass(frozen=True)
class ReturnRow:
    """People who returned to one country (or to all, in the last line)."""

    words: str
    month: int = 0
    year: int = 0
    month_assisted: int = 0
    year_assisted: int = 0


@dataclass(frozen=True)
class GrantRow:
    """Grants under one scheme in one currency."""

    words: str
    currency: str
    month: int = 0
    year: int = 0
    month_granted: Decimal = Decimal()
    year_granted: Decimal = Decimal()
    month_paid: Decimal = Decimal()
    year_paid: Decimal = Decimal()


@dataclass(frozen=True)
class Table:
    """Both parts of the table of one month; `host` is empty for all countries we work in."""

    month: Month
    host: str
    returns: Sequence[ReturnRow]
    grants: Sequence[GrantRow]

    @property
    def total(self) -> ReturnRow:
        """All countries of return together."""
        return ReturnRow(
            str(_("All countries")), *(sum(getattr(row, name) for row in self.returns) for name in COUNTED)
        )

    @property
    def totals_of_grants(self) -> list[GrantRow]:
        """All schemes together, for each currency: nobody adds kronor to euros."""
        return [
            GrantRow(str(_("All schemes")), currency, *(
                sum(getattr(row, name) for row in self.grants if row.currency == currency) for name in (*GRANTED, *SUMS)
            ))
            for currency in dict.fromkeys(row.currency for row in self.grants)
        ]  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One part of the table as it is drawn and written into files: headings, lines, and the lines of totals."""

    name: str
    heading: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str | int | Decimal]]
    totals: Sequence[Sequence[str | int | Decimal]]


def parts_of(table: Table) -> list[Part]:
    """The officer's form: every figure exact."""
    returns = [[getattr(row, name) for name in ("words", *COUNTED)] for row in (*table.returns, table.total)]
    of_grant = ("words", "currency", *GRANTED, *SUMS)
    grants, totals = (
        [[getattr(row, name) for name in of_grant] for row in rows] for rows in (table.grants, table.totals_of_grants)
    )
    return [
        Part("returns", _("Returns"), RETURN_HEADINGS, returns[:-1], returns[-1:]),
        Part("grants", _("Grants"), GRANT_HEADINGS, grants, totals),
    ]


def monthly(user: User, month: Month, host: str = "") -> Table:
    """The table of a month over what this person may see."""
    records = Return.objects.visible_to(user)
    records = records.filter(case__country=host) if host else records
    people = people_returned(records, *month.year_so_far)
    language = get_language() or "en"
    rows = [
        ReturnRow(name_of(row["country"], language) if row["country"] else str(_("not known")), *map(row.get, COUNTED))
        for row in by_country_of_return(people, month.days)
    ]
    return Table(month, host, sorted(rows, key=lambda row: (-row.year, row.words)), grants_of(user, month, host))


def grants_of(user: User, month: Month, host: str) -> list[GrantRow]:
    """Awards by scheme and currency, and what was paid under them."""
    found: dict[tuple[str, str], dict] = {}
    for row in (*awards_in(user, month, host), *paid_in(user, month, host)):
        found.setdefault((row.pop("scheme"), row.pop("currency")), {}).update(row)
    return [GrantRow(*key, **figures) for key, figures in sorted(found.items())]


def awards_in(user: User, month: Month, host: str) -> list[dict]:
    """How many awards were approved, over how much."""
    awards = GrantAward.objects.visible_to(user).filter(state=AwardState.APPROVED)
    awards = awards.filter(return_file__case__country=host) if host else awards
    within = Q(approved_at__date__range=month.days)
    rows = awards.filter(approved_at__date__range=month.year_so_far).order_by().values("scheme", "currency")
    return list(
        rows.annotate(
            month=Count("pk", filter=within), year=Count("pk"),
            month_granted=Sum("amount", filter=within, default=Decimal()), year_granted=Sum("amount"),
        )
    )  # fmt: skip


def paid_in(user: User, month: Month, host: str) -> list[dict]:
    """How much was paid, less what came back."""
    entries = LedgerEntry.objects.visible_to(user)
    entries = entries.filter(award__return_file__case__country=host) if host else entries
    rows = entries.filter(booked_at__date__range=month.year_so_far).order_by()
    rows = rows.values("award__scheme", "award__currency").annotate(
        **{f"{name}_{way}": Sum("amount", filter=Q(booked_at__date__range=days, kind__in=kinds), default=Decimal())
           for name, days in (("month", month.days), ("year", month.year_so_far))
           for way, kinds in (("out", [EntryKind.PAYMENT]), ("back", BACK))}
    )  # fmt: skip
    return [
        {"scheme": row["award__scheme"], "currency": row["award__currency"],
         "month_paid": row["month_out"] - row["month_back"], "year_paid": row["year_out"] - row["year_back"]}
        for row in rows if row["year_out"] or row["year_back"]
    ]  # fmt: skip
