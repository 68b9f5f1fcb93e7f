"""Minna of finance, and Noor, a second officer of returns."""

import pytest

from tests.returns.money import factories as money


@pytest.fixture
def minna(office):
    """Approves money."""
    return money.finance(office)


@pytest.fixture
def noor(office):
    """Stands beside Bilal at the airport."""
    return money.officer(office, "noor")


@pytest.fixture
def award(bilal, minna):
    """5,300 EUR in cash: 300 at departure, 2,000, 3,000."""
    return money.approved(bilal, minna)
