"""The pages: what waits, two people side by side, and of another country only what the decision needs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Role
from cases.actions.events import record_contact
from cases.actions.people import identify_person
from cases.models import Access
from cases.outbox import run_due
from returns.actions.duplicates import decide_pair
from returns.models import DuplicatePair, Verdict
from tests.returns.duplicates.factories import KIND, axmed_and_ahmed, officer_of
from tests.returns.money import factories as money

LIST = reverse("returns:duplicates")


def page_of(pair: DuplicatePair) -> str:
    return reverse("returns:duplicate", args=[pair.code])


def test_the_list_shows_both_people_why_and_what_was_granted(sign_in, bilal, minna, files, pair):
    money.approved(bilal, minna, record=files[1])
    page = sign_in(bilal).get(LIST).content.decode()
    for words in ("AXMED, Cali Xasan", "AHMED, Ali Hassan", "Name 0.92 alike: Axmed/Ahmed", "Strong: money waits"):
        assert words in page
    assert "FI-PALUU, Sweden: 5,300 EUR" in page


def test_of_a_file_of_another_country_only_what_the_decision_needs_is_shown(sign_in, office, bilal, files, pair):
    swedish = files[1].case
    record_contact(case=swedish, by=bilal, note="Her brother waits in Gothenburg.")
    identify_person(person=swedish.members.get().person, kind=KIND, number="826-99999999")
    for address in (LIST, page_of(pair)):
        page = sign_in(officer_of(office, "FI", f"fiona{len(address)}")).get(address).content.decode()
        assert "AHMED, Ali Hassan" in page and "Sweden" in page and files[0].case.reference in page
        for hidden in (swedish.reference, str(swedish.code), "Gothenburg", "826-99999999"):
            assert hidden not in page


def test_a_number_is_shown_where_both_have_it(sign_in, office, files, pair):
    for record, number in zip(files, ("82600012345", "826-00012346"), strict=True):
        identify_person(person=record.case.members.get().person, kind=KIND, number=number)
    identify_person(person=files[1].case.members.get().person, kind=KIND, number="826-000-12345")
    page = sign_in(officer_of(office, "FI")).get(page_of(pair)).content.decode()
    assert "826-000-12345" in page and "826-00012346" not in page


def test_that_somebody_looked_at_both_is_written_down(sign_in, office, pair):
    fiona = officer_of(office, "FI")
    sign_in(fiona).get(page_of(pair))
    looks = Access.objects.filter(user=fiona, page="returns:duplicate").values_list("person", flat=True)
    assert set(looks) == set(pair.people)


@pytest.mark.parametrize("country", ["IS"])
def test_who_counsels_neither_sees_nothing(sign_in, office, pair, country):
    isla = sign_in(officer_of(office, country, "isla"))
    assert isla.get(page_of(pair)).status_code == 404
    assert "AXMED" not in isla.get(LIST).content.decode()


def test_a_decision_is_made_and_taken_back(sign_in, bilal, pair):
    client = sign_in(bilal)
    answer = client.post(page_of(pair), {"verdict": "different", "reason": "Cousins."}, follow=True)
    assert answer.redirect_chain[-1][0] == LIST
    assert "not the same person" in answer.content.decode()
    page = client.post(reverse("returns:undecide", args=[pair.code]), follow=True).content.decode()
    assert "Cousins." in page and "Taken back." in page
    assert DuplicatePair.objects.get().state == "open"


def test_a_decision_without_a_reason_is_refused_in_the_form(sign_in, bilal, pair):
    answer = sign_in(bilal).post(page_of(pair), {"verdict": "same", "reason": " "})
    assert answer.status_code == 200
    assert DuplicatePair.objects.get().state == "open"


def test_the_next_pair_comes_up_after_a_decision(sign_in, bilal, pair):
    axmed_and_ahmed(bilal)
    run_due()
    answer = sign_in(bilal).post(page_of(pair), {"verdict": "different", "reason": "Cousins."})
    assert answer.url in {page_of(one) for one in DuplicatePair.objects.asked()}


def test_the_page_of_a_return_says_that_there_is_something_to_decide(sign_in, bilal, files, pair):
    address = reverse("cases:case", args=[files[0].case.code])
    page = sign_in(bilal).get(address).content.decode()
    assert page_of(pair) in page and "AHMED" not in page
    decide_pair(pair=pair, verdict=Verdict.DIFFERENT, reason="Cousins.", by=bilal)
    assert page_of(pair) not in sign_in(bilal).get(address).content.decode()


def test_whoever_approves_reads_why_the_grant_waits(sign_in, bilal, minna, files):
    money.approved(bilal, minna, record=files[1])
    award = money.proposed(bilal, record=files[0])
    client, address = sign_in(minna), reverse("returns:money_award", args=[award.code])
    page = client.get(address).content.decode()
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len([one for one in asked if "SAVEPOINT" not in one["sql"]]) <= 15
    assert "Decide first whether AXMED, Cali Xasan has this grant already" in page


def test_the_administration_shows_no_name(sign_in, admin, pair, bilal):
    decide_pair(pair=pair, verdict=Verdict.DIFFERENT, reason="Cousins of Axmed.", by=bilal)
    for model in ("duplicatepair", "duplicatedecision"):
        page = sign_in(admin).get(reverse(f"admin:returns_{model}_changelist")).content.decode()
        assert str(pair.code) in page and "xmed" not in page.lower()


def test_the_list_asks_no_more_for_more_pairs(sign_in, bilal, pair):
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            sign_in(bilal).get(LIST)
        return len(asked)

    few = questions()
    for __ in range(3):
        axmed_and_ahmed(bilal)
    run_due()
    assert DuplicatePair.objects.count() > 10
    assert questions() <= few


def test_finance_is_not_led_to_the_decision(sign_in, office, pair):
    finance = officer_of(office, "", "paula", Role.FINANCE)
    assert sign_in(finance).get(page_of(pair)).status_code == 404
