"""What a page may ask of the database: at most fifteen questions, however many rows it shows."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from tests.house.doors import DOORS, Door
from tests.house.world import World, crowd, make_world

MOST = 15
PREFERRED = ("aino", "travel", "lead", "marjut", "partner", "admin", "bilal", "auditor", "mission")
PAGES = [name for name, door in DOORS.items() if not door.post_only and door.opens_to]


def reader_of(door: Door) -> str:
    return next(who for who in PREFERRED if who in door.opens_to)


def questions(world: World, name: str) -> list[str]:
    door = DOORS[name]
    return questions_of(world.people[reader_of(door)], reverse(name, kwargs=door.args(world)))


def questions_of(user: User, address: str) -> list[str]:
    browser = Client()
    browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    browser.get(address)  # what a process remembers after its first page is not asked again
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = browser.get(address)
    assert answer.status_code in {200, 302}
    return [query["sql"][:200] for query in asked if "SAVEPOINT" not in query["sql"]]


def questions_in_passing(world: World, name: str) -> list[str] | Exception:
    """The same, leaving nothing behind; what went wrong is for the test of that page."""
    try:
        with transaction.atomic():
            found = questions(world, name)
            transaction.set_rollback(True)
    except Exception as error:
        return error
    return found


@pytest.fixture(scope="module")
def crowded(django_db_setup, django_db_blocker) -> Iterator[tuple[World, dict]]:
    """One crowded world for all pages, for to crowd it takes seconds; and what each page asked before."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        few = {name: questions_in_passing(world, name) for name in PAGES}
        crowd(world)
        yield world, few
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stays_within_its_budget_however_long(crowded, db, name):
    world, few = crowded[0], crowded[1][name]
    if isinstance(few, Exception):
        raise few
    many = questions(world, name)
    assert len(few) <= MOST, few
    assert len(many) <= MOST, many
    assert len(many) <= len(few) + 1, (few, many)


def test_a_page_over_budget_is_found(db):
    with CaptureQueriesContext(connection) as asked:
        for __ in range(MOST + 1):
            World.__name__, connection.cursor().execute("SELECT 1")
    assert len(asked) > MOST
