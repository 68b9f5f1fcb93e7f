"""Eight desks act at once on the same awards, on eight connections: the ledger balances, no award is exceeded."""

import random
import threading
from collections import Counter
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from returns.actions.payments import pay, recover, refund
from returns.actions.return_files import withdraw
from returns.actions.rules import activate_rules
from returns.models import ApprovalLimit, GrantAward, LedgerEntry, Payment
from tests.returns.factories import draft_of
from tests.returns.money import factories as money

DESKS, ACTS, AWARDS = 8, 14, 3
REFUSED = (ValidationError, IntegrityError)


def one_act(chance: random.Random, by) -> str:
    """Something that an officer may try at any moment: most of it is refused, as it must be."""
    award = chance.choice(list(GrantAward.objects.select_related("return_file__case")))
    part, payment = chance.choice(list(award.instalments.all())), None
    verb = chance.choices(["pay", "refund", "recover", "by_sql", "withdraw"], [10, 5, 3, 4, 1])[0]
    if verb in {"refund", "recover"}:
        payment = Payment.objects.filter(instalment=part).select_related("instalment").first()
        if payment is None:
            return "nothing"
    amount = Decimal(chance.randint(1, 5300))
    {
        "pay": lambda: pay(instalment=part, method="bank", seen=money.seen(award), by=by),
        "refund": lambda: refund(payment=payment, note="Came back", by=by),
        "recover": lambda: recover(payment=payment, amount=amount, note="Paid wrongly", by=by),
        "by_sql": lambda: LedgerEntry.objects.create(
            award=award, instalment=part, kind=chance.choice(["payment", "recovery"]), amount=amount, booked_by=by
        ),
        "withdraw": lambda: withdraw(record=award.return_file, by=by),
    }[verb]()
    return verb


def desk(seed: int, by, start: threading.Barrier, acted: Counter, broken: list) -> None:
    chance = random.Random(seed)
    start.wait()
    try:
        for __ in range(ACTS):
            try:
                acted[one_act(chance, by)] += 1
            except REFUSED:
                acted["refused"] += 1
    except Exception as error:
        broken.append(error)
    finally:
        connection.close()


def run_desks(act, *rows) -> list:
    broken = []
    threads = [threading.Thread(target=act, args=(*row, broken)) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return broken


@pytest.fixture
def committed(transactional_db, office, bilal, minna, admin, noor):
    """Awards that every connection sees."""
    ApprovalLimit.objects.get_or_create(role="finance", currency="EUR", defaults={"up_to": 60000})
    awards = []
    activate_rules(rule_set=draft_of(bilal, money.decree_of_2025()), by=admin)
    for __ in range(AWARDS):
        awards.append(money.approved(bilal, minna))
        money.all_due(awards[-1], bilal)
    return awards


@pytest.mark.parametrize("seed", [3, 2026])
def test_the_ledger_balances_whatever_eight_desks_try_at_once(committed, bilal, seed):
    start, acted = threading.Barrier(DESKS), Counter()
    broken = run_desks(desk, *((seed * 100 + n, bilal, start, acted) for n in range(DESKS)))
    assert not broken
    assert acted["pay"] and acted["refused"], acted
    for award in committed:
        totals = award.entries.all().totals()
        assert totals["committed"] == award.amount
        assert 0 <= totals["paid"] <= award.amount and totals["open"] >= 0, (seed, totals)
        for part in award.instalments.all():
            assert 0 <= part.entries.all().totals()["paid"] <= part.amount
            assert part.payments.live().count() <= 1


def pay_at_once(part, seen, by, start, paid, broken) -> None:
    start.wait()
    try:
        paid.append(pay(instalment=part, method="bank", seen=seen, by=by).receipt)
    except ValidationError:
        pass
    except Exception as error:
        broken.append(error)
    finally:
        connection.close()


def test_of_eight_desks_that_pay_the_same_part_one_pays(committed, bilal):
    award, start, paid = committed[0], threading.Barrier(DESKS), []
    part, seen = award.instalments.first(), money.seen(award)
    assert not run_desks(pay_at_once, *([(part, seen, bilal, start, paid)] * DESKS))
    assert len(paid) == 1 and award.entries.all().totals()["paid"] == part.amount


def propose_at_once(record, by, start, made, broken) -> None:
    start.wait()
    try:
        made.append(money.proposed(by, record=record))
    except ValidationError:
        pass
    except Exception as error:
        broken.append(error)
    finally:
        connection.close()


def test_of_eight_proposals_for_the_same_person_one_is_kept(committed, bilal):
    records, start, made = [money.a_return(bilal) for __ in range(DESKS)], threading.Barrier(DESKS), []
    person = records[0].case.members.get().person
    for record in records:
        record.case.members.update(person=person)
    assert not run_desks(propose_at_once, *((record, bilal, start, made) for record in records))
    assert len(made) == 1
