"""Minna approves money; one man was written down in Finland and in Sweden."""

import pytest

from cases.outbox import run_due
from returns.models import DuplicatePair
from tests.returns.duplicates.factories import axmed_and_ahmed, pair_of
from tests.returns.money import factories as money


@pytest.fixture
def minna(office):
    """Approves money."""
    return money.finance(office)


@pytest.fixture
def files(bilal):
    """The Finnish and the Swedish return of one man."""
    return axmed_and_ahmed(bilal)


@pytest.fixture
def pair(files) -> DuplicatePair:
    """What the worker found."""
    run_due()
    return pair_of(*files)
