"""Identifiers: of resources, bookings and tickets."""

import secrets
import string

BASE62 = string.digits + string.ascii_letters
REFERENCE = "BCDFGHJKLMNPQRSTVWXZ23456789"  # no vowels: a reference never spells a word


def resource_id(prefix: str) -> str:
    """An id like `ord_0000A3bQSmKyqOrcySrGbo`."""
    return f"{prefix}_0000" + "".join(secrets.choice(BASE62) for _ in range(18))


def booking_reference() -> str:
    """Six characters by which the airline's staff find a booking."""
    return "".join(secrets.choice(REFERENCE) for _ in range(6))


def ticket_number(prefix: str, order_number: int, passenger: int) -> str:
    """An e-ticket: three digits of the airline, ten of the ticket; never the same twice."""
    return f"{prefix}{order_number:08d}{passenger:02d}"
