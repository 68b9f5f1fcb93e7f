"""`/return/apply/`: somebody who wants to return writes to us, without an account: written, checked, then sent."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from returns.actions.enquiries import send_enquiry
from returns.forms.public import ApplyForm
from returns.knocking import caller, knock
from returns.views.spoken import say, spoken


@spoken
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest) -> HttpResponse:
    """The form; what was written, to be checked; the code."""
    form = ApplyForm(request.POST if request.method == "POST" else None, language=request.spoken)
    wants = request.POST.get("step", "")
    if request.method != "POST" or wants == "change" or not form.is_valid():
        if wants == "change":
            form.errors.clear()
        return say(request, "returns/public/apply.html", form=form)
    if wants != "send":
        return say(request, "returns/public/check.html", form=form, sent=request.POST)
    if not knock("apply", caller(request)):
        return say(request, "returns/public/wait.html", status=429)
    __, key = send_enquiry(by=None, **form.columns)
    return say(request, "returns/public/sent.html", key=key)
