"""Who reaches which file and which decision."""

import pytest
from django.http import Http404
from django.urls import reverse

from accounts.models import Role
from decisions.kinds import kinds_for
from decisions.models import Decision, Upload
from tests import factories
from tests.decisions.factories import accept_rows


@pytest.fixture
def sent(marjut) -> Upload:
    """A Finnish file of Finland's liaison, accepted."""
    return accept_rows(marjut, {})


def test_an_officer_of_the_mandate_sees_files_and_decisions(sent, aino, travel_officer):
    for person in (aino, travel_officer):
        assert Upload.objects.visible_to(person).get() == sent
        assert Decision.objects.visible_to(person).exists()


def test_a_liaison_sees_those_of_the_own_authority(sent, marjut, lars, migri):
    colleague = factories.user("maija", migri, (Role.LIAISON, "", ""))
    assert Upload.objects.visible_to(colleague).get() == sent
    assert not Upload.objects.visible_to(lars).exists()
    assert not Decision.objects.visible_to(lars).exists()


@pytest.mark.parametrize("who", ["bilal", "chidi", "lars", "admin"])
def test_for_a_stranger_a_file_does_not_exist(who, sent, request):
    with pytest.raises(Http404):
        Upload.objects.get_for(request.getfixturevalue(who), sent.code)


def test_an_officer_of_one_country_sees_that_country(sent, office):
    swede = factories.user("svea", office, (Role.OFFICER, "resettlement", "SE"))
    assert not Upload.objects.visible_to(swede).exists()
    assert [kind.layout for kind in kinds_for(swede)] == ["SE-KVOT"]


def test_a_liaison_sends_the_layouts_of_the_own_authority(marjut, chidi, travel_officer):
    assert [kind.layout for kind in kinds_for(marjut)] == ["FI-KIINTIO", "FI-PALUU"]
    assert kinds_for(chidi) == kinds_for(travel_officer) == []


@pytest.mark.parametrize("name", ["upload", "decision"])
def test_the_administration_shows_an_administrator_no_file_and_no_decision(name, sent, sign_in, admin, aino):
    page = sign_in(admin).get(reverse(f"admin:decisions_{name}_changelist"))
    assert page.status_code == 200
    assert page.context["cl"].result_count == 0
    assert sign_in(aino).get(reverse(f"admin:decisions_{name}_changelist")).status_code == 302
