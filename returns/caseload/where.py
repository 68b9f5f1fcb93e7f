"""Where we stand: how many returns wait in each stage and since when, and what of the money waits for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Min, QuerySet, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from returns.figures import Waiting, by_stage, oldest
from returns.models import (
    ENDED,
    CashFloat,
    GrantAward,
    Instalment,
    InstalmentState,
    Payment,
    PaymentState,
    Return,
    Stage,
)  # fmt: skip
from returns.money import in_words

OLDEST_SHOWN = 8


@dataclass(frozen=True)
class StageLine:
    """One stage of the pipeline."""

    value: str
    words: str
    waiting: Waiting

    @property
    def days(self) -> int | None:
        """For how many days the oldest has stood there."""
        return (timezone.localdate() - self.waiting.since).days if self.waiting.since else None


@dataclass(frozen=True)
class MoneyLine:
    """Something of the money that waits: what, how many, how much, since when, and where it is looked at."""

    words: str
    page: str
    count: int = 0
    amounts: tuple[str, ...] = ()
    since: date | None = None


def pipeline(user: User, host: str = "") -> list[StageLine]:
    """Every stage that is not an end, in the order of the work."""
    found = by_stage(narrowed(Return.objects.visible_to(user), host, "case__country"))
    return [StageLine(one.value, str(one.label), found.get(one.value, Waiting())) for one in Stage if one not in ENDED]


def waiting_longest(user: User, host: str = "") -> Sequence[Return]:
    """The returns that have stood longest, with whose turn it is."""
    return oldest(narrowed(Return.objects.visible_to(user), host, "case__country"), OLDEST_SHOWN)


def money_lines(user: User, host: str = "") -> list[MoneyLine]:
    """Awards that wait for approval, instalments due, cash that waits for its second person, floats not counted."""
    case = "return_file__case__country"
    awards = narrowed(GrantAward.objects.visible_to(user).waiting(), host, case)
    due = Instalment.objects.visible_to(user).filter(state=InstalmentState.DUE)
    due = narrowed(due.exclude(payments__state=PaymentState.COUNTED), host, f"award__{case}")
    counted = Payment.objects.visible_to(user).filter(state=PaymentState.COUNTED)
    counted = narrowed(counted, host, f"instalment__award__{case}")
    floats = narrowed(CashFloat.objects.visible_to(user).filter(closed_at=None), host, "country")
    return [
        line(_("Grants to approve"), "money_approvals", awards, currency="currency", amount="amount",
             since="proposed_at"),
        line(_("Payments due"), "money_due", due, currency="award__currency", amount="amount", since="released_at"),
        line(_("Cash that waits for its second person"), "money_due", counted, currency="instalment__award__currency",
             amount="amount", since="counted_at"),
        line(_("Floats not counted yet"), "money_floats", floats, currency="currency", amount="opening",
             since="opened_at"),
    ]  # fmt: skip


def line(words: str, page: str, records: QuerySet, *, currency: str, amount: str, since: str) -> MoneyLine:
    """How many there are, how much in each currency, since when the first of them waits. One question."""
    rows = records.order_by().values(currency).annotate(n=Count("pk"), sum=Sum(amount), first=Min(TruncDate(since)))
    rows = sorted(rows, key=lambda row: row[currency])
    amounts = tuple(in_words(Decimal(row["sum"]), row[currency]) for row in rows)
    first = min((row["first"] for row in rows if row["first"]), default=None)
    return MoneyLine(str(words), f"returns:{page}", sum(row["n"] for row in rows), amounts, first)


def narrowed(records: QuerySet, host: str, column: str) -> QuerySet:
    """Those of one host country, where one is chosen."""
    return records.filter(**{column: host}) if host else records
