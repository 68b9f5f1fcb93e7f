"""The language a person reads the portal in."""

from django.conf import settings

from accounts.models import User


def choose_language(*, user: User, language: str) -> None:
    """From now on pages and notices come in this language; an unknown one changes nothing."""
    if language in dict(settings.LANGUAGES) and language != user.language:
        user.language = language
        user.save(update_fields=["language"])
