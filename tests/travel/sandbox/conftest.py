"""One real sandbox airline for the tests of this folder, emptied before each."""

import pytest

from tests.travel.sandbox.customer import Customer, start


@pytest.fixture(scope="session")
def airline_url(tmp_path_factory):
    """Its address, while it runs."""
    child, url = start(tmp_path_factory.mktemp("airline"))
    yield url
    child.terminate()
    assert child.wait(5) == 0


@pytest.fixture
def customer(airline_url):
    """A customer of an empty airline without faults."""
    someone = Customer(airline_url)
    someone.http.post("/sandbox/reset")
    yield someone
    someone.http.close()
