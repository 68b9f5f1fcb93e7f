"""The panel of the case page that tells which decision opened the case, and its versions."""

from django.http import HttpRequest

from cases.models import Case
from cases.panels import Panel
from decisions.models import DecisionVersion


def versions_of(case: Case, request: HttpRequest) -> dict | None:
    """The versions of the case's decisions; nothing for a case that no file opened."""
    versions = DecisionVersion.objects.filter(decision__case=case).order_by("-accepted_at", "-number")
    found = list(versions.select_related("decision__issuer", "upload"))
    return {"versions": found} if found else None


def panel(heading: str) -> Panel:
    """The panel under its heading."""
    return Panel("decisions", heading, "decisions/_panel.html", versions_of, order=80, narrow=True)
