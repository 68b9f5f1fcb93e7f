"""Money that comes back: refunded and due again, or claimed, repaid in parts and written off by a lead."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Mandate, Role
from returns.actions.money_back import claim_back, recover, refund, write_off
from returns.actions.payments import pay
from returns.models import InstalmentState, LedgerEntry, Recovery, RecoveryState
from tests import factories
from tests.returns.money import factories as money
from tests.returns.money.test_see_money import at


@pytest.fixture
def paid(award, bilal):
    """300 EUR by bank."""
    return money.paid_by_bank(award, bilal)


def claimed(paid, by, amount=300) -> Recovery:
    return claim_back(payment=paid, reason="forced_return", amount=Decimal(amount), by=by)


def test_a_refund_has_a_receipt_and_is_due_again(award, paid, bilal, noor):
    entry = refund(payment=paid, note="The account is closed", by=noor)
    assert entry.receipt == f"FI-RB-{timezone.localdate().year}-00001" and entry.received_on == timezone.localdate()
    assert award.instalments.first().state == InstalmentState.DUE
    assert money.paid_by_bank(award, bilal).amount == Decimal(300)


def test_after_a_part_was_recovered_only_the_rest_is_refunded_and_due(award, paid, bilal, noor):
    recover(payment=paid, amount=Decimal(100), note="Paid for a child who stayed", by=noor)
    assert refund(payment=paid, note="The account is closed", by=noor).amount == Decimal(200)
    assert pay(
        instalment=award.instalments.first(), method="bank", seen=money.seen(award), by=bilal
    ).amount == Decimal(200)  # fmt: skip
    totals = award.entries.all().totals()
    assert (totals["paid"], totals["cancelled"], totals["open"]) == (200, 100, 5000)


def test_nothing_has_come_back_tomorrow(paid, noor):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError, match="not come yet"):
        refund(payment=paid, note="The account is closed", received_on=tomorrow, by=noor)


def test_a_claim_is_repaid_in_parts_until_nothing_is_left(award, paid, bilal, noor):
    claim = claimed(paid, bilal)
    recover(payment=paid, amount=Decimal(100), note="First part", by=noor)
    claim.refresh_from_db()
    assert (claim.state, claim.repaid) == (RecoveryState.OPEN, Decimal(100))
    recover(payment=paid, amount=Decimal(200), note="The rest", by=noor)
    claim.refresh_from_db()
    assert claim.state == RecoveryState.REPAID
    assert award.entries.all().totals()["open"] == Decimal(5000)


def test_no_more_comes_back_than_was_claimed_nor_is_claimed_than_was_paid(paid, bilal, noor):
    with pytest.raises(ValidationError, match="300 EUR"):
        claimed(paid, bilal, 301)
    claimed(paid, bilal, 100)
    with pytest.raises(ValidationError, match="only 100 EUR"):
        recover(payment=paid, amount=Decimal(101), note="Too much", by=noor)


def test_a_payment_is_claimed_back_once_at_a_time(paid, bilal, noor):
    claimed(paid, bilal, 100)
    with pytest.raises(ValidationError, match="claimed back already"):
        claimed(paid, noor, 100)
    with pytest.raises(ValidationError, match="with the claim"):
        refund(payment=paid, note="The account is closed", by=noor)


def test_a_lead_writes_off_what_does_not_come(award, paid, bilal, noor, salla):
    claim = claimed(paid, bilal)
    recover(payment=paid, amount=Decimal(50), note="First part", by=noor)
    with pytest.raises(ValidationError, match="A lead"):
        write_off(recovery=claim, reason="Nobody finds him", by=noor)
    write_off(recovery=claim, reason="Nobody finds him", by=salla)
    claim.refresh_from_db()
    assert (claim.state, claim.written_off_by) == (RecoveryState.WRITTEN_OFF, salla)
    assert award.entries.all().totals()["paid"] == Decimal(250)


def test_who_claimed_does_not_write_off_also_by_sql(paid, salla):
    claim = claimed(paid, salla)
    with pytest.raises(ValidationError, match="who did not claim it"):
        write_off(recovery=claim, reason="Nobody finds him", by=salla)
    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        Recovery.objects.update(
            state="written_off", written_off_by=salla, written_off_at=timezone.now(), write_off_reason="x"
        )


def test_after_writing_off_a_new_claim_may_come(paid, bilal, salla):
    write_off(recovery=claimed(paid, bilal), reason="Nobody finds him", by=salla)
    assert claimed(paid, bilal, 300).state == RecoveryState.OPEN


def test_finance_claims_nothing_but_records_what_came(paid, bilal, minna):
    with pytest.raises(ValidationError, match="officer or lead"):
        claimed(paid, minna)
    claimed(paid, bilal)
    assert recover(payment=paid, amount=Decimal(300), note="By bank", by=minna).booked_by == minna


def test_another_country_records_nothing_here(paid, office):
    ulla = factories.user("ulla", office, (Role.OFFICER, Mandate.RETURNS, "SE"))
    with pytest.raises(ValidationError, match="this country"):
        refund(payment=paid, note="The account is closed", by=ulla)


def test_from_the_receipt_to_a_refund_and_its_receipt(paid, noor, sign_in):
    assert at("refund", paid) in sign_in(noor).get(at("receipt", paid)).content.decode()
    typed = {"received_on": timezone.localdate().isoformat(), "note": "The account is closed"}
    answer = sign_in(noor).post(at("refund", paid), typed)
    entry = LedgerEntry.objects.get(kind="refund")
    assert answer.url == at("back", entry)
    page = sign_in(noor).get(answer.url).content.decode()
    assert entry.receipt in page and paid.receipt in page
    assert at("refund", paid) not in sign_in(noor).get(at("receipt", paid)).content.decode()


def test_a_claim_is_made_repaid_and_written_off_on_its_pages(paid, bilal, salla, sign_in):
    sign_in(bilal).post(at("claim", paid), {"reason": "forced_return", "amount": "300", "note": ""})
    claim = Recovery.objects.get()
    assert at("recovery", claim) in sign_in(bilal).get(at("recoveries")).content.decode()
    typed = {"amount": "120", "received_on": timezone.localdate().isoformat(), "note": "First part"}
    receipt = sign_in(bilal).post(at("recovery", claim), typed).url
    assert "120" in sign_in(bilal).get(receipt).content.decode()
    assert at("write_off", claim) not in sign_in(bilal).get(at("recovery", claim)).content.decode()
    sign_in(salla).post(at("write_off", claim), {"reason": "Nobody finds him"})
    assert "180" in sign_in(salla).get(at("recovery", claim)).content.decode()
    assert at("recovery", claim) not in sign_in(bilal).get(at("recoveries")).content.decode()
