"""What a journey tells this mandate: booked, changed, departed, arrived, did not come, cancelled."""

from collections.abc import Mapping, Sequence

from django.db.models import Prefetch, QuerySet

from accounts.models import Mandate, Organisation, OrganisationKind
from cases.models import Case, Member, WaitingFor
from cases.reference.countries import countries
from returns.actions.return_files import advance, follow
from returns.haste import charter_warnings
from returns.models import Return, Stage
from returns.models.attached import with_attached
from travel.along import Along
from travel.followers import Route
from travel.models import Movement

HOSTS = {"FI": "FIN", "SE": "SWE", "IS": "ISL"}


def with_people(returns: QuerySet[Return]) -> QuerySet[Return]:
    """With all that the needs of many returns read."""
    people = Member.objects.select_related("person").order_by("pk")
    return with_attached(returns).prefetch_related(Prefetch("case__members", people, to_attr="household"))


ALONG = Along(
    Mandate.RETURNS,
    records=Return.objects.select_related("case"),
    advance=lambda record, **said: advance(record=record, **said),
    follow=follow,
    turn_after_arrival=WaitingFor.MISSION,
    back=(Stage.READY, Stage.DOCUMENTS, Stage.DECIDED),  # a declaration may be taken back meanwhile
    for_many=with_people,
)


def routes_of(cases: Sequence[Case]) -> Mapping[int, Route]:
    """People leave the country of their case for that of their return."""
    rows = Return.objects.filter(case__in=cases).values_list("case", "return_country", "departure_airport")
    hosts = {case.pk: HOSTS[case.country] for case in cases}
    return {case: Route(hosts[case], goes_to=country, leaves_from=airport) for case, country, airport in rows}


def booked(*, case: Case, movement: Movement | None, **said: object) -> None:
    """Every ticket is there, or the charter is confirmed: the return knows by which of them it flies."""
    Return.objects.filter(case=case).update(is_charter=bool(movement and movement.is_charter))
    ALONG.booked(case=case, movement=movement, **said)


def not_flying(*, case: Case, **said: object) -> None:
    """To be booked anew, unless nobody of the case travels any more: then it was withdrawn."""
    if case.members.travelling().exists():
        ALONG.not_flying(case=case, **said)


def receivers(case: Case) -> list[Organisation]:
    """Whom the notices go to: the mission of the country of return, and the authority that decided."""
    country = countries().get(ALONG.record_of(case).return_country)
    bodies = []
    if country:
        bodies += Organisation.objects.filter(kind=OrganisationKind.IOM_MISSION, country=country.alpha2)
    bodies += Organisation.objects.filter(kind=OrganisationKind.AUTHORITY, case_numbers__case=case)
    return list(dict.fromkeys(bodies))


FOLLOWER = ALONG.follower(
    routes_of=routes_of, receivers=receivers, charter_warnings=charter_warnings, booked=booked,
    no_show=not_flying, cancelled=not_flying,
)  # fmt: skip
