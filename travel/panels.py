"""What travel shows on pages of lower floors: windows and journeys of a case, a column of the list, the desk, finds."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cases import columns, desk, finding, panels
from cases.models import Case
from travel import deskwork, finds
from travel.collected import Collected
from travel.models import Movement
from travel.pictures import Chart
from travel.windows import Window, window_on_page, windows_of_cases


def window_panel(case: Case, request: HttpRequest) -> dict | None:
    """The travel window of a case: a sentence, and the picture of what must hold; none once nobody is to travel."""
    collected = Collected(case)
    if case.household and not any(member.travels for member in case.household):
        return None
    window = window_on_page(case)
    chart = Chart(window)
    return {
        "case": case, "window": window, "chart": chart, "collected": collected,
        "days": window.days_left(timezone.localdate()), "rows": [each.row(chart) for each in collected.kinds],
    }  # fmt: skip


def journeys_panel(case: Case, request: HttpRequest) -> dict | None:
    """The movements on which people of the case have seats, the newest first."""
    found = Movement.objects.visible_to(request.user).filter(travellers__case=case).distinct()
    movements = list(found.order_by("-departs_on", "-pk")[:10])
    return {"case": case, "movements": movements} if movements else None


def window_cells(cases: Sequence[Case]) -> Mapping[int, str]:
    """The travel window of each case, with how much is still owed."""
    return {key: window_words(window) for key, window in windows_of_cases(cases).items()}


def window_words(window: Window) -> str:
    """01.12.2026 to 31.12.2026, 2 owed."""
    if not window.missing:
        return str(window)
    owed = ngettext("%(n)s clearance owed", "%(n)s clearances owed", len(window.missing)) % {"n": len(window.missing)}
    return _("%(window)s, %(owed)s") % {"window": window, "owed": owed}


def register() -> None:
    """Announce them, once, at start."""
    panels.register(panels.Panel("window", gettext_lazy("Travel window"), "travel/_window.html", window_panel, 20))
    panels.register(
        panels.Panel("journeys", gettext_lazy("Journeys"), "travel/_journeys.html", journeys_panel, 30, narrow=True)
    )
    columns.register(columns.Column("travel_window", gettext_lazy("Travel window"), window_cells))
    desk.register_panel("arrivals", "travel/_strip.html", deskwork.arrivals_panel)
    desk.register_deadlines(deskwork.deadlines)
    finding.register(finds.journeys)
