"""The money of a return on its case page: what was computed, granted, paid, and is open."""

from decimal import Decimal

from django.db.models import OuterRef
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import Mandate
from cases.facts import as_records, brought
from cases.models import Case
from cases.panels import Panel
from returns.forms.computing import what_if_of
from returns.models import ENDED, Computation, EntryKind, GrantAward, Instalment, LedgerEntry, Return
from returns.parts import Part
from returns.permissions import may_propose, may_see_money
from returns.room import return_of
from returns.rules.sentences import words_of

BACK = (EntryKind.REFUND, EntryKind.RECOVERY)
OF_RETURN = {"award__return_file": OuterRef("pk")}


def brings() -> dict:
    """Awards, their instalments and ledgers, and current computations, in the question that fetches the return."""
    current = Computation.objects.filter(case=OuterRef("case"), is_current=True)
    return {
        "award_rows": brought(GrantAward.objects.filter(return_file=OuterRef("pk")).order_by("pk")),
        "instalment_rows": brought(Instalment.objects.filter(**OF_RETURN).order_by("award", "n")),
        "entry_rows": brought(LedgerEntry.objects.filter(**OF_RETURN).order_by("pk")),
        "computation_rows": brought(current.order_by("-computed_at", "-pk")),
    }


def money_panel(case: Case, request: HttpRequest) -> dict | None:
    """Awards with their instalments, and what was computed and not proposed yet."""
    if case.mandate != Mandate.RETURNS or not may_see_money(request.user, case) or not (record := return_of(case)):
        return None
    awards = awards_of(record)
    granted = {award.computation_id for award in awards if award.state != "cancelled"}
    computed = [one for one in as_records(Computation, record.computation_rows) if one.pk not in granted]
    for one in computed:
        one.sentence = words_of(reason) if (reason := one.explained().reason) else ""
    acts = may_propose(request.user, case) and record.stage not in ENDED
    return {
        "record": record, "awards": awards, "computed": computed, "proposes": acts,
        "what_if": what_if_of(record, case) if acts else "",
    }  # fmt: skip


def awards_of(record: Return) -> list[GrantAward]:
    """Awards with their parts, with what was paid (less what came back) and with what is open."""
    awards = as_records(GrantAward, record.award_rows)
    parts, entries = as_records(Instalment, record.instalment_rows), as_records(LedgerEntry, record.entry_rows)
    for award in awards:
        award.parts = [part for part in parts if part.award_id == award.pk]
        own = [entry for entry in entries if entry.award_id == award.pk]
        award.paid = booked(own, EntryKind.PAYMENT) - booked(own, *BACK)
        award.left = booked(own, EntryKind.COMMITMENT) - booked(own, EntryKind.CANCELLATION) - award.paid
    return awards


def booked(entries: list[LedgerEntry], *kinds: str) -> Decimal:
    """The sum of these entries."""
    return sum((entry.amount for entry in entries if entry.kind in kinds), Decimal())


BRINGS = Part("money", _("Money"), brings=brings)
PANEL = Panel("money", _("Money"), "returns/money/_panel.html", money_panel, order=15)
