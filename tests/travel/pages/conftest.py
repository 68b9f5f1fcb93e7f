"""A lead of resettlement, and a way to count what a page asks of the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Mandate, Role, User
from tests import factories

MOST_QUERIES = 15


@pytest.fixture
def lead(office) -> User:
    """Leads the team of resettlement."""
    return factories.user("sigrun", office, (Role.LEAD, Mandate.RESETTLEMENT, ""))


@pytest.fixture
def questions(sign_in):
    """`questions(aino, address)`: how many questions a page asks, without the sign-in's own book-keeping."""

    def count(user: User, address: str) -> int:
        browser = sign_in(user)
        browser.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(address).status_code == 200
        asked = [one["sql"] for one in captured if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
        assert len(asked) <= MOST_QUERIES, "\n".join(asked)
        return len(asked)

    return count
