"""Pages of payments: what is due, paying, the second person's confirmation, receipts, statements."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.gates import allow
from cases.acting import typed_in
from cases.door import enter, note_looks
from returns.actions.payments import confirm_cash, count_out, give_up, pay, release_instalment
from returns.models import EntryKind, Instalment, InstalmentState, Method, Payment, PaymentState
from returns.money import MONEY_ROLES, in_words
from returns.money_forms import ConfirmForm, PayForm, StatementForm
from returns.permissions import may_claim, may_confirm, may_pay, may_release
from returns.qr import path_of
from returns.statements import Reconciled, read_statement, reconcile
from returns.views.awards import MOST_ROWS, acted, insist_on_money
from returns.views.rules import insist

INSTALMENTS = Instalment.objects.select_related("award__return_file__case")
PAYMENTS = Payment.objects.select_related(
    "instalment__award__return_file__case", "payee", "counted_by", "confirmed_by", "cash_float"
)  # fmt: skip


@require_safe
@allow(*MONEY_ROLES)
def due(request: HttpRequest) -> HttpResponse:
    """What is to be paid, and cash that waits for its second person."""
    insist_on_money(request)
    parts = INSTALMENTS.visible_to(request.user).filter(state=InstalmentState.DUE).with_left().order_by("id")
    counted = list(PAYMENTS.visible_to(request.user).filter(state=PaymentState.COUNTED)[:MOST_ROWS])
    waiting = list(
        parts.exclude(payments__state=PaymentState.COUNTED).prefetch_related("award__lines__person")[:MOST_ROWS]
    )
    note_looks(request, [*waiting, *counted])
    return render(request, "returns/money/due.html", {"parts": waiting, "counted": counted})


@allow(*MONEY_ROLES)
def pay_instalment(request: HttpRequest, code: UUID) -> HttpResponse:
    """Pay one instalment; cash at the airport waits for the second person."""
    insist_on_money(request)
    part = enter(request, INSTALMENTS.with_left(), code)
    insist(may_pay(request.user, part))
    form = PayForm(typed_in(request), instalment=part, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            payment = paid_as(part, form.cleaned_data, request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            leads_to = "money_confirm" if payment.state == PaymentState.COUNTED else "money_receipt"
            return redirect(f"returns:{leads_to}", payment.code)
    words = {
        "heading": _("Pay %(sum)s") % {"sum": in_words(part.left, part.award.currency)}, "button": _("Pay"),
        "consequences": [
            _("Cash at the airport is paid when a second person has confirmed it."),
            _("The payment is booked and gets a receipt; it can come back, never be rewritten."),
        ],
    }  # fmt: skip
    return render(request, "returns/money/act.html", words | {"form": form, "award": part.award})


def paid_as(part: Instalment, said: dict, by) -> Payment:
    """Counted out, or paid, as the form says."""
    if said["method"] == Method.AIRPORT:
        return count_out(instalment=part, seen=said["seen"], cash_float=said["cash_float"], by=by)
    return pay(
        instalment=part, method=said["method"], seen=said.get("seen"), rate=said["rate_said"], paid_on=said["paid_on"],
        by=by,
    )  # fmt: skip


@require_POST
@allow(*MONEY_ROLES)
def release(request: HttpRequest, code: UUID) -> HttpResponse:
    """The condition of an instalment is met."""
    insist_on_money(request)
    part = enter(request, INSTALMENTS, code)
    insist(may_release(request.user, part))
    return acted(request, part.award, lambda: release_instalment(instalment=part, by=request.user), _("It is due."))


@allow(*MONEY_ROLES)
def confirm(request: HttpRequest, code: UUID) -> HttpResponse:
    """The second person: who received what, and the signature. Who counted it out shows a QR code to open this page."""
    insist_on_money(request)
    payment = enter(request, PAYMENTS, code)
    form = ConfirmForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            confirm_cash(payment=payment, signed_name=said["signed_name"], signature=said["signature"], by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("returns:money_receipt", payment.code)
    sum_words = in_words(payment.amount, payment.instalment.award.currency)
    words = {
        "heading": _("Confirm cash: %(sum)s") % {"sum": sum_words}, "button": _("Confirm"),
        "confirms": payment.state == PaymentState.COUNTED and may_confirm(request.user, payment),
        "lead": _("Counted out by %(who)s. Somebody else confirms it.") % {"who": payment.counted_by.name},
    }  # fmt: skip
    context = words | {"form": form, "award": payment.instalment.award, "payment": payment}
    if payment.state == PaymentState.COUNTED and not words["confirms"]:
        context["code"] = path_of(request.build_absolute_uri())
    return render(request, "returns/money/confirm.html", context)


@require_POST
@allow(*MONEY_ROLES)
def not_paid(request: HttpRequest, code: UUID) -> HttpResponse:
    """The person did not come, or did not sign."""
    insist_on_money(request)
    payment = enter(request, PAYMENTS, code)
    award = payment.instalment.award
    return acted(request, award, lambda: give_up(payment=payment, by=request.user), _("The cash is back in the float."))


@require_safe
@allow(*MONEY_ROLES)
def receipt(request: HttpRequest, code: UUID) -> HttpResponse:
    """The receipt, to be printed."""
    insist_on_money(request)
    payment = enter(request, PAYMENTS, code)
    award = payment.instalment.award
    back = [entry for entry in payment.entries.all() if entry.kind != EntryKind.PAYMENT]
    context = {
        "payment": payment, "award": award, "case": award.return_file.case, "back": back,
        "left": payment.amount - sum(entry.amount for entry in back), "claim": payment.recoveries.open().first(),
        "claims": may_claim(request.user, payment),
        "bought": payment.instalment.quotes.chosen().select_related("supplier") if payment.supplier else [],
    }  # fmt: skip
    return render(request, "returns/money/receipt.html", context)


@allow(*MONEY_ROLES)
def statement(request: HttpRequest) -> HttpResponse:
    """What a bank or mission says was paid, against what we say."""
    insist_on_money(request)
    form, found = StatementForm(typed_in(request), request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            found: Reconciled = reconcile(rows=read_statement(said["text"]), by=request.user, period=said["period"])
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Confirmed by the statement: %(n)s.") % {"n": len(found.matched)})
    return render(request, "returns/money/statement.html", {"form": form, "found": found})
