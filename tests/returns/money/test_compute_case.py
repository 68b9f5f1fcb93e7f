"""From the case page to a proposal: money on the page of a return, and computing from what is on record."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.births import Birth
from returns.forms.computing import kinds_of
from returns.models import Computation
from tests import factories
from tests.returns.money import factories as money
from tests.returns.money.test_see_money import at
from tests.returns.returning import a_return

ON_RECORD = {
    "scheme": "FI-PALUU", "return_country": "IRQ", "beneficiary_category": "rejected",
    "application_date": date(2025, 2, 10), "first_decision_served_date": date(2025, 2, 1),
    "decision_date": date(2025, 2, 12),
}  # fmt: skip


@pytest.fixture
def record(bilal):
    """Who applied nine days after the first negative decision was served."""
    return a_return(bilal, **ON_RECORD)


def page_of(record) -> str:
    return reverse("cases:case", args=[record.case.code])


def typed_from(page) -> dict:
    """What stands in the form, sent as it stands."""
    form = page.context["form"]
    return {field.html_name: value for field in form if (value := field.value()) not in (None, "")}


def test_what_is_on_record_computes_and_leads_to_the_proposal(record, bilal, sign_in):
    page = sign_in(bilal).get(at("compute", record))
    answer = sign_in(bilal).post(at("compute", record), typed_from(page))
    made = Computation.objects.get()
    assert (made.total, answer.url) == (5300, at("propose", made))
    assert made.inputs["persons"][0]["birth_date"] == "1989-03-14"
    form = sign_in(bilal).get(answer.url).context["form"]
    assert form.fields["person_0"].initial == record.case.members.get().person_id


def test_who_has_arrived_is_granted_something_too(record, bilal, sign_in):
    record.case.members.update(standing="arrived")
    answer = sign_in(bilal).post(at("compute", record), typed_from(sign_in(bilal).get(at("compute", record))))
    assert answer.url == at("propose", Computation.objects.get())


def test_where_no_sum_comes_out_the_page_says_why(record, bilal, sign_in):
    typed = typed_from(sign_in(bilal).get(at("compute", record))) | {"application": "2026-02-10"}
    answer = sign_in(bilal).post(at("compute", record), typed, follow=True)
    assert answer.redirect_chain[-1][0] == at("compute", record)
    assert "A person must answer" in answer.content.decode()


def test_a_child_alone_is_an_unaccompanied_minor():
    born = {"adult": 1990, "young": 2015}
    adult, child = (factories.Person(birth_precision="year", birth_year=year) for year in born.values())
    assert kinds_of([adult, child], date(2026, 1, 1)) == ["adult", "child"]
    assert kinds_of([child], date(2026, 1, 1)) == ["unaccompanied_minor"]
    assert Birth.in_year(2015) == child.birth


def test_the_case_shows_what_was_granted_and_what_is_open(award, bilal, sign_in):
    page = sign_in(bilal).get(page_of(award.return_file)).content.decode()
    assert at("award", award) in page and "paid 0, open 5,300" in page
    assert at("compute", award.return_file) in page and reverse("returns:what_if") in page


def test_what_was_computed_is_offered_to_be_proposed_once(record, bilal, sign_in):
    computation = money.computed(record, bilal)
    assert at("propose", computation) in sign_in(bilal).get(page_of(record)).content.decode()
    money.proposed(bilal, record=record)
    assert at("propose", computation) not in sign_in(bilal).get(page_of(record)).content.decode()


def test_an_authority_sees_no_money_on_the_case(award, marjut, migri, sign_in):
    case = award.return_file.case
    case.numbers.create(issuer=migri, number="PAL-1")
    answer = sign_in(marjut).get(page_of(award.return_file))
    assert answer.status_code == 404 or "h-money" not in answer.content.decode()


def test_the_what_if_of_a_case_compares_at_once_and_names_nobody(record, bilal, sign_in):
    page = sign_in(bilal).get(page_of(record)).content.decode()
    link = page.split("what-if/?")[1].split('"')[0].replace("&amp;", "&")
    assert "5,300" in sign_in(bilal).get(f"{reverse('returns:what_if')}?{link}").content.decode()
    assert str(record.case.members.get().person.code) not in link


def test_money_comes_to_the_page_of_a_case_with_its_return(award, bilal, sign_in):
    browser = sign_in(bilal)
    browser.get(page_of(award.return_file))  # what a process remembers is not asked again
    with CaptureQueriesContext(connection) as asked:
        browser.get(page_of(award.return_file))
    tables = "returns_grantaward", "returns_instalment", "returns_computation", "returns_ledgerentry"
    assert not [one for one in asked if one["sql"].startswith(tuple(f'SELECT "{table}"' for table in tables))]
