"""Eight connections write the same thing at once, by the house's actions and by direct SQL: one of them stands."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from returns.actions.payments import pay
from returns.models import AwardLine, Payment
from tests.returns.money import factories as money
from tests.returns.money.direct_sql import DUE, PAID, change, entry, payment

DESKS = 8
REFUSED = (ValidationError, IntegrityError)


def at_once(*acts) -> tuple[int, list[str]]:
    """How many of them stand, and what was raised besides refusals."""
    start, stand, broken = threading.Barrier(len(acts)), [], []
    hands = [threading.Thread(target=try_one, args=(act, start, stand, broken)) for act in acts]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(60)
    return len(stand), broken


def try_one(act, start: threading.Barrier, stand: list, broken: list) -> None:
    start.wait()
    try:
        with transaction.atomic():
            act()
        stand.append(act)
    except REFUSED:
        pass
    except Exception as error:
        broken.append(repr(error))
    finally:
        connection.close()


def by_sql(sql: str, **keys):
    """An act that runs this on the connection of whoever calls it."""

    def act() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql.format(**keys))

    return act


@pytest.fixture
def award(rules, bilal, minna):
    """An award that every connection sees, all of it due."""
    made = money.approved(bilal, minna)
    money.all_due(made, bilal)
    return made


def test_of_eight_desks_that_pay_the_same_part_one_pays(award, bilal):
    part, seen = award.instalments.first(), money.seen(award)
    assert at_once(*[lambda: pay(instalment=part, method="bank", seen=seen, by=bilal)] * DESKS) == (1, [])
    assert award.entries.all().totals()["paid"] == part.amount


def test_of_eight_proposals_for_the_same_person_one_is_kept(rules, bilal):
    records = [money.a_return(bilal) for __ in range(DESKS)]
    person = records[0].case.members.get().person
    for record in records:
        record.case.members.update(person=person)
    assert at_once(*[lambda r=record: money.proposed(bilal, record=r) for record in records]) == (1, [])


WHOLE = "; ".join([
    payment(DUE), entry("payment", "2000", DUE, "(SELECT max(id) FROM returns_payment WHERE instalment_id = {part})"),
    change("instalment", "state = 'paid'", "id = {part}"),
])  # fmt: skip


def test_of_eight_writers_of_direct_sql_one_stands_each_time(award, bilal):
    keys = {"award": award.pk, "by": bilal.pk, "part": award.instalments.get(n=DUE).pk}
    paid = pay(instalment=award.instalments.get(n=PAID), method="bank", seen=money.seen(award), by=bilal)
    for sql in (WHOLE, entry("recovery", "200"), entry("cancellation", "1700", of="NULL")):
        assert at_once(*[by_sql(sql, payment=paid.pk, **keys)] * DESKS) == (1, []), sql
    assert at_once(*[by_sql(payment(3, "3000", "'counted'"), **keys)] * DESKS) == (1, [])
    assert Payment.objects.filter(state="counted").count() == 1


def test_of_eight_lines_of_what_is_given_once_in_life_one_stands(rules, bilal):
    awards = [money.proposed(bilal) for __ in range(DESKS)]
    person = awards[0].lines.get().person_id
    sql = """
        INSERT INTO returns_awardline (award_id, person_id, component, mode, computed, amount, sentences, rule_id,
                                       source, once_key, is_released)
        VALUES ({award}, {person}, 'support', 'cash', 1, 1, '{{}}', 'IS-001', 'By hand', 'IS-HEIM', false)"""
    assert at_once(*[by_sql(sql, award=award.pk, person=person) for award in awards]) == (1, [])
    assert AwardLine.objects.filter(once_key="IS-HEIM").count() == 1
