"""How long we wait. Every wait of booking is said in real time; drills run all of them faster alike."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

CALL_SECONDS = 60  # a call to a provider, in all; less than the worker's hard limit, which is less than a lease
SHORTEST_CALL = 2  # however fast a drill runs, a call over this machine's own network may take as long
LOOKS = (60, 120, 300, 900, 1800)  # seconds between looks for an order whose answer was lost
AFTER_EXPIRY = 15 * 60  # an offer that expired may still be booked by a call that was under way


def paced(seconds: float) -> timedelta:
    """So many seconds at the pace of this portal."""
    return timedelta(seconds=seconds * settings.TRAVEL_PACE)


def from_now(seconds: float) -> datetime:
    """The moment so many seconds ahead."""
    return timezone.now() + paced(seconds)


def call_seconds() -> float:
    """How long one call to a provider may take, in all."""
    return max(SHORTEST_CALL, CALL_SECONDS * settings.TRAVEL_PACE)


def lease_end() -> datetime:
    """Until when a worker may hold an attempt: three times as long as the longest call, at any pace."""
    return timezone.now() + timedelta(seconds=3 * call_seconds())


def look_after(looks: int) -> float:
    """Seconds, at this pace, before the next look, after so many."""
    return paced(LOOKS[min(looks, len(LOOKS) - 1)]).total_seconds()
