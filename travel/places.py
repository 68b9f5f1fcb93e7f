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
