"""What a journey tells this mandate: booked, changed, departed, arrived, did not come, cancelled."""

from datetime import date

from accounts.models import Mandate, Organisation, OrganisationKind, User
from cases.actions.cases import wait_for
from cases.models import Case, WaitingFor
from cases.stages import Missing, missing_for
from resettlement.actions.dossiers import advance, follow
from resettlement.models import Dossier, Stage
from travel.followers import Follower
from travel.models import Movement


def dossier_of(case: Case) -> Dossier:
    """The dossier of a case of this mandate."""
    return Dossier.objects.select_related("case", "municipality").get(case=case)


def missing_before_booking(case: Case) -> list[Missing]:
    """What keeps the case from being planned on a movement."""
    dossier = dossier_of(case)
    return [] if dossier.stage == Stage.READY else missing_for(dossier, Stage.READY)


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
    if dossier.stage == Stage.BOOKED:
        advance(dossier=dossier, to=Stage.READY, by=by, happened_on=happened_on)
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
    receivers=receivers,
    cleared=cleared,
    booked=booked,
    changed=changed,
    departed=departed,
    arrived=arrived,
    no_show=not_flying,
    cancelled=not_flying,
)
