"""Tickets are there: the booking, its travellers, and the movement once all its bookings have tickets."""

from django.db import transaction

from accounts.models import User
from cases.actions.events import record_event
from cases.models import EventKind
from travel import followers
from travel.actions.notifications import notify_receivers
from travel.actions.stages import move_movement
from travel.models import (
    Booking,
    BookingAttempt,
    BookingState,
    Movement,
    MovementStage,
    NotificationKind,
    Traveller,
    TravellerStanding,
)
from travel.providers.base import Order


@transaction.atomic
def ticket(*, attempt: BookingAttempt, order: Order) -> None:
    """The provider's order became our booking, unless it was cancelled meanwhile: then it is cancelled there, too."""
    booking = Booking.objects.select_for_update().get(pk=attempt.booking_id)
    if booking.state != BookingState.ASKED:
        return
    numbers = {key: order.tickets[id] for key, id in attempt.passengers.items() if id in order.tickets}
    ticket_booking(
        booking=booking, tickets=numbers, locator=order.locator, amount=order.amount,
        currency=order.currency, by=None,
    )  # fmt: skip


@transaction.atomic
def ticket_booking(*, booking: Booking, tickets: dict[str, str], locator: str, amount, currency: str, by) -> None:
    """Write ticket numbers (by the traveller's code) and whether the whole movement is booked now."""
    movement = Movement.objects.select_for_update().get(pk=booking.movement_id)
    booking.state, booking.record_locator, booking.why = BookingState.TICKETED, locator, ""
    booking.amount, booking.currency = amount, currency
    booking.save(update_fields=["state", "record_locator", "why", "amount", "currency"])
    travellers = list(booking.travellers.live())
    for one in travellers:
        one.standing, one.ticket = TravellerStanding.BOOKED, tickets.get(str(one.code), "")
    Traveller.objects.bulk_update(travellers, ["standing", "ticket"])
    facts = {"movement": movement.reference, "number": booking.number, "amount": str(amount), "currency": currency}
    record_event(case=booking.case, kind=EventKind.TRAVEL, verb="travel.ticketed", by=by, facts=facts)
    book_movement(movement, by=by)


def book_movement(movement: Movement, *, by: User | None) -> bool:
    """The movement is booked when every booking has tickets: mandates and receivers are told."""
    open_ones = movement.bookings.exclude(state__in=[BookingState.TICKETED, BookingState.CANCELLED])
    if open_ones.exists() or not move_movement(movement=movement, to=MovementStage.BOOKED, by=by, verb="travel.booked"):
        return False
    followers.tell("booked", movement=movement, by=by)
    notify_receivers(movement=movement, kind=NotificationKind.ABN, by=by)
    return True
