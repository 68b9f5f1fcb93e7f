"""Where a flight provider tells us that something happened. It proves itself by signature, not by signing in."""

import json

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.gates import everybody
from travel.actions.hearing import hear, is_genuine

MOST_BYTES = 256 * 1024


@csrf_exempt
@everybody
@require_POST
def flights(request: HttpRequest) -> HttpResponse:
    """One event. A wrong signature is 401, nonsense 400, and neither writes anything; a repeated event is 200."""
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        return HttpResponse(status=413)
    if not is_genuine(request.headers.get("X-Duffel-Signature", ""), request.body):
        return HttpResponse(status=401)
    try:
        event = json.loads(request.body)
        told = event["data"]["object"]
        event_id, kind = event["id"], event["type"]
        order_id, attempt = _order(told), (told.get("metadata") or {}).get("attempt_id") or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        return HttpResponse(status=400)
    if not event_id or not all(isinstance(word, str) for word in (event_id, kind, order_id, attempt)):
        return HttpResponse(status=400)
    hear(event_id=event_id, kind=kind, order_id=order_id, attempt_code=attempt)
    return HttpResponse(status=200)


def _order(told: dict) -> str:
    """The order it is about: named, or the object itself."""
    own = str(told.get("id") or "")
    return told.get("order_id") or (own if own.startswith("ord_") else "")
