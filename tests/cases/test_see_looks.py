"""Who looked, as the data protection officer reads it."""

import pytest
from django.urls import reverse

from accounts.models import Role
from tests import factories


@pytest.fixture
def outi(office):
    return factories.user("outi", office, (Role.AUDITOR, "", ""))


def looks_of(client, **asked):
    return client.get(reverse("cases:looks"), asked).context["rows"]


def test_every_look_at_a_case_stands_there_without_a_name(sign_in, aino, outi):
    case = factories.case(aino)
    sign_in(aino).get(reverse("cases:case", args=[case.code]))
    page = sign_in(outi).get(reverse("cases:looks")).content.decode()
    assert aino.name in page
    assert case.reference in page
    assert case.members.first().person.family_name not in page


def test_looks_are_narrowed_to_a_reader_and_a_case(sign_in, aino, travel_officer, outi):
    one, other = factories.case(aino), factories.case(aino)
    for who, case in ((aino, one), (aino, other), (travel_officer, other)):
        sign_in(who).get(reverse("cases:case", args=[case.code]))
    client = sign_in(outi)
    assert {look.case for look in looks_of(client, reader=aino.code)} == {one, other}
    assert {look.user for look in looks_of(client, case=one.code)} == {aino}
    assert len(looks_of(client, case="nonsense")) >= 3
