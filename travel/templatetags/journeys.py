"""Words and addresses of journeys in templates."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.mandates import title_of
from cases.models import Case, Document, Task
from travel import addresses, places, told
from travel.collected import days_of
from travel.models import Clearance, ClearanceKind, Movement, Notification, TravellerStanding
from travel.steps import error_words, reason_words

register = template.Library()
PAGES = {
    Case: addresses.of_case, Movement: addresses.of_movement, Notification: addresses.of_notification,
    Document: addresses.of_document,
}  # fmt: skip


@register.filter
def page_of(record: Case | Movement | Notification | Document) -> str:
    """The address of a record's page."""
    return PAGES[type(record)](record)


@register.filter
def zone_words(at: datetime) -> str:
    """EAT, UTC+3: the zone of a local time, by name where it has one, and by its distance from UTC."""
    hours = at.utcoffset().total_seconds() / 3600
    distance = f"UTC{hours:+g}" if hours else "UTC"
    name = at.tzname()
    return distance if name[:1] in "+-" or name.startswith("UTC") else f"{name}, {distance}"


@register.filter
def place(code: str) -> str:
    """Helsinki HEL."""
    return places.words_of(code)


@register.filter
def city(code: str) -> str:
    """Helsinki."""
    return places.city_of(code)


@register.filter
def how_long(time: timedelta) -> str:
    """6 h 50: between departure and arrival."""
    hours, minutes = divmod(round(time.total_seconds() / 60), 60)
    return _("%(hours)s h %(minutes)02d") % {"hours": hours, "minutes": minutes}


@register.filter
def of(table: Mapping, key: str) -> object:
    """What a table says of a key."""
    return table[key]


@register.filter
def kind_words(kind: str) -> str:
    """Exit permit."""
    return str(ClearanceKind(kind).label)


@register.filter
def days_words(clearance: Clearance) -> str:
    """01.12.2026 to 31.12.2026: the days on which a clearance is good."""
    return str(days_of(clearance))


@register.filter
def in_values(value: object, values: Iterable | None) -> bool:
    """Is it among the values that a form field has now?"""
    return str(value) in {str(one) for one in values or ()}


@register.filter
def leg_day(at: datetime) -> str:
    """Thu 03.12.: the day of a local time, which is not turned into the office's own."""
    return date_format(at.date(), "D d.m.")


@register.filter
def leg_time(at: datetime) -> str:
    """04:15: a local time by the clock of its place."""
    return f"{at:%H:%M}"


@register.filter
def needs_words(codes: Iterable[str]) -> str:
    """wheelchair to the seat (WCHC)."""
    return told.needs_words(codes)


STANDING_SHAPES = {
    TravellerStanding.PLANNED: "todo", TravellerStanding.BOOKED: "now", TravellerStanding.DEPARTED: "now",
    TravellerStanding.ARRIVED: "done", TravellerStanding.NO_SHOW: "late", TravellerStanding.OFFLOADED: "late",
    TravellerStanding.CANCELLED: "off",
}  # fmt: skip


@register.filter
def standing_shape(standing: str) -> str:
    """The shape of a traveller's standing."""
    return STANDING_SHAPES[standing]


@register.filter
def task_title(task: Task) -> str:
    """What a task is about."""
    return title_of(task)


@register.filter
def standing_words(standing: str) -> str:
    """Departed."""
    return str(TravellerStanding(standing).label)


@register.filter
def told_day(day: str) -> str:
    """14.03.1989: a day as a notification keeps it."""
    return told.day_words(day)


@register.filter
def answer_words(code: str, status: int) -> str:
    """Their system broke down (500 internal_server_error): for whoever calls the airline's support."""
    return f"{error_words(code)} ({status} {code})" if code else str(status)


@register.filter
def why_words(code: str) -> str:
    """Why seats could not be had."""
    return reason_words(code)
