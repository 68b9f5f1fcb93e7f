"""Who may enter a page: every view says so with one of these decorators; a view that says nothing is refused.

`DeclaredViews` (middleware) refuses undeclared views of our own apps, and a test walks every address.
"""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from accounts.models import STAFF_ROLES

View = Callable[..., HttpResponse]


def allow(*roles: str) -> Callable[[View], View]:
    """Only people who hold one of these roles; anybody else meets the same 404 as for a page that does not exist."""

    def gate(view: View) -> View:
        @wraps(view)
        def entered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.standing.has(*roles):
                raise Http404
            return view(request, *args, **kwargs)

        entered.allows = frozenset(roles)
        return entered

    return gate


def staff(view: View) -> View:
    """The office's own people who work on cases."""
    return allow(*STAFF_ROLES)(view)


def signed_in(view: View) -> View:
    """Anybody who has signed in; the view shows only what is the person's own."""

    @wraps(view)
    def entered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    entered.allows = frozenset(["signed in"])
    return entered


def everybody(view: View) -> View:
    """No sign-in: public pages, and hooks that prove themselves by signature."""
    view.allows = frozenset(["everybody"])
    return view
