"""Departures and arrivals on the phone."""

import pytest
from django.utils import timezone

from accounts.models import OrganisationKind
from resettlement.actions.dossiers import open_dossier
from tests import factories
from tests.travel.factories import cleared, movement
from travel.models import Booking, Movement, MovementStage, Parting, Traveller
from travel.views.gate import due

DAY = timezone.localdate


@pytest.fixture
def booked(aino, office):
    """`booked(34, 7)`: a family whose tickets are there, leaving today."""

    def make(*ages: int) -> Movement:
        case = cleared(aino, *ages)
        open_dossier(case=case, by=aino)
        made = movement(aino, case, departs_on=DAY(), arrives_on=DAY())
        Booking.objects.filter(movement=made).update(
            state="ticketed", approved_at=timezone.now(), approved_by=aino, record_locator="K7QXWD"
        )
        Traveller.objects.filter(movement=made).update(standing="booked", ticket="2350001")
        Movement.objects.filter(pk=made.pk).update(stage=MovementStage.BOOKED)
        made.refresh_from_db()
        return made

    return make


def gate(made):
    return f"/movements/{made.code}/gate/"


def answers(made, *said, **more):
    travellers = made.travellers.order_by("case", "pk")
    typed = {f"t-{one.code}": answer for one, answer in zip(travellers, said, strict=True)}
    return typed | {"is_over": "yes", "happened_on": DAY().isoformat(), "reason": ""} | more


def standings(made):
    return list(made.travellers.order_by("pk").values_list("standing", flat=True))


def test_what_leaves_today_is_listed(sign_in, aino, booked):
    made = booked(34)
    assert gate(made) in sign_in(aino).get("/travel/today/").content.decode()


def test_looking_records_nothing(sign_in, aino, booked):
    made = booked(34, 7)
    page = sign_in(aino).post(gate(made), answers(made, "here", "here")).content.decode()
    assert "2 people have departed" in page
    assert "Save 2 travellers" in page
    assert standings(made) == ["booked", "booked"]


def test_a_departure_then_an_arrival_are_recorded(sign_in, aino, booked):
    made, browser = booked(34, 7), sign_in(aino)
    browser.post(gate(made), answers(made, "here", "here", confirmed="1"))
    assert standings(made) == ["departed", "departed"]
    assert "Arrived" in browser.get(gate(made)).content.decode()
    browser.post(gate(made), answers(made, "here", "here", confirmed="1"))
    assert standings(made) == ["arrived", "arrived"]
    made.refresh_from_db()
    assert made.stage == MovementStage.ARRIVED


def test_saving_twice_records_once(sign_in, aino, booked):
    made, browser = booked(34), sign_in(aino)
    typed = answers(made, "here", confirmed="1")
    browser.post(gate(made), typed)
    made.refresh_from_db()
    assert made.stage == MovementStage.DEPARTED
    assert made.cases.get().events.filter(verb="travel.departed").count() == 1


def test_who_is_not_here_needs_a_reason(sign_in, aino, booked):
    made = booked(34, 7)
    page = sign_in(aino).post(gate(made), answers(made, "here", "missed", confirmed="1")).content.decode()
    assert "Say why they are not here." in page
    assert standings(made) == ["booked", "booked"]


def test_a_parted_family_is_said_before_saving_and_asked_about_after(sign_in, aino, booked):
    made, browser = booked(34, 30), sign_in(aino)
    typed = answers(made, "here", "missed", reason="Did not come from the transit house")
    page = browser.post(gate(made), typed).content.decode()
    assert "Families stay together" in page
    browser.post(gate(made), typed | {"confirmed": "1"})
    assert standings(made) == ["departed", "no_show"]
    assert Parting.objects.get().confirmed_at is None
    shown = browser.get(f"/movements/{made.code}/").content.decode()
    assert "Did not come, while others of the family travel" in shown


def test_a_second_person_agrees_on_the_page(sign_in, aino, travel_officer, booked):
    made = booked(34, 30)
    person = made.travellers.last().person
    sign_in(aino).post(f"/movements/{made.code}/partings/ask/", {"person": person.pk, "reason": "In hospital"})
    parting = Parting.objects.get()
    address = f"/movements/{made.code}/partings/{parting.code}/agree/"
    assert "A second person must confirm" in sign_in(aino).post(address).content.decode()
    sign_in(travel_officer).post(address)
    parting.refresh_from_db()
    assert parting.confirmed_by == travel_officer


def test_not_yet_left_records_only_who_is_missing(sign_in, aino, booked):
    made = booked(34, 30)
    typed = answers(made, "here", "left_behind", reason="Unfit to fly", is_over="no", confirmed="1")
    sign_in(aino).post(gate(made), typed)
    assert standings(made) == ["booked", "offloaded"]
    made.refresh_from_db()
    assert made.stage == MovementStage.BOOKED


def test_a_day_that_has_not_come_is_refused(sign_in, aino, booked):
    made = booked(34)
    typed = answers(made, "here", happened_on="2099-01-01", confirmed="1")
    assert "This day has not come yet" in sign_in(aino).post(gate(made), typed).content.decode()


def test_strangers_have_nothing_due(aino, bilal, booked):
    booked(34)
    assert due(aino).count() == 1
    assert not due(bilal).exists()


def test_a_journey_that_is_only_planned_has_no_gate(sign_in, aino):
    factories.organisation("iom-finland", OrganisationKind.IOM_OFFICE, "FI")
    page = sign_in(aino).get(gate(movement(aino, cleared(aino, 34)))).content.decode()
    assert "Nothing is to be recorded" in page


def test_a_large_journey_asks_no_more_of_the_database(questions, aino, booked):
    small, large = booked(34), booked(34, *range(1, 30))
    assert questions(aino, gate(small)) == questions(aino, gate(large))
    assert questions(aino, "/travel/today/") <= 15
