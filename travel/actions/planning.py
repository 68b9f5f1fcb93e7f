"""Planning a movement: who travels, from where, to where, on which day. All that speaks against it is said at once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from accounts.models import User
from cases.actions.cases import next_reference
from cases.identities import Identity, resolve
from cases.models import Case, Person, Standing, Status
from travel.actions.families import apart_without_leave
from travel.actions.stages import tell_cases
from travel.models import Booking, Movement, SeatsFrom, Traveller, codes_of
from travel.parties import Seat, age_on, alone, laps, split_family
from travel.windows import broken_clearances, window_of

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’.\- ]*")
PURPOSE = "travel.book"


@dataclass(frozen=True)
class Party:
    """Those of one case who travel.

    `needs` are airlines' codes by the person's key; who is not in it has what the case says.
    """

    case: Case
    people: tuple[Person, ...]
    needs: Mapping[int, list[str]] = field(default_factory=dict)

    @classmethod
    def whole(cls, case: Case, **columns) -> "Party":
        """All members who are to travel with the family."""
        members = case.members.travelling().select_related("person")
        return cls(case, tuple(member.person for member in members), **columns)


@transaction.atomic
def plan_movement(
    *, parties: Iterable[Party], origin: str, destination: str, departs_on: date, by: User,
    arrives_on: date | None = None, seats_from: str = SeatsFrom.DUFFEL,
) -> Movement:  # fmt: skip
    """Plan a journey for one case or many. Refused, with every reason, where anything speaks against it."""
    parties = list(parties)
    arrives_on = arrives_on or departs_on
    refuse_unless_fit(parties, departs_on, arrives_on)
    movement = Movement.objects.create(
        reference=next_reference("M"), country=parties[0].case.country, seats_from=seats_from, origin=origin,
        destination=destination, departs_on=departs_on, arrives_on=arrives_on, planned_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            for party in parties:
                seat_party(movement, party)
    except IntegrityError as error:
        raise ValidationError(_("Somebody already has a seat on another movement in these days.")) from error
    facts = {"origin": origin, "destination": destination, "day": departs_on.isoformat()}
    tell_cases(movement=movement, verb="travel.planned", by=by, facts=facts)
    return movement


def refuse_unless_fit(parties: list[Party], departs_on: date, arrives_on: date) -> None:
    """Raise all that speaks against these people travelling on these days."""
    if not any(party.people for party in parties):
        raise ValidationError(_("Nobody travels."))
    if len({party.case.country for party in parties}) > 1:
        raise ValidationError(_("People of one movement go to one country."))
    against = [sentence for party in parties for sentence in against_party(party, departs_on, arrives_on)]
    if against:
        raise ValidationError(against)


def against_party(party: Party, departs_on: date, arrives_on: date) -> list[str]:
    """What speaks against the people of one case travelling on these days."""
    case = party.case
    against = []
    if case.status != Status.OPEN:
        against.append(_("%(case)s is not open.") % {"case": case.reference})
    against += _against_clearances(party, departs_on, arrives_on)
    members = dict(case.members.values_list("person", "standing"))
    for person in party.people:
        if members.get(person.pk) not in (Standing.TRAVELS, Standing.WAITS):
            against.append(_("%(person)s does not travel with %(case)s.") % {"person": person, "case": case})
        against += against_name(person, resolve(person, purpose=PURPOSE))
    for person in apart_without_leave(case, party.people):
        against.append(
            _("%(person)s would be left behind. That needs a reason and a second person.") % {"person": person}
        )
    return against


def _against_clearances(party: Party, departs_on: date, arrives_on: date) -> list[str]:
    broken = broken_clearances(party.case, party.people, departs_on, arrives_on)
    against = [
        _("%(person)s: %(what)s does not hold on these days.") % {"person": one.person, "what": one.get_kind_display()}
        for one in broken
    ]
    window = window_of(party.case)
    if window.is_empty:
        against.append(_("%(case)s: no day fits all clearances.") % {"case": party.case})
    return against


def against_name(person: Person, identity: Identity) -> list[str]:
    """What keeps a person's ticket from being written: airlines want a full birth date and Latin letters."""
    against = []
    if identity.born_on is None:
        against.append(_("%(person)s: the full birth date of the travel document is missing.") % {"person": person})
    if not (LATIN.fullmatch(identity.family_name) and LATIN.fullmatch(identity.given_names)):
        against.append(_("%(person)s: the name must be in Latin letters, as the travel document has it.") % {
            "person": person
        })  # fmt: skip
    return against


def seat_party(movement: Movement, party: Party) -> list[Booking]:
    """Bookings of at most nine for the people of one case, and their seats."""
    born = {person.pk: resolve(person, purpose=PURPOSE).born_on for person in party.people}
    family = [Seat(person, age_on(born[person.pk], movement.arrives_on)) for person in party.people]
    needs = {key: codes_of(codes) for key, codes in party.case.members.values_list("person", "needs")}
    needs |= party.needs
    return [_seat_order(movement, party.case, order, needs) for order in split_family(family)]


def _seat_order(movement: Movement, case: Case, order: list[Seat], needs: Mapping[int, list[str]]) -> Booking:
    number = movement.bookings.count() + 1
    booking = Booking.objects.create(movement=movement, case=case, number=number)
    named = [Seat(seat.key.pk, seat.age) for seat in order]
    on_lap, minors = laps(named), alone(named)
    Traveller.objects.bulk_create(
        Traveller(
            movement=movement, case=case, person=seat.key, booking=booking, span=span_of(movement),
            needs=needs.get(seat.key.pk, []), is_on_lap=seat.key.pk in on_lap, is_alone=seat.key.pk in minors,
        )
        for seat in order
    )  # fmt: skip
    return booking


def parties_of(movement: Movement) -> list[Party]:
    """Those who hold seats, case by case."""
    travellers = movement.travellers.live().select_related("case", "person").order_by("pk")
    seats: dict = {}
    for one in travellers:
        seats.setdefault(one.case, []).append(one.person)
    return [Party(case, tuple(people)) for case, people in seats.items()]


def span_of(movement: Movement) -> DateRange:
    """The days a movement takes, both ends included."""
    return DateRange(movement.departs_on, movement.arrives_on, "[]")
