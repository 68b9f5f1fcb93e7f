"""What else may be found by the search for people: bookings, movements and files of higher floors.

Registered from `AppConfig.ready()`. A search gets the person who asks and the words typed, and gives only what that
person may see.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from accounts.models import User


@dataclass(frozen=True)
class Found:
    """One thing found: its words, where it is, and what tells it from others."""

    words: str
    address: str
    hint: str = ""


Search = Callable[[User, str], Iterable[Found]]
_searches: list[Search] = []


def register(search: Search) -> None:
    """Announce a search."""
    _searches.append(search)


def found_elsewhere(user: User, words: str) -> list[Found]:
    """What the higher floors find for this person."""
    return [found for search in _searches for found in search(user, words)]
