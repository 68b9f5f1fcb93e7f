"""Pages that belong to no room: the way in by role, and the choice of language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
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
