"""Computing the grant of a case from what is on record, before it is proposed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.gates import allow
from cases.acting import typed_in
from returns.actions.computations import compute_case
from returns.forms.computing import ComputeForm
from returns.permissions import COUNSELLORS
from returns.views.acts import return_for
from returns.what_if import column_of
from returns.what_if_form import DATES, FLAGS


@allow(*COUNSELLORS)
def compute(request: HttpRequest, code: UUID) -> HttpResponse:
    """Complete the facts and compute; a sum leads to its proposal, a question or refusal is shown with its reason."""
    record = return_for(request, code)
    form = ComputeForm(typed_in(request), record=record)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = compute_case(case=record.case, scheme=said["scheme"], inputs=said["inputs"], by=request.user)
        if made.total:
            return redirect("returns:money_propose", made.code)
        messages.warning(request, _("No sum came out. The reason is below."))
        return redirect("returns:money_compute", record.code)
    latest = record.case.computations.filter(is_current=True).first()
    context = {
        "record": record, "case": record.case, "form": form, "latest": latest,
        "column": column_of(latest) if latest else None, "dates": [form[name] for name in DATES],
        "flags": [form[name] for name in FLAGS],
    }  # fmt: skip
    return render(request, "returns/money/compute.html", context)
