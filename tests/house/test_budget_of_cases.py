"""The page of a case keeps the budget of fifteen questions in every stage of its mandate."""

import pytest
from django.urls import reverse

from resettlement.models import Dossier
from returns.models import Stage as S
from tests.house.test_budget import MOST, questions_of
from tests.resettlement.factories import clear as resettlement_clear
from tests.resettlement.factories import dossier
from tests.returns.returning import a_return, a_talk, clear, declare_all


@pytest.mark.parametrize("stage", [S.ENQUIRY, S.ELIGIBILITY, S.DECIDED, S.DOCUMENTS, S.BOOKED, S.PLAN, S.MONITORING])
def test_the_case_page_of_a_return_keeps_the_budget_in_every_stage(bilal, stage):
    record = a_return(bilal, stage=stage, members=3)
    a_talk(record, bilal)
    declare_all(record, bilal)
    clear(record, bilal)
    asked = questions_of(bilal, reverse("cases:case", args=[record.case.code]))
    assert len(asked) <= MOST, asked


def test_the_case_page_of_a_dossier_keeps_the_budget_where_clearances_are_next(aino, migri):
    opened = dossier(aino, migri, members=3)
    resettlement_clear(opened, aino)
    Dossier.objects.filter(pk=opened.pk).update(stage="documents")
    asked = questions_of(aino, reverse("cases:case", args=[opened.case.code]))
    assert len(asked) <= MOST, asked
