"""What time it is where people returned to: nobody is called in the night."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

from cases.reference.countries import countries


@cache
def zones_of(alpha3: str) -> tuple[str, ...]:
    """The time zones of a country."""
    country = countries().get(alpha3)
    territories, known = get_global("zone_territories"), available_timezones()
    return tuple(zone for zone, code in territories.items() if country and code == country.alpha2 and zone in known)


def clocks_in(alpha3: str, moment: datetime) -> list[str]:
    """What clocks show there, the earliest first: one time, or several where the country is wide."""
    return sorted({f"{moment.astimezone(ZoneInfo(zone)):%H:%M}" for zone in zones_of(alpha3)})
