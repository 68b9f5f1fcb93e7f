"""What a page may ask of the database: at most fifteen questions, however many rows it shows."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from resettlement.models import Dossier
from returns.models import Stage as S
from tests.house.doors import DOORS, Door
from tests.house.world import World, crowd, make_world
from tests.resettlement.factories import clear as resettlement_clear
from tests.resettlement.factories import dossier
from tests.returns.returning import a_return, a_talk, clear, declare_all

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


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stays_within_its_budget_however_long(db, name):
    world = make_world()
    few = questions(world, name)
    crowd(world)
    many = questions(world, name)
    assert len(few) <= MOST, few
    assert len(many) <= MOST, many
    assert len(many) <= len(few) + 1, (few, many)


@pytest.mark.parametrize("stage", [S.ENQUIRY, S.ELIGIBILITY, S.DECIDED, S.DOCUMENTS, S.BOOKED, S.PLAN, S.MONITORING])
def test_the_case_page_of_a_return_keeps_the_budget_in_every_stage(bilal, stage):
    record = a_return(bilal, stage=stage, members=3)
    a_talk(record, bilal)
    declare_all(record, bilal)
    clear(record, bilal)
    asked = questions_of(bilal, reverse("cases:case", args=[record.case.code]))
    assert len(asked) <= MOST, asked


def test_the_case_page_of_a_dossier_keeps_the_budget_where_clearances_are_next(aino, migri):
    opened = dossier(aino, migri, members=3)
    resettlement_clear(opened, aino)
    Dossier.objects.filter(pk=opened.pk).update(stage="documents")
    asked = questions_of(aino, reverse("cases:case", args=[opened.case.code]))
    assert len(asked) <= MOST, asked


def test_a_page_over_budget_is_found(db):
    with CaptureQueriesContext(connection) as asked:
        for __ in range(MOST + 1):
            World.__name__, connection.cursor().execute("SELECT 1")
    assert len(asked) > MOST
