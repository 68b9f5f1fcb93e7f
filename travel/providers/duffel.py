"""Duffel's flight API v2 over HTTP. What each answer to a booking or payment means is this table:

| answer                                      | means                                                             |
|---------------------------------------------|-------------------------------------------------------------------|
| 200, 201                                    | done                                                              |
| 202                                         | accepted, outcome later: unknown, never sent again                |
| 422 price_changed, offer gone or expired    | not created: choose again                                         |
| 422 offer_request_already_booked            | unknown: it is probably ours                                      |
| 422 already_paid                            | unknown: it is probably ours                                      |
| 400, 404, 409, other 422                    | refused: a person must change something                           |
| 401, 403                                    | stop everything and tell somebody                                 |
| 429                                         | not looked at: slow down                                          |
| 502 order_not_created                       | not created: the one sure word among server errors                |
| 500                                         | unknown, and their support must be asked: a person                |
| other 502, 503, 504, anything else          | unknown                                                           |
| time-out or broken line once bytes were out | unknown                                                           |
| no line at all: DNS, connect, TLS           | not created                                                       |
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

import httpx
from django.conf import settings

from travel.pace import call_seconds
from travel.providers.base import (
    AskPerson,
    NotCreated,
    Offer,
    Order,
    Passenger,
    ProviderError,
    Refused,
    SlowDown,
    StopAll,
    Unknown,
)
from travel.providers.duffel_words import order_fields, read_offer, read_order, search_fields

ANY = "*"
MEANS: dict[tuple[int, str], type[ProviderError]] = {
    (202, ANY): Unknown,
    (422, "price_changed"): NotCreated,
    (422, "offer_no_longer_available"): NotCreated,
    (422, "offer_expired"): NotCreated,
    (422, "offer_request_already_booked"): Unknown,
    (422, "already_paid"): Unknown,
    (400, ANY): Refused,
    (404, ANY): Refused,
    (409, ANY): Refused,
    (422, ANY): Refused,
    (401, ANY): StopAll,
    (403, ANY): StopAll,
    (429, ANY): SlowDown,
    (502, "order_not_created"): NotCreated,
    (500, ANY): AskPerson,
}
BEFORE_ANY_BYTE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
PER_PAGE = "200"
MOST_PAGES = 50
MOST_BYTES = 20 * 1024 * 1024
TRUSTED = httpx.create_ssl_context()  # read once: it takes longer than a call


class DuffelFlights:
    """The API behind `FLIGHTS_URL`. Every call opens and closes its own line: nothing is retried or reused."""

    def offers(self, origin: str, destination: str, day: date, party: Sequence[Passenger]) -> list[Offer]:
        """Search; needs no booking and changes nothing."""
        found = self._call("POST", "/air/offer_requests", search_fields(origin, destination, day, party))
        return [read_offer(one, found, party) for one in found["offers"]]

    def create_order(self, offer: Offer, party: Sequence[Passenger], *, attempt_code: str, hold: bool) -> Order:
        """Hold or buy, marked with our code."""
        wish = order_fields(offer, party, attempt_code=attempt_code, hold=hold)
        return read_order(self._call("POST", "/air/orders", wish))

    def order(self, order_id: str) -> Order:
        """One order by its id."""
        return read_order(self._call("GET", f"/air/orders/{quote(order_id, safe='')}"))

    def find_orders(self, attempt_code: str, party: Sequence[Passenger]) -> list[Order]:
        """The API cannot search by our mark: list by name, keep what carries it."""
        names = [("passenger_name[]", f"{one.given_name} {one.family_name}") for one in party[:1]]
        found = map(read_order, self._pages("/air/orders", names))
        return [order for order in found if order.attempt_code == attempt_code]

    def orders_since(self, moment: datetime) -> list[Order]:
        """Newest first, until one is older."""
        found = []
        for one in self._pages("/air/orders", [("sort", "-created_at")]):
            order = read_order(one)
            if order.made_at < moment:
                break
            found.append(order)
        return found

    def pay(self, order: Order, *, attempt_code: str) -> None:
        """From the office's balance, exactly the order's amount."""
        payment = {"type": "balance", "amount": str(order.amount), "currency": order.currency}
        self._call("POST", "/air/payments", {"order_id": order.id, "payment": payment})

    def cancel(self, order_id: str) -> None:
        """Ask what comes back, then confirm."""
        quote = self._call("POST", "/air/order_cancellations", {"order_id": order_id})
        self._call("POST", f"/air/order_cancellations/{quote['id']}/actions/confirm")

    def accept_change(self, change_id: str) -> None:
        """Accept the airline's new times."""
        self._call("POST", f"/air/airline_initiated_changes/{change_id}/actions/accept")

    def _pages(self, path: str, query: list[tuple[str, str]]) -> Iterator[dict]:
        after = ""
        for __ in range(MOST_PAGES):
            asked = [*query, ("limit", PER_PAGE), *([("after", after)] if after else [])]
            body = self._exchange("GET", path, query=asked)
            yield from body["data"]
            after = (body.get("meta") or {}).get("after") or ""
            if not after:
                return
        raise Unknown("too_many_pages")

    def _call(self, method: str, path: str, fields: Mapping[str, Any] | None = None) -> dict:
        return self._exchange(method, path, fields)["data"]

    def _exchange(self, method: str, path: str, fields=None, query: list | None = None) -> dict:
        """One exchange, whole within the time of a call; anything but 200 and 201 is an error of the table."""
        try:
            answer = _send(method, path, {"data": fields} if fields else None, query or [])
        except BEFORE_ANY_BYTE as error:
            raise NotCreated(type(error).__name__) from None
        except httpx.HTTPError as error:
            raise Unknown(type(error).__name__) from None
        if answer.status_code in (200, 201):
            try:
                return answer.json()
            except ValueError:
                raise Unknown("unreadable_answer", status=answer.status_code) from None
        raise meaning_of(answer)


def _send(method: str, path: str, body: dict | None, query: list[tuple[str, str]]) -> httpx.Response:
    seconds = call_seconds()
    deadline = time.monotonic() + seconds
    limits = httpx.Timeout(seconds, connect=min(10, seconds))
    with (
        httpx.Client(base_url=settings.FLIGHTS_URL, timeout=limits, verify=TRUSTED, trust_env=False) as line,
        line.stream(method, path, json=body, params=query, headers=_headers()) as answer,
    ):
        content = b""
        for part in answer.iter_bytes():
            content += part
            if time.monotonic() > deadline or len(content) > MOST_BYTES:
                raise httpx.ReadTimeout("the answer never ends")
        return httpx.Response(answer.status_code, headers=_plain(answer.headers), content=content)


def _headers() -> dict[str, str]:
    return {
        "Authorization": f"Bearer {settings.FLIGHTS_TOKEN}",
        "Duffel-Version": "v2",
        "Accept": "application/json",
        "Accept-Encoding": "gzip",
    }


def _plain(headers: httpx.Headers) -> dict[str, str]:
    """What is of use once the content is unpacked."""
    return {name: headers[name] for name in ("content-type", "retry-after", "x-request-id") if name in headers}


def meaning_of(answer: httpx.Response) -> ProviderError:
    """What an answer means, by the table."""
    code, request_id = _words(answer)
    kind = MEANS.get((answer.status_code, code)) or MEANS.get((answer.status_code, ANY), Unknown)
    after = answer.headers.get("retry-after", "")
    seconds = float(after) if after.isdigit() else 60.0
    return kind(code or str(answer.status_code), status=answer.status_code, request_id=request_id, seconds=seconds)


def _words(answer: httpx.Response) -> tuple[str, str]:
    """The provider's code for what happened and its number of the request."""
    try:
        body = answer.json()
        code = str(body["errors"][0]["code"]) if body.get("errors") else ""
        request_id = str((body.get("meta") or {}).get("request_id") or "")
    except (ValueError, LookupError, AttributeError, TypeError):
        code = request_id = ""
    return code, request_id or answer.headers.get("x-request-id", "")
