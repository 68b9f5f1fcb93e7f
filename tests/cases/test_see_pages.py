"""Desk, list, case page, people: what they say, what they never say, and that their cost does not grow."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cases import desk, panels
from cases.actions.cases import suspend_case, wait_for
from cases.actions.consents import record_consent, refer
from cases.actions.events import record_contact
from cases.actions.tasks import add_task, finish_task
from cases.models import Access, CaseLink, Task
from tests import factories

PAGES = ["cases:desk", "cases:list", "cases:people"]
BUDGET = 15
NOT_OF_THE_PAGE = ("SAVEPOINT", "RELEASE SAVEPOINT")  # frames of the test's own transaction


@pytest.fixture
def case(aino, bilal, migri):
    """A case with everything in it."""
    made = factories.case(aino, migri, members=3)
    task = add_task(case=made, title="Order winter clothes", by=aino)
    finish_task(task=task, by=aino)
    add_task(case=made, title="Ask for a flat", by=aino)
    record_contact(case=made, by=aino, note="Kampala promised an answer")
    principal = made.members.first().person
    record_consent(person=principal, purpose="share", text_version="4", language="Swahili", by=aino)
    refer(case=made, person=principal, service="A lawyer", by=aino, to_organisation=migri)
    other = factories.case(aino)
    CaseLink.objects.create(case=made, other=other)
    wait_for(case=other, whom="mission", by=aino)
    return made


def page_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def cost(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len([one for one in asked if not one["sql"].startswith(NOT_OF_THE_PAGE)])


def many_of_everything(aino, case) -> None:
    for number in range(30):
        other = factories.case(aino, members=2)
        wait_for(case=other, whom="mission", by=None)
        add_task(case=case, title=f"Task {number}", by=aino)
        add_task(case=other, title=f"Task {number}", by=aino)
        record_contact(case=case, by=aino, note=f"Call {number}")
        CaseLink.objects.create(case=case, other=other)


@pytest.mark.parametrize("name", [*PAGES, "cases:case"])
def test_a_page_costs_the_same_with_one_row_and_with_thirty(sign_in, aino, case, name):
    client = sign_in(aino)
    address = reverse(name, args=[case.code]) if name == "cases:case" else f"{reverse(name)}?q=fura"
    few = cost(client, address)
    many_of_everything(aino, case)
    assert cost(client, address) <= few <= BUDGET


@pytest.mark.parametrize("name", PAGES)
def test_no_page_opens_for_a_person_without_a_role(sign_in, chidi, marjut, name):
    assert sign_in(chidi).get(reverse(name)).status_code == 404
    assert sign_in(marjut).get(reverse(name)).status_code == 404


def test_a_case_of_another_mandate_does_not_exist(sign_in, bilal, case):
    assert sign_in(bilal).get(reverse("cases:case", args=[case.code])).status_code == 404


def test_the_case_page_tells_who_what_and_whom(sign_in, aino, case):
    page = page_of(sign_in(aino), reverse("cases:case", args=[case.code]))
    for words in ("BAHATI, Furaha 1", case.reference, "Ask for a flat", "Kampala promised", "A lawyer", "Swahili"):
        assert words in page


def test_a_safe_contact_rule_stands_on_top(sign_in, aino):
    case = factories.case(aino)
    person = case.members.get().person
    person.safe_contact = "SMS only"
    person.save()
    assert '<li class="grave">SMS only</li>' in page_of(sign_in(aino), reverse("cases:case", args=[case.code]))


def test_looking_is_written_down(sign_in, aino, case):
    sign_in(aino).get(reverse("cases:case", args=[case.code]))
    assert Access.objects.get(page="cases:case").case == case


def test_a_list_writes_down_every_case_it_showed(sign_in, aino, case):
    sign_in(aino).get(reverse("cases:list"))
    assert Access.objects.filter(page="cases:list").count() == 2


def test_the_timeline_can_be_filtered_by_kind_and_paged(sign_in, aino, case):
    for number in range(25):
        record_contact(case=case, by=aino, note=f"Call {number}")
    client, address = sign_in(aino), reverse("cases:case", args=[case.code])
    first = page_of(client, f"{address}?kind=contact")
    assert "Call 24" in first and "Call 3<" not in first and "Ask for a flat</p>" not in first
    earlier = re.search(r"earlier=([0-9a-f-]{36})", first)[1]
    assert "Kampala promised" in page_of(client, f"{address}?kind=contact&earlier={earlier}")


def test_a_suspended_case_says_so_and_asks_for_nothing(sign_in, aino, case):
    suspend_case(case=case, by=aino, note="Migri reviews")
    page = page_of(sign_in(aino), reverse("cases:case", args=[case.code]))
    assert "Suspended" in page and "Open again" in page


def test_the_desk_leads_with_a_sentence(sign_in, aino):
    assert "Nothing is late and nothing falls due today." in page_of(sign_in(aino), reverse("cases:desk"))


def test_the_desk_counts_what_is_late(sign_in, aino, case):
    Task.objects.filter(title="Ask for a flat").update(due_on="2026-01-05")
    assert "One thing is late." in page_of(sign_in(aino), reverse("cases:desk"))


def test_the_desk_shows_what_others_changed(sign_in, aino, travel_officer, case):
    record_contact(case=case, by=travel_officer, note="The airline moved the flight")
    assert "The airline moved the flight" in page_of(sign_in(aino), reverse("cases:desk"))


def test_every_stage_of_waiting_names_its_days(sign_in, aino, case):
    wait_for(case=case, whom="mission", by=aino)
    assert "The mission" in page_of(sign_in(aino), reverse("cases:desk"))


def test_panels_of_higher_floors_are_drawn_with_their_own_facts(sign_in, aino, case, monkeypatch):
    shown = panels.Panel("own", "Own", "parts/empty.html", lambda case, request: {"what": f"Panel of {case}"})
    hidden = panels.Panel("none", "None", "parts/empty.html", lambda case, request: None)
    monkeypatch.setattr(panels, "_panels", [shown, hidden])
    page = page_of(sign_in(aino), reverse("cases:case", args=[case.code]))
    assert f"Panel of {case.reference}" in page and 'href="#h-own"' in page and 'href="#h-none"' not in page


def test_the_desk_takes_panels_and_deadlines_of_higher_floors(sign_in, aino, monkeypatch):
    monkeypatch.setattr(desk, "_panels", [])
    monkeypatch.setattr(desk, "_looks", [lambda request: [desk.Deadline(timezone.now(), "Pay for booking 2", "/x/")]])
    desk.register_panel("own", "parts/empty.html", lambda request: {"what": "Thirty people arrive"})
    page = page_of(sign_in(aino), reverse("cases:desk"))
    assert "Pay for booking 2" in page and "Thirty people arrive" in page
