"""What each stage of a return needs, as looks at the records: each names what is missing, who owes it, since when.

The names of needs are also the names of the tasks that a stage makes.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cases.models import Member
from cases.stages import Missing, Need
from returns.monitoring.attempts import days_in_vain
from returns.plans.needs import PLAN_NEEDS, PLAN_WORDS
from travel.needs import look_at_clearances

if TYPE_CHECKING:
    from returns.models import Return

ADULT = 18
CUT_SHORT = ("lost_contact", "left_again", "not_returned", "forced_return", "deceased")  # nobody is visited then


def look_for_officer(record: "Return") -> Iterator[Missing]:
    """Somebody of the office answers for the case."""
    if record.case.officer_id is None:
        yield Missing("officer", _("An officer"), str(_("the team lead")), record.case.waiting_since)


def look_for_counselling(record: "Return") -> Iterator[Missing]:
    """The person was told what there is to know, in a language the person understands; no doubt is left open."""
    talks = record.talks
    if not talks:
        yield Missing("counselling", _("Counselling"), "", record.case.waiting_since)
    elif talks[-1].leaves_doubt:
        yield Missing("capacity", _("An answer to the doubt about the capacity to decide"), "", talks[-1].held_on)


def look_for_country(record: "Return") -> Iterator[Missing]:
    """It is known where the people return to."""
    if not record.return_country:
        yield Missing("country", _("The country of return"))


def look_for_application_date(record: "Return") -> Iterator[Missing]:
    """The day of the application picks the rule."""
    if record.application_date is None:
        yield Missing("application_date", _("The day of the application"))


def look_for_eligibility(record: "Return") -> Iterator[Missing]:
    """Looked at, and found eligible."""
    checks = record.checks
    if not checks or not checks[-1].is_eligible:
        yield Missing("eligibility", _("Eligible for assistance"))


def look_for_statement(record: "Return") -> Iterator[Missing]:
    """The police or the authority know of no obstacle, or need not be asked."""
    if record.statement not in ("given", "not_needed"):
        who = str(_("the police or the authority")) if record.statement == "asked" else ""
        yield Missing("statement", _("The statement of the police or the authority"), who, record.statement_asked_on)


def look_for_decision(record: "Return") -> Iterator[Missing]:
    """The authority decided."""
    if record.decision_date is None:
        yield Missing("decision", _("The decision of the authority"), str(_("the authority")))


def look_for_declarations(record: "Return") -> Iterator[Missing]:
    """Every adult who is to travel declared the own free will."""
    yield from unsigned_adults(record, record.travellers)


def unsigned_adults(record: "Return", members: Iterable[Member]) -> Iterator[Missing]:
    """The adults among these who have not signed."""
    signed = {one.person_id for one in record.signatures}
    for member in members:
        if member.person_id not in signed and not is_minor(member.person):
            words = _("Declaration of free will: %(name)s") % {"name": member.person.name}
            yield Missing("declaration", words, "", None, member.person_id)


def look_for_journey(record: "Return") -> Iterator[Missing]:
    """They are booked; or the return is recorded after it was made, and no seats are asked for."""
    if record.stage != "booked" and not record.is_retroactive:
        yield Missing("journey", _("Seats for the journey"))


def look_for_ending(record: "Return") -> Iterator[Missing]:
    """It is known how the return ended."""
    if not record.ending:
        yield Missing("ending", _("How it ended"))


def look_for_last_visit(record: "Return") -> Iterator[Missing]:
    """Whoever is in contact is visited to the end, and every screening has its result."""
    if record.ending in CUT_SHORT:
        return
    visits, screenings = record.visits, record.screenings_due
    if visits and visits[-1].state == "due":
        last = visits[-1]
        words = _("The last visit, due on %(day)s") % {"day": date_format(last.due_on, "d.m.Y")}
        since = last.opens_on if last.opens_on <= timezone.localdate() else None
        yield Missing("visits", words, str(last.get_by_whom_display()) if since else "", since)
    if screenings:
        yield Missing(
            "visits", _("The result of the follow-up screening"), "", timezone.localdate(screenings[0].asked_at)
        )


def look_for_attempts(record: "Return") -> Iterator[Missing]:
    """Contact is lost only after somebody was sought on several days."""
    if record.ending != "lost_contact":
        return
    tried, needed = days_in_vain(record.case.contact_attempts.all()), settings.RETURNS_LOST_AFTER
    if tried < needed:
        words = _("Attempts to reach the person on %(needed)s days; so far on %(tried)s")
        yield Missing("attempts", words % {"needed": needed, "tried": tried})


def is_minor(person) -> bool:
    """Under eighteen today, as far as is known."""
    age = person.birth.age_on(timezone.localdate())
    return age is not None and age < ADULT


OFFICER = Need("officer", look_for_officer)
COUNTRY = Need("country", look_for_country)
DECLARED = Need("declaration", look_for_declarations)
NEEDS_OF_STAGES = {
    "counselling": (OFFICER,),
    "application": (Need("counselling", look_for_counselling),),
    "eligibility": (COUNTRY, Need("application_date", look_for_application_date)),
    "statement": (Need("eligibility", look_for_eligibility),),
    "decided": (Need("statement", look_for_statement), Need("decision", look_for_decision)),
    "declared": (OFFICER, DECLARED),
    "documents": (OFFICER, DECLARED),
    "ready": (OFFICER, DECLARED, Need("clearances", look_at_clearances)),
    "departed": (Need("journey", look_for_journey),),
    "closed": (
        Need("ending", look_for_ending),
        Need("visits", look_for_last_visit),
        Need("attempts", look_for_attempts),
    ),
} | PLAN_NEEDS
NEED_WORDS = {
    "officer": _("Give the case to an officer"),
    "counselling": _("Counsel the person"),
    "capacity": _("Have the capacity to decide assessed"),
    "country": _("Record the country of return"),
    "application_date": _("Record the application"),
    "eligibility": _("Look at eligibility"),
    "statement": _("Ask for the statement of the police or the authority"),
    "decision": _("Record the decision"),
    "declaration": _("Have the declaration of free will signed"),
    "window": _("Find days on which all can travel"),
    "journey": _("Book the journey"),
    "ending": _("Say how the return ended"),
    "visits": _("Make the last visit, finish the screenings"),
    "attempts": _("Try to reach the person on several days"),
} | PLAN_WORDS
