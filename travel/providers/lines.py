"""The line to each provider that answers by itself, and the rule that nothing of ours is held while it thinks."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from travel.models import SeatsFrom
from travel.providers.base import Provider
from travel.providers.duffel import DuffelFlights

LINES: dict[str, Provider] = {SeatsFrom.DUFFEL: DuffelFlights()}


@contextmanager
def outside(provider: str = SeatsFrom.DUFFEL) -> Iterator[Provider]:
    """Speak with a provider: no transaction may be open, and the database connection is given back before."""
    if connection.in_atomic_block:
        raise RuntimeError("a transaction is open: no provider is asked inside one")
    connection.close()
    yield LINES[provider]
