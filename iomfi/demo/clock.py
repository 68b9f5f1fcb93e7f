"""The demo world has a past: what happens inside `at` happens on that day, for every row that is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

import time_machine
from django.utils import timezone


@contextmanager
def at(day: date, hour: int = 9, minute: int = 0) -> Iterator[None]:
    """Live through a moment of another day, by the office's own clock; never one that is still to come."""
    moment = timezone.make_aware(datetime.combine(day, time(hour, minute)))
    with time_machine.travel(min(moment, timezone.now())):
        yield
