"""An attempt's states: taken by a lease, written only by whoever holds it, every step kept.

All writes are conditional updates on the lease token and the state it is expected in; whoever lost the lease changes
nothing. Waiting is a job with a due time, never a process that sleeps.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from cases.identities import resolve
from cases.outbox import queue
from travel.models import AttemptState, AttemptStep, Booking, BookingAttempt, Movement
from travel.pace import from_now, lease_end
from travel.parties import ADULT_FROM, Seat, age_on, laps
from travel.providers.base import Flight, Order, Passenger, ProviderError, fingerprint

A = AttemptState
FREE = {"lease_token": None, "lease_until": None}


@dataclass(frozen=True)
class Hold:
    """An attempt and the token that proves that it is ours to write."""

    attempt: BookingAttempt
    token: uuid.UUID


@transaction.atomic
def take(code: uuid.UUID, *states: str) -> Hold | None:
    """Take an attempt that is in one of these states and that nobody holds; of two workers exactly one gets it."""
    token, now = uuid.uuid4(), timezone.now()
    free = BookingAttempt.objects.filter(Q(lease_until=None) | Q(lease_until__lt=now), code=code, state__in=states)
    if not free.update(lease_token=token, lease_until=lease_end()):
        return None
    attempt = BookingAttempt.objects.select_related("booking__movement", "booking__case").get(code=code)
    return Hold(attempt, token)


def advance(
    hold: Hold, to: str, *, expected: Iterable[str], why: str = "", facts: dict | None = None, by: User | None = None,
    **columns: object,
) -> bool:  # fmt: skip
    """Bring the attempt to a state if we still hold it and it is where we left it; False if not."""
    with transaction.atomic():
        ours = BookingAttempt.objects.filter(pk=hold.attempt.pk, lease_token=hold.token, state__in=list(expected))
        if not ours.update(state=to, **columns):
            return False
        note_step(hold.attempt, to, why=why, facts=facts, by=by)
        hold.attempt.refresh_from_db(fields=["state", *columns])
    return True


def note_step(
    attempt: BookingAttempt, state: str, *, why: str = "", facts: dict | None = None, by: User | None = None
) -> AttemptStep:  # fmt: skip
    """Keep a step as evidence."""
    return AttemptStep.objects.create(attempt=attempt, state=state, why=why[:80], facts=facts or {}, came_by=by)


def let_go(hold: Hold, **columns: object) -> None:
    """Give the lease back; the state stays."""
    BookingAttempt.objects.filter(pk=hold.attempt.pk, lease_token=hold.token).update(**FREE, **columns)


def words_of(error: ProviderError) -> dict[str, object]:
    """The columns that keep an answer."""
    return {"error_code": error.code, "http_status": error.status, "provider_request_id": error.request_id}


def look_later(attempt: BookingAttempt, seconds: float) -> None:
    """Ask the provider about this attempt after some seconds (of real time at pace 1)."""
    queue("travel.reconcile_attempt", attempt.code, due_at=from_now(seconds))


def party_of(booking: Booking) -> list[Passenger]:
    """The passengers of a booking with the names of their documents, asked of those who keep the names."""
    movement, travellers = booking.movement, list(booking.travellers.select_related("person").order_by("pk"))
    who = {str(one.code): resolve(one.person, purpose="travel.book") for one in travellers}
    order = [Seat(key, age_on(one.born_on, movement.arrives_on)) for key, one in who.items()]
    on_lap = laps(order)
    kinds = {seat.key: _kind(seat, on_lap) for seat in order}
    return [
        Passenger(
            key=seat.key, kind=kinds[seat.key], age=seat.age, given_name=who[seat.key].given_names,
            family_name=who[seat.key].family_name, sex=who[seat.key].sex, born_on=who[seat.key].born_on,
            lap_of=on_lap.get(seat.key, ""),
        )
        for seat in order
    ]  # fmt: skip


def _kind(seat: Seat[str], on_lap: dict[str, str]) -> str:
    if seat.key in on_lap:
        return "lap"
    return "adult" if seat.age >= ADULT_FROM else "child"


def approved_flights(movement: Movement) -> list[Flight]:
    """The flights that a person chose."""
    return [Flight.read(one) for one in movement.itinerary]


def is_as_approved(order: Order, movement: Movement) -> bool:
    """Does the order fly the flights that a person chose?"""
    return fingerprint(order.flights) == movement.itinerary_hash
