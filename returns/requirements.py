"""What people must hold on the day of their return, and what the decision itself gives."""

from collections.abc import Iterable

from cases.models import AssistanceNeed, Member, Person
from decisions.said import day_said
from travel.given import Held
from travel.models import ClearanceKind as K

REQUIRED = (K.TRAVEL_DOCUMENT, K.FIT_TO_TRAVEL)
ESCORTED = {AssistanceNeed.MEDICAL_ESCORT, AssistanceNeed.OPERATIONAL_ESCORT, AssistanceNeed.UNACCOMPANIED}


def required_of(needs: Iterable[str]) -> tuple[str, ...]:
    """What one person must hold; whoever may not fly alone needs the escort too."""
    return (*REQUIRED, K.ESCORT) if ESCORTED & set(needs) else REQUIRED


def required_of_members(members: Iterable[Member]) -> dict[str, list[Person]]:
    """What must be held, and by whom."""
    wanted: dict[str, list[Person]] = {}
    for member in members:
        for kind in required_of(member.needs):
            wanted.setdefault(kind, []).append(member.person)
    return wanted


def held_by_decision(values: dict) -> list[Held]:
    """What one person's decision says by itself: the days of departure, a document that is good until a day."""
    held = []
    earliest, latest = day_said(values, "earliest_departure_date"), day_said(values, "latest_departure_date")
    if earliest or latest:
        held.append(Held(K.DEPARTURE_RANGE, earliest, latest))
    if values.get("travel_document") not in (None, "", "none") and values.get("travel_document_valid_to"):
        held.append(Held(K.TRAVEL_DOCUMENT, None, day_said(values, "travel_document_valid_to")))
    return held
