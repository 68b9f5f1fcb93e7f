"""Places of journeys in words: an airport's code with its city, or a place as somebody typed it."""

from functools import cache

import airportsdata


@cache
def _airports() -> dict:
    return airportsdata.load("IATA")


def is_airport(code: str) -> bool:
    """Is this the code of an airport?"""
    return code in _airports()


def city_of(place: str) -> str:
    """The city of an airport; any other place as it is."""
    found = _airports().get(place)
    return found["city"] if found and found["city"] else place


def words_of(place: str) -> str:
    """Helsinki HEL; any other place as it is."""
    city = city_of(place)
    return f"{city} {place}" if city != place else place
