"""Pages of monitoring: the list, one return, the survey on a telephone, the red rule before every contact."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import OrganisationKind, Role
from cases.models import Access
from returns.models import ContactAttempt, QuestionSet, Return, Screening, Survey, Visit
from returns.monitoring.actions.contacts import set_contact_rule
from returns.monitoring.actions.screenings import ask_screening
from returns.monitoring.due import SHOWN
from returns.monitoring.panels import case_line
from returns.parts import returns_for_pages
from tests import factories
from tests.returns.monitoring.factories import answered, arrived, begun, day, person_of, sought

MOST = 15


def at(name: str, *args) -> str:
    return reverse(f"returns:{name}", args=args)


@pytest.fixture
def rana(office):
    """Somebody of the mission in Kinshasa."""
    mission = factories.organisation("iom-kinshasa", OrganisationKind.IOM_MISSION, "CD")
    return factories.user("rana", mission, (Role.PARTNER, "", ""))


def ruled(record: Return, by) -> None:
    set_contact_rule(
        record=record, person=person_of(record), by=by, in_short="SMS only.", never="Never her brother.",
        words_to_leave="The clinic called.",
    )  # fmt: skip


def made_today(record: Return, **more: str) -> dict:
    return {"person": person_of(record).pk, "happened_on": day(0).isoformat(), "channel": "call"} | more


def test_the_list_tells_what_is_due_and_overdue(bilal, sign_in):
    arrived(bilal, 100)
    arrived(bilal, 35, return_country="IRQ")
    browser = sign_in(bilal)
    shown = {name: browser.get(f"/returns/monitoring/?show={name}").context["choice"].rows for name in SHOWN}
    assert {name: len(rows) for name, rows in shown.items()} == {"now": 3, "overdue": 1, "soon": 4, "all": 8}
    only = browser.get("/returns/monitoring/?show=all&country=IRQ").context["choice"]
    assert {row.visit.case.return_file.return_country for row in only.rows} == {"IRQ"}


def test_mine_are_those_of_my_cases(bilal, office, sign_in):
    other = factories.user("bo", office, (Role.OFFICER, "returns", ""))
    arrived(other)
    assert not sign_in(bilal).get("/returns/monitoring/?show=all&mine=1").context["choice"].rows


def test_one_return_shows_pictures_and_says_that_scores_are_unverified(bilal, sign_in):
    record = arrived(bilal)
    answered(record, bilal, -1, held_on=day(-80))
    answered(record, bilal)
    page = sign_in(bilal).get(at("monitored", record.code)).text
    assert page.count("<svg") == 4
    assert "Do not report these scores" in page
    assert "0.00" in page and "1.00" in page
    assert Access.objects.filter(case=record.case, page="returns:monitored").exists()


def test_a_verified_set_says_nothing_of_the_kind(bilal, sign_in):
    record = arrived(bilal)
    QuestionSet.objects.update(is_verified=True)
    survey = answered(record, bilal)
    for address in (at("monitored", record.code), at("survey", survey.code)):
        assert "Unverified" not in sign_in(bilal).get(address).text


def test_every_page_before_a_contact_shows_the_rule_in_red(bilal, sign_in):
    record = arrived(bilal)
    ruled(record, bilal)
    visit = record.case.visits.first()
    survey = begun(record, bilal, rule_confirmed=True)
    pages = [
        at("monitored", record.code), at("attempt", record.code), at("make_visit", visit.code),
        at("survey_of_visit", visit.code), at("survey_part", survey.code, "economic"),
    ]  # fmt: skip
    for address in pages:
        page = sign_in(bilal).get(address).text
        assert "alert-danger" in page and "Never her brother." in page, address


def test_a_visit_is_recorded_only_with_the_rule_confirmed(bilal, sign_in):
    record = arrived(bilal)
    ruled(record, bilal)
    address = at("make_visit", record.case.visits.first().code)
    page = sign_in(bilal).post(address, made_today(record, note="Seen."))
    assert "confirm that they were kept" in page.text
    assert "Seen." in page.text
    sign_in(bilal).post(address, made_today(record, rule_confirmed="on"))
    assert Visit.objects.filter(state="done").count() == 1


def test_a_concern_becomes_a_screening_that_is_recorded(bilal, sign_in):
    record = arrived(bilal)
    browser = sign_in(bilal)
    browser.post(at("make_visit", record.case.visits.first().code), made_today(record, concern="No roof."))
    screening = Screening.objects.get()
    assert "No roof." in browser.get(at("monitored", record.code)).text
    browser.post(at("screening", screening.code), {"result": "referred", "note": "Shelter."})
    assert Screening.objects.get().result == "referred"


def test_an_attempt_is_logged_by_day_and_hour(bilal, sign_in):
    record = arrived(bilal)
    said = {"person": person_of(record).pk, "tried_at_0": day(-1).isoformat(), "tried_at_1": "10:30", "channel": "call",
            "outcome": "no_answer"}  # fmt: skip
    assert sign_in(bilal).post(at("attempt", record.code), said).status_code == 302
    assert ContactAttempt.objects.get().outcome == "no_answer"


def test_the_end_is_offered_after_enough_days(bilal, sign_in):
    record = arrived(bilal)
    sought(record, bilal, 5, 3)
    browser = sign_in(bilal)
    assert at("lose_contact", record.code) not in browser.get(at("monitored", record.code)).text
    assert "so far on 2" in browser.post(at("lose_contact", record.code), {}).text
    sought(record, bilal, 1)
    assert at("lose_contact", record.code) in browser.get(at("monitored", record.code)).text
    browser.post(at("lose_contact", record.code), {"note": "Moved."})
    assert Return.objects.get().ending == "lost_contact"


def test_a_survey_goes_from_part_to_part_and_is_finished(bilal, sign_in):
    record = arrived(bilal)
    browser, visit = sign_in(bilal), record.case.visits.last()
    said = {"person": person_of(record).pk, "held_on": day(0).isoformat(), "language": "fi"}
    to = browser.post(at("survey_of_visit", visit.code), said).url
    for name, answer in (
        ("economic", "working"),
        ("social", "has_identity_document"),
        ("psychosocial", "wants_support"),
    ):
        assert f"/{name}/" in to
        to = browser.post(to, {f"a-{answer}": "yes", "go": "on", "language": "fi"}).url
    survey = Survey.objects.get()
    assert to == at("survey", survey.code)
    assert "25 questions have no answer" in browser.get(to).text
    browser.post(at("finish_survey", survey.code))
    page = browser.get(to).text
    assert (Survey.objects.get().economic, Screening.objects.get().flagged) == (1, ["wants_support"])
    assert "flagged" in page


def test_a_draft_kept_for_later_goes_on_where_it_was(bilal, sign_in):
    record = arrived(bilal)
    survey, browser = begun(record, bilal), sign_in(bilal)
    browser.post(at("survey_part", survey.code, "economic"), {"a-working": "yes", "go": "later"})
    assert at("survey", survey.code) in browser.get(at("monitored", record.code)).text
    page = browser.get(at("survey_part", survey.code, "economic")).text
    assert page.count(" checked") == 1


def test_each_answer_is_kept_at_once_where_there_is_a_script(bilal, sign_in):
    survey = begun(arrived(bilal), bilal)
    address = at("survey_part", survey.code, "social")
    kept = sign_in(bilal).post(address, {"a-safe_water": "good"}, headers={"HX-Request": "true"})
    assert (kept.status_code, Survey.objects.get().answers) == (204, {"safe_water": "good"})


@pytest.mark.parametrize(("language", "words"), [("fi", "Käytkö tällä hetkellä työssä?"), ("ar", 'dir="rtl"')])
def test_questions_are_asked_in_the_language_of_the_interviewer(language, words, bilal, sign_in):
    survey = begun(arrived(bilal), bilal)
    assert words in sign_in(bilal).get(at("survey_part", survey.code, "economic") + f"?language={language}").text


def test_a_finished_survey_is_not_answered_again(bilal, sign_in):
    survey = answered(arrived(bilal), bilal)
    address = at("survey_part", survey.code, "economic")
    assert sign_in(bilal).post(address, {"a-working": "no"}).url == at("survey", survey.code)
    assert sign_in(bilal).get(at("survey_part", survey.code, "wealth")).status_code == 404


def test_a_mission_works_on_its_own_returns_only(bilal, rana, sign_in):
    own, other = arrived(bilal), arrived(bilal, return_country="IRQ")
    browser = sign_in(rana)
    assert {row.visit.case_id for row in browser.get("/returns/monitoring/?show=all").context["choice"].rows} == {
        own.case_id
    }
    assert browser.get(at("monitored", own.code)).status_code == 200
    assert browser.get(at("monitored", other.code)).status_code == 404
    assert browser.post(at("make_visit", other.case.visits.first().code), made_today(other)).status_code == 404
    browser.post(at("make_visit", own.case.visits.first().code), made_today(own))
    assert own.case.visits.first().recorded_by == rana


def test_the_home_of_a_mission_is_its_monitoring(rana, sign_in):
    assert "/returns/monitoring/" in sign_in(rana).get("/notices/").text


def test_the_desk_and_the_return_stay_within_their_budget(bilal, sign_in):
    record = arrived(bilal)
    answered(record, bilal, visit=record.case.visits.first())
    ask_screening(record=record, person=person_of(record), by=bilal)
    for address in (reverse("cases:desk"), at("monitored", record.code)):
        browser = sign_in(bilal)
        browser.get(address)
        with CaptureQueriesContext(connection) as asked:
            page = browser.get(address).text
        assert at("monitored", record.code) in page or "h-visits" in page
        questions = [query["sql"][:150] for query in asked if "SAVEPOINT" not in query["sql"]]
        assert len(questions) <= MOST, "\n".join([address, *questions])


def test_the_line_in_the_panel_of_the_return_asks_nothing_more(bilal, sign_in):
    record = arrived(bilal)
    answered(record, bilal, visit=record.case.visits.first())
    ask_screening(record=record, person=person_of(record), by=bilal)
    page = sign_in(bilal).get(reverse("cases:case", args=[record.case.code])).text
    assert "follow-up screening due, last survey 1.00 of 1 (unverified)" in page
    with CaptureQueriesContext(connection) as asked:
        shown = returns_for_pages().select_related("case").get(pk=record.pk)
        assert case_line(shown, bilal).kind == "late"
    tables = [query["sql"] for query in asked if "returns_" in query["sql"]]
    assert len(tables) == 1, tables


def test_rules_are_recorded_for_one_person(bilal, sign_in):
    record = arrived(bilal)
    address = at("contact_rule", record.code, person_of(record).code)
    sign_in(bilal).post(address, {"ways": ["message"], "in_short": "SMS only.", "never": "At night."})
    page = sign_in(bilal).get(address).text
    assert "At night." in page
    assert sign_in(bilal).get(at("contact_rule", record.code, record.code)).status_code == 404


def test_another_visit_is_agreed_and_one_is_not_wanted(bilal, sign_in):
    record = arrived(bilal)
    browser = sign_in(bilal)
    browser.post(at("agree_visit", record.code), {"due_on": day(4).isoformat(), "way": "call", "by_whom": "office"})
    visit = record.case.visits.get(months=None)
    browser.post(at("miss_visit", visit.code), {"state": "not_wanted", "note": "She asked us not to come."})
    assert Visit.objects.get(pk=visit.pk).state == "not_wanted"
