"""`/journey/` of somebody who is resettled: what the page says, in which languages, and where the code is given."""

import string

import pytest
from django.test import Client
from django.urls import reverse

from resettlement.models import Dossier, Stage
from resettlement.own_page import ACTS, STANDS, STEPS, TABLES, texts
from returns.actions.journey_keys import give_key
from tests import factories
from tests.resettlement.factories import dossier

BORN = {"birth_year": 1989, "birth_month": 3, "birth_day": 14}


@pytest.fixture
def opened(aino, migri):
    """A dossier whose documents are gathered."""
    made = dossier(aino, migri)
    Dossier.objects.filter(pk=made.pk).update(stage=Stage.DOCUMENTS)
    return made


@pytest.fixture
def browser(opened, aino):
    """Opened by the code and the birth date of the principal applicant."""
    code = give_key(by=aino, case=opened.case, person=opened.case.members.first().person)
    browser = Client()
    assert browser.post("/journey/", BORN | {"code": code}).status_code == 302
    return browser


@pytest.mark.parametrize("language", sorted(TABLES))
def test_the_page_says_where_it_stands_in_every_language(browser, language):
    page = browser.get(f"/journey/return/?in={language}").text
    assert texts(language)["papers"] in page
    assert texts(language)["do_papers"] in page
    assert texts(language)["where"] in page


def test_one_withdraws_by_talking_with_us(browser, opened):
    page = browser.get("/journey/return/?in=en").text
    assert texts("en")["promise"] in page
    assert "/journey/withdraw/" not in page
    assert browser.post("/journey/withdraw/?in=en").url.startswith("/journey/return/")
    assert Dossier.objects.get(pk=opened.pk).stage == Stage.DOCUMENTS
    assert browser.post("/journey/undo/?in=en").url.endswith("said=too_late")


def test_every_stage_has_its_words():
    assert set(STANDS) == set(Stage)
    assert {*STANDS.values(), *ACTS.values(), *STEPS} <= set(texts("en"))


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_language_says_everything_with_the_same_places(language):
    fields = [sorted(name for __, name, __, __ in string.Formatter().parse(words) if name)
              for words in (*texts("en").values(), *texts(language).values())]  # fmt: skip
    assert set(texts(language)) == set(texts("en"))
    assert fields[: len(texts("en"))] == fields[len(texts("en")) :]


def test_the_code_is_given_on_the_case_page(opened, aino, sign_in):
    address = reverse("journey:give", args=[opened.case.code])
    assert address in sign_in(aino).get(reverse("cases:case", args=[opened.case.code])).text
    person = opened.case.members.first().person
    answer = sign_in(aino).post(address, {"person": person.pk})
    assert 'class="key"' in answer.text


def test_no_code_is_given_by_who_does_not_act_on_the_case(opened, bilal, travel_officer, sign_in):
    address = reverse("journey:give", args=[opened.case.code])
    assert sign_in(bilal).get(address).status_code == 404
    assert sign_in(travel_officer).get(address).status_code == 404


def test_a_mandate_without_a_page_gives_no_code(aino, office, sign_in):
    lead = factories.user("lena", office, ("lead", "", ""))
    case = factories.case(aino, mandate="integration", programme="co", prefix="CO")
    assert sign_in(lead).get(reverse("journey:give", args=[case.code])).status_code == 404


def test_a_case_without_a_dossier_has_nothing_to_say_yet(aino, sign_in):
    case = factories.case(aino)
    assert sign_in(aino).get(reverse("journey:give", args=[case.code])).status_code == 404
