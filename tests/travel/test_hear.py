"""What the airline tells us: believed only by signature, kept once, and never more than a hint to look."""

import hashlib
import hmac
import json
import time
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from cases.models import Job
from tests.travel.journeys import asked, attempt_of, expire_offer, work
from travel.models import AttemptState, BookingAttempt, WebhookEvent

SECRET = "sandbox_webhook_secret"


def event(**told) -> dict:
    return {"id": f"wev_{uuid.uuid4().hex}", "type": "order.created", "data": {"object": told}}


def seal(body: bytes, moment: int, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()


def signed(body: bytes, moment: int | None = None, secret: str = SECRET) -> str:
    moment = int(time.time()) if moment is None else moment
    return f"t={moment},v2={seal(body, moment, secret)}"


def send(body: bytes, signature: str | None, content_type: str = "application/json"):
    headers = {} if signature is None else {"X-Duffel-Signature": signature}
    return Client().post(reverse("travel:webhook_flights"), body, content_type=content_type, headers=headers)


def forgeries():
    """Every way in which an event is not the airline's: its name, and body and header."""
    body = json.dumps(event(id="ord_1", order_id="ord_1")).encode()
    now = int(time.time())
    good = seal(body, now)
    return {
        "no header": (body, None),
        "empty header": (body, ""),
        "only spaces": (body, "   "),
        "no time": (body, f"v2={good}"),
        "no seal": (body, f"t={now}"),
        "empty seal": (body, f"t={now},v2="),
        "short seal": (body, f"t={now},v2={good[:-1]}"),
        "long seal": (body, f"t={now},v2={good}0"),
        "seal in capitals": (body, f"t={now},v2={good.upper()}"),
        "not hexadecimal": (body, f"t={now},v2={'z' * 64}"),
        "wrong secret": (body, signed(body, now, "another")),
        "empty secret": (body, signed(body, now, "")),
        "too old": (body, signed(body, now - 301)),
        "from the future": (body, signed(body, now + 302)),
        "time not a number": (body, f"t=now,v2={good}"),
        "negative time": (body, f"t=-{now},v2={good}"),
        "fraction of time": (body, f"t={now}.0,v2={good}"),
        "time exchanged": (body, f"t={now + 1},v2={good}"),
        "byte altered": (body.replace(b"ord_1", b"ord_2", 1), f"t={now},v2={good}"),
        "byte added": (body + b" ", f"t={now},v2={good}"),
        "other encoding": (body.decode().encode("utf-16"), f"t={now},v2={good}"),
        "body empty": (b"", f"t={now},v2={good}"),
        "two times": (body, f"t={now},t={now},v2={good}"),
        "two seals, one false": (body, f"t={now},v1={'0' * 64},v2={good}"),
        "unknown scheme": (body, f"t={now},v3={good}"),
        "seal of the body alone": (body, f"t={now},v2={hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()}"),
        "line break": (body, f"t={now},v2={good}\nX: 1"),
        "of another event": (json.dumps(event(id="ord_9")).encode(), f"t={now},v2={good}"),
    }


@pytest.mark.django_db
@pytest.mark.parametrize("name", forgeries())
def test_a_forged_event_is_refused_and_writes_nothing(name):
    body, signature = forgeries()[name]
    assert send(body, signature).status_code == 401
    assert not WebhookEvent.objects.exists()
    assert not Job.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body",
    [b"{}", b"[]", b"null", b"not json", b'{"id": 7, "type": "x", "data": {"object": {}}}', b"\xff\xfe", b'{"id": "a"}',
     b'{"id": "", "type": "x", "data": {"object": {}}}', b'{"id": "a", "type": "x", "data": {"object": "ord"}}',
     b'{"id": "a", "type": "x", "data": {"object": {"order_id": {"a": 1}}}}'],
)  # fmt: skip
def test_signed_nonsense_is_refused_and_writes_nothing(body):
    assert send(body, signed(body)).status_code == 400
    assert not WebhookEvent.objects.exists()


@pytest.mark.django_db
def test_a_huge_body_is_refused():
    body = b" " * (300 * 1024)
    assert send(body, signed(body)).status_code == 413


@pytest.mark.django_db
def test_both_seals_of_the_airline_are_accepted():
    body, now = json.dumps(event(id="ord_1")).encode(), int(time.time())
    assert send(body, f"t={now},v1={seal(body, now)},v2={seal(body, now)}").status_code == 200


@pytest.mark.django_db
def test_an_event_heard_twice_is_kept_once():
    body = json.dumps(event(id="ord_1")).encode()
    assert [send(body, signed(body)).status_code for __ in range(3)] == [200, 200, 200]
    assert WebhookEvent.objects.count() == 1


@pytest.mark.django_db
def test_an_event_about_nothing_of_ours_asks_for_nothing():
    body = json.dumps(event(id="ord_1", metadata={"attempt_id": str(uuid.uuid4())})).encode()
    assert send(body, signed(body)).status_code == 200
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_only_post_is_taken():
    assert Client().get(reverse("travel:webhook_flights")).status_code == 405


@pytest.fixture
def _fast(settings, follower):
    settings.TRAVEL_PACE = 0.0001


@pytest.mark.usefixtures("_fast")
def test_an_event_names_an_order_that_no_search_lists(airline, aino):
    made = asked(aino)
    airline.fault("late_listing", endpoint="create_order", count=1, seconds=60)
    work()
    attempt = attempt_of(made)
    body = json.dumps(event(order_id=airline.ledger()[0]["order_id"], metadata={"attempt_id": str(attempt.code)}))
    assert send(body.encode(), signed(body.encode())).status_code == 200
    work(4)
    assert attempt_of(made).state == AttemptState.TICKETED


@pytest.mark.usefixtures("_fast")
def test_an_event_that_lies_about_an_order_changes_nothing(airline, aino):
    made = asked(aino)
    airline.fault("timeout_before", endpoint="create_order", count=1, seconds=3)
    work()
    stranger = airline.hold()
    attempt = attempt_of(made)
    body = json.dumps(event(order_id=stranger["id"], metadata={"attempt_id": str(attempt.code)})).encode()
    send(body, signed(body))
    work(2)
    attempt.refresh_from_db()
    assert (attempt.state, attempt.order_id) == (AttemptState.UNKNOWN, "")


@pytest.mark.usefixtures("_fast")
def test_the_airlines_word_that_nothing_was_made_ends_the_attempt(airline, aino):
    made = asked(aino)
    airline.fault("timeout_before", endpoint="create_order", count=1, seconds=3)
    work()
    failed = event(metadata={"attempt_id": str(attempt_of(made).code)}) | {"type": "order.creation_failed"}
    body = json.dumps(failed).encode()
    send(body, signed(body))
    work()
    assert BookingAttempt.objects.get(n=1).state == AttemptState.NOT_CREATED
    expire_offer(made)
    work(4)
    assert len(airline.living()) == 1


@pytest.mark.usefixtures("_fast")
def test_a_late_order_of_an_attempt_that_came_to_nothing_calls_a_person(airline, aino):
    made = asked(aino)
    airline.fault("e502_not_created", endpoint="create_order", count=1)
    work()
    attempt = attempt_of(made)
    stray = airline.hold(metadata={"attempt_id": str(attempt.code)})
    told = event(order_id=stray["id"], metadata={"attempt_id": str(attempt.code)})
    body = json.dumps(told | {"data": {"object": {**told["data"]["object"]}}}).encode()
    send(body, signed(body))
    expire_offer(made)
    Job.objects.exclude(task="travel.look_for_stray").delete()
    work(2)
    attempt.refresh_from_db()
    assert (attempt.state, attempt.error_code) == (AttemptState.NEEDS_PERSON, "second_order")
