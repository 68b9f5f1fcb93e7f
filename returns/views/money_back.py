"""Pages of money that comes back: a refund, a claim with what was repaid of it, writing it off, receipts of both."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.gates import allow
from accounts.models import Role
from cases.acting import typed_in
from cases.door import enter, note_looks
from returns.actions.money_back import claim_back, recover, refund, write_off
from returns.forms.money_back import BackForm, ClaimForm, RepaidForm, WriteOffForm
from returns.models import EntryKind, LedgerEntry, Recovery, RecoveryState
from returns.money import MONEY_ROLES, in_words
from returns.permissions import COUNSELLORS, may_claim, may_write_off
from returns.views.awards import MOST_ROWS, insist_on_money
from returns.views.payments import PAYMENTS
from returns.views.rules import insist

RECOVERIES = Recovery.objects.select_related(
    "payment__instalment__award__return_file__case", "payment__payee", "claimed_by", "written_off_by"
)  # fmt: skip
BACK = LedgerEntry.objects.filter(kind__in=[EntryKind.REFUND, EntryKind.RECOVERY]).select_related(
    "award__return_file__case", "payment__payee", "booked_by", "recovery"
)  # fmt: skip


@allow(*MONEY_ROLES)
def take_back(request: HttpRequest, code: UUID) -> HttpResponse:
    """All that is left of a payment came back."""
    payment = enter(request, PAYMENTS, code)
    award = payment.instalment.award
    form = BackForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            entry = refund(payment=payment, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("returns:money_back", entry.code)
    left = payment.entries.all().totals()["paid"]
    words = {
        "heading": _("It came back: %(sum)s") % {"sum": in_words(left, award.currency)},
        "button": _("Record that it came back"), "lead": payment.receipt, "form": form, "award": award,
        "consequences": [_("It is due again, unless the return has ended."), _("The ledger keeps both movements.")],
    }  # fmt: skip
    return render(request, "returns/money/act.html", words)


@allow(*COUNSELLORS)
def claim(request: HttpRequest, code: UUID) -> HttpResponse:
    """Claim a payment back."""
    payment = enter(request, PAYMENTS, code)
    insist(may_claim(request.user, payment))
    award = payment.instalment.award
    form = ClaimForm(typed_in(request), initial={"amount": payment.entries.all().totals()["paid"]})
    if request.method == "POST" and form.is_valid():
        try:
            made = claim_back(payment=payment, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Claimed back."))
            return redirect("returns:money_recovery", made.code)
    words = {
        "heading": _("Claim it back"), "button": _("Claim it back"), "lead": payment.receipt, "form": form,
        "award": award, "consequences": [
            _("Each part that comes back is recorded here and gets a receipt."),
            _("What comes back is not paid again."),
        ],
    }  # fmt: skip
    return render(request, "returns/money/act.html", words)


@require_safe
@allow(*MONEY_ROLES)
def recoveries(request: HttpRequest) -> HttpResponse:
    """What is claimed back and has not come yet, the oldest first."""
    insist_on_money(request)
    claims = list(RECOVERIES.visible_to(request.user).open().with_repaid()[:MOST_ROWS])
    for one in claims:
        one.left = one.amount - one.repaid_so_far
    note_looks(request, claims)
    return render(request, "returns/money/recoveries.html", {"claims": claims})


@allow(*MONEY_ROLES)
def recovery(request: HttpRequest, code: UUID) -> HttpResponse:
    """One claim: what came back of it, and recording a part more."""
    one = enter(request, RECOVERIES, code)
    parts = list(one.entries.select_related("booked_by"))
    left = one.amount - sum(part.amount for part in parts)
    form = RepaidForm(typed_in(request), initial={"amount": left})
    if request.method == "POST" and form.is_valid():
        try:
            entry = recover(payment=one.payment, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("returns:money_back", entry.code)
    is_open = one.state == RecoveryState.OPEN
    award = one.payment.instalment.award
    context = {
        "claim": one, "parts": parts, "left": left, "award": award, "case": award.return_file.case,
        "form": form if is_open else None, "writes_off": is_open and may_write_off(request.user, one),
    }  # fmt: skip
    return render(request, "returns/money/recovery.html", context)


@allow(Role.LEAD)
def written_off(request: HttpRequest, code: UUID) -> HttpResponse:
    """What has not come back is not claimed any more."""
    one = enter(request, RECOVERIES, code)
    insist(may_write_off(request.user, one))
    award = one.payment.instalment.award
    form = WriteOffForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            write_off(recovery=one, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Written off."))
            return redirect("returns:money_recovery", one.code)
    words = {
        "heading": _("Write off: %(sum)s") % {"sum": in_words(one.amount - one.repaid, award.currency)},
        "button": _("Write it off"), "form": form, "award": award,
        "consequences": [_("It stays paid in the ledger, and nobody asks for it any more.")],
    }  # fmt: skip
    return render(request, "returns/money/act.html", words)


@require_safe
@allow(*MONEY_ROLES)
def receipt(request: HttpRequest, code: UUID) -> HttpResponse:
    """The receipt of what came back, to be printed."""
    entry = enter(request, BACK, code)
    context = {"entry": entry, "award": entry.award, "payment": entry.payment, "case": entry.award.return_file.case}
    return render(request, "returns/money/back.html", context)
