"""What a journey tells this mandate: booked, changed, departed, arrived, did not come, cancelled."""

from collections.abc import Mapping, Sequence

from accounts.models import Mandate, Organisation, OrganisationKind
from cases.models import Case, WaitingFor
from resettlement.actions.dossiers import advance, follow
from resettlement.models import Dossier, Stage
from travel.along import Along
from travel.followers import Route

ALONG = Along(
    Mandate.RESETTLEMENT,
    records=Dossier.objects.select_related("case", "municipality"),
    advance=lambda dossier, **said: advance(dossier=dossier, **said),
    follow=follow,
    turn_after_arrival=WaitingFor.MUNICIPALITY,
    back=(Stage.READY, Stage.DOCUMENTS),
)


def routes_of(cases: Sequence[Case]) -> Mapping[int, Route]:
    """Where the people stay, and at which airport the authority awaits them."""
    rows = Dossier.objects.filter(case__in=cases).values_list("case", "country_of_asylum", "arrival_airport")
    return {case: Route(stay, airport) for case, stay, airport in rows}


def receivers(case: Case) -> list[Organisation]:
    """Whom the arrival notices go to: the municipality, the Red Cross of the country, the authority that decided."""
    dossier = ALONG.record_of(case)
    bodies = [dossier.municipality] if dossier.municipality else []
    bodies += Organisation.objects.filter(kind=OrganisationKind.RED_CROSS, country=case.country)
    bodies += Organisation.objects.filter(kind=OrganisationKind.AUTHORITY, case_numbers__case=case)
    return list(dict.fromkeys(bodies))


FOLLOWER = ALONG.follower(routes_of=routes_of, receivers=receivers)
