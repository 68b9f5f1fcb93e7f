"""What an accepted decision does here: it opens a dossier, and a later version reaches all that depended on it."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.utils.text import slugify

from accounts.models import Organisation, OrganisationKind, User
from cases.models import Case
from cases.reference import municipalities
from decisions.models import DecidedPerson, DecisionVersion
from decisions.said import first_said
from resettlement.actions.dossiers import correct_dossier, follow, open_dossier
from resettlement.models import Dossier, Urgency
from resettlement.requirements import REQUIRED, Owers, held_by_decision
from travel.actions.clearances import open_clearances
from travel.actions.given import hold_given
from travel.models import Clearance, ClearanceState

LANGUAGE_OF = {"FI": "fi", "SE": "sv", "IS": "is"}
QUOTA = {"quota", "quota_family"}


def programme_of(values: list[dict]) -> tuple[str, str]:
    """The programme and the prefix of the reference: KQ for the quota, FR for family reunification."""
    categories = {one.get("category") or "quota" for one in values}
    return ("quota", "KQ") if categories & QUOTA else ("family_reunification", "FR")


@transaction.atomic
def open_by_decision(*, case: Case, version: DecisionVersion, by: User) -> None:
    """A positive decision for a new case: clearances, needs of the travellers, the dossier with its first tasks."""
    decided = travelling(version)
    columns = columns_of(case, [one.values for one in decided])
    open_clearances(case=case, lines=first_lines(case, columns, decided, version), by=by)
    open_dossier(case=case, by=by, **columns)


@transaction.atomic
def change_by_decision(*, case: Case, version: DecisionVersion, before: DecisionVersion, by: User) -> None:
    """A later version: what it says now replaces what the earlier one said, and tasks follow."""
    dossier = Dossier.objects.filter(case=case).select_related("case").first()
    if dossier is None:
        open_by_decision(case=case, version=version, by=by)
        return
    decided = travelling(version)
    correct_dossier(dossier=dossier, by=by, **columns_of(case, [one.values for one in decided]))
    replace_clearances(dossier, decided, version, by)
    follow(dossier)


def travelling(version: DecisionVersion) -> list[DecidedPerson]:
    """Those for whom the decision opens a journey."""
    return [one for one in version.persons.select_related("person") if one.travels]


def columns_of(case: Case, values: list[dict]) -> dict:
    """What the rows of a decision say of the case as a whole: the first that says anything."""
    first = partial(first_said, values)
    return {
        "category": first("category"),
        "urgency": most_urgent(values),
        "cost_bearer": first("cost_bearer"),
        "country_of_asylum": first("country_of_asylum"),
        "place_of_stay": first("place_of_stay"),
        "arrival_airport": first("arrival_airport"),
        "municipality": municipality_of(case.country, first("municipality")),
    }


def most_urgent(values: Iterable[dict]) -> str:
    """The highest priority in the rows of a case."""
    said = {one.get("urgency") for one in values}
    return next((urgency for urgency in reversed(Urgency.values) if urgency in said), Urgency.NORMAL)


def municipality_of(country: str, code: str) -> Organisation | None:
    """The municipality as an organisation of the directory; made without a mailbox where it is not there yet."""
    if not code:
        return None
    name = municipalities.name_of(country, code)
    columns = {"name": name, "slug": slugify(f"{name}-{country}-{code}"), "language": LANGUAGE_OF[country]}
    return Organisation.objects.get_or_create(
        kind=OrganisationKind.MUNICIPALITY, country=country, municipality=code, defaults=columns
    )[0]


def first_lines(case: Case, columns: dict, decided: list[DecidedPerson], version: DecisionVersion) -> list[Clearance]:
    """The clearances of a case just opened: what the decision gives is held, what it leaves open is missing."""
    owers, lines = Owers(), []
    for one in decided:
        held = {given.kind: given for given in held_by_decision(one.values)}
        for kind in dict.fromkeys((*held, *REQUIRED[case.country])):
            line = Clearance(case=case, person=one.person, kind=kind, source={"version": version.number})
            if kind in held:
                line.state, line.valid = ClearanceState.HELD, held[kind].days
            else:
                line.owed_by_organisation = owers.of(
                    kind, issuer=version.decision.issuer, asylum=columns["country_of_asylum"],
                    municipality=columns["municipality"],
                )  # fmt: skip
            lines.append(line)
    return lines


def replace_clearances(dossier: Dossier, decided: list[DecidedPerson], version: DecisionVersion, by: User) -> None:
    """What the new version gives replaces what was held before; people new to the case get the whole list."""
    case, source = dossier.case, {"version": version.number}
    known = set(case.clearances.values_list("person", flat=True))
    columns = {"country_of_asylum": dossier.country_of_asylum, "municipality": dossier.municipality}
    new = [one for one in decided if one.person_id not in known]
    if new:
        open_clearances(case=case, lines=first_lines(case, columns, new, version), by=by)
    given = [(one.person, held) for one in decided if one.person_id in known for held in held_by_decision(one.values)]
    hold_given(case=case, given=given, by=by, source=source)
