"""A travel agency: asked by a notice that links to the manifest, answered in words that somebody types in.

There is no line to it, so nothing here calls anybody; this turns what the agency wrote into our flights.
"""

import zoneinfo
from datetime import UTC, datetime
from functools import cache

import airportsdata
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from travel.providers.base import Flight


@cache
def _zones() -> dict[str, str]:
    return {code: airport["tz"] for code, airport in airportsdata.load("IATA").items()}


def zone_of(airport: str) -> str:
    """The time zone of an airport by its code."""
    try:
        return _zones()[airport.upper()]
    except KeyError:
        raise ValidationError(_("There is no airport %(code)s."), params={"code": airport}) from None


def flight_from_words(
    *, carrier: str, number: str, origin: str, destination: str, departs: datetime, arrives: datetime
) -> Flight:  # fmt: skip
    """A flight as an itinerary prints it: local times of both airports, without zones."""
    zones = zone_of(origin), zone_of(destination)
    times = [
        moment.replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(UTC)
        for moment, zone in zip((departs, arrives), zones, strict=True)
    ]
    if times[1] <= times[0]:
        raise ValidationError(_("%(flight)s arrives before it departs."), params={"flight": f"{carrier}{number}"})
    return Flight(carrier.upper(), number, origin.upper(), destination.upper(), *times, *zones)
