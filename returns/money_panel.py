"""The money of a return on its case page: what was computed, granted, paid, and is open."""

from django.db.models import DecimalField, Q, QuerySet, Sum
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import Mandate
from cases.models import Case
from cases.panels import Panel
from returns.forms.computing import what_if_of
from returns.models import ENDED, EntryKind, GrantAward
from returns.permissions import may_propose, may_see_money
from returns.room import return_of
from returns.rules.sentences import words_of

SUM = DecimalField(max_digits=12, decimal_places=2)


def money_panel(case: Case, request: HttpRequest) -> dict | None:
    """Awards with their instalments, and what was computed and not proposed yet."""
    if case.mandate != Mandate.RETURNS or not may_see_money(request.user, case) or not (record := return_of(case)):
        return None
    awards = list(with_sums(record.awards.prefetch_related("instalments")))
    granted = {award.computation_id for award in awards if award.state != "cancelled"}
    computed = [one for one in case.computations.filter(is_current=True) if one.pk not in granted]
    for one in computed:
        one.sentence = words_of(reason) if (reason := one.explained().reason) else ""
    acts = may_propose(request.user, case) and record.stage not in ENDED
    return {
        "record": record, "awards": awards, "computed": computed, "proposes": acts,
        "what_if": what_if_of(record, case) if acts else "",
    }  # fmt: skip


def with_sums(awards: QuerySet[GrantAward]) -> QuerySet[GrantAward]:
    """Awards with what was paid (less what came back) and what is open, in the same question."""

    def booked(*kinds: str) -> Sum:
        only = Q(entries__kind__in=kinds)
        return Sum(
            "entries__amount", filter=only, default=0, output_field=DecimalField(max_digits=12, decimal_places=2)
        )

    paid = booked(EntryKind.PAYMENT) - booked(EntryKind.REFUND, EntryKind.RECOVERY)
    return awards.annotate(
        paid=paid, left=booked(EntryKind.COMMITMENT) - booked(EntryKind.CANCELLATION) - paid
    ).order_by("pk")  # fmt: skip


PANEL = Panel("money", _("Money"), "returns/money/_panel.html", money_panel, order=15)
