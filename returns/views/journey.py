"""`/journey/`: a person's own page, opened by a code and the birth date. No account, no name in the address."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.journeys import Standing, page_of
from cases.spoken import language_of
from returns.actions.journey_keys import digest_of, key_for
from returns.forms.public import KeyForm
from returns.knocking import caller, knock
from returns.models import JourneyKey
from returns.standing import of_enquiry
from returns.texts.spoken import texts
from returns.views.spoken import say, spoken

COOKIE, SALT, MINUTES = "journey", "returns.journey", 15


@spoken
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Code and birth date. Too many tries from one place or of one code close the door for an hour."""
    form = KeyForm(request.POST if request.method == "POST" else None, language=request.spoken)
    if request.method != "POST" or not form.is_valid():
        return say(request, "returns/public/enter.html", form=form)
    said = form.cleaned_data
    if not (knock("journey", caller(request)) and knock("journey_code", digest_of(said["code"]))):
        return say(request, "returns/public/wait.html", status=429)
    key = key_for(said["code"], said["birth_year"], said["birth_month"], said["birth_day"])
    if key is None:
        form.add_error(None, form.said["wrong"])
        return say(request, "returns/public/enter.html", form=form)
    native = key.person.language if key.person else key.enquiry.language
    language = request.spoken if "in" in request.GET else language_of(native, request.spoken)
    return remember(to_page(language), key)


def to_page(language: str) -> HttpResponse:
    """To the own page, in a language."""
    return redirect(f"{reverse('journey:stand')}?in={language}")


def remember(response: HttpResponse, key: JourneyKey) -> HttpResponse:
    """Sign the key into a cookie that lives a quarter of an hour and reaches these pages only."""
    response.set_cookie(
        COOKIE, signing.dumps(key.pk, salt=SALT), max_age=MINUTES * 60, path=reverse("journey:enter"), httponly=True,
        secure=settings.SESSION_COOKIE_SECURE, samesite="Strict",
    )  # fmt: skip
    return response


def with_key(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only with a key shown less than a quarter of an hour ago and still in force; otherwise to the door."""

    @wraps(view)
    def entered(request: HttpRequest) -> HttpResponse:
        try:
            pk = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=MINUTES * 60)
        except signing.BadSignature:
            pk = None
        keys = JourneyKey.objects.in_force().select_related("case", "person", "enquiry")
        key = keys.filter(pk=pk).first() if pk else None
        if key is None:
            return redirect("journey:enter")
        return remember(view(request, key), key)

    return entered


def standing_of(key: JourneyKey, language: str) -> Standing:
    """What the mandate of the case says; before there is a case, that the enquiry was received."""
    page = page_of(key.case) if key.case_id else None
    found = page.standing(key.case, key.person, language) if page else None
    return found or of_enquiry(key.enquiry, texts(language))


def say_own(request: HttpRequest, template: str, standing: Standing, **context) -> HttpResponse:
    """Draw a page with the mandate's own words in the place of the common ones."""
    return say(request, template, standing=standing, t=texts(request.spoken) | standing.words, **context)


@spoken
@require_safe
@with_key
def stand(request: HttpRequest, key: JourneyKey) -> HttpResponse:
    """Where my journey stands, what I must do, whom I can call."""
    said = request.GET.get("said", "")
    standing = standing_of(key, request.spoken)
    return say_own(
        request, "returns/public/stand.html", standing, said=said if said in ("undone", "too_late") else ""
    )  # fmt: skip


@spoken
@require_http_methods(["GET", "HEAD", "POST"])
@with_key
def withdraw(request: HttpRequest, key: JourneyKey) -> HttpResponse:
    """Checked, then done: for a return it holds at once near the journey, otherwise after half an hour."""
    standing = standing_of(key, request.spoken)
    if not standing.may_withdraw:
        return to_page(request.spoken)
    if request.method == "POST":
        page_of(key.case).withdraw(key.case)
        return to_page(request.spoken)
    return say_own(request, "returns/public/withdraw.html", standing)


@spoken
@require_POST
@with_key
def undo(request: HttpRequest, key: JourneyKey) -> HttpResponse:
    """I want to go after all."""
    page = page_of(key.case) if key.case_id else None
    said = "undone" if page and page.undo and page.undo(key.case) else "too_late"
    return redirect(f"{reverse('journey:stand')}?in={request.spoken}&said={said}")


@spoken
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Leave at once: the key is forgotten by this browser."""
    response = redirect("journey:enter")
    response.delete_cookie(COOKIE, path=reverse("journey:enter"))
    return response
