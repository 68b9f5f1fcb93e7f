"""The journey itself: who departed, who did not come, who arrived."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from cases.actions.cases import change_standing
from cases.actions.events import record_event
from cases.models import Case, EventKind, Member, Standing
from travel import followers
from travel.actions.families import ask_parting
from travel.actions.notifications import notify_receivers
from travel.actions.stages import move_movement
from travel.actions.watch import raise_task
from travel.models import Movement, MovementStage, NotificationKind, Traveller, TravellerStanding

T = TravellerStanding


@transaction.atomic
def record_departure(*, movement: Movement, by: User, happened_on: date | None = None, note: str = "") -> bool:
    """Everybody who was not recorded as missing is on board."""
    if not move_movement(
        movement=movement, to=MovementStage.DEPARTED, by=by, verb="travel.departed", note=note, happened_on=happened_on
    ):
        return False
    return _all_move(movement, T.BOOKED, T.DEPARTED, NotificationKind.DEPARTED, by=by, happened_on=happened_on)


@transaction.atomic
def record_arrival(*, movement: Movement, by: User, happened_on: date | None = None, note: str = "") -> bool:
    """Everybody who departed has arrived and was met."""
    if not move_movement(
        movement=movement, to=MovementStage.ARRIVED, by=by, verb="travel.arrived", note=note, happened_on=happened_on
    ):
        return False
    arrived = movement.travellers.filter(standing=T.DEPARTED)
    for one in arrived.select_related("case", "person"):
        for member in Member.objects.filter(case=one.case, person=one.person):
            change_standing(member=member, standing=Standing.ARRIVED, by=by)
    return _all_move(movement, T.DEPARTED, T.ARRIVED, NotificationKind.ARRIVED, by=by, happened_on=happened_on)


def _all_move(movement: Movement, old: str, new: str, kind: str, *, by: User, happened_on: date | None) -> bool:
    moving = movement.travellers.filter(standing=old)
    cases = list(Case.objects.filter(pk__in=moving.values("case")).order_by("pk"))
    moving.update(standing=new)
    followers.tell(kind, movement=movement, by=by, cases=cases, happened_on=happened_on)
    notify_receivers(movement=movement, kind=kind, by=by, cases=cases)
    return True


@transaction.atomic
def close_movement(*, movement: Movement, by: User, note: str = "") -> bool:
    """All paperwork is done."""
    return move_movement(movement=movement, to=MovementStage.CLOSED, by=by, verb="travel.closed", note=note)


PARTED = gettext_lazy("%(movement)s: a family was parted. Agree to it, or bring them together")


@transaction.atomic
def record_no_show(
    *, movement: Movement, travellers: Iterable[Traveller], by: User, reason: str, offloaded: bool = False,
    happened_on: date | None = None,
) -> list[Traveller]:  # fmt: skip
    """These people did not come, or were not taken on board, and why. If that parts a family, a second person is
    asked at once: whoever is left is not booked alone before somebody agreed."""
    if not reason.strip():
        raise ValidationError(_("Say why."))
    locked = movement.travellers.select_for_update(of=["self"]).filter(pk__in=[one.pk for one in travellers])
    missed = list(locked.filter(standing__in=[T.BOOKED, T.DEPARTED]).select_related("case", "person"))
    if movement.stage not in (MovementStage.BOOKED, MovementStage.DEPARTED) or not missed:
        raise ValidationError(_("Nobody of these was to travel now."))
    Traveller.objects.filter(pk__in=[one.pk for one in missed]).update(standing=T.OFFLOADED if offloaded else T.NO_SHOW)
    verb = "travel.offloaded" if offloaded else "travel.no_show"
    facts = {"movement": movement.reference}
    for one in missed:
        record_event(case=one.case, kind=EventKind.TRAVEL, verb=verb, by=by, person=one.person, facts=facts,
                     note=reason.strip(), happened_on=happened_on)  # fmt: skip
    cases = list({one.case for one in missed})
    for case in cases:
        _ask_about_parted(movement, case, missed, reason, by)
    nobody_left = [case for case in cases if not movement.travellers.live().filter(case=case).exists()]
    followers.tell("no_show", movement=movement, by=by, cases=nobody_left, happened_on=happened_on)
    notify_receivers(movement=movement, kind=NotificationKind.NO_SHOW, by=by, cases=cases)
    return missed


def _ask_about_parted(movement: Movement, case: Case, missed: list[Traveller], reason: str, by: User) -> None:
    if not movement.travellers.live().filter(case=case).exists():
        return
    for one in missed:
        if one.case_id == case.pk:
            ask_parting(case=case, person=one.person, reason=reason, by=by)
    raise_task(case=case, sentence=PARTED, facts={"movement": movement.reference}, movement=movement)
