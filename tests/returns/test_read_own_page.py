"""`/journey/`: who gets in, what the page says, and withdrawing with time to think again."""

from datetime import date, timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from cases.models import Job
from cases.outbox import run_due
from returns.actions.enquiries import take_enquiry
from returns.actions.journey_keys import give_key
from returns.knocking import MOST
from returns.models import JourneyKey, Return, Stage
from returns.texts.spoken import texts
from returns.views.journey import SALT
from tests.returns.returning import a_return, an_enquiry

BORN = {"birth_year": 1989, "birth_month": 3, "birth_day": 14}


@pytest.fixture
def record(bilal):
    """A return whose person was born on the day that the factories say."""
    return a_return(bilal, stage=Stage.DOCUMENTS, departure_deadline=date(2027, 1, 31))


@pytest.fixture
def code(record, bilal):
    """The code of its principal applicant."""
    return give_key(by=bilal, case=record.case, person=record.case.members.get().person)


def opened(code: str, language: str = "en") -> Client:
    browser = Client()
    answer = browser.post(f"/journey/?in={language}", BORN | {"code": code})
    assert answer.status_code == 302, answer.text
    return browser


def page(browser: Client, language: str = "en") -> str:
    return browser.get(f"/journey/return/?in={language}").text


def test_the_code_and_the_birth_date_open_the_page(code, record):
    text = page(opened(code))
    assert texts("en")["papers"] in text
    assert texts("en")["do_papers"] in text
    assert "31.01.2027" in text
    assert record.case.members.get().person.family_name not in text


@pytest.mark.parametrize("language", ["fi", "sv", "is", "ar", "so"])
def test_it_speaks_the_language_of_the_person(language, code):
    assert texts(language)["papers"] in page(opened(code, language), language)


def test_without_a_choice_it_speaks_the_language_of_the_record(code, record):
    person = record.case.members.get().person
    person.language = "arabia"
    person.save(update_fields=["language"])
    answer = Client().post("/journey/", BORN | {"code": code})
    assert answer.url == "/journey/return/?in=ar"


@pytest.mark.parametrize("change", [{"code": "ABCD-EFGH-JKLM"}, {"birth_day": 15}, {"birth_year": 1990}])
def test_what_does_not_belong_together_opens_nothing(change, code):
    browser = Client()
    answer = browser.post("/journey/", BORN | {"code": code} | change)
    assert texts("en")["wrong"] in answer.text
    assert browser.get("/journey/return/").url == "/journey/"


def test_a_code_is_read_however_it_is_typed(code):
    opened(f" {code.lower().replace('-', ' ')} ")


def test_a_new_code_ends_the_old_one(code, record, bilal):
    browser = opened(code)
    give_key(by=bilal, case=record.case, person=record.case.members.get().person)
    assert browser.get("/journey/return/").url == "/journey/"


def test_one_code_is_not_tried_for_ever(code):
    wrong = BORN | {"code": code, "birth_day": 15}
    answers = [Client().post("/journey/", wrong).status_code for __ in range(MOST["journey_code"] + 1)]
    assert answers[-1] == 429
    assert Client().post("/journey/", BORN | {"code": code}).status_code == 429


def test_a_key_forged_or_old_opens_nothing(code, record):
    for value in ("1", signing.dumps(JourneyKey.objects.get().pk, salt="another")):
        browser = Client()
        browser.cookies["journey"] = value
        assert browser.get("/journey/return/").url == "/journey/"
    assert signing.loads(opened(code).cookies["journey"].value, salt=SALT) == JourneyKey.objects.get().pk


def test_nothing_of_it_is_kept_by_browsers_or_stands_in_addresses(code):
    browser = Client()
    answer = browser.post("/journey/", BORN | {"code": code})
    assert code not in answer.url
    assert browser.get(answer.url)["Cache-Control"] == "no-store"
    assert answer.cookies["journey"]["httponly"]


def test_one_withdraws_and_thinks_again(code, record):
    browser = opened(code)
    assert texts("en")["withdraw_lead"] in browser.get("/journey/withdraw/").text
    assert Return.objects.get().withdrawal_due_at is None
    browser.post("/journey/withdraw/")
    assert Return.objects.get().withdrawal_due_at > timezone.now() + timedelta(minutes=25)
    assert texts("en")["undo"] in page(browser)
    browser.post("/journey/undo/")
    assert (Return.objects.get().stage, Return.objects.get().withdrawal_due_at) == (Stage.DOCUMENTS, None)


def test_after_half_an_hour_it_holds(code):
    browser = opened(code)
    browser.post("/journey/withdraw/")
    past = timezone.now() - timedelta(seconds=1)
    Return.objects.update(withdrawal_due_at=past)
    Job.objects.update(due_at=past)
    run_due()
    assert Return.objects.get().stage == Stage.WITHDRAWN
    assert texts("en")["withdrawn"] in page(browser)


def test_who_thought_again_is_not_withdrawn_by_the_clock(code):
    browser = opened(code)
    browser.post("/journey/withdraw/")
    browser.post("/journey/undo/")
    Job.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    run_due()
    assert Return.objects.get().stage == Stage.DOCUMENTS


def test_undo_says_when_it_is_too_late(code):
    assert opened(code).post("/journey/undo/").url.endswith("said=too_late")


def test_the_same_code_follows_the_enquiry_into_the_case(bilal):
    enquiry, key = an_enquiry()
    browser = Client()
    born = {"birth_year": 1990, "birth_month": 5, "birth_day": 17}
    assert browser.post("/journey/", born | {"code": key}).url.endswith("in=ar")
    assert texts("ar")["sent"] in page(browser, "ar")
    record = take_enquiry(enquiry=enquiry, by=bilal).return_file
    Return.objects.filter(pk=record.pk).update(stage=Stage.COUNSELLING)
    assert texts("ar")["talk"] in page(browser, "ar")


def test_leaving_forgets_the_key(code):
    browser = opened(code)
    browser.post("/journey/leave/")
    assert browser.get("/journey/return/").url == "/journey/"
