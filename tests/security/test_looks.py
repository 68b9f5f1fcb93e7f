"""Who looked: every page that names a case or a person has written that down before it was sent."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from cases.models import Access, Person
from decisions.models import FileLook
from tests.house.doors import DOORS
from tests.house.world import World, crowd, make_world

PAGES = [name for name, door in DOORS.items() if not door.post_only and not door.public]
READERS = ("aino", "marjut", "travel")


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One world in which every person has a name of their own."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        crowd(world, 3)
        for one in Person.objects.all():
            one.family_name, one.given_names = f"Canary{one.pk:05}", f"Kanaria{one.pk:05}"
            one.save(update_fields=["family_name", "given_names"])
        yield world
        transaction.set_rollback(True)


@pytest.fixture
def world(built, db) -> World:
    return built


def named_on(text: str) -> set[int]:
    """The people named on a page."""
    text = text.casefold()
    return {
        one.pk for one in Person.objects.all()
        if one.family_name.casefold() in text or one.given_names.casefold() in text
    }  # fmt: skip


def looked_at(after: int) -> set[int]:
    """The people whose records, or whose cases, are written down as looked at."""
    looks = Access.objects.filter(pk__gt=after)
    of_cases = Person.objects.filter(memberships__case__in=looks.values("case"))
    return set(of_cases.values_list("pk", flat=True)) | set(looks.values_list("person", flat=True))


def unlogged(world: World, who: str, name: str, query: dict) -> set[int]:
    """The people whom this page names without a word in the log of looks."""
    browser = Client()
    browser.force_login(world.people[who], backend="django.contrib.auth.backends.ModelBackend")
    before = Access.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    files = FileLook.objects.count()
    answer = browser.get(reverse(name, kwargs=DOORS[name].args(world)), query)
    if answer.status_code != 200 or FileLook.objects.count() > files:  # a file is looked at as a whole
        return set()
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return named_on(body.decode(errors="replace")) - looked_at(before)


QUERIES = {"cases:people": {"q": "canary"}, "travel:plan": {"q": "canary"}}


@pytest.mark.parametrize("name", PAGES)
def test_whoever_is_named_was_looked_at(world, name):
    for who in READERS:
        if who in DOORS[name].opens_to:
            assert unlogged(world, who, name, QUERIES.get(name, {})) == set(), who


def test_a_page_that_forgets_to_write_it_down_is_found(world, monkeypatch):
    monkeypatch.setattr("cases.views.people.note_looks", lambda request, records: None)
    assert unlogged(world, "aino", "cases:people", QUERIES["cases:people"])


def test_a_part_that_is_asked_for_every_few_seconds_writes_one_line(world, sign_in):
    browser, address = sign_in(world.people["aino"]), reverse("travel:bookings", kwargs={"code": world.movement.code})
    for __ in range(3):
        browser.get(address)
    assert Access.objects.filter(page="travel:bookings").count() == 1
