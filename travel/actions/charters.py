"""Charters: seats held before anybody has a name; a traveller of a ready case takes one and may give it back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Organisation, User
from cases.actions.cases import next_reference
from cases.actions.events import record_event
from cases.identities import resolve
from cases.models import Case, EventKind, Person
from notices.actions.sending import write_notice
from travel import followers
from travel.actions.leaving import leave_movement
from travel.actions.notifications import notify_receivers
from travel.actions.ordering import refuse_unless_clear, set_itinerary
from travel.actions.planning import PURPOSE, Party, against_party, span_of
from travel.actions.stages import move_movement, tell_cases
from travel.models import (
    Charter,
    Movement,
    MovementStage,
    NotificationKind,
    SeatsFrom,
    Traveller,
    TravellerStanding,
    codes_of,
)
from travel.models.movement import AHEAD
from travel.parties import Seat, age_on, alone
from travel.providers.base import Flight

T = TravellerStanding


@transaction.atomic
def plan_charter(
    *, mandate: str, country: str, origin: str, destination: str, departs_on: date, seats: int, by: User,
    arrives_on: date | None = None, operator: str = "",
) -> Movement:  # fmt: skip
    """Hold so many seats for a mandate on one day. Nobody is named yet, and nobody is invented."""
    movement = Movement.objects.create(
        reference=next_reference("M"), country=country, seats_from=SeatsFrom.CHARTER, origin=origin,
        destination=destination, departs_on=departs_on, arrives_on=arrives_on or departs_on, planned_by=by,
    )  # fmt: skip
    Charter.objects.create(movement=movement, mandate=mandate, seats=seats, operator=operator.strip())
    return movement


@transaction.atomic
def ask_charter(*, movement: Movement, organisation: Organisation, by: User) -> bool:
    """Ask an agency or a mission for the aircraft. The mail says how many seats, and names nobody."""
    charter = held(movement)
    if not move_movement(movement=movement, to=MovementStage.BOOKING, by=by, verb="travel.charter_asked",
                         facts={"whom": organisation.name, "seats": charter.seats}):  # fmt: skip
        return False
    charter.organisation = organisation
    charter.save(update_fields=["organisation"])
    facts = {
        "reference": movement.reference, "seats": charter.seats, "day": movement.departs_on.isoformat(),
        "origin": movement.origin, "destination": movement.destination,
    }  # fmt: skip
    write_notice(kind="travel.charter", once=f"travel.charter {movement.code}", facts=facts, organisation=organisation)
    return True


@transaction.atomic
def confirm_charter(*, movement: Movement, flights: Sequence[Flight], reference: str, by: User) -> None:
    """The operator confirmed: flights and reference, recorded by hand. Whoever has a seat with a name is booked."""
    charter = held(movement)
    if movement.stage not in (MovementStage.PLANNED, MovementStage.BOOKING):
        raise ValidationError(_("This charter is confirmed already, or it is over."))
    set_itinerary(movement, flights)
    refuse_unless_clear(movement)
    charter.reference, charter.confirmed_at, charter.confirmed_by = reference.strip(), timezone.now(), by
    charter.save(update_fields=["reference", "confirmed_at", "confirmed_by"])
    if movement.stage == MovementStage.PLANNED:  # nobody was asked through the portal
        move_movement(movement=movement, to=MovementStage.BOOKING, by=by, verb="travel.charter_by_hand")
    move_movement(movement=movement, to=MovementStage.BOOKED, by=by, verb="travel.booked")
    movement.travellers.filter(standing=T.PLANNED).update(standing=T.BOOKED)
    tell_booked(movement, cases_on(movement), by)


@transaction.atomic
def change_seats(*, movement: Movement, seats: int, by: User) -> bool:
    """The aircraft has another number of seats; a seat that somebody holds is not taken away."""
    charter = held(movement)
    if charter.seats == seats:
        return False
    before, charter.seats = charter.seats, seats
    try:
        with transaction.atomic():
            charter.save(update_fields=["seats"])
    except IntegrityError as error:
        raise ValidationError(_("Somebody holds a seat beyond this number: take it back first.")) from error
    tell_cases(movement=movement, verb="travel.charter_seats", by=by, facts={"old": before, "new": seats})
    return True


@transaction.atomic
def give_seats(
    *, movement: Movement, case: Case, people: Iterable[Person], by: User, first: int = 1
) -> list[Traveller]:  # fmt: skip
    """People of a ready case take seats that had no name: the free ones from `first` on, then those before it."""
    charter, people = held(movement), list(people)
    aboard = [one.person for one in movement.travellers.live().filter(case=case).select_related("person")]
    refuse_unless_takes(movement, charter, Party(case, tuple(people)), aboard)
    free = free_seats(charter)
    if len(people) > len(free):
        words = ngettext("%(n)s seat is free.", "%(n)s seats are free.", len(free)) % {"n": len(free)}
        raise ValidationError(words)
    numbers = sorted(free, key=lambda number: (number < first, number))[: len(people)]
    try:
        with transaction.atomic():
            given = seat_people(movement, case, dict(zip(numbers, people, strict=True)), aboard)
    except IntegrityError as error:
        raise ValidationError(_("Somebody already has a seat on another movement in these days.")) from error
    facts = {"movement": movement.reference, "seats": ", ".join(map(str, numbers))}
    record_event(case=case, kind=EventKind.TRAVEL, verb="travel.seats_given", by=by, facts=facts)
    if movement.stage == MovementStage.BOOKED:
        tell_booked(movement, [case], by)
    return given


def refuse_unless_takes(movement: Movement, charter: Charter, party: Party, aboard: Sequence[Person]) -> None:
    """Raise all that speaks against these people sitting in this charter."""
    case = party.case
    if movement.stage not in AHEAD:
        raise ValidationError(_("This charter has left, or it was cancelled."))
    if not party.people:
        raise ValidationError(_("Nobody travels."))
    if (case.mandate, case.country) != (charter.mandate, movement.country):
        raise ValidationError(_("This charter is held for another mandate or country."))
    against = against_party(Party(case, (*party.people, *aboard)), movement.departs_on, movement.arrives_on)
    against += [] if aboard else [str(one) for one in followers.not_ready(case)]
    if against:
        raise ValidationError(list(dict.fromkeys(against)))


def seat_people(
    movement: Movement, case: Case, seated: Mapping[int, Person], aboard: Sequence[Person]
) -> list[Traveller]:  # fmt: skip
    """Their rows, each with its number; a child without an adult of the family on board is marked."""
    needs = {key: codes_of(codes) for key, codes in case.members.values_list("person", "needs")}
    family = [(one.pk, resolve(one, purpose=PURPOSE).born_on) for one in (*seated.values(), *aboard)]
    minors = alone([Seat(key, age_on(born, movement.arrives_on)) for key, born in family])
    standing = T.BOOKED if movement.stage == MovementStage.BOOKED else T.PLANNED
    return Traveller.objects.bulk_create(
        Traveller(
            movement=movement, case=case, person=person, seat=number, needs=needs.get(person.pk, []),
            is_alone=person.pk in minors, standing=standing, span=span_of(movement),
        )
        for number, person in seated.items()
    )  # fmt: skip


@transaction.atomic
def take_seats_back(*, movement: Movement, case: Case, by: User, reason: str) -> None:
    """The people of one case do not fly on it; their seats are ours still and have no name again."""
    held(movement)
    if not reason.strip():
        raise ValidationError(_("Say why."))
    if movement.stage not in AHEAD or not movement.travellers.live().filter(case=case).exists():
        raise ValidationError(_("Nobody of these was to travel now."))
    leave_movement(movement=movement, case=case, by=by, reason=reason.strip())
    followers.tell("cancelled", movement=movement, by=by, cases=[case])


def held(movement: Movement) -> Charter:
    """The charter of a movement, its row kept until we are done: two officers never give the same seat."""
    movement.stage = Movement.objects.select_for_update().get(pk=movement.pk).stage  # first, as everywhere
    charter = Charter.objects.select_for_update().filter(movement=movement).first()
    if charter is None:
        raise ValidationError(_("This movement is no charter."))
    return charter


def free_seats(charter: Charter) -> list[int]:
    """The numbers that nobody holds."""
    taken = set(Traveller.objects.live().filter(movement=charter.movement_id).values_list("seat", flat=True))
    return [number for number in range(1, charter.seats + 1) if number not in taken]


def cases_on(movement: Movement) -> list[Case]:
    """The cases whose people hold seats now."""
    return list(Case.objects.filter(pk__in=movement.travellers.live().values("case")).order_by("pk"))


def tell_booked(movement: Movement, cases: Sequence[Case], by: User) -> None:
    """Mandates and receivers of these cases hear that their people fly."""
    followers.tell("booked", movement=movement, by=by, cases=cases)
    notify_receivers(movement=movement, kind=NotificationKind.ABN, by=by, cases=cases)
