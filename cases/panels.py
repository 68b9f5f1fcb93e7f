"""Panels of the case page that lie on higher floors: travel windows, journeys, a mandate's own facts.

A room registers its panels from `AppConfig.ready()`; the case page draws them in their order, wide or in the narrow
column, and puts their headings into its list of jumps.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cases.mandates import room_of
from cases.models import Case


@dataclass(frozen=True)
class Panel:
    """One panel: `context` gives what its template needs, or None where it has nothing to show for this case.

    The template draws a whole `section.sec` whose heading has the id `h-<name>`.
    """

    name: str
    heading: str
    template: str
    context: Callable[[Case, HttpRequest], dict | None]
    order: int = 50
    narrow: bool = False


@dataclass(frozen=True)
class Drawn:
    """A panel with what it shows of one case."""

    panel: Panel
    html: SafeString


_panels: list[Panel] = []


def register(panel: Panel) -> None:
    """Announce a panel."""
    if any(other.name == panel.name for other in _panels):
        raise ValueError(f"panel {panel.name} is registered twice")
    _panels.append(panel)
    _panels.sort(key=lambda one: one.order)


def drawn_for(case: Case, request: HttpRequest) -> Iterator[Drawn]:
    """The mandate's own panel first, then the registered ones that have something to show."""
    room = room_of(case)
    own = [Panel(room.name, room.label, room.panel, room.panel_context)] if room and room.panel else []
    for panel in (*own, *_panels):
        if (context := panel.context(case, request)) is not None:
            yield Drawn(panel, render_to_string(panel.template, context, request))
