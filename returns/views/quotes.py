"""Pages of what is given in kind: quotes side by side, choosing, giving up what is not needed."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.gates import allow
from cases.acting import typed_in
from cases.door import enter
from returns.actions.quotes import OPEN, add_quote, choose_quote, doubt_about, drop_choice, give_up_rest, supplier_named
from returns.forms.quotes import ChoiceForm, QuoteForm
from returns.models import AwardState, Instalment, Mode, SupplierQuote
from returns.models.quote import by_thing
from returns.money import MONEY_ROLES, in_words
from returns.permissions import COUNSELLORS, may_buy, may_give_up_rest, may_open_case
from returns.views.payments import INSTALMENTS
from returns.views.rules import insist

QUOTES = SupplierQuote.objects.select_related("instalment__award__return_file__case", "supplier", "document")


@allow(*MONEY_ROLES)
def quotes(request: HttpRequest, code: UUID) -> HttpResponse:
    """The quotes of one instalment under what they are for, and one more."""
    part = enter(request, INSTALMENTS.with_left(), code)
    insist(part.mode == Mode.IN_KIND)
    is_open = part.state in OPEN and part.award.state != AwardState.CANCELLED
    buys = is_open and may_buy(request.user, part)
    form = QuoteForm(typed_in(request), instalment=part, initial={"what": request.GET.get("what", "")})
    if request.method == "POST" and form.is_valid():
        insist(buys)
        try:
            quote = written_down(part, form.cleaned_data, request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The quote is written down."))
            return redirect("returns:money_quotes", quote.instalment.code)
    found = list(part.quotes.select_related("supplier", "document", "chosen_by"))
    chosen = sum(one.worth for one in found if one.chosen_at)
    case = part.award.return_file.case
    context = {
        "part": part, "award": part.award, "things": by_thing(found), "wanted": settings.WANTED_QUOTES,
        "chosen": chosen, "rest": part.left - chosen, "buys": buys, "form": form if buys else None,
        "gives_up": is_open and part.award.state == AwardState.APPROVED and may_give_up_rest(request.user, part),
        "opens_case": may_open_case(request.user, case), "case": case,
    }  # fmt: skip
    return render(request, "returns/money/quotes.html", context)


def written_down(part: Instalment, said: dict, by) -> SupplierQuote:
    """A quote of a supplier who is known, or new."""
    supplier = said["supplier"] or supplier_named(
        name=said["new_name"], place=said["new_place"], country=part.award.return_file.return_country, by=by
    )
    return add_quote(instalment=part, supplier=supplier, offer=said["offer"], by=by)


@allow(*COUNSELLORS)
def choose(request: HttpRequest, code: UUID) -> HttpResponse:
    """Buy there, with a reason where one is asked for."""
    quote = enter(request, QUOTES, code)
    insist(may_buy(request.user, quote.instalment))
    form = ChoiceForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            choose_quote(quote=quote, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Chosen."))
            return redirect("returns:money_quotes", quote.instalment.code)
    award = quote.instalment.award
    words = {
        "heading": _("Choose: %(what)s") % {"what": quote.what}, "button": _("Choose"),
        "lead": f"{quote.supplier}, {in_words(quote.worth, award.currency)}",
        "consequences": [doubt_about(quote) or _("Enough quotes, and none is cheaper.")],
    }  # fmt: skip
    return render(request, "returns/money/act.html", words | {"form": form, "award": award})


@require_POST
@allow(*COUNSELLORS)
def unchoose(request: HttpRequest, code: UUID) -> HttpResponse:
    """Not there after all."""
    quote = enter(request, QUOTES, code)
    insist(may_buy(request.user, quote.instalment))
    try:
        drop_choice(quote=quote, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect("returns:money_quotes", quote.instalment.code)


@require_POST
@allow(*COUNSELLORS)
def give_up(request: HttpRequest, code: UUID) -> HttpResponse:
    """A lead lets the rest go, so that what was chosen can be paid."""
    part = enter(request, INSTALMENTS, code)
    insist(may_give_up_rest(request.user, part))
    try:
        rest = give_up_rest(instalment=part, reason=request.POST.get("reason", "")[:2000], by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("Given up: %(sum)s.") % {"sum": in_words(rest, part.award.currency)})
    return redirect("returns:money_quotes", part.code)
