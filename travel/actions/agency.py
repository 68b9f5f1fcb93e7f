"""Seats from a travel agency: asked for by a notice, answered by hand."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation, User
from travel import followers
from travel.actions.notifications import contents_of, notify
from travel.actions.ordering import CHARTER, OPEN_TO_ASK, refuse_unless_clear, set_itinerary
from travel.actions.stages import move_movement, tell_cases
from travel.actions.ticketing import ticket_booking
from travel.models import Booking, BookingState, Movement, MovementStage, NotificationKind, SeatsFrom
from travel.permissions import may
from travel.providers.base import Flight


@transaction.atomic
def ask_agency(*, movement: Movement, organisation: Organisation, cap: Decimal, currency: str, by: User) -> None:
    """Ask an agency for seats up to a price. The mail carries a link; the manifest is read behind sign-in."""
    locked = Movement.objects.select_for_update().get(pk=movement.pk)
    if not may(by, "book", *locked.cases_aboard):
        raise ValidationError(_("Only a travel officer or a team lead approves a price."))
    if locked.is_charter:
        raise ValidationError(CHARTER)
    refuse_unless_clear(locked)
    if lacking := [one for case in locked.cases_aboard for one in followers.not_ready(case)]:
        raise ValidationError([str(one) for one in lacking])
    facts = {"whom": organisation.name, "cap": str(cap), "currency": currency}
    if not move_movement(movement=movement, to=MovementStage.BOOKING, by=by, verb="travel.asked_agency", facts=facts):
        return
    movement.seats_from = SeatsFrom.AGENCY
    movement.save(update_fields=["seats_from"])
    bookings = movement.bookings.filter(state__in=OPEN_TO_ASK)
    bookings.update(
        state=BookingState.ASKED, cap=cap / len(bookings), currency=currency, approved_at=timezone.now(), approved_by=by
    )
    for case in movement.cases_aboard:
        notify(movement=movement, case=case, organisation=organisation, kind=NotificationKind.MANIFEST,
               contents=contents_of(movement, case), by=by)  # fmt: skip


@transaction.atomic
def record_flights(*, movement: Movement, flights: Sequence[Flight], by: User) -> None:
    """The flights that the agency found; they must fit the clearances to the day."""
    if movement.stage != MovementStage.BOOKING or movement.seats_from != SeatsFrom.AGENCY:
        raise ValidationError(_("No agency was asked."))
    set_itinerary(movement, flights)
    refuse_unless_clear(movement)
    words = ", ".join(f"{one.carrier}{one.number}" for one in flights)
    tell_cases(movement=movement, verb="travel.chosen", by=by, facts={"flights": words})


@transaction.atomic
def record_tickets(
    *, booking: Booking, locator: str, tickets: Mapping[str, str], amount: Decimal, by: User
) -> None:  # fmt: skip
    """What the agency answered for one booking: its reference, a ticket for every traveller, the price."""
    locked = Booking.objects.select_for_update().select_related("movement").get(pk=booking.pk)
    if locked.state != BookingState.ASKED or locked.movement.seats_from != SeatsFrom.AGENCY:
        raise ValidationError(_("No agency was asked."))
    wanted = {str(code) for code in locked.travellers.live().values_list("code", flat=True)}
    if not locked.movement.itinerary or wanted - {key for key, number in tickets.items() if number.strip()}:
        raise ValidationError(_("Record the flights, and a ticket number for every traveller."))
    if amount > locked.cap:
        raise ValidationError(_("The price is above what was approved."))
    ticket_booking(
        booking=locked, tickets=dict(tickets), locator=locator.strip(), amount=amount, currency=locked.currency, by=by
    )
