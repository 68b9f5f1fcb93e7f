"""The what-if page for counsellors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.gates import allow
from returns.permissions import COUNSELLORS, counsels_returns
from returns.rulebook import read_book
from returns.views.rules import insist
from returns.what_if import compare
from returns.what_if_form import DATES, FLAGS, WhatIfForm, first_guess


@require_safe
@allow(*COUNSELLORS)
def what_if(request: HttpRequest) -> HttpResponse:
    """Compare schemes and dates. Everything stands in the address, nothing of it says who somebody is."""
    insist(counsels_returns(request.user))
    form = WhatIfForm(request.GET if request.GET else None, initial=first_guess())
    columns = compare(read_book(), form.cleaned_data, form.ways) if form.is_bound and form.is_valid() else []
    context = {
        "form": form, "columns": columns, "dates": [form[name] for name in DATES],
        "flags": [form[name] for name in FLAGS],
    }  # fmt: skip
    return render(request, "returns/what_if.html", context)
