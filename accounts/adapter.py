"""Sign-in rules on top of allauth."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """There is no sign-up: administrators make accounts and give roles."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
