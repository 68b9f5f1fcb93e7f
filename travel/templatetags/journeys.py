"""Words and addresses of journeys in templates."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django import template
from django.utils.translation import gettext as _

from cases.models import Case, Document
from travel import addresses, places
from travel.collected import days_of
from travel.models import Clearance, ClearanceKind, Movement, Notification

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
    return distance if name[:1] in "+-" or name == "UTC" else f"{name}, {distance}"


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
