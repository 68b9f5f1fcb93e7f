"""Places of journeys in words: an airport's code with its city, or a place as somebody typed it."""

from functools import cache

import airportsdata

from cases.reference.airports import arrival_airports


@cache
def _airports() -> dict:
    return airportsdata.load("IATA")


def is_airport(code: str) -> bool:
    """Is this the code of an airport?"""
    return code in _airports()


@cache
def airports_in(country: str) -> tuple[tuple[str, str], ...]:
    """The airports of a country (ISO 3166-1 alpha-2) as choices, by city; those of the house's own list are fewer."""
    known = [one for one in arrival_airports().values() if one.country == country]
    if known:
        return tuple((one.iata, f"{one.city} {one.iata}") for one in known)
    found = [(code, words_of(code)) for code, one in _airports().items() if one["country"] == country]
    return tuple(sorted(found, key=lambda pair: pair[1]))


def city_of(place: str) -> str:
    """The city of an airport; any other place as it is."""
    if known := arrival_airports().get(place):
        return known.city
    found = _airports().get(place)
    return found["city"].rpartition(", ")[2] if found and found["city"] else place


def words_of(place: str) -> str:
    """Helsinki HEL; any other place as it is."""
    city = city_of(place)
    return f"{city} {place}" if city != place else place
