"""Pages of awards: proposing one from a kept computation, what waits for approval, one award with its ledger."""

from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.gates import allow
from accounts.models import Mandate
from cases.acting import typed_in
from cases.door import enter, note_looks
from returns.actions.awards import answer_of, approve_award, cancel_award, propose_award
from returns.duplicates.guard import Elsewhere, elsewhere
from returns.models import (
    AwardState,
    Computation,
    GrantAward,
    Instalment,
    InstalmentState,
    Mode,
    Payment,
    PaymentState,
    Return,
    SupplierQuote,
)  # fmt: skip
from returns.money import MONEY_ROLES
from returns.money_forms import ProposeForm
from returns.permissions import (
    COUNSELLORS,
    counsels_returns,
    may_approve,
    may_cancel,
    may_open_case,
    may_pay,
    may_propose,
    may_release,
)
from returns.rules.sentences import why_cut
from returns.views.rules import insist
from returns.what_if import rows_of

MOST_ROWS = 50
AWARDS = GrantAward.objects.select_related(
    "return_file__case", "proposed_by", "approved_by", "cancelled_by"
).prefetch_related("lines__person")  # fmt: skip


def insist_on_money(request: HttpRequest) -> None:
    """Somebody who works with the money of returns in at least one country."""
    scopes = request.user.standing.within(*MONEY_ROLES)
    insist(any(scope.mandate in ("", Mandate.RETURNS) for scope in scopes))


@require_safe
@allow(*MONEY_ROLES)
def approvals(request: HttpRequest) -> HttpResponse:
    """What waits for approval, the oldest first."""
    insist_on_money(request)
    awards = list(AWARDS.visible_to(request.user).waiting()[:MOST_ROWS])
    note_looks(request, awards)
    return render(request, "returns/money/approvals.html", {"awards": awards})


@allow(*COUNSELLORS)
def propose(request: HttpRequest, code: UUID) -> HttpResponse:
    """Propose what a computation came to: the explained table, who the people are, and the parts."""
    computation = enter(request, Computation.objects.select_related("case__return_file"), code)
    insist(may_propose(request.user, computation.case))
    insist(Return.objects.filter(case=computation.case_id).exists())
    try:
        answer = answer_of(computation)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("returns:money_compute", computation.case.return_file.code)
    form = ProposeForm(typed_in(request), computation=computation)
    if request.method == "POST" and form.is_valid():
        try:
            award = propose_award(
                record=computation.case.return_file, computation=computation, people=form.cleaned_data["people"],
                parts=form.cleaned_data["parts"], by=request.user,
            )  # fmt: skip
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Proposed. It is paid when a second person has approved it."))
            return redirect("returns:money_award", award.code)
    context = {
        "computation": computation, "case": computation.case, "form": form, "answer": answer,
        "rows": rows_of(answer.lines), "cuts": [why_cut(cut) for cut in answer.cuts],
    }  # fmt: skip
    return render(request, "returns/money/propose.html", context)


@require_safe
@allow(*MONEY_ROLES)
def award(request: HttpRequest, code: UUID) -> HttpResponse:
    """One award: lines with their sentences, instalments, and every movement."""
    insist_on_money(request)
    one, known = enter(request, AWARDS, code), Elsewhere([], [])
    if one.state == AwardState.PROPOSED:
        known = elsewhere(one)
        note_looks(request, dict.fromkeys(doubt.other for doubt in known.doubts))
    context = {
        "award": one, "case": one.return_file.case, "parts": parts_for(request, one), **books_of(one),
        "may_approve": one.state == AwardState.PROPOSED and may_approve(request.user, one),
        "may_cancel": one.state != AwardState.CANCELLED and may_cancel(request.user, one),
        "opens_case": may_open_case(request.user, one.return_file.case),
        "doubts": known.doubts, "held": known.held, "may_decide": counsels_returns(request.user),
    }  # fmt: skip
    return render(request, "returns/money/award.html", context)


def books_of(one: GrantAward) -> dict:
    """Every movement and what they come to; nothing is booked before an approval."""
    if one.state == AwardState.PROPOSED:
        return {"entries": [], "totals": dict.fromkeys(("committed", "paid", "cancelled", "open"), Decimal())}
    return {"entries": one.entries.select_related("booked_by", "instalment"), "totals": one.entries.all().totals()}


def parts_for(request: HttpRequest, one: GrantAward) -> list[Instalment]:
    """The instalments with what this person may do about each; about those of a proposal, nothing yet."""
    if one.state == AwardState.PROPOSED:
        return list(one.instalments.with_left())
    payments = Payment.objects.exclude(state=PaymentState.GIVEN_UP).order_by("id")
    chosen = SupplierQuote.objects.chosen().select_related("supplier")
    parts = list(
        one.instalments.with_left().prefetch_related(
            Prefetch("quotes", chosen, to_attr="bought"), Prefetch("payments", payments, to_attr="paid")
        )
    )
    for part in parts:
        part.award = one
        is_open = one.state == AwardState.APPROVED and part.state in (InstalmentState.WAITS, InstalmentState.DUE)
        part.to_release = is_open and part.state == InstalmentState.WAITS and may_release(request.user, part)
        part.to_pay = is_open and part.state == InstalmentState.DUE and is_ready(part) and may_pay(request.user, part)
    return parts


def is_ready(part: Instalment) -> bool:
    """Nobody is paying it now; in kind, suppliers are chosen for all of it."""
    if any(payment.state == PaymentState.COUNTED for payment in part.paid):
        return False
    return part.mode == Mode.CASH or sum(quote.worth for quote in part.bought) == part.left


@require_POST
@allow(*MONEY_ROLES)
def approve(request: HttpRequest, code: UUID) -> HttpResponse:
    """A second person answers for it."""
    insist_on_money(request)
    one = enter(request, AWARDS, code)
    insist(may_approve(request.user, one))
    return acted(request, one, lambda: approve_award(award=one, by=request.user), _("Approved."))


@require_POST
@allow(*MONEY_ROLES)
def cancel(request: HttpRequest, code: UUID) -> HttpResponse:
    """What is not paid is paid no more."""
    insist_on_money(request)
    one = enter(request, AWARDS, code)
    insist(may_cancel(request.user, one))
    reason = request.POST.get("reason", "").strip()[:2000]
    if not reason:
        messages.error(request, _("Say why: the reason stays on record."))
        return redirect("returns:money_award", one.code)
    return acted(request, one, lambda: cancel_award(award=one, reason=reason, by=request.user), _("Cancelled."))


def acted(request: HttpRequest, one: GrantAward, act, said: str) -> HttpResponse:
    """Act, say so or say why not, and show the award."""
    try:
        act()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, said)
    return redirect("returns:money_award", one.code)
