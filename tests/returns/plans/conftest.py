"""A return with a grant, its plan, and the people who answer for it."""

import pytest

from tests.returns.money import factories as money
from tests.returns.plans import factories as plans


@pytest.fixture
def minna(office):
    """Approves money."""
    return money.finance(office)


@pytest.fixture
def eeva(bilal):
    """Lead of returns: a colleague of the author."""
    return plans.colleague(bilal)


@pytest.fixture
def odile(db):
    """Acts for the mission that receives."""
    return plans.receiver()


@pytest.fixture
def record(bilal, minna):
    """Arrived, with a grant of which 3,300 EUR are in kind after the plan."""
    return plans.granted(bilal, minna)


@pytest.fixture
def plan(bilal, record):
    """Bilal's draft."""
    return plans.drafted(bilal, record)
