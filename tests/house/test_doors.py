"""Every address × everybody: who passes is what the written policy says, and a stranger meets 404, never 403."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from cases.models import Access, Event
from tests.house.doors import DOORS, EVERYBODY, Door
from tests.house.world import World, make_world

FOREIGN = ("admin", "account", "mfa", "socialaccount")
PASSED = {200, 302, 303, 204}


def names_of(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            inner = f"{prefix}{one.namespace}:" if one.namespace else prefix
            if (one.namespace or "").split(":")[0] not in FOREIGN:
                yield from names_of(one, inner)
        elif isinstance(one, URLPattern) and one.name and not one.name.startswith(FOREIGN):
            yield f"{prefix}{one.name}"


def test_every_address_stands_in_the_policy():
    assert set(names_of(get_resolver())) == set(DOORS)


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One world for all knocks; what a knock changes is undone after it, the world itself at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(built, db) -> World:
    return built


def knock(world: World, who: str, door: Door, address: str) -> int:
    browser = Client()
    if who != "anonymous":
        browser.force_login(world.people[who], backend="django.contrib.auth.backends.ModelBackend")
    answer = browser.post(address) if door.post_only else browser.get(address)
    if answer.status_code == 302 and answer.url.startswith("/accounts/login/"):
        return 401
    return answer.status_code


@pytest.mark.parametrize("name", DOORS)
def test_who_may_pass_is_what_the_policy_says(world, name):
    door = DOORS[name]
    address = reverse(name, kwargs=door.args(world))
    met = {who: knock(world, who, door, address) for who in sorted(EVERYBODY)}
    passed = {who for who, status in met.items() if status in PASSED}
    assert passed == door.opens_to
    turned_away = {status for who, status in met.items() if who not in door.opens_to and who != "anonymous"}
    assert turned_away <= {door.refusal}
    assert door.public or met["anonymous"] == 401


@pytest.mark.parametrize("who", sorted(EVERYBODY - {"anonymous"}))
def test_a_missing_record_looks_like_a_forbidden_one(world, who):
    browser = Client()
    browser.force_login(world.people[who], backend="django.contrib.auth.backends.ModelBackend")
    missing = browser.get("/cases/00000000-0000-4000-8000-000000000000/")
    assert missing.status_code == 404


def test_whoever_is_turned_away_changes_and_learns_nothing(world):
    events, looks = Event.objects.count(), Access.objects.count()
    for name, door in DOORS.items():
        address = reverse(name, kwargs=door.args(world))
        for who in ("chidi", "bilal", "swedish_officer", "lars", "other_partner"):
            if who not in door.opens_to:
                browser = Client()
                browser.force_login(world.people[who], backend="django.contrib.auth.backends.ModelBackend")
                answer = browser.post(address, {"note": "x"})
                assert answer.status_code in {door.refusal, 405}, (name, who)
                assert world.case.reference.encode() not in answer.content
    assert (Event.objects.count(), Access.objects.count()) == (events, looks)


def test_a_consent_is_reached_only_through_its_own_case(world, sign_in):
    address = reverse("cases:consent_withdrawn", kwargs={"case": world.other_case.code, "code": world.consent.code})
    assert sign_in(world.people["aino"]).post(address).status_code == 404


def test_a_door_left_open_is_found(world, monkeypatch):
    monkeypatch.setitem(DOORS, "planted", Door(set(), lambda world: {}))
    assert set(names_of(get_resolver())) != set(DOORS)


def test_every_page_of_somebody_signed_in_is_kept_by_nobody(world, sign_in):
    for name in ("cases:desk", "cases:list", "notices:list"):
        assert sign_in(world.people["aino"]).get(reverse(name))["Cache-Control"] == "no-store"
