"""Roles: given by somebody else, never two that clash, and gone at the next request."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.actions.grants import give_grant, withdraw_grant
from accounts.models import Grant, Mandate, Role, User
from cases.models import Case
from tests import factories


def test_a_grant_opens_cases_of_its_mandate(admin, chidi, aino):
    factories.case(aino)
    give_grant(user=chidi, role=Role.OFFICER, mandate=Mandate.RESETTLEMENT, by=admin)
    assert Case.objects.visible_to(User.objects.get(pk=chidi.pk)).count() == 1


def test_a_grant_for_one_country_opens_no_other(admin, chidi, aino):
    factories.case(aino, country="FI")
    give_grant(user=chidi, role=Role.OFFICER, mandate=Mandate.RESETTLEMENT, country="SE", by=admin)
    assert not Case.objects.visible_to(User.objects.get(pk=chidi.pk)).exists()


def test_nobody_gives_a_role_to_themselves(admin):
    with pytest.raises(ValidationError):
        give_grant(user=admin, role=Role.AUDITOR, by=admin)


@pytest.mark.parametrize(
    ("held", "wanted"),
    [(Role.ADMINISTRATOR, Role.OFFICER), (Role.LIAISON, Role.OFFICER), (Role.AUDITOR, Role.LEAD)],
)
def test_roles_that_clash_are_refused_both_ways(admin, chidi, held, wanted):
    for first, second in ((held, wanted), (wanted, held)):
        Grant.objects.filter(user=chidi).delete()
        give_grant(user=chidi, role=first, by=admin)
        with pytest.raises(ValidationError):
            give_grant(user=chidi, role=second, by=admin)


def test_a_withdrawn_grant_ends_at_the_next_request(admin, chidi, sign_in):
    grant = give_grant(user=chidi, role=Role.OFFICER, mandate=Mandate.RESETTLEMENT, by=admin)
    browser = sign_in(chidi)
    assert browser.get("/desk/").status_code == 200
    withdraw_grant(grant=grant, by=admin)
    assert browser.get("/desk/").status_code == 404


def test_a_grant_that_expired_holds_no_longer(admin, chidi):
    yesterday = timezone.localdate() - timedelta(days=1)
    grant = give_grant(user=chidi, role=Role.OFFICER, by=admin)
    Grant.objects.filter(pk=grant.pk).update(starts_on=yesterday, ends_on=yesterday)
    assert not User.objects.get(pk=chidi.pk).standing.has(Role.OFFICER)


def test_a_disabled_account_is_out_at_the_next_request(aino, sign_in):
    browser = sign_in(aino)
    User.objects.filter(pk=aino.pk).update(is_active=False)
    assert browser.get("/desk/").url.startswith("/accounts/login/")


def test_postgres_refuses_an_unknown_role(admin, chidi):
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(user=chidi, role="emperor", given_by=admin)


def test_one_address_is_one_account_whatever_its_case(office):
    User.objects.create_user("aino@iom.example", None, name="Aino", organisation=office)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="Aino@IOM.example", name="Aino", organisation=office)
