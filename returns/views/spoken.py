"""Pages that speak the language of whoever reads them, also those that the office's interface does not have."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from accounts.gates import everybody
from cases.spoken import RIGHT_TO_LEFT, language_of
from returns.texts.spoken import languages, texts

View = Callable[..., HttpResponse]


def spoken(view: View) -> View:
    """A public page in the language of its address (`?in=ar`), or of the browser; nobody keeps a copy of it."""

    @everybody
    @wraps(view)
    def answered(request: HttpRequest, *args, **options) -> HttpResponse:
        request.spoken = language_of(request.GET.get("in", ""), translation.get_language() or "")
        with translation.override(request.spoken):
            response = view(request, *args, **options)
        response["Cache-Control"] = "no-store"
        return response

    return answered


def say(request: HttpRequest, template: str, status: int = 200, **context) -> HttpResponse:
    """Draw a page with the texts of the reader's language."""
    language = request.spoken
    context = {
        "t": texts(language), "language": language, "languages": languages(),
        "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
    } | context  # fmt: skip
    return render(request, template, context, status=status)
