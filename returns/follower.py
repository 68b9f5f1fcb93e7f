"""What a journey tells this mandate: booked, changed, departed, arrived, did not come, cancelled."""

from collections.abc import Mapping, Sequence
from datetime import date

from accounts.models import Mandate, Organisation, OrganisationKind, User
from cases.actions.cases import wait_for
from cases.models import Case, Standing, WaitingFor
from cases.reference.countries import countries
from cases.stages import Missing, missing_for
from returns.actions.return_files import advance, follow
from returns.haste import charter_warnings
from returns.models import Return, Stage
from travel.followers import Follower, Route
from travel.models import Movement
from travel.windows import windows_of_cases

HOSTS = {"FI": "FIN", "SE": "SWE", "IS": "ISL"}


def return_of(case: Case) -> Return:
    """The return of a case of this mandate."""
    return Return.objects.select_related("case").get(case=case)


def missing_before_booking(case: Case) -> list[Missing]:
    """What keeps the case from being planned on a movement."""
    return _missing(return_of(case))


def missing_of(cases: Sequence[Case]) -> Mapping[int, list[Missing]]:
    """The same for many cases."""
    windows = windows_of_cases(cases)
    found = {}
    for record in Return.objects.select_related("case").filter(case__in=cases):
        record.known_window = windows[record.case_id]
        found[record.case_id] = _missing(record)
    return found


def _missing(record: Return) -> list[Missing]:
    return [] if record.stage == Stage.READY else missing_for(record, Stage.READY)


def routes_of(cases: Sequence[Case]) -> Mapping[int, Route]:
    """People leave the country of their case for that of their return."""
    rows = Return.objects.filter(case__in=cases).values_list("case", "return_country", "departure_airport")
    hosts = {case.pk: HOSTS[case.country] for case in cases}
    return {case: Route(hosts[case], goes_to=country, leaves_from=airport) for case, country, airport in rows}


def booked(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """Every ticket is there."""
    record = return_of(case)
    if record.stage == Stage.READY:
        advance(record=record, to=Stage.BOOKED, by=by)
        wait_for(case=case, whom=WaitingFor.CARRIER, by=by)


def changed(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """The journey is another than before; the tasks follow."""
    follow(return_of(case))


def cleared(*, case: Case, by: User | None) -> None:
    """A clearance of the case changed; the tasks follow."""
    if record := Return.objects.select_related("case").filter(case=case).first():
        follow(record)


def departed(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """They are in the air."""
    record = return_of(case)
    if record.stage == Stage.BOOKED:
        advance(record=record, to=Stage.DEPARTED, by=by, happened_on=happened_on)


def arrived(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """They are in their country; the mission's turn."""
    record = return_of(case)
    if record.stage == Stage.DEPARTED:
        advance(record=record, to=Stage.ARRIVED, by=by, happened_on=happened_on)
        wait_for(case=case, whom=WaitingFor.MISSION, by=by)


def not_flying(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """Nobody of the case came to the gate, or the seats were given back: to be booked anew, or withdrawn.

    What was held may have ended meanwhile, a declaration may be taken back: then the return stands further back.
    """
    record = return_of(case)
    if record.stage == Stage.BOOKED and case.members.filter(standing=Standing.TRAVELS).exists():
        back = (stage for stage in (Stage.READY, Stage.DOCUMENTS) if not missing_for(record, stage))
        advance(record=record, to=next(back, Stage.DECIDED), by=by, happened_on=happened_on)
        wait_for(case=case, whom=WaitingFor.US, by=by)


def receivers(case: Case) -> list[Organisation]:
    """Whom the notices go to: the mission of the country of return, and the authority that decided."""
    country = countries().get(return_of(case).return_country)
    bodies = []
    if country:
        bodies += Organisation.objects.filter(kind=OrganisationKind.IOM_MISSION, country=country.alpha2)
    bodies += Organisation.objects.filter(kind=OrganisationKind.AUTHORITY, case_numbers__case=case)
    return list(dict.fromkeys(bodies))


FOLLOWER = Follower(
    Mandate.RETURNS,
    ready=missing_before_booking,
    ready_of=missing_of,
    routes_of=routes_of,
    receivers=receivers,
    charter_warnings=charter_warnings,
    cleared=cleared,
    booked=booked,
    changed=changed,
    departed=departed,
    arrived=arrived,
    no_show=not_flying,
    cancelled=not_flying,
)
