"""What every page's frame shows: navigation by role and the numbers beside it."""

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict:
    """For every template."""
    return {"DEMO": settings.DEMO}
