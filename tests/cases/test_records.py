"""Who reaches which record."""

import pytest
from django.http import Http404

from cases.models import Case
from tests import factories


def test_an_officer_sees_cases_of_her_mandate(aino, migri):
    case = factories.case(aino, migri)
    assert Case.objects.visible_to(aino).get() == case


def test_an_officer_of_another_mandate_sees_nothing(aino, bilal):
    factories.case(aino)
    assert not Case.objects.visible_to(bilal).exists()


def test_a_stranger_cannot_tell_a_case_from_nothing(aino, chidi):
    case = factories.case(aino)
    with pytest.raises(Http404):
        Case.objects.get_for(chidi, case.code)


def test_a_liaison_sees_what_her_authority_decided(aino, marjut, lars, migri):
    case = factories.case(aino, migri)
    assert Case.objects.visible_to(marjut).get() == case
    assert not Case.objects.visible_to(lars).exists()
