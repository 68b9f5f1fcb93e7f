"""A return that closes pays no more; not while cash is between two hands."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from returns.actions.payments import confirm_cash, give_up
from returns.actions.return_files import close
from returns.models import Ending, Return
from tests.returns.money import factories as money


@pytest.fixture
def record(award):
    """In monitoring, with an award."""
    Return.objects.update(stage="monitoring")
    return Return.objects.select_related("case").get(pk=award.return_file_id)


def test_what_is_not_paid_is_cancelled(award, record, bilal):
    money.paid_by_bank(award, bilal)
    close(record=record, ending=Ending.LEFT_AGAIN, by=bilal)
    totals = award.entries.all().totals()
    assert (totals["paid"], totals["cancelled"], totals["open"]) == (Decimal(300), Decimal(5000), 0)


def test_cash_between_two_hands_keeps_it_open(award, record, bilal, noor):
    payment = money.counted(award, bilal)
    with pytest.raises(ValidationError, match="not confirmed"):
        close(record=record, ending=Ending.LEFT_AGAIN, by=bilal)
    record.refresh_from_db()
    assert record.stage == "monitoring"
    give_up(payment=payment, by=noor)
    close(record=record, ending=Ending.LEFT_AGAIN, by=bilal)
    assert award.entries.all().totals()["open"] == 0


def test_confirmed_cash_stays_in_the_ledger(award, record, bilal, noor):
    confirm_cash(payment=money.counted(award, bilal), signed_name="Furaha", by=noor)
    close(record=record, ending=Ending.LEFT_AGAIN, by=bilal)
    assert award.entries.all().totals()["paid"] == Decimal(300)
