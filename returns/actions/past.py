"""Returns that are recorded after they happened: the past is written down as it was, with what is missing of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Mandate, User
from cases.actions.cases import add_member, change_standing, open_case, wait_for
from cases.actions.events import record_event
from cases.actions.people import record_person
from cases.births import Birth
from cases.models import EventKind, Standing, WaitingFor
from returns.actions.decided import PREFIX, PROGRAMME
from returns.actions.enquiries import SCHEMES
from returns.actions.return_files import advance, correct_return, open_return
from returns.models import BEFORE_DEPARTURE, Return, Stage
from returns.past import missing_of_the_past
from travel.models import TravellerStanding


@dataclass(frozen=True)
class Returned:
    """Somebody who has returned, as we were told."""

    family_name: str
    given_names: str
    sex: str
    birth: Birth
    relation: str


@transaction.atomic
def open_past_return(
    *, country: str, people: Sequence[Returned], departed_on: date, arrived_on: date, by: User, note: str = "",
    **columns,
) -> Return:  # fmt: skip
    """A return nobody had on record: a case with its people, brought at once to where they are now."""
    case = open_case(mandate=Mandate.RETURNS, programme=PROGRAMME, prefix=PREFIX, country=country, by=by, officer=by)
    for one in people:
        person = record_person(birth=one.birth, family_name=one.family_name, given_names=one.given_names, sex=one.sex)
        add_member(case=case, person=person, relation=one.relation)
    record = open_return(case=case, by=by, scheme=SCHEMES[country], **columns)
    record_past_return(record=record, departed_on=departed_on, arrived_on=arrived_on, by=by, note=note)
    return record


@transaction.atomic
def record_past_return(*, record: Return, departed_on: date, arrived_on: date, by: User, note: str = "") -> None:
    """The people have gone already: departed and arrived on days of the past, from whatever stage before."""
    locked = Return.objects.select_for_update().select_related("case").get(pk=record.pk)
    if locked.stage not in BEFORE_DEPARTURE:
        raise ValidationError(_("This return has departed already, or it has ended."))
    if not departed_on <= arrived_on <= timezone.localdate():
        raise ValidationError(_("Both days have passed, and nobody arrives before the departure."))
    if locked.case.travellers.filter(standing__in=(TravellerStanding.PLANNED, TravellerStanding.BOOKED)).exists():
        raise ValidationError(_("There is a journey for this case: record its departure there, or cancel it first."))
    correct_return(record=record, by=by, is_retroactive=True)
    facts = {"missing": [one.need for one in missing_of_the_past(record)]}
    record_event(case=record.case, kind=EventKind.CASE, verb="returns.past_recorded", by=by, facts=facts, note=note)
    advance(record=record, to=Stage.DEPARTED, by=by, happened_on=departed_on)
    for member in record.case.members.select_related("person").filter(standing=Standing.TRAVELS):
        change_standing(member=member, standing=Standing.ARRIVED, by=by)
    advance(record=record, to=Stage.ARRIVED, by=by, happened_on=arrived_on)
    wait_for(case=record.case, whom=WaitingFor.MISSION, by=by)
