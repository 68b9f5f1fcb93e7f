"""The case list: filters, order, pages by key, saved filters, the spreadsheet, giving many cases at once."""

import csv
import io
import re

import pytest
from django.http import QueryDict
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Mandate, Role
from cases.actions.cases import assign_case, close_case, wait_for
from cases.actions.tasks import add_task
from cases.listing import SORTS, Choice
from cases.models import Access, Case, Event, SavedFilter
from cases.paging import page_of
from tests import factories

LIST = "cases:list"


@pytest.fixture
def colleague(office):
    return factories.user("sara", office, (Role.OFFICER, Mandate.RESETTLEMENT, ""))


def references(page: str) -> list[str]:
    return re.findall(r'class="sub">\s*([A-Z]{2}-KQ-\d{4}-\d{5})', page)


def listed(client, **query) -> list[str]:
    return references(client.get(reverse(LIST), query).content.decode())


def test_the_list_begins_unfiltered_with_the_newest(sign_in, aino):
    first, second = factories.case(aino), factories.case(aino)
    assert listed(sign_in(aino)) == [second.reference, first.reference]


@pytest.mark.parametrize(("name", "value"), [("country", "SE"), ("waiting_for", "mission"), ("status", "closed")])
def test_a_filter_keeps_only_its_cases(sign_in, aino, name, value):
    factories.case(aino)
    wanted = factories.case(aino, country="SE")
    wait_for(case=wanted, whom="mission", by=aino)
    close_case(case=wanted, outcome="arrived", by=aino)
    assert listed(sign_in(aino), **{name: value}) == [wanted.reference]


def test_my_cases_are_mine(sign_in, aino, colleague):
    factories.case(aino, officer=colleague)
    mine = factories.case(aino)
    assert listed(sign_in(aino), mine="1") == [mine.reference]
    assert listed(sign_in(colleague), officer=str(aino.code)) == [mine.reference]


def test_a_chosen_filter_is_a_link_to_the_list_without_it(sign_in, aino):
    page = sign_in(aino).get(reverse(LIST), {"country": ["SE", "FI"]}).content.decode()
    assert re.search(r'class="tag"\s+href="\?country=FI"', page)


@pytest.mark.parametrize("query", [{"sort": "password"}, {"after": "no-code"}, {"country": "XX"}, {"officer": "'"}])
def test_nonsense_in_the_address_changes_nothing(sign_in, aino, query):
    case = factories.case(aino)
    assert listed(sign_in(aino), **query) == [case.reference]


@pytest.mark.parametrize("sort", [*SORTS, *(f"-{name}" for name in SORTS)])
def test_every_order_can_be_walked_forth_and_back(rf, aino, sort):
    for number in range(5):
        add_task(case=factories.case(aino), title="Call", by=aino, due_on=f"2026-12-0{1 + number % 3}")
    key, down = SORTS[sort.lstrip("-")], sort.startswith("-")
    walked, after = [], ""
    while True:
        page = page_of(Case.objects.all(), key=key, descending=down, after=after, size=2)
        walked += page.rows
        if not page.later:
            break
        after = str(page.later)
    assert len({case.pk for case in walked}) == 5
    back = page_of(Case.objects.all(), key=key, descending=down, before=str(walked[4].code), size=2)
    assert back.rows == walked[2:4]


def test_a_new_case_shifts_nothing_on_the_next_page(sign_in, aino):
    cases = [factories.case(aino) for __ in range(4)]
    page = page_of(Case.objects.all(), key=SORTS["opened"], descending=True, size=2)
    factories.case(aino)
    further = page_of(Case.objects.all(), key=SORTS["opened"], descending=True, after=str(page.later), size=2)
    assert further.rows == [cases[1], cases[0]]


def test_a_filter_saved_for_the_team_is_there_for_colleagues(sign_in, aino, colleague):
    form = {"name": "Sweden", "shared": "on"}
    sign_in(aino).post(f"{reverse('cases:save_filter')}?country=SE", form)
    assert "?country=SE" in sign_in(colleague).get(reverse(LIST)).content.decode()


def test_a_private_filter_is_nobody_elses(sign_in, aino, colleague):
    sign_in(aino).post(f"{reverse('cases:save_filter')}?country=SE", {"name": "Sweden"})
    kept = SavedFilter.objects.get()
    assert "Sweden (" not in sign_in(colleague).get(reverse(LIST)).content.decode()
    assert sign_in(colleague).post(reverse("cases:forget_filter", args=[kept.code])).status_code == 404
    sign_in(aino).post(reverse("cases:forget_filter", args=[kept.code]))
    assert not SavedFilter.objects.exists()


def test_the_spreadsheet_holds_what_the_list_shows_and_says_who_looked(sign_in, aino):
    case = factories.case(aino, country="SE")
    factories.case(aino)
    body = sign_in(aino).get(reverse("cases:spreadsheet", args=["csv"]), {"country": "SE"}).content
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";"))
    assert [row[:3] for row in rows[1:]] == [[case.reference, "BAHATI, Furaha 1", "1"]]
    assert Access.objects.filter(page="cases:spreadsheet").get().case == case


def test_there_is_no_spreadsheet_of_another_kind(sign_in, aino):
    assert sign_in(aino).get(reverse("cases:spreadsheet", args=["exe"])).status_code == 404


def give(client, cases, officer) -> str:
    ticked = [f"{case.code}:{case.officer.code if case.officer else ''}" for case in cases]
    answer = client.post(reverse("cases:assign_chosen"), {"case": ticked, "officer": officer.code}, follow=True)
    return " ".join(answer.content.decode().split())


def test_many_cases_are_given_at_once_each_with_its_result(sign_in, aino, colleague):
    done, closed, moved = (factories.case(aino) for __ in range(3))
    close_case(case=closed, outcome="arrived", by=aino)
    client = sign_in(aino)
    assign_case(case=Case.objects.get(pk=moved.pk), officer=factories.user("eva", aino.organisation), by=aino)
    page = give(client, [done, closed, moved], colleague)
    assert f"{done.reference}</li>" in page
    assert f"{closed.reference}: The case is closed." in page
    assert f"{moved.reference}: The officer is now Eva." in page
    assert Case.objects.filter(officer=colleague).get() == done


def test_nobody_is_given_a_case_that_they_may_not_see(sign_in, aino, bilal):
    case = factories.case(aino)
    assert "has no role in this mandate" in give(sign_in(aino), [case], bilal)


def test_cases_one_may_not_see_are_left_out_in_silence(sign_in, aino, bilal):
    case = factories.case(aino)
    assert case.reference not in give(sign_in(bilal), [case], bilal)
    assert not Event.objects.filter(verb="cases.assigned").exists()


def test_without_an_officer_nothing_is_given(sign_in, aino):
    case = factories.case(aino)
    data = {"case": f"{case.code}:{aino.code}", "officer": "nobody"}
    assert (
        "Choose the officer" in sign_in(aino).post(reverse("cases:assign_chosen"), data, follow=True).content.decode()
    )


@given(st.lists(st.sampled_from(["FI", "SE", "IS", "XX"])), st.sampled_from(["", "name", "-waits", "x"]), st.booleans())
def test_an_address_says_the_same_when_read_again(countries, sort, mine):
    query = "&".join([*(f"country={one}" for one in countries), f"sort={sort}", f"mine={int(mine)}"])
    once = choice(query).address()
    assert choice(once.lstrip("?")).address() == once


def choice(query: str) -> Choice:
    return Choice(QueryDict(query), None)
