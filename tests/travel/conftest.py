"""A real airline over real HTTP, rows that are really committed, and a mandate that follows journeys."""

import pytest
from django.db import connection

from tests.travel.journeys import Airline
from tests.travel.sandbox.customer import start
from travel import followers


@pytest.fixture(scope="session")
def airline_process(tmp_path_factory):
    """One airline for the whole run, on a port of its own."""
    child, url = start(tmp_path_factory.mktemp("airline"))
    yield url
    child.terminate()
    assert child.wait(5) == 0


@pytest.fixture
def airline(airline_process, settings, committed):
    """An empty airline without faults, to which the portal's flights go."""
    settings.FLIGHTS_URL = airline_process
    someone = Airline(airline_process)
    someone.http.post("/sandbox/reset")
    yield someone
    someone.http.close()


@pytest.fixture
def _fresh_connection(django_db_setup, django_db_blocker):
    yield
    with django_db_blocker.unblock():
        connection.close()


@pytest.fixture
def committed(_fresh_connection, transactional_db):
    """Rows are committed, as the worker needs it; at the end even the tables that only grow are emptied."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")


@pytest.fixture
def follower():
    """The mandate `diaspora` follows journeys: what it was told, and whom it names as receivers."""
    heard, receivers = [], []

    def hears(what):
        return lambda **said: heard.append((what, said["case"].reference))

    calls = {what: hears(what) for what in ("booked", "changed", "departed", "arrived", "no_show", "cancelled")}
    followers.register(followers.Follower("diaspora", receivers=lambda case: receivers, **calls))
    yield heard, receivers
    followers.forget("diaspora")
