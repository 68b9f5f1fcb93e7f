"""What a page may ask of the database: at most fifteen questions, however many rows it shows."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.house.doors import DOORS, Door
from tests.house.world import World, crowd, make_world

MOST = 15
PREFERRED = ("aino", "travel", "lead", "marjut", "partner", "admin", "bilal", "auditor")
PAGES = [name for name, door in DOORS.items() if not door.post_only and door.opens_to]


def reader_of(door: Door) -> str:
    return next(who for who in PREFERRED if who in door.opens_to)


def questions(world: World, name: str) -> list[str]:
    door = DOORS[name]
    browser = Client()
    browser.force_login(world.people[reader_of(door)], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse(name, kwargs=door.args(world))
    browser.get(address)  # what a process remembers after its first page is not asked again
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = browser.get(address)
    assert answer.status_code in {200, 302}
    return [query["sql"][:200] for query in asked if "SAVEPOINT" not in query["sql"]]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stays_within_its_budget_however_long(db, name):
    world = make_world()
    few = questions(world, name)
    crowd(world)
    many = questions(world, name)
    assert len(few) <= MOST, few
    assert len(many) <= MOST, many
    assert len(many) <= len(few) + 1, (few, many)


def test_a_page_over_budget_is_found(db):
    with CaptureQueriesContext(connection) as asked:
        for __ in range(MOST + 1):
            World.__name__, connection.cursor().execute("SELECT 1")
    assert len(asked) > MOST
