"""Minna of finance, and Noor, a second officer of returns."""

import pytest

from accounts.models import Mandate, Role
from returns.actions.rules import activate_rules
from returns.models import ApprovalLimit
from tests import factories
from tests.returns.factories import draft_of
from tests.returns.money import factories as money
from tests.returns.plans import factories as plans


@pytest.fixture
def minna(office):
    """Approves money."""
    return money.finance(office)


@pytest.fixture
def noor(office):
    """Stands beside Bilal at the airport."""
    return money.officer(office, "noor")


@pytest.fixture
def salla(office):
    """Lead of returns."""
    return factories.user("salla", office, (Role.LEAD, Mandate.RETURNS, ""))


@pytest.fixture
def award(bilal, minna):
    """5,300 EUR in cash: 300 at departure, 2,000 after the plan, which is approved, 3,000."""
    award = money.approved(bilal, minna)
    plans.planned(award, bilal)
    return award


@pytest.fixture
def rules(transactional_db, bilal, admin):
    """The decree and the limits, in an emptied database that every connection sees."""
    for role in ("finance", "lead"):
        ApprovalLimit.objects.get_or_create(role=role, currency="EUR", defaults={"up_to": 60000})
    activate_rules(rule_set=draft_of(bilal, money.decree_of_2025()), by=admin)
