"""Where a return stands, as the person reads it: few sentences, what to do, whom to call, the flight, the deadline."""

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import Mandate, Organisation, OrganisationKind
from cases.journeys import OwnPage, Standing, steps_to
from cases.models import Case, Person
from cases.reference.countries import countries
from returns.actions.own_withdrawal import ask_withdrawal, undo_withdrawal
from returns.models import AFTER_ARRIVAL, ENDED, Enquiry, EnquiryState, Return, Stage
from returns.texts.spoken import texts
from travel.models import Movement
from travel.places import words_of

S = Stage
STANDS = {
    S.ENQUIRY: "sent", S.COUNSELLING: "talk", S.APPLICATION: "applied", S.ELIGIBILITY: "applied",
    S.STATEMENT: "statement", S.DECIDED: "decided", S.DECLARED: "papers", S.DOCUMENTS: "papers", S.READY: "seats",
    S.BOOKED: "booked", S.DEPARTED: "under_way", S.ARRIVED: "arrived", S.PLAN: "arrived", S.INSTALMENTS: "paid",
    S.MONITORING: "monitoring", S.CLOSED: "closed", S.ON_HOLD: "on_hold", S.WITHDRAWN: "withdrawn",
    S.REFUSED: "refused",
}  # fmt: skip
ACTS = {
    S.ENQUIRY: "do_wait", S.COUNSELLING: "do_wait", S.DECIDED: "do_sign", S.DECLARED: "do_papers",
    S.DOCUMENTS: "do_papers", S.BOOKED: "do_fly", S.ARRIVED: "do_mission", S.PLAN: "do_mission",
    S.INSTALMENTS: "do_mission", S.MONITORING: "do_visit",
}  # fmt: skip
STEPS = ("sent", "talk", "applied", "statement", "decided", "papers", "seats", "booked", "under_way", "arrived", "paid",
         "monitoring", "closed")  # fmt: skip


def standing(case: Case, person: Person, language: str) -> Standing | None:
    """What the own page of a person says today; None before there is a return."""
    said = texts(language)
    record = Return.objects.select_related("case__officer").filter(case=case).first()
    if record is None:
        return None
    stands = STANDS[record.stage]
    due = record.withdrawal_due_at
    return Standing(
        stands=said[stands], act=said[ACTS.get(record.stage, "do_nothing")], facts=facts_of(record, said),
        steps=steps_to(stands, STEPS, said), callers=callers_for(record), follows_rule=bool(person.safe_contact),
        may_withdraw=record.stage not in ENDED and due is None,
        undo_until=said["asked"].format(time=date_format(timezone.localtime(due), "H:i")) if due else "",
    )  # fmt: skip


def of_enquiry(enquiry: Enquiry, said: dict) -> Standing:
    """Before there is a case."""
    is_open = enquiry.state == EnquiryState.NEW
    return Standing(
        stands=said["sent" if is_open else "shut"], act=said["do_wait" if is_open else "do_nothing"],
        steps=steps_to("sent", STEPS, said) if is_open else [], callers=[office()],
        follows_rule=bool(enquiry.safe_contact),
    )  # fmt: skip


def facts_of(record: Return, said: dict) -> list[str]:
    """The flight once it is booked, the day by which the country must be left."""
    facts = []
    if record.stage in (S.BOOKED, S.DEPARTED):
        flights = Movement.objects.filter(travellers__in=record.case.travellers.live()).distinct()
        if flight := flights.order_by("departs_on").last():
            day = date_format(flight.departs_on, "d.m.Y")
            origin, destination = words_of(flight.origin), words_of(flight.destination)
            facts.append(said["flight"].format(day=day, origin=origin, destination=destination))
    if record.departure_deadline and record.stage in STANDS and record.stage not in (*AFTER_ARRIVAL, *ENDED):
        facts.append(said["deadline"].format(day=date_format(record.departure_deadline, "d.m.Y")))
    return facts


def callers_for(record: Return) -> list[dict]:
    """Whom the person may call: after arrival the mission there, always the office with the officer's name."""
    callers = [office(record.case.officer.name if record.case.officer else "")]
    country = countries().get(record.return_country)
    if country and record.stage in AFTER_ARRIVAL:
        missions = Organisation.objects.filter(kind=OrganisationKind.IOM_MISSION, country=country.alpha2)
        callers = [{"name": one.name, "phone": "", "email": one.email} for one in missions] + callers
    return callers


def office(officer: str = "") -> dict:
    """The office's own line for returnees."""
    name = f"IOM Finland, {officer}" if officer else "IOM Finland"
    return {"name": name, "phone": settings.RETURNS_PHONE, "email": settings.RETURNS_EMAIL}


def withdraw(case: Case) -> None:
    """The person asks to withdraw."""
    record = Return.objects.filter(case=case).first()
    if record and record.stage not in ENDED:
        ask_withdrawal(record=record)


def undo(case: Case) -> bool:
    """The person wants to return after all."""
    record = Return.objects.filter(case=case).first()
    return record is not None and undo_withdrawal(record=record)


OWN_PAGE = OwnPage(Mandate.RETURNS, standing, withdraw=withdraw, undo=undo)
