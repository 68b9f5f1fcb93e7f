"""How every act on journeys is shown: a form, what follows from it, one button; then one action, and a redirect."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


@dataclass(frozen=True)
class Page:
    """What the page of an act says: its heading, a sentence, what follows, its button, what is said afterwards, and
    where it leads back to. `crumb` names the record it belongs to."""

    heading: str
    button: str
    said: str
    back: str
    crumb: str
    lead: str = ""
    follows: tuple[str, ...] = ()
    danger: bool = False
    template: str = "travel/act.html"
    more: dict = field(default_factory=dict)


def answer(request: HttpRequest, form: forms.Form, act: Callable[..., object], page: Page) -> HttpResponse:
    """Show the form, or do what it asks and go back. A refusal stands in the form's summary; nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            act(by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, page.said)
            return redirect(page.back)
    return render(request, page.template, {"form": form, "page": page} | page.more)


def say_refusal(request: HttpRequest, refusal: ValidationError) -> None:
    """A refusal of an act that has no form of its own."""
    for sentence in refusal.messages:
        messages.error(request, sentence)
