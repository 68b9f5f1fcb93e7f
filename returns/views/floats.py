"""The float of the day: taken out, and counted together in the evening."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import DecimalField, F, Q, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.gates import allow
from cases.acting import typed_in
from returns.actions.floats import close_float, expected_in, open_float
from returns.models import CashFloat
from returns.money import MONEY_ROLES, in_words
from returns.money_forms import CountForm, FloatForm
from returns.views.awards import MOST_ROWS, insist_on_money

SUM = DecimalField(max_digits=12, decimal_places=2)
FLOATS = CashFloat.objects.select_related("holder", "closed_by")
HANDED = Coalesce(Sum("payments__amount", filter=Q(payments__state="paid")), 0, output_field=SUM)


@allow(*MONEY_ROLES)
def floats(request: HttpRequest) -> HttpResponse:
    """Today's floats and those of other days that nobody has counted; taking cash out."""
    insist_on_money(request)
    form = FloatForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            open_float(by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Your float is open."))
            return redirect("returns:money_floats")
    shown = FLOATS.visible_to(request.user).filter(Q(day=timezone.localdate()) | Q(closed_at=None))
    held = shown.annotate(handed=HANDED, left=F("opening") - HANDED)[:MOST_ROWS]
    return render(request, "returns/money/floats.html", {"floats": held, "form": form})


@allow(*MONEY_ROLES)
def count(request: HttpRequest, code: UUID) -> HttpResponse:
    """A second person counts it with the holder."""
    insist_on_money(request)
    one = FLOATS.get_for(request.user, code)
    form = CountForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            close_float(cash_float=one, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Counted. Nothing more is paid from this float."))
            return redirect("returns:money_floats")
    words = {
        "heading": _("Count the float of %(who)s") % {"who": one.holder.name}, "button": _("Close the float"),
        "lead": _("Expected: %(sum)s") % {"sum": in_words(expected_in(one), one.currency)}, "form": form,
    }  # fmt: skip
    return render(request, "returns/money/act.html", words)
