"""What a provider tells us by itself. An event is a hint to look: nothing in it is believed."""

import hashlib
import hmac
import re
import time
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cases.outbox import queue
from travel.models import AttemptState, BookingAttempt, SeatsFrom, WebhookEvent

OLDEST_SECONDS = 300
SIGNATURE = re.compile(r"t=(\d{1,12})(?:,v1=([0-9a-f]{64}))?(?:,v2=([0-9a-f]{64}))?")
A = AttemptState
LOOKS = {
    A.SENDING: "travel.reconcile_attempt", A.UNKNOWN: "travel.reconcile_attempt",
    A.NEEDS_PERSON: "travel.reconcile_attempt", A.NOT_CREATED: "travel.look_for_stray",
    A.HELD: "travel.pay_attempt", A.PAYING: "travel.confirm_attempt", A.TICKETED: "travel.look_at_order",
}  # fmt: skip


def is_genuine(header: str, body: bytes) -> bool:
    """Is the signature ours, over exactly these bytes, and not older or newer than five minutes?"""
    found = SIGNATURE.fullmatch(header.strip())
    if not found or not settings.FLIGHTS_WEBHOOK_SECRET:
        return False
    moment, *signatures = found.groups()
    given = [one for one in signatures if one]
    if abs(time.time() - int(moment)) > OLDEST_SECONDS:
        return False
    words = moment.encode() + b"." + body
    expected = hmac.new(settings.FLIGHTS_WEBHOOK_SECRET.encode(), words, hashlib.sha256).hexdigest()
    return bool(given) and all(hmac.compare_digest(expected, one) for one in given)


@transaction.atomic
def hear(*, event_id: str, kind: str, order_id: str, attempt_code: str) -> bool:
    """Keep an event once and queue a look; an event heard before changes nothing."""
    code = _uuid(attempt_code)
    event, new = WebhookEvent.objects.get_or_create(
        event_id=event_id[:100],
        defaults={"provider": SeatsFrom.DUFFEL, "kind": kind[:80], "order_id": order_id[:60], "attempt_code": code},
    )
    if not new:
        return False
    attempt = _attempt_of(order_id, code)
    if attempt is not None and attempt.state in LOOKS:
        if event.attempt_code is None:
            WebhookEvent.objects.filter(pk=event.pk).update(attempt_code=attempt.code)
        queue(LOOKS[attempt.state], attempt.code)
        WebhookEvent.objects.filter(pk=event.pk).update(looked_at=timezone.now())
    return True


def _attempt_of(order_id: str, code: UUID | None) -> BookingAttempt | None:
    attempts = BookingAttempt.objects.all()
    by_order = attempts.filter(order_id=order_id).first() if order_id else None
    return by_order or (attempts.filter(code=code).first() if code else None)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
