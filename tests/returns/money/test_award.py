"""An award comes from a computation, is explained, approved by another person, and given once in life."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Mandate, Role
from returns.actions.awards import Part, approve_award, cancel_award, propose_award
from returns.models import ApprovalLimit, AwardLine, GrantAward
from returns.money import spread
from tests import factories
from tests.returns.money import factories as money
from tests.returns.returning import a_return


def test_a_proposal_keeps_every_line_with_its_sentence_and_rule(bilal):
    award = money.proposed(bilal)
    line = award.lines.get()
    assert (award.amount, line.amount, line.rule_id) == (Decimal(5300), Decimal(5300), "FI-030")
    assert "5,300 EUR" in line.sentences["en"] and set(line.sentences) == {"en", "fi", "sv", "is"}


def test_parts_that_do_not_come_to_the_computed_sum_are_refused(bilal):
    with pytest.raises(ValidationError, match="5300"):
        money.proposed(bilal, parts=[Part("departure", Decimal(5301))])
    with pytest.raises(ValidationError, match="5300"):
        money.proposed(bilal, parts=[Part("departure", Decimal(5299))])


def test_nobody_outside_the_case_is_granted_anything(bilal):
    record = a_return(bilal)
    computation = money.computed(record, bilal)
    with pytest.raises(ValidationError, match="who of the case"):
        propose_award(
            record=record, computation=computation, people=[factories.person()], parts=money.CASH, by=bilal
        )  # fmt: skip


def test_a_computation_of_another_return_grants_nothing(bilal):
    record, other = a_return(bilal), a_return(bilal)
    people = [record.case.members.get().person]
    with pytest.raises(ValidationError, match="no current computation"):
        propose_award(
            record=record, computation=money.computed(other, bilal), people=people, parts=money.CASH, by=bilal
        )  # fmt: skip


def test_nobody_approves_the_own_proposal_not_even_by_sql(office, bilal):
    both = factories.user("both", office, (Role.FINANCE, "", ""), (Role.OFFICER, Mandate.RETURNS, ""))
    award = money.proposed(both)
    with pytest.raises(ValidationError, match="Somebody else"):
        approve_award(award=award, by=both)
    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        GrantAward.objects.filter(pk=award.pk).update(state="approved", approved_by=both, approved_at=award.proposed_at)


def test_a_lead_approves_up_to_the_limit_that_the_office_set(office, bilal):
    lead = factories.user("lead", office, (Role.LEAD, Mandate.RETURNS, ""))
    limit = ApprovalLimit.objects.filter(role="lead", currency="EUR")
    limit.update(up_to=Decimal("5299.99"))
    award = money.proposed(bilal)
    with pytest.raises(ValidationError, match="above your limit"):
        approve_award(award=award, by=lead)
    limit.update(up_to=Decimal(5300))
    approve_award(award=award, by=lead)
    assert GrantAward.objects.get().approved_by == lead


def test_finance_of_another_country_approves_nothing_here(office, bilal):
    swede = factories.user("ulla", office, (Role.FINANCE, Mandate.RETURNS, "SE"))
    with pytest.raises(ValidationError, match="Somebody else"):
        approve_award(award=money.proposed(bilal), by=swede)


def test_approval_commits_the_money_and_makes_the_first_part_due(award):
    assert [part.state for part in award.instalments.all()] == ["due", "waits", "waits"]
    assert award.entries.all().totals() == {
        "committed": Decimal(5300), "paid": 0, "cancelled": 0, "open": Decimal(5300)
    }  # fmt: skip


def test_postgres_refuses_approval_where_parts_do_not_add_up(bilal, minna):
    award = money.proposed(bilal)
    award.instalments.filter(n=1).update(amount=Decimal(299))
    with pytest.raises(ValidationError, match="do not come to"):
        approve_award(award=award, by=minna)


def test_postgres_refuses_to_change_an_approved_award(award):
    for change in (
        lambda: award.instalments.filter(n=1).update(amount=Decimal(1)),
        lambda: award.lines.update(amount=Decimal(1)),
        lambda: GrantAward.objects.update(amount=Decimal(1)),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def once_for(award: GrantAward, person) -> None:
    AwardLine.objects.create(
        award=award, person=person, component="support", mode="cash", computed=1, amount=1, once_key="IS-HEIM"
    )


def test_postgres_refuses_a_second_grant_that_is_given_once_in_life(bilal):
    first, second = money.proposed(bilal), money.proposed(bilal)
    person = first.lines.get().person
    once_for(first, person)
    once_for(first, person)  # two lines of one award are one grant
    with pytest.raises(IntegrityError, match="once_per_life"), transaction.atomic():
        once_for(second, person)


def test_what_was_cancelled_unpaid_may_be_given_again(bilal):
    first, second = money.proposed(bilal), money.proposed(bilal)
    person = first.lines.get().person
    once_for(first, person)
    cancel_award(award=first, reason="Typed twice", by=bilal)
    once_for(second, person)
    assert second.lines.filter(person=person).exists()


def test_the_higher_amount_of_finland_is_given_once_to_a_person(bilal):
    first = money.proposed(bilal)
    again = a_return(bilal)
    member = again.case.members.get()
    member.person = first.lines.get().person
    member.save(update_fields=["person"])
    with pytest.raises(ValidationError, match="once in life"):
        money.proposed(bilal, record=again)


@pytest.mark.parametrize(
    ("amounts", "total", "cut"),
    [
        ([30, 30], 75, [30, 30]), ([30000, 30000, 15000, 15000], 75000, [25000, 25000, 12500, 12500]),
        ([1, 1, 1], 2, [1, 1, 0]),
    ],
)  # fmt: skip
def test_a_cap_is_spread_in_whole_units(amounts, total, cut):
    assert spread(amounts, total) == [Decimal(one) for one in cut]
