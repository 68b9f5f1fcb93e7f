"""No grant is approved while it is open whether the person holds one elsewhere; once in life is once per person."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Role
from cases.outbox import run_due
from returns.actions.awards import approve_award, cancel_award
from returns.actions.duplicates import decide_pair
from returns.duplicates.guard import elsewhere
from returns.models import DuplicatePair, GrantAward, Verdict
from tests.returns.duplicates.factories import axmed_and_ahmed, officer_of, pair_of, returning
from tests.returns.money import factories as money


@pytest.fixture
def swedish(files, bilal, minna) -> GrantAward:
    """The Swedish file has its grant, of another scheme as Sweden's is."""
    award = money.proposed(bilal, record=files[1])
    award.lines.update(once_key="")
    approve_award(award=award, by=minna)
    return award


@pytest.fixture
def finnish(files, swedish, bilal) -> GrantAward:
    """The Finnish file, of which nobody knows that it is the same man, has one proposed."""
    return money.proposed(bilal, record=files[0])


def test_the_second_grant_waits_until_somebody_decides(finnish, minna, bilal, files):
    with pytest.raises(ValidationError, match="Decide first whether AXMED, Cali Xasan has this grant already"):
        approve_award(award=finnish, by=minna)
    decide_pair(pair=pair_of(*files), verdict=Verdict.DIFFERENT, reason="Cousins.", by=bilal)
    approve_award(award=finnish, by=minna)
    assert GrantAward.objects.get(pk=finnish.pk).state == "approved"


def test_the_refusal_names_the_grant_and_why(finnish, minna):
    (doubt,) = elsewhere(finnish).doubts
    for words in ("FI-PALUU, Sweden: 5,300 EUR, Approved", "Name 0.92 alike: Axmed/Ahmed", "birth date equal"):
        assert words in str(doubt)


def test_unclear_is_no_answer(finnish, minna, bilal, files):
    decide_pair(pair=pair_of(*files), verdict=Verdict.UNCLEAR, reason="Stockholm asks.", by=bilal)
    with pytest.raises(ValidationError, match="left unclear"):
        approve_award(award=finnish, by=minna)


def test_a_proposal_alone_stops_nothing_but_the_first_approval_stops_the_second(files, bilal, minna):
    one, other = (money.proposed(bilal, record=record) for record in files)
    approve_award(award=one, by=minna)
    with pytest.raises(ValidationError, match="Decide first"):
        approve_award(award=other, by=minna)


def test_a_cancelled_grant_stops_nothing(finnish, swedish, minna, office):
    cancel_award(award=swedish, reason="Stays.", by=officer_of(office, "", "salla", Role.LEAD))
    approve_award(award=finnish, by=minna)


def test_what_nobody_has_looked_for_yet_is_found_at_approval(finnish, minna):
    DuplicatePair.objects.update(state="lapsed", digest="0" * 64)
    with pytest.raises(ValidationError, match="Decide first"):
        approve_award(award=finnish, by=minna)


def test_the_doubt_reaches_over_a_third_record(finnish, bilal, minna, files):
    __, person = returning(bilal, "Ahmed", "Ali Hassan", "SE")
    run_due()
    known = DuplicatePair.objects.of(person).of(files[1].case.members.get().person).get()
    decide_pair(pair=known, verdict=Verdict.SAME, reason="Passport.", by=bilal)
    decide_pair(pair=pair_of(*files), verdict=Verdict.DIFFERENT, reason="Cousins.", by=bilal)
    with pytest.raises(ValidationError, match="Decide first"):
        approve_award(award=finnish, by=minna)


def test_one_person_gets_once_in_life_once_under_two_records(bilal, minna, files):
    money.approved(bilal, minna, record=files[1])
    decide_pair(pair=pair_of(*files), verdict=Verdict.SAME, reason="Passport.", by=bilal)
    with pytest.raises(ValidationError, match="under another record"):
        money.proposed(bilal, record=files[0])


def test_of_two_proposals_of_one_person_the_second_is_refused_by_postgres(bilal, minna, files):
    one, other = (money.proposed(bilal, record=record) for record in files)
    decide_pair(pair=pair_of(*files), verdict=Verdict.SAME, reason="Passport.", by=bilal)
    approve_award(award=one, by=minna)
    with pytest.raises(ValidationError, match="under another record"):
        approve_award(award=other, by=minna)
    with pytest.raises(IntegrityError, match="another record"), transaction.atomic():
        GrantAward.objects.filter(pk=other.pk).update(
            state="approved", approved_at=other.proposed_at, approved_by=minna
        )  # fmt: skip


def test_two_grants_given_before_anybody_knew_do_not_keep_the_truth_out(bilal, minna, files):
    one, other = (money.proposed(bilal, record=record) for record in files)
    approve_award(award=one, by=minna)
    pair = pair_of(*files)
    decide_pair(pair=pair, verdict=Verdict.DIFFERENT, reason="Cousins.", by=bilal)
    approve_award(award=other, by=minna)
    decide_pair(pair=pair, verdict=Verdict.SAME, reason="He said so himself.", by=bilal)
    assert [str(held).startswith("AXMED") for held in elsewhere(other).held] == [False]
    assert elsewhere(other).held[0].grant.award == one.pk


def test_cousins_may_each_have_theirs(bilal, minna):
    files = axmed_and_ahmed(bilal)
    run_due()
    decide_pair(pair=pair_of(*files), verdict=Verdict.DIFFERENT, reason="Cousins.", by=bilal)
    for record in files:
        money.approved(bilal, minna, record=record)
    assert GrantAward.objects.filter(state="approved").count() == 2
