"""Cancelling: a movement by us, and its orders at the provider, however far they had come."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from cases.actions.events import record_event
from cases.failpoints import failpoint
from cases.models import EventKind
from cases.outbox import Later, queue
from travel import followers
from travel.actions.attempts import FREE, Hold, advance, let_go, take
from travel.actions.lines import note_failure
from travel.actions.notifications import notify_receivers
from travel.actions.outcomes import drop
from travel.actions.stages import move_movement
from travel.models import (
    AttemptState,
    Booking,
    BookingState,
    Movement,
    MovementStage,
    NotificationKind,
    SeatsFrom,
    TravellerStanding,
)
from travel.models.attempt import ONE_OF_THESE
from travel.pace import paced
from travel.providers.base import ProviderError, Refused
from travel.providers.lines import outside

A = AttemptState
REST_SECONDS = 60
WITH_SEATS = (BookingState.ASKED, BookingState.TICKETED)


@transaction.atomic
def cancel_movement(*, movement: Movement, by: User, reason: str) -> bool:
    """Nobody travels on it any more. Orders are cancelled at the provider, receivers and mandates are told."""
    if not reason.strip():
        raise ValidationError(_("Say why."))
    if not move_movement(
        movement=movement, to=MovementStage.CANCELLED, by=by, verb="travel.cancelled", note=reason.strip()
    ):
        return False
    was_told = movement.notifications.filter(kind=NotificationKind.ABN).exists()
    cases = list(movement.cases_aboard)
    movement.travellers.live().update(standing=TravellerStanding.CANCELLED)
    for booking in movement.bookings.select_for_update():
        cancel_seats(booking)
    followers.tell("cancelled", movement=movement, by=by, cases=cases)
    if was_told:
        notify_receivers(movement=movement, kind=NotificationKind.CANCELLED, by=by, cases=cases)
    return True


def cancel_seats(booking: Booking) -> None:
    """A booking that was never asked for is cancelled now, any other by the worker at the provider."""
    seats = booking.state in WITH_SEATS and booking.movement.seats_from == SeatsFrom.DUFFEL
    booking.state = BookingState.CANCELLING if seats else BookingState.CANCELLED
    booking.save(update_fields=["state"])
    if seats:
        queue("travel.cancel_booking", booking.code)


def cancel_booking(code: UUID) -> None:
    """The job `travel.cancel_booking`: waits until what is under way is known, then cancels what there is."""
    booking = Booking.objects.filter(code=code, state=BookingState.CANCELLING).select_related("movement").first()
    if booking is None:
        return
    alive = booking.attempts.filter(state__in=ONE_OF_THESE).first()
    if alive is None:
        _write_cancelled(booking)
        return
    if alive.state in (A.SENDING, A.UNKNOWN):
        queue("travel.reconcile_attempt", alive.code)
    hold = take(alive.code, A.CLAIMED, A.HELD, A.PAYING, A.TICKETED)
    if hold is None:
        raise Later(paced(REST_SECONDS).total_seconds(), f"the attempt is {alive.state}")
    if hold.attempt.state == A.CLAIMED:
        drop(hold, why="cancelled_by_us")
    else:
        _cancel_order(hold)
    _write_cancelled(booking)


def _cancel_order(hold: Hold) -> None:
    """Look, cancel, look again: only an order that the provider calls cancelled counts as cancelled."""
    attempt, error = hold.attempt, None
    failpoint("travel.before_cancel", hold.attempt.booking.code)
    try:
        with outside() as provider:
            order = provider.order(attempt.order_id)
            if not order.is_dead:
                provider.cancel(order.id)
                order = provider.order(attempt.order_id)
    except ProviderError as refusal:
        error = refusal
    failpoint("travel.after_cancel", hold.attempt.booking.code)
    if error or not order.is_dead:
        if error and not isinstance(error, Refused):
            note_failure(SeatsFrom.DUFFEL, error)
        let_go(hold)
        raise Later(paced(REST_SECONDS).total_seconds(), error.code if error else "not cancelled yet")
    facts = {"order": attempt.order_id}
    states = [A.HELD, A.PAYING, A.TICKETED]
    advance(hold, A.NOT_CREATED, expected=states, why="cancelled_by_us", facts=facts, order_id="", **FREE)


@transaction.atomic
def _write_cancelled(booking: Booking) -> None:
    if Booking.objects.filter(pk=booking.pk, state=BookingState.CANCELLING).update(state=BookingState.CANCELLED):
        facts = {"movement": booking.movement.reference, "number": booking.number}
        record_event(case=booking.case, kind=EventKind.TRAVEL, verb="travel.seats_cancelled", by=None, facts=facts)
