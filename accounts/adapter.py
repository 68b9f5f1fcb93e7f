"""Sign-in rules on top of allauth."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """There is no sign-up: administrators make accounts and give roles."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


def place_of(request: HttpRequest) -> str | None:
    """The address that somebody comes from, seen through as many proxies as are ours."""
    try:
        return ClosedDoor(request).get_client_ip(request)
    except PermissionDenied:  # a session that no request began, such as a test's
        return None


def login_of(request: HttpRequest, credentials: dict | None = None) -> str:
    """The account that somebody tries to open, one spelling for all its spellings: guesses are counted by it."""
    said = (credentials or {}).get("email") or request.POST.get("login", "")
    return said.strip().lower()[:254]
