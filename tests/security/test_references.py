"""Codes of one record under another: in addresses and in what forms send. Nothing is found, nothing is written."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases.actions.people import correct_person
from cases.models import Consent, Merge, Purpose
from tests import factories
from tests.house.doors import DOORS
from tests.house.world import World, make_world
from tests.resettlement.factories import clear, dossier
from tests.returns.returning import a_return, a_talk, declare_all
from travel.actions.families import ask_parting
from travel.actions.planning import Party, plan_movement
from travel.models import AttemptState, BookingAttempt, OfferSearch

READ_MARKS = {"cases_access", "decisions_filelook"}
OURS = {"accounts", "cases", "decisions", "notices", "resettlement", "returns", "travel"}
TABLES = [model._meta.db_table for model in apps.get_models() if model.__module__.split(".")[0] in OURS]


def fingerprint() -> str:
    """Of every row of ours, but for the marks of reading."""
    with connection.cursor() as cursor:
        found = []
        for table in sorted(set(TABLES) - READ_MARKS):
            cursor.execute(f"SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM {table} t")
            found.append(f"{table}{cursor.fetchone()}")
    return hashlib.sha256("".join(found).encode()).hexdigest()


def second_journey(world: World) -> None:
    """Another family on another journey, with the same kinds of records; the same officer may act on both."""
    aino = world.people["aino"]
    world.second = dossier(aino, world.people["marjut"].organisation, members=2)
    clear(world.second, aino)
    for member, name in zip(world.second.case.members.all(), ("Zawadi", "Baraka"), strict=True):
        correct_person(person=member.person, given_names=name)
    world.theirs = plan_movement(
        parties=[Party.whole(world.second.case)], origin="EBB", destination="HEL",
        departs_on=timezone.localdate() + timedelta(days=31), by=aino,
    )  # fmt: skip
    world.stranger = world.second.case.members.last().person
    world.their_attempt = BookingAttempt.objects.create(
        booking=world.theirs.bookings.get(), n=1, state=AttemptState.NEEDS_PERSON, error_code="nothing_found"
    )
    world.their_parting = ask_parting(case=world.second.case, person=world.stranger, reason="Ill", by=aino)
    world.their_consent = Consent.objects.create(
        person=world.stranger, purpose=Purpose.SHARE, text_version="4", language="English", given_by=aino
    )
    world.their_search = OfferSearch.objects.create(movement=world.theirs, asked_by=aino)
    world.their_record = a_return(world.people["bilal"], stage="declared")
    world.their_talk = a_talk(world.their_record, world.people["bilal"])
    declare_all(world.their_record, world.people["bilal"])


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        second_journey(world)
        yield world
        transaction.set_rollback(True)


@pytest.fixture
def world(built, db) -> World:
    return built


def lead_of(world: World, name: str = "") -> Client:
    """Somebody who may do everything in both families: what is refused is the mismatch alone."""
    browser, who = Client(), "bilal" if name.startswith("returns:") else "lead"
    browser.force_login(world.people[who], backend="django.contrib.auth.backends.ModelBackend")
    return browser


OTHERS = {
    "case": lambda w: w.second.case.code, "person": lambda w: w.stranger.code,
    "booking": lambda w: w.theirs.bookings.get().code,
    "attempt": lambda w: w.their_attempt.code, "parting": lambda w: w.their_parting.code, "other": lambda w: uuid4(),
    "merge": lambda w: Merge.objects.create(kept=w.stranger, gone=w.second.case.members.first().person,
                                            merged_by=w.people["aino"]).code,
    "talk": lambda w: w.their_talk.code, "declaration": lambda w: w.their_record.case.declarations.get().code,
}  # fmt: skip
NESTED = {
    "cases:consent_withdrawn": "case", "cases:merge": "other", "cases:not_the_same": "other",
    "cases:undo_merge": "merge",
    "travel:document_facts": "person", "travel:agency_tickets": "booking", "travel:decide": "attempt",
    "travel:confirm_parting": "parting", "returns:interpreter": "talk", "returns:undeclare": "declaration",
    "returns:contact_rule": "person", "travel:take_seats_back": "case",
}  # fmt: skip


def test_every_address_with_two_codes_is_tried(world):
    codes = {
        name: [code for code in door.args(world).values() if isinstance(code, UUID)] for name, door in DOORS.items()
    }
    assert {name for name, found in codes.items() if len(found) > 1} == set(NESTED)


@pytest.mark.parametrize("name", NESTED)
def test_a_record_is_reached_only_through_what_it_belongs_to(world, name):
    args = DOORS[name].args(world) | {NESTED[name]: OTHERS[NESTED[name]](world)}
    browser, before = lead_of(world, name), fingerprint()
    asked = {"note": "x", "order_id": "ord_1", "document_name": "X", "locator": "X", "amount": "1"}
    assert browser.post(reverse(name, kwargs=args), asked).status_code == 404
    assert fingerprint() == before


def sent(world: World) -> dict[str, tuple[str, dict]]:
    """Forms of the first family that name somebody or something of the second."""
    here, ours = {"code": world.case.code}, {"code": world.movement.code}
    stranger, lead = {"person": world.stranger.pk}, world.people["lead"].code
    return {
        "task": (reverse("cases:new_task", kwargs=here), {"title": "x", "assignee": lead} | stranger),
        "colleague": (reverse("cases:new_task", kwargs=here), {"title": "x", "assignee": world.people["marjut"].code}),
        "officer": (reverse("cases:assign", kwargs=here), {"officer": world.people["marjut"].code}),
        "consent": (reverse("cases:new_consent", kwargs=here),
                    {"purpose": "share", "text_version": "4", "language": "English"} | stranger),
        "referral": (reverse("cases:new_referral", kwargs=here),
                     {"service": "x", "to_mandate": "returns", "override_reason": "x"} | stranger),
        "clearance": (reverse("travel:clearance_act", kwargs=here | {"kind": "exit_permit", "verb": "hold"}),
                      {"people": [world.stranger.code]}),
        "parting": (reverse("travel:ask_parting", kwargs=ours), {"reason": "x"} | stranger),
        "offer": (reverse("travel:choose", kwargs=ours), {"search": world.their_search.code, "key": "0"}),
        "plan": (f"{reverse('travel:plan')}?case={world.other_case.code}",
                 {"people": [world.stranger.code], "departs_on": timezone.localdate() + timedelta(days=20),
                  "origin": "EBB", "destination": "HEL", "seats_from": "duffel", "confirmed": "1"}),
        "municipality": (reverse("resettlement:place", kwargs={"code": world.dossier.code}),
                         {"municipality": world.people["marjut"].organisation_id}),
        "agency": (reverse("travel:ask_agency", kwargs=ours),
                   {"organisation": world.people["marjut"].organisation_id, "cap": "100", "currency": "EUR"}),
    }  # fmt: skip


FORMS = ("task", "colleague", "officer", "consent", "referral", "clearance", "parting", "offer", "plan", "municipality",
         "agency")  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_a_form_takes_nobody_of_another_family(world, name):
    address, asked = sent(world)[name]
    browser, before = lead_of(world), fingerprint()
    assert browser.post(address, asked).status_code in (200, 404)
    assert fingerprint() == before


def test_a_form_about_the_own_family_is_taken(world):
    """What the checks above compare does change when something is written."""
    address, asked = sent(world)["task"]
    browser, before = lead_of(world), fingerprint()
    assert browser.post(address, asked | {"person": world.case.members.first().person.pk}).status_code == 302
    assert fingerprint() != before


def test_cases_one_may_not_see_are_not_given_away(world):
    hidden = factories.case(world.people["bilal"], mandate="returns", prefix="AV")
    asked = {"case": f"{hidden.code}:{world.people['bilal'].code}", "officer": world.people["lead"].code}
    browser, before = lead_of(world), fingerprint()
    browser.post(reverse("cases:assign_chosen"), asked)
    assert fingerprint() == before


EXTRA = {"case": "1", "mandate": "returns", "country": "SE", "status": "closed", "reference": "X", "officer_id": "1",
         "opened_at": "2020-01-01", "stage": "arrived", "recorded_by": "1"}  # fmt: skip


def test_columns_beyond_a_form_are_not_taken(world):
    columns = ("mandate", "country", "status", "reference", "officer_id", "opened_at")
    before = {column: getattr(world.case, column) for column in columns}
    asked = {"note": "x", "happened_on": timezone.localdate().isoformat()} | EXTRA
    assert lead_of(world).post(reverse("cases:contact", args=[world.case.code]), asked).status_code == 302
    world.case.refresh_from_db()
    assert {column: getattr(world.case, column) for column in columns} == before
    assert world.case.events.first().recorded_by == world.people["lead"]
