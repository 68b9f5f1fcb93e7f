"""Rules that hold for every request: size, language, second factor, declared views, nothing kept by browsers."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _

Next = Callable[[HttpRequest], HttpResponse]
FOREIGN = ("allauth.", "django.")  # views that are not ours declare nothing; the admin has its own rules
WITHOUT_SECOND_FACTOR = ("/accounts/", "/static/", "/i18n/")


class NotTooLarge:
    """A request that says it is huge is not read: the token of a form is looked for inside it, before any view."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > settings.MOST_BYTES_SENT:
            return HttpResponse(_("This is larger than the portal takes."), "text/plain; charset=utf-8", 413)
        return self.get_response(request)


class SignedInLanguage:
    """A person who signed in reads the portal in the language of the account."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        return self.get_response(request)


class SecondFactor:
    """Where a second factor is required, nothing opens before it is set up; a session ends after its longest time."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            began = request.session.setdefault("began", int(time.time()))
            if time.time() - began > settings.SESSION_LONGEST:
                logout(request)
                return redirect(settings.LOGIN_URL)
            if settings.SECOND_FACTOR_REQUIRED and self.is_missing(request):
                return redirect("mfa_index")
        return self.get_response(request)

    def is_missing(self, request: HttpRequest) -> bool:
        """Has the person no second factor yet, on a page that wants one?"""
        if request.path.startswith(WITHOUT_SECOND_FACTOR):
            return False
        return not request.user.authenticator_set.exists()


class DeclaredViews:
    """Default deny: a view of ours without a declared gate is never run."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:
        """Refuse a view that does not say who may enter."""
        if not (hasattr(view, "allows") or view.__module__.startswith(FOREIGN)):
            raise Http404


class NoStore:
    """No browser, proxy or back button keeps a page."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"  # static files are answered before this
        return response
