"""Airports at which people arrive in the Nordic countries, and the gateways on their way."""

from dataclasses import dataclass
from functools import cache

from cases.reference.table import rows


@dataclass(frozen=True)
class ArrivalAirport:
    """One airport; `gateway` means outside Finland, Sweden and Iceland but in use for them."""

    iata: str
    name: str
    city: str
    country: str
    timezone: str
    gateway: bool


@cache
def arrival_airports() -> dict[str, ArrivalAirport]:
    """Every airport of the list by its IATA code."""
    return {
        row["iata"]: ArrivalAirport(
            row["iata"], row["name"], row["city"], row["country"], row["timezone"], row["role"] == "gateway"
        )
        for row in rows("nordic_arrival_airports")
    }
