"""Airports with their zones and distances, airlines and aircraft, as the API writes them."""

import math
from functools import cache
from zoneinfo import ZoneInfo

import airportsdata

from travel.sandbox.refusals import invalid, not_found

# IATA code: name and the three digits that begin its tickets
AIRLINES = {
    "AY": ("Finnair", "105"),
    "ET": ("Ethiopian Airlines", "071"),
    "FI": ("Icelandair", "108"),
    "KL": ("KLM", "074"),
    "LH": ("Lufthansa", "220"),
    "MS": ("EgyptAir", "077"),
    "QR": ("Qatar Airways", "157"),
    "RJ": ("Royal Jordanian", "512"),
    "SK": ("SAS Scandinavian Airlines", "117"),
    "TK": ("Turkish Airlines", "235"),
}
AIRCRAFT = {
    "AT7": "ATR 72",
    "E90": "Embraer 190",
    "32N": "Airbus A320neo",
    "7M8": "Boeing 737 MAX 8",
    "359": "Airbus A350-900",
    "789": "Boeing 787-9",
}
EARTH_KM = 6371.0


@cache
def _airports() -> dict:
    return airportsdata.load("IATA")


def known(code: str) -> bool:
    """Is there an airport of this IATA code?"""
    return code in _airports()


@cache
def zone(code: str) -> ZoneInfo:
    """The time zone of an airport."""
    return ZoneInfo(_airports()[code]["tz"])


@cache
def kilometres(one: str, other: str) -> float:
    """Great-circle distance between two airports."""
    a, b = _airports()[one], _airports()[other]
    phi, psi = math.radians(a["lat"]), math.radians(b["lat"])
    step = math.sin((psi - phi) / 2) ** 2
    step += math.cos(phi) * math.cos(psi) * math.sin(math.radians(b["lon"] - a["lon"]) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(step))


@cache
def airport(code: str) -> dict:
    """An airport, also usable where the API wants a place."""
    if not known(code):
        raise invalid("origin", f"There is no airport with the IATA code '{code}'.", "airport_not_found")
    found = _airports()[code]
    return {
        "id": f"arp_{code.lower()}_{found['country'].lower()}",
        "type": "airport",
        "name": found["name"],
        "iata_code": code,
        "icao_code": found["icao"] or None,
        "iata_city_code": code,
        "iata_country_code": found["country"],
        "city_name": found["city"],
        "city": None,
        "airports": None,
        "latitude": found["lat"],
        "longitude": found["lon"],
        "time_zone": found["tz"],
    }


@cache
def airline(code: str) -> dict:
    """An airline."""
    if code not in AIRLINES:
        raise not_found()
    return {
        "id": f"arl_0000sandbox{code.lower()}",
        "name": AIRLINES[code][0],
        "iata_code": code,
        "logo_symbol_url": None,
        "logo_lockup_url": None,
        "conditions_of_carriage_url": None,
    }


@cache
def aircraft(code: str) -> dict:
    """A type of aircraft."""
    return {"id": f"arc_0000sandbox{code.lower()}", "name": AIRCRAFT[code], "iata_code": code}
