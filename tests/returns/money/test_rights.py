"""Money passes through the hands of people who are not each other: in the actions and on the pages."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import Mandate, Role
from returns.actions.awards import cancel_award
from returns.actions.payments import confirm_cash, pay, release_instalment
from returns.models import AwardState
from tests import factories
from tests.returns.money import factories as money
from tests.returns.money.test_see_money import at


@pytest.fixture
def tuuli(travel_officer):
    """Travel officer: at the airport, and nowhere else in the money."""
    return travel_officer


def test_who_books_journeys_proposes_nothing(tuuli, bilal):
    with pytest.raises(ValidationError, match="officer or lead"):
        money.proposed(tuuli, record=money.a_return(bilal))


def test_an_officer_cancels_the_own_proposal_and_no_other(bilal, noor):
    award = money.proposed(bilal)
    with pytest.raises(ValidationError, match="lead cancels"):
        cancel_award(award=award, reason="Typed twice", by=noor)
    cancel_award(award=award, reason="Typed twice", by=bilal)
    award.refresh_from_db()
    assert award.state == AwardState.CANCELLED


def test_once_approved_only_a_lead_cancels(award, bilal, minna, salla):
    for who in (bilal, minna):
        with pytest.raises(ValidationError, match="lead cancels"):
            cancel_award(award=award, reason="Typed twice", by=who)
    cancel_award(award=award, reason="Paid by another programme", by=salla)
    assert award.entries.all().totals()["open"] == 0


def test_finance_and_travel_do_not_say_that_a_condition_is_met(award, minna, tuuli, bilal):
    part = award.instalments.get(n=2)
    for who in (minna, tuuli):
        with pytest.raises(ValidationError, match="officer or lead"):
            release_instalment(instalment=part, by=who)
    release_instalment(instalment=part, by=bilal)


def test_a_lead_who_approved_does_not_release(salla, bilal):
    award = money.approved(bilal, salla)
    with pytest.raises(ValidationError, match="not the one who approved"):
        release_instalment(instalment=award.instalments.get(n=2), by=salla)


def test_who_said_that_the_condition_is_met_does_not_pay(award, bilal, noor):
    part = award.instalments.get(n=2)
    release_instalment(instalment=part, by=noor)
    with pytest.raises(ValidationError, match="does not pay it"):
        pay(instalment=part, method="bank", seen=money.seen(award), by=noor)
    assert pay(instalment=part, method="bank", seen=money.seen(award), by=bilal).receipt


def test_an_officer_of_another_country_neither_pays_nor_confirms(award, bilal, office):
    ulla = factories.user("ulla", office, (Role.OFFICER, Mandate.RETURNS, "SE"))
    part, payment = award.instalments.get(n=1), money.counted(award, bilal)
    with pytest.raises(ValidationError, match="this country"):
        pay(instalment=part, method="bank", seen=money.seen(award), by=ulla)
    with pytest.raises(ValidationError, match="this country"):
        confirm_cash(payment=payment, signed_name="Furaha", by=ulla)


def test_each_is_offered_what_each_may_do(award, bilal, noor, minna, salla, sign_in):
    waits, due = award.instalments.get(n=2), award.instalments.get(n=1)
    release_instalment(instalment=award.instalments.get(n=3), by=noor)
    offered = {
        who.name: {
            name
            for name, record in (("pay", due), ("release", waits), ("cancel", award))
            if at(name, record).encode() in sign_in(who).get(at("award", award)).content
        }
        for who in (bilal, minna, salla)
    }
    assert offered == {"Bilal": {"pay", "release"}, "Minna": set(), "Salla": {"pay", "release", "cancel"}}
    assert at("pay", award.instalments.get(n=3)).encode() not in sign_in(noor).get(at("award", award)).content


def test_finance_is_offered_no_way_into_the_case(award, minna, bilal, sign_in):
    link = reverse("cases:case", args=[award.return_file.case.code])
    assert link.encode() in sign_in(bilal).get(at("award", award)).content
    assert link.encode() not in sign_in(minna).get(at("award", award)).content
