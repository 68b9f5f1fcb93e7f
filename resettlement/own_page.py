"""What the own page of somebody who is resettled says: where the journey stands, what to do, whom to call."""

from collections.abc import Mapping
from functools import cache

from django.conf import settings
from django.utils.formats import date_format

from accounts.models import Mandate, Organisation
from cases.journeys import OwnPage, Standing, steps_to
from cases.models import Case, Person
from cases.spoken import read_texts
from resettlement.models import Dossier, Stage
from resettlement.texts import arabic, english, finnish, icelandic, somali, swedish
from travel.models import Movement
from travel.places import words_of

S = Stage
TABLES = {
    "en": english.TEXT, "fi": finnish.TEXT, "sv": swedish.TEXT, "is": icelandic.TEXT, "ar": arabic.TEXT,
    "so": somali.TEXT,
}  # fmt: skip
STANDS = {
    S.RECEIVED: "received", S.DOCUMENTS: "papers", S.READY: "seats", S.BOOKED: "booked", S.DEPARTED: "under_way",
    S.ARRIVED: "arrived", S.HANDED_OVER: "handed_over", S.ON_HOLD: "on_hold", S.WITHDRAWN: "withdrawn",
    S.CANCELLED: "cancelled",
}  # fmt: skip
ACTS = {
    S.RECEIVED: "do_wait", S.DOCUMENTS: "do_papers", S.READY: "do_papers", S.BOOKED: "do_fly", S.DEPARTED: "do_arrive",
    S.ARRIVED: "do_arrive", S.ON_HOLD: "do_call", S.WITHDRAWN: "do_call", S.CANCELLED: "do_call",
}  # fmt: skip
STEPS = ("received", "papers", "seats", "booked", "under_way", "arrived", "handed_over")
OWN_WORDS = ("where", "promise")
AT_HOME = (S.ARRIVED, S.HANDED_OVER)


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every text of a language by its name."""
    return read_texts(TABLES[language])


def standing(case: Case, person: Person, language: str) -> Standing | None:
    """What the page says today. Whoever does not want to travel talks with us first: a place is not offered twice."""
    said = texts(language)
    dossier = Dossier.objects.select_related("case__officer", "municipality").filter(case=case).first()
    if dossier is None:
        return None
    stands = STANDS[dossier.stage]
    return Standing(
        stands=said[stands], act=said[ACTS.get(dossier.stage, "do_nothing")], facts=facts_of(dossier, said),
        steps=steps_to(stands, STEPS, said), callers=callers_for(dossier), follows_rule=bool(person.safe_contact),
        words={name: said[name] for name in OWN_WORDS},
    )  # fmt: skip


def facts_of(dossier: Dossier, said: Mapping[str, str]) -> list[str]:
    """The flight once it is booked, and where the person is going to live."""
    facts = []
    if dossier.stage in (S.BOOKED, S.DEPARTED):
        flights = Movement.objects.filter(travellers__in=dossier.case.travellers.live()).distinct()
        if flight := flights.order_by("departs_on").last():
            day, origin = date_format(flight.departs_on, "d.m.Y"), words_of(flight.origin)
            facts.append(said["flight"].format(day=day, origin=origin, destination=words_of(flight.destination)))
    if dossier.municipality and dossier.stage not in (S.WITHDRAWN, S.CANCELLED):
        facts.append(said["home"].format(place=dossier.municipality.name))
    return facts


def callers_for(dossier: Dossier) -> list[dict]:
    """Whom the person may call: after arrival the municipality, always the office with the officer's name."""
    officer = dossier.case.officer
    name = f"IOM Finland, {officer.name}" if officer else "IOM Finland"
    callers = [{"name": name, "phone": settings.TRAVEL_CONTACT_PHONE, "email": settings.TRAVEL_CONTACT_EMAIL}]
    town: Organisation | None = dossier.municipality
    if town and dossier.stage in AT_HOME:
        callers.insert(0, {"name": town.name, "phone": "", "email": town.email})
    return callers


OWN_PAGE = OwnPage(Mandate.RESETTLEMENT, standing)
