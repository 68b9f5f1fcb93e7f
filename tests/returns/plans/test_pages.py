"""The pages of plans: rows by post and nothing lost, one mission sees its own, within the budget of questions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from returns.models import PlanState, ReintegrationPlan
from tests.returns.plans import factories as plans

MOST = 15


def typed(plan, **changes) -> dict:
    """What a browser sends of a plan with one row in each list."""
    sent = {
        "edition": plan.edition, "award": plan.award_id, "mission": plan.mission.code, "situation": "A baker.",
        "objectives-TOTAL_FORMS": 1, "objectives-INITIAL_FORMS": 0, "objectives-0-dimension": "economic",
        "objectives-0-words": "A bakery", "activities-TOTAL_FORMS": 1, "activities-INITIAL_FORMS": 0,
        "activities-0-kind": "business", "activities-0-words": "Opens it", "activities-0-from_on": "2026-12-01",
        "activities-0-until_on": "2027-03-01", "activities-0-provider": "", "budget-TOTAL_FORMS": 2,
        "budget-INITIAL_FORMS": 0, "budget-0-kind": "business", "budget-0-words": "An oven", "budget-0-amount": "900",
        "budget-1-kind": "", "budget-1-words": "", "budget-1-amount": "",
    }  # fmt: skip
    return sent | changes


@pytest.fixture
def page(plan, bilal, sign_in):
    """Sends to the page on which Bilal writes."""
    return lambda **changes: sign_in(bilal).post(
        reverse("returns:plan_write", args=[plan.code]), typed(plan, **changes)
    )


def test_a_plan_begins_on_the_case_page_and_is_kept(record, bilal, sign_in):
    browser = sign_in(bilal)
    assert b"Begin the plan" in browser.get(reverse("cases:case", args=[record.case.code])).content
    answer = browser.post(reverse("returns:plan_begin", args=[record.code]))
    plan = ReintegrationPlan.objects.get()
    assert answer.url == reverse("returns:plan_write", args=[plan.code])
    browser.post(answer.url, typed(plan))
    assert [line.words for line in plan.budget.all()] == ["An oven"]


def test_a_row_more_keeps_everything_typed_and_saves_nothing(page, plan):
    answer = page(more="budget", **{"budget-1-words": "A half-typed row"}).content.decode()
    assert 'name="budget-2-words"' in answer and "A half-typed row" in answer and "A bakery" in answer
    assert "error-summary" not in answer
    assert plan.budget.get().words == "Shelves"


def test_a_row_less_moves_the_others_up(page):
    answer = page(without="budget-0", **{"budget-1-words": "A sack of flour"}).content.decode()
    assert "An oven" not in answer and 'name="budget-0-words"' in answer and "A sack of flour" in answer
    assert 'name="budget-1-words"' not in answer


def test_a_refusal_keeps_what_was_typed_and_leads_to_the_field(page):
    answer = page(**{"budget-0-amount": "-1", "activities-0-until_on": "2026-11-01"}).content.decode()
    assert "It ends before it begins." in answer and "#id_activities-0-until_on" in answer and "An oven" in answer


def test_more_than_the_award_gives_is_refused_and_kept_on_the_page(page, plan):
    answer = page(**{"budget-0-amount": "3300.01"}).content.decode()
    assert "3,300.01 EUR" in answer and 'value="3300.01"' in answer
    assert plan.budget.get().words == "Shelves"


def test_after_a_colleagues_saving_one_saves_again_on_purpose(page, plan, bilal):
    refused = page(edition=plan.edition - 1).content.decode()
    assert "saved this plan" in refused and "A bakery" in refused
    assert f'name="edition" value="{plan.edition}"' in refused
    assert page().status_code == 302


def test_a_row_with_nothing_but_its_key_is_no_row(page, plan):
    key = plan.objectives.first().key
    page(**{"objectives-0-dimension": "", "objectives-0-words": "", "objectives-0-key": str(key)})
    assert not plan.objectives.exists()


def test_a_mission_sees_only_its_own_and_only_what_was_sent(plan, bilal, odile, sign_in):
    other = plans.receiver(plans.mission("iom-goma"), "gaston")
    address = reverse("mission:plan", args=[plan.code])
    assert sign_in(odile).get(address).status_code == 404
    plans.brought(plan, bilal, to=PlanState.AT_MISSION)
    assert b"Tatu" in sign_in(odile).get(address).content
    assert sign_in(other).get(address).status_code == 404
    assert plan.return_file.case.reference.encode() in sign_in(odile).get(reverse("mission:plans")).content
    assert plan.return_file.case.reference.encode() not in sign_in(other).get(reverse("mission:plans")).content


def test_a_mission_opens_no_page_of_the_office(plan, bilal, odile, sign_in):
    plans.brought(plan, bilal)
    pages = {"returns:plan": plan, "cases:case": plan.return_file.case, "returns:money_award": plan.award}
    for name, record in pages.items():
        assert sign_in(odile).get(reverse(name, args=[record.code])).status_code == 404


def test_the_mission_answers_on_its_page(plan, bilal, odile, sign_in):
    plans.brought(plan, bilal, to=PlanState.AT_MISSION)
    browser = sign_in(odile)
    browser.post(reverse("mission:back", args=[plan.code]), {"words": "Too dear."})
    listed = browser.get(reverse("mission:plans"), {"state": "sent_back"}).content.decode()
    assert plan.return_file.case.reference in listed
    assert browser.get(reverse("mission:plan", args=[plan.code])).status_code == 404
    plans.brought(plan, bilal, to=PlanState.AT_MISSION)
    browser.post(reverse("mission:approve", args=[plan.code]))
    said = {"kind": "visit", "happened_on": "2026-11-20", "words": "The oven is hot."}
    answer = browser.post(reverse("mission:note", args=[plan.code]), said, follow=True).content.decode()
    assert "The oven is hot." in answer and "Approved" in answer


def test_the_office_submits_approves_and_amends_on_its_page(plan, bilal, eeva, sign_in):
    sign_in(bilal).post(reverse("returns:plan_submit", args=[plan.code]))
    assert b"Approve for the office" not in sign_in(bilal).get(reverse("returns:plan", args=[plan.code])).content
    sign_in(eeva).post(reverse("returns:plan_approve", args=[plan.code]))
    plan.refresh_from_db()
    assert plan.state == PlanState.AT_MISSION


@pytest.mark.parametrize("state", ["draft", PlanState.APPROVED])
def test_pages_stay_within_their_budget(plan, bilal, odile, sign_in, state):
    if state != "draft":
        plans.brought(plan, bilal)
    pages = [(bilal, "returns:plan"), (bilal, "returns:plan_write")]
    if state != "draft":
        pages = [pages[0], (odile, "mission:plan"), (odile, "mission:note")]
    for who, name in pages:
        browser = sign_in(who)
        browser.get(reverse(name, args=[plan.code]))
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(reverse(name, args=[plan.code])).status_code == 200
        queries = [query["sql"][:150] for query in asked if "SAVEPOINT" not in query["sql"]]
        assert len(queries) <= MOST, (name, queries)


def test_the_case_page_shows_the_plan_and_asks_nothing_more(plan, bilal, sign_in):
    browser, address = sign_in(bilal), reverse("cases:case", args=[plan.return_file.case.code])
    assert "Version 1, Iom-Kinshasa" in browser.get(address).content.decode()
    with CaptureQueriesContext(connection) as asked:
        browser.get(address)
    about_plans = [query["sql"] for query in asked if "reintegrationplan" in query["sql"]]
    assert len(about_plans) == 1 and about_plans[0].startswith('SELECT "returns_return"')
