"""What receivers read: one version of a notification, and whom they await."""

import pytest

from accounts.models import OrganisationKind, Role
from cases.actions.cases import number_case
from cases.models import Event
from tests import factories
from tests.travel.factories import cleared, movement
from travel.actions.notifications import contents_of, notify
from travel.models import NotificationKind, TravellerStanding


@pytest.fixture
def heidi(db):
    """Partner, for a municipality."""
    town = factories.organisation("jyvaskyla", OrganisationKind.MUNICIPALITY, "FI", municipality="179")
    return factories.user("heidi", town, (Role.PARTNER, "", ""))


def tell(made, organisation, by, kind=NotificationKind.ABN, **changes):
    """What the organisation is told of the movement's only case."""
    contents = contents_of(made, made.cases.get())
    return notify(movement=made, case=made.cases.get(), organisation=organisation, kind=kind,
                  contents=contents | changes, by=by)  # fmt: skip


def test_the_first_reader_of_the_receiver_is_written_down(sign_in, aino, marjut, migri):
    told = tell(movement(aino, cleared(aino, 34, 7)), migri, aino)
    page = sign_in(marjut).get(f"/notifications/{told.code}/").content.decode()
    assert "BAHATI, Furaha" in page
    assert "First read by Marjut" in page
    told.refresh_from_db()
    assert told.read_by == marjut
    assert Event.objects.filter(verb="travel.read").count() == 1


def test_our_own_looks_do_not_count_as_reading(sign_in, aino, migri):
    told = tell(movement(aino, cleared(aino, 34)), migri, aino)
    assert "Not opened by the receiver yet" in sign_in(aino).get(f"/notifications/{told.code}/").content.decode()
    told.refresh_from_db()
    assert told.read_at is None


def test_a_partner_reads_what_the_municipality_was_told(sign_in, aino, heidi):
    told = tell(movement(aino, cleared(aino, 34)), heidi.organisation, aino)
    browser = sign_in(heidi)
    assert browser.get(f"/notifications/{told.code}/").status_code == 200
    assert "BAHATI, Furaha" in browser.get("/authority/arrivals/").content.decode()
    assert browser.get("/").url == "/authority/arrivals/"


def test_others_meet_nothing(sign_in, aino, lars, bilal, chidi, heidi, migri):
    told = tell(movement(aino, cleared(aino, 34)), migri, aino)
    met = {sign_in(user).get(f"/notifications/{told.code}/").status_code for user in (lars, bilal, chidi, heidi)}
    assert met == {404}


def test_a_new_version_shows_what_changed_and_the_old_one_points_to_it(sign_in, aino, marjut, migri):
    made = movement(aino, cleared(aino, 34))
    old = tell(made, migri, aino)
    made.travellers.update(standing=TravellerStanding.NO_SHOW)
    new = tell(made, migri, aino)
    browser = sign_in(marjut)
    page = browser.get(f"/notifications/{new.code}/").content.decode()
    assert "<del>Planned</del>" in page
    assert "<ins>Did not come</ins>" in page
    assert "This is not the newest version" in browser.get(f"/notifications/{old.code}/").content.decode()


def test_a_liaison_sees_who_arrives_under_her_own_number(sign_in, aino, marjut, migri):
    made = movement(aino, cleared(aino, 34, 7))
    number_case(case=made.cases.get(), issuer=migri, number="UMA/1/2026")
    tell(made, migri, aino)
    page = sign_in(marjut).get("/authority/arrivals/").content.decode()
    assert "UMA/1/2026" in page
    assert "2 persons" in page


def test_only_the_newest_word_of_a_journey_counts(sign_in, aino, marjut, migri):
    made = movement(aino, cleared(aino, 34))
    tell(made, migri, aino)
    tell(made, migri, aino, NotificationKind.ARRIVED)
    page = sign_in(marjut).get("/authority/arrivals/")
    assert not page.context["coming"]
    assert [row.words for row in page.context["past"]] == ["Arrived"]


def test_the_request_to_an_agency_is_no_arrival(sign_in, aino, marjut, migri):
    tell(movement(aino, cleared(aino, 34)), migri, aino, NotificationKind.MANIFEST)
    page = sign_in(marjut).get("/authority/arrivals/")
    assert not page.context["coming"] + page.context["past"]


def test_thirty_arrivals_ask_no_more_of_the_database(questions, aino, marjut, migri):
    tell(movement(aino, cleared(aino, 34)), migri, aino)
    one = questions(marjut, "/authority/arrivals/")
    for __ in range(29):
        tell(movement(aino, cleared(aino, 34)), migri, aino)
    assert questions(marjut, "/authority/arrivals/") == one
