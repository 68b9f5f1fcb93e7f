"""Roles: given by somebody else, never two that clash, and gone at the next request."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.actions.grants import confirm_grant, give_grant, withdraw_grant
from accounts.models import Grant, Mandate, Role, User
from cases.models import Case
from tests import factories


@pytest.fixture
def second(office) -> User:
    """Another administrator."""
    return factories.user("second", office, (Role.ADMINISTRATOR, "", ""))


def test_a_grant_opens_cases_of_its_mandate_once_confirmed(admin, second, chidi, aino):
    factories.case(aino)
    grant = give_grant(user=chidi, role=Role.OFFICER, mandate=Mandate.RESETTLEMENT, by=admin)
    assert not Case.objects.visible_to(User.objects.get(pk=chidi.pk)).exists()
    confirm_grant(grant=grant, by=second)
    assert Case.objects.visible_to(User.objects.get(pk=chidi.pk)).count() == 1


def test_neither_the_giver_nor_the_receiver_confirms(admin, second, chidi):
    for holder, by in ((chidi, admin), (second, second)):
        grant = give_grant(user=holder, role=Role.EDITOR, by=admin)
        with pytest.raises(ValidationError):
            confirm_grant(grant=grant, by=by)
        assert not User.objects.get(pk=holder.pk).standing.has(Role.EDITOR)


def test_postgres_refuses_a_giver_who_confirms(admin, chidi):
    grant = give_grant(user=chidi, role=Role.OFFICER, by=admin)
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.filter(pk=grant.pk).update(confirmed_at=timezone.now(), confirmed_by=admin)


def test_a_grant_is_confirmed_once_and_not_after_it_was_withdrawn(admin, second, chidi):
    grant = give_grant(user=chidi, role=Role.OFFICER, by=admin)
    withdraw_grant(grant=grant, by=admin)
    with pytest.raises(ValidationError):
        confirm_grant(grant=grant, by=second)


def test_a_grant_for_one_country_opens_no_other(chidi, aino):
    factories.case(aino, country="FI")
    factories.grant(chidi, Role.OFFICER, mandate=Mandate.RESETTLEMENT, country="SE")
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
    grant = factories.grant(chidi, Role.OFFICER, mandate=Mandate.RESETTLEMENT)
    browser = sign_in(chidi)
    assert browser.get("/desk/").status_code == 200
    withdraw_grant(grant=grant, by=admin)
    assert browser.get("/desk/").status_code == 404


def test_a_grant_that_expired_holds_no_longer(chidi):
    yesterday = timezone.localdate() - timedelta(days=1)
    grant = factories.grant(chidi, Role.OFFICER)
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
