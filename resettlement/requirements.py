"""What people of each country must hold on the day of travel, and who owes it to us.

Order of the list is the order of the work. What the decision itself says (permit, arrival days, travel document) is
held from the beginning; the rest is missing until somebody gives it.
"""

from dataclasses import dataclass
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import Organisation, OrganisationKind
from cases.reference.countries import countries
from travel.models import ClearanceKind

K = ClearanceKind
REQUIRED = {
    "FI": (K.ENTRY_PERMIT, K.PERMIT_CARD, K.TRAVEL_DOCUMENT, K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.HOUSING),
    "SE": (K.ENTRY_PERMIT, K.PERMIT_CARD, K.TRAVEL_DOCUMENT, K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.HOUSING),
    "IS": (K.ENTRY_PERMIT, K.TRAVEL_DOCUMENT, K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.HOUSING),
}
OWED_BY_MISSION = {K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.TRAVEL_DOCUMENT}
OWED_BY_AUTHORITY = {K.ENTRY_PERMIT, K.PERMIT_CARD}


@dataclass(frozen=True)
class Held:
    """A clearance that a decision gives: the days on which it is good; None: no bound."""

    kind: str
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def days(self) -> DateRange | None:
        """As Postgres keeps it; None: good on any day."""
        if self.valid_from is None and self.valid_until is None:
            return None
        return DateRange(self.valid_from, self.valid_until, "[]")


def day(values: dict, field: str) -> date | None:
    """A date of a decision's stored values."""
    return date.fromisoformat(values[field]) if values.get(field) else None


def held_by_decision(values: dict) -> list[Held]:
    """What one person's decision says by itself."""
    held = [Held(K.ENTRY_PERMIT, day(values, "permit_valid_from"), day(values, "permit_valid_to"))]
    earliest, latest = day(values, "earliest_arrival_date"), day(values, "latest_arrival_date")
    if earliest or latest:
        held.append(Held(K.ARRIVAL_RANGE, earliest, latest))
    if last := day(values, "latest_entry_date"):
        held.append(Held(K.ENTRY_DEADLINE, None, last))
    if values.get("travel_document") not in (None, "", "none") and values.get("travel_document_valid_to"):
        held.append(Held(K.TRAVEL_DOCUMENT, None, day(values, "travel_document_valid_to")))
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
