"""Pages that belong to no room: the way in by role, and the choice of language."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from accounts.actions.languages import choose_language
from accounts.gates import everybody, signed_in
from iomfi.frame import Frame


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """To the first place of this person's role; somebody without a role is told whom to ask."""
    sections = Frame(request).sections
    return redirect(sections[0].places[0].address) if sections else render(request, "no_role.html")


@everybody
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Another language: for a person who signed in it becomes the language of the account."""
    if request.user.is_authenticated:
        choose_language(user=request.user, language=request.POST.get("language", ""))
    return set_language(request)


@everybody
def not_here(request: HttpRequest) -> HttpResponse:
    """Addresses of accounts are the administrators' to give: who has only a session must not take an account over."""
    raise Http404


@everybody
def administration_door(request: HttpRequest) -> HttpResponse:
    """The administration has no entrance of its own: Django's would ask for a password and no second factor."""
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("admin:index"))
    if not request.user.is_staff:
        raise Http404
    return redirect("admin:index")
