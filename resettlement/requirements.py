"""What people of each country must hold on the day of travel, and who owes it to us.

Order of the list is the order of the work. What the decision itself says (permit, arrival days, travel document) is
held from the beginning; the rest is missing until somebody gives it.
"""

from accounts.models import Organisation, OrganisationKind
from cases.reference.countries import countries
from decisions.said import day_said
from travel.given import Held
from travel.models import ClearanceKind

K = ClearanceKind
REQUIRED = {
    "FI": (K.ENTRY_PERMIT, K.PERMIT_CARD, K.TRAVEL_DOCUMENT, K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.HOUSING),
    "SE": (K.ENTRY_PERMIT, K.PERMIT_CARD, K.TRAVEL_DOCUMENT, K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.HOUSING),
    "IS": (K.ENTRY_PERMIT, K.TRAVEL_DOCUMENT, K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.HOUSING),
}
OWED_BY_MISSION = {K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.TRAVEL_DOCUMENT}
OWED_BY_AUTHORITY = {K.ENTRY_PERMIT, K.PERMIT_CARD}


def held_by_decision(values: dict) -> list[Held]:
    """What one person's decision says by itself."""
    held = [Held(K.ENTRY_PERMIT, day_said(values, "permit_valid_from"), day_said(values, "permit_valid_to"))]
    earliest, latest = day_said(values, "earliest_arrival_date"), day_said(values, "latest_arrival_date")
    if earliest or latest:
        held.append(Held(K.ARRIVAL_RANGE, earliest, latest))
    if last := day_said(values, "latest_entry_date"):
        held.append(Held(K.ENTRY_DEADLINE, None, last))
    if values.get("travel_document") not in (None, "", "none") and values.get("travel_document_valid_to"):
        held.append(Held(K.TRAVEL_DOCUMENT, None, day_said(values, "travel_document_valid_to")))
    return held


class Owers:
    """Who owes which clearance, looked up once for a whole file."""

    def __init__(self) -> None:
        missions = Organisation.objects.filter(kind=OrganisationKind.IOM_MISSION)
        self.missions = {body.country: body for body in missions}

    def of(
        self, kind: str, *, issuer: Organisation, asylum: str, municipality: Organisation | None
    ) -> Organisation | None:
        """The organisation that must give it, None where the directory has none; `asylum` is ISO 3166-1 alpha-3."""
        if kind in OWED_BY_AUTHORITY:
            return issuer
        if kind in OWED_BY_MISSION:
            country = countries().get(asylum)
            return self.missions.get(country.alpha2) if country else None
        return municipality if kind == K.HOUSING else None
