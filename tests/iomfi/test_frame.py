"""The frame: places by role, the numbers beside them, languages, pages of refusal."""

import pytest
from django.urls import reverse

from accounts.models import Role, User
from cases.actions.tasks import add_task
from iomfi.frame import Frame
from tests import factories


@pytest.fixture
def frame_of(rf, django_assert_max_num_queries):
    """The frame of a person, drawn with at most three questions to the database."""

    def draw(user: User) -> Frame:
        request = rf.get("/")
        request.user, request.resolver_match = User.objects.get(pk=user.pk), None
        with django_assert_max_num_queries(3):
            frame = Frame(request)
            assert isinstance(frame.sections, list)
            assert isinstance(frame.unread, int)
        return frame

    return draw


def test_an_administrator_finds_the_administration(frame_of, admin):
    assert [place.address for section in frame_of(admin).sections for place in section.places] == [
        "/returns/rules/",
        "/admin/",
    ]


def test_a_travel_officer_is_not_led_to_a_room_that_is_shut(frame_of, travel_officer):
    places = [place.address for section in frame_of(travel_officer).sections for place in section.places]
    assert reverse("resettlement:list") in places
    assert reverse("returns:what_if") not in places


def test_the_data_protection_officer_finds_who_looked(frame_of, office):
    outi = factories.user("outi", office, (Role.AUDITOR, "", ""))
    assert [place.address for section in frame_of(outi).sections for place in section.places] == ["/looks/"]


def test_a_municipality_finds_its_arrivals_and_notices(frame_of, office):
    partner = factories.user("heidi", office, (Role.PARTNER, "", ""))
    places = [place.address for section in frame_of(partner).sections for place in section.places]
    assert places == ["/authority/arrivals/", "/notices/"]


def test_a_person_without_a_role_finds_no_place(frame_of, chidi):
    assert frame_of(chidi).sections == []


def test_the_frame_counts_open_tasks_of_the_person(frame_of, aino, bilal):
    case = factories.case(aino)
    add_task(case=case, title="Call", by=aino)
    add_task(case=case, title="Call", by=aino, assignee=bilal)
    assert frame_of(aino).numbers["my_tasks"] == 1


def test_a_task_in_a_case_one_may_no_longer_see_is_not_counted(frame_of, aino, bilal):
    add_task(case=factories.case(aino), title="Call", by=aino, assignee=bilal)
    assert frame_of(bilal).numbers["my_tasks"] == 0


def test_a_stranger_is_sent_to_the_door(client, db):
    assert client.get("/").url == f"{reverse('account_login')}?next=/"


def test_a_person_without_a_role_is_told_whom_to_ask(sign_in, chidi):
    assert "you have no role yet" in sign_in(chidi).get("/").content.decode()


def test_the_chosen_language_stays_with_the_account(sign_in, chidi):
    sign_in(chidi).post(reverse("choose_language"), {"language": "fi", "next": "/"})
    chidi.refresh_from_db()
    assert chidi.language == "fi"


def test_an_unknown_language_changes_nothing(sign_in, chidi):
    sign_in(chidi).post(reverse("choose_language"), {"language": "xx", "next": "/"})
    chidi.refresh_from_db()
    assert chidi.language == "en"


def test_a_stranger_may_choose_a_language_at_the_door(client, db):
    client.post(reverse("choose_language"), {"language": "sv", "next": "/"})
    assert 'lang="sv"' in client.get(reverse("account_login")).content.decode()


def test_the_door_shows_demo_accounts_only_in_the_demo(client, db, settings):
    settings.DEMO_ACCOUNTS, settings.DEMO_PASSWORD = [("aino@iom.example", "Officer")], "a long word"
    assert "aino@iom.example" in client.get(reverse("account_login")).content.decode()
    settings.DEMO = False
    assert "aino@iom.example" not in client.get(reverse("account_login")).content.decode()


def test_an_address_that_does_not_exist_gets_a_page_of_ours(client, db):
    answer = client.get("/nothing/here/")
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.content.decode()


def test_a_crash_gets_a_sentence_without_any_context(client, db, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("iomfi.views.set_language", lambda request: 1 / 0)
    answer = client.post(reverse("choose_language"))
    assert (answer.status_code, "safe to try again" in answer.content.decode()) == (500, True)


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_reset_password_done"])
def test_every_page_of_the_door_has_our_frame(client, db, name):
    assert 'class="door"' in client.get(reverse(name)).content.decode()


def test_the_second_factor_is_set_up_within_our_frame(sign_in, chidi):
    assert 'class="door"' in sign_in(chidi).get(reverse("mfa_index")).content.decode()


def test_a_wrong_password_is_told_in_a_summary_that_takes_focus(client, db):
    page = client.post(reverse("account_login"), {"login": "a@b.example", "password": "wrong"}).content.decode()
    assert '<div class="error-summary" role="alert" tabindex="-1" autofocus>' in page
