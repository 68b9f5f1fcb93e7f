"""How a family's seats are split into orders of at most nine, and who may sit with whom.

A family of nine or fewer is one order. A larger one is split into as few orders as possible, adults dealt out first,
so that no order holds children alone while there is an adult for it; each infant lies on the lap of an adult of the
same order while there is one free.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Generic, TypeVar

from cases.births import Birth
from travel.models import MOST_TRAVELLERS

Key = TypeVar("Key")
ADULT_FROM = 18
SEAT_FROM = 2


@dataclass(frozen=True)
class Seat(Generic[Key]):
    """Somebody of a family, with the age on the day of travel."""

    key: Key
    age: int

    @property
    def is_adult(self) -> bool:
        """May be responsible for others."""
        return self.age >= ADULT_FROM

    @property
    def is_infant(self) -> bool:
        """May lie on a lap."""
        return self.age < SEAT_FROM


def age_on(born_on: date, day: date) -> int:
    """Completed years."""
    return Birth.on(born_on).age_on(day)


def split_family(family: Sequence[Seat[Key]]) -> list[list[Seat[Key]]]:
    """The orders of one family, each with at most nine people, as even as its adults allow."""
    parts: list[list[Seat[Key]]] = [[] for __ in range(ceil(len(family) / MOST_TRAVELLERS))]
    for number, adult in enumerate(one for one in family if one.is_adult):
        parts[number % len(parts)].append(adult)
    for infant in (one for one in family if one.is_infant):
        min(_with_room(parts), key=lambda part: (-_free_laps(part), len(part))).append(infant)
    for child in (one for one in family if not one.is_adult and not one.is_infant):
        min(_with_room(parts), key=lambda part: (not any(one.is_adult for one in part), len(part))).append(child)
    return parts


def _free_laps(part: Sequence[Seat]) -> int:
    return sum(one.is_adult for one in part) - sum(one.is_infant for one in part)


def _with_room(parts: list[list[Seat]]) -> list[list[Seat]]:
    return [part for part in parts if len(part) < MOST_TRAVELLERS]


def laps(order: Sequence[Seat[Key]]) -> dict[Key, Key]:
    """On whose lap each infant of an order lies: infant → adult. Infants beyond the number of adults get a seat."""
    adults = [one.key for one in order if one.is_adult]
    infants = [one.key for one in order if one.is_infant]
    return dict(zip(infants, adults, strict=False))


def alone(order: Sequence[Seat[Key]]) -> set[Key]:
    """Minors of an order in which no adult sits."""
    if any(one.is_adult for one in order):
        return set()
    return {one.key for one in order}
