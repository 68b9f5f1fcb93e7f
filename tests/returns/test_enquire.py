"""Enquiries: from the public page, reception centres and officers, into the inbox and on to a case."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.models import Mandate, OrganisationKind, Role
from cases.models import Case, Person
from returns.actions.enquiries import take_enquiry
from returns.knocking import MOST
from returns.models import Enquiry, JourneyKey, Return
from returns.texts.spoken import texts
from tests import factories
from tests.returns.returning import a_return, an_enquiry

APPLY = "/return/apply/"
SAID = {
    "host": "FI", "family_name": "Al-Jabiri", "given_names": "Zahra", "birth_year": "1990", "birth_month": "5",
    "birth_day": "17", "return_country": "IRQ", "persons": "2", "phone": "+358 40 1", "consent": "on",
}  # fmt: skip


@pytest.fixture
def centre(db):
    """Somebody of a Finnish reception centre."""
    body = factories.organisation("joutseno", OrganisationKind.RECEPTION_CENTRE, "FI")
    return factories.user("kerttu", body, (Role.PARTNER, "", ""))


@pytest.mark.parametrize("language", ["en", "fi", "sv", "is", "ar", "so"])
def test_somebody_writes_checks_and_sends(language, db):
    browser, address = Client(), f"{APPLY}?in={language}"
    assert f'lang="{language}"' in browser.get(address).text
    checked = browser.post(address, SAID | {"step": "check"})
    assert "Al-Jabiri" in checked.text
    assert not Enquiry.objects.exists()
    sent = browser.post(address, SAID | {"step": "send"})
    one = Enquiry.objects.get()
    assert (one.country, one.return_country, one.persons, one.came_through) == ("FI", "IRQ", 2, "migrant")
    assert JourneyKey.objects.get().digest not in sent.text


def test_arabic_is_read_from_right_to_left(db):
    page = Client().get(f"{APPLY}?in=ar").text
    assert 'dir="rtl"' in page
    assert "bootstrap.rtl" in page


@pytest.mark.parametrize(
    ("without", "error"),
    [("consent", "consent_needed"), ("phone", "reach_needed"), ("return_country", "needed"), ("birth_month", "no_day")],
)
def test_what_is_missing_is_said_in_the_own_language(without, error, db):
    said = {name: value for name, value in SAID.items() if name != without}
    page = Client().post(f"{APPLY}?in=so", said | {"step": "send"}).text
    assert texts("so")[error] in page
    assert not Enquiry.objects.exists()


def test_change_brings_back_what_was_written(db):
    page = Client().post(APPLY, SAID | {"step": "change"}).text
    assert 'value="Al-Jabiri"' in page
    assert "is-invalid" not in page


def test_nobody_sends_by_the_hundred(db):
    browser = Client()
    answers = {browser.post(APPLY, SAID | {"step": "send"}).status_code for __ in range(MOST["apply"] + 1)}
    assert answers == {200, 429}
    assert Enquiry.objects.count() == MOST["apply"]


def test_an_officer_takes_it_on_as_a_case(bilal):
    enquiry, __ = an_enquiry()
    case = take_enquiry(enquiry=enquiry, by=bilal)
    record = Return.objects.get(case=case)
    assert (record.stage, record.return_country, record.scheme) == ("enquiry", "IRQ", "FI-PALUU")
    assert JourneyKey.objects.get().case == case
    assert case.reference.startswith("FI-AR-")


def test_two_officers_do_not_take_it_twice(bilal):
    enquiry, __ = an_enquiry()
    take_enquiry(enquiry=enquiry, by=bilal)
    with pytest.raises(ValidationError, match="already"):
        take_enquiry(enquiry=enquiry, by=bilal)
    assert Case.objects.count() == 1


def test_whom_we_know_is_offered_and_chosen(bilal, sign_in):
    known = a_return(bilal).case.members.get().person
    known.family_name, known.given_names, known.birth_year = "Al-Jabiri", "Zahra", 1990
    known.save(update_fields=["family_name", "given_names", "birth_year"])
    enquiry, __ = an_enquiry()
    browser = sign_in(bilal)
    assert str(known.code) in browser.get(reverse("returns:enquiry", args=[enquiry.code])).text
    browser.post(reverse("returns:take_enquiry", args=[enquiry.code]), {"person": known.code})
    assert (Person.objects.count(), known.memberships.count()) == (1, 2)


def test_a_reception_centre_sends_and_sees_only_its_own(centre, sign_in):
    an_enquiry(by=centre)
    other = factories.organisation("oritkari", OrganisationKind.RECEPTION_CENTRE, "FI")
    stranger = factories.user("olli", other, (Role.PARTNER, "", ""))
    theirs, __ = an_enquiry(by=stranger, family_name="Someone-Else")
    browser = sign_in(centre)
    page = browser.get(reverse("returns:enquiries")).text
    assert "AL-JABIRI" in page
    assert "SOMEONE-ELSE" not in page
    assert browser.get(reverse("returns:enquiry", args=[theirs.code])).status_code == 404


@pytest.mark.parametrize("kind", ["coordinator", "reception_centre"])
def test_who_sent_it_is_known_from_the_account(kind, sign_in, db):
    body = factories.organisation("sender", OrganisationKind(kind), "SE")
    sender = factories.user("elsa", body, (Role.PARTNER, "", ""))
    said = SAID | {"country": "SE", "sex": "F", "language": "Arabic"}
    answer = sign_in(sender).post(reverse("returns:new_enquiry"), said)
    one = Enquiry.objects.get()
    assert (answer.status_code, one.came_through, one.organisation) == (200, kind, body)


def test_a_centre_cannot_speak_for_another_country(centre, sign_in):
    said = SAID | {"country": "SE", "sex": "F", "language": "Arabic"}
    sign_in(centre).post(reverse("returns:new_enquiry"), said)
    assert not Enquiry.objects.exists()


def test_an_officer_of_one_country_sees_its_enquiries(office, sign_in):
    swede = factories.user("sven", office, (Role.OFFICER, Mandate.RETURNS, "SE"))
    an_enquiry()
    swedish, __ = an_enquiry(country="SE")
    assert set(Enquiry.objects.visible_to(swede)) == {swedish}


def test_closing_says_why(bilal, sign_in):
    enquiry, __ = an_enquiry()
    address = reverse("returns:close_enquiry", args=[enquiry.code])
    sign_in(bilal).post(address, {"note": ""})
    assert Enquiry.objects.get().state == "new"
    sign_in(bilal).post(address, {"note": "Sent twice."})
    assert Enquiry.objects.get().close_reason == "Sent twice."
