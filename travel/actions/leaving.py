"""A case leaves its journeys: the people withdrew, or the authority took its decision back."""

from django.db import transaction

from accounts.models import User
from cases.actions.events import record_event
from cases.models import Case, EventKind
from travel.actions.cancelling import cancel_seats
from travel.actions.notifications import notify_receivers
from travel.actions.stages import move_movement
from travel.models import Movement, MovementStage, NotificationKind, TravellerStanding


@transaction.atomic
def leave_movements(*, case: Case, by: User | None, reason: str) -> list[Movement]:
    """Give back the seats of this case on every journey ahead. A journey on which nobody is left is cancelled; a
    charter is not: its seats are ours still, and are without a name again."""
    left = list(Movement.objects.ahead().filter(travellers__in=case.travellers.live()).distinct())
    for movement in left:
        leave_movement(movement=movement, case=case, by=by, reason=reason)
    return left


def leave_movement(*, movement: Movement, case: Case, by: User | None, reason: str) -> None:
    """Give back the seats of one case on one journey."""
    Movement.objects.select_for_update().get(pk=movement.pk)  # before its travellers, as whoever gives seats does
    movement.travellers.live().filter(case=case).update(standing=TravellerStanding.CANCELLED)
    for booking in movement.bookings.select_for_update().filter(case=case):
        cancel_seats(booking)
    if movement.notifications.filter(kind=NotificationKind.ABN, case=case).exists():
        notify_receivers(movement=movement, kind=NotificationKind.CANCELLED, by=by, cases=[case])
    facts = {"movement": movement.reference}
    record_event(case=case, kind=EventKind.TRAVEL, verb="travel.left", by=by, facts=facts, note=reason)
    if not movement.is_charter and not movement.travellers.live().exists():
        move_movement(movement=movement, to=MovementStage.CANCELLED, by=by, verb="travel.cancelled", note=reason)
