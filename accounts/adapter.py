"""Sign-in rules on top of allauth."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """There is no sign-up: administrators make accounts and give roles."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


def login_of(request: HttpRequest, credentials: dict | None = None) -> str:
    """The account that somebody tries to open, one spelling for all its spellings: guesses are counted by it."""
    said = (credentials or {}).get("email") or request.POST.get("login", "")
    return said.strip().lower()[:254]
