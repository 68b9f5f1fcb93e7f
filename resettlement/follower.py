"""What a journey tells this mandate: booked, changed, departed, arrived, did not come, cancelled."""

from collections.abc import Mapping, Sequence
from datetime import date

from accounts.models import Mandate, Organisation, OrganisationKind, User
from cases.actions.cases import wait_for
from cases.models import Case, WaitingFor
from cases.stages import Missing, missing_for
from resettlement.actions.dossiers import advance, follow
from resettlement.models import Dossier, Stage
from travel.followers import Follower, Route
from travel.models import Movement
from travel.windows import windows_of_cases


def dossier_of(case: Case) -> Dossier:
    """The dossier of a case of this mandate."""
    return Dossier.objects.select_related("case", "municipality").get(case=case)


def missing_before_booking(case: Case) -> list[Missing]:
    """What keeps the case from being planned on a movement."""
    return _missing(dossier_of(case))


def missing_of(cases: Sequence[Case]) -> Mapping[int, list[Missing]]:
    """The same for many cases, in two questions to the database."""
    windows = windows_of_cases(cases)
    found = {}
    for dossier in Dossier.objects.select_related("case", "municipality").filter(case__in=cases):
        dossier.known_window = windows[dossier.case_id]
        found[dossier.case_id] = _missing(dossier)
    return found


def _missing(dossier: Dossier) -> list[Missing]:
    return [] if dossier.stage == Stage.READY else missing_for(dossier, Stage.READY)


def routes_of(cases: Sequence[Case]) -> Mapping[int, Route]:
    """Where the people stay, and at which airport the authority awaits them."""
    rows = Dossier.objects.filter(case__in=cases).values_list("case", "country_of_asylum", "arrival_airport")
    return {case: Route(stay, airport) for case, stay, airport in rows}


def booked(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """Every ticket is there."""
    dossier = dossier_of(case)
    if dossier.stage == Stage.READY:
        advance(dossier=dossier, to=Stage.BOOKED, by=by)
        wait_for(case=case, whom=WaitingFor.CARRIER, by=by)


def changed(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """The journey is another than before; the tasks follow."""
    follow(dossier_of(case))


def cleared(*, case: Case, by: User | None) -> None:
    """A clearance of the case changed; the tasks follow."""
    if dossier := Dossier.objects.select_related("case").filter(case=case).first():
        follow(dossier)


def departed(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """They are in the air."""
    dossier = dossier_of(case)
    if dossier.stage == Stage.BOOKED:
        advance(dossier=dossier, to=Stage.DEPARTED, by=by, happened_on=happened_on)


def arrived(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """They are here; the municipality's turn."""
    dossier = dossier_of(case)
    if dossier.stage == Stage.DEPARTED:
        advance(dossier=dossier, to=Stage.ARRIVED, by=by, happened_on=happened_on)
        wait_for(case=case, whom=WaitingFor.MUNICIPALITY, by=by)


def not_flying(*, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
    """Nobody of the case came to the gate, or the seats were given back: to be booked anew."""
    dossier = dossier_of(case)
    if dossier.stage == Stage.BOOKED:  # what happened at the gate is recorded even if a clearance lapsed meanwhile
        to = Stage.DOCUMENTS if missing_for(dossier, Stage.READY) else Stage.READY
        advance(dossier=dossier, to=to, by=by, happened_on=happened_on)
        wait_for(case=case, whom=WaitingFor.US, by=by)


def receivers(case: Case) -> list[Organisation]:
    """Whom the arrival notices go to: the municipality, the Red Cross of the country, the authority that decided."""
    dossier = dossier_of(case)
    bodies = [dossier.municipality] if dossier.municipality else []
    bodies += Organisation.objects.filter(kind=OrganisationKind.RED_CROSS, country=case.country)
    bodies += Organisation.objects.filter(kind=OrganisationKind.AUTHORITY, case_numbers__case=case)
    return list(dict.fromkeys(bodies))


FOLLOWER = Follower(
    Mandate.RESETTLEMENT,
    ready=missing_before_booking,
    ready_of=missing_of,
    routes_of=routes_of,
    receivers=receivers,
    cleared=cleared,
    booked=booked,
    changed=changed,
    departed=departed,
    arrived=arrived,
    no_show=not_flying,
    cancelled=not_flying,
)
