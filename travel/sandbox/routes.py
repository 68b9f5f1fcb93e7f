"""Which method and path means which endpoint."""

import re

from travel.sandbox import cancellations, changes, control, front, ledger, orders, payments, searching, supporting
from travel.sandbox import webhooks as hooks
from travel.sandbox.airline import Endpoint

API: list[tuple[str, str, Endpoint]] = [
    ("POST", "/air/offer_requests", searching.create_offer_request),
    ("GET", "/air/offer_requests/{id}", searching.get_offer_request),
    ("GET", "/air/offers", searching.list_offers),
    ("GET", "/air/offers/{id}", searching.get_offer),
    ("POST", "/air/orders", orders.create_order),
    ("GET", "/air/orders", orders.list_orders),
    ("GET", "/air/orders/{id}", orders.get_order),
    ("PATCH", "/air/orders/{id}", orders.edit_order),
    ("POST", "/air/payments", payments.create_payment),
    ("GET", "/air/payments", payments.list_payments),
    ("GET", "/air/payments/{id}", payments.get_payment),
    ("POST", "/air/order_cancellations", cancellations.create_cancellation),
    ("GET", "/air/order_cancellations", cancellations.list_cancellations),
    ("GET", "/air/order_cancellations/{id}", cancellations.get_cancellation),
    ("POST", "/air/order_cancellations/{id}/actions/confirm", cancellations.confirm_cancellation),
    ("GET", "/air/airline_initiated_changes", changes.list_changes),
    ("PATCH", "/air/airline_initiated_changes/{id}", changes.edit_change),
    ("POST", "/air/airline_initiated_changes/{id}/actions/accept", changes.accept_change),
    ("POST", "/air/webhooks", hooks.create_webhook),
    ("GET", "/air/webhooks", hooks.list_webhooks),
    ("PATCH", "/air/webhooks/{id}", hooks.edit_webhook),
    ("DELETE", "/air/webhooks/{id}", hooks.delete_webhook),
    ("POST", "/air/webhooks/{id}/actions/ping", hooks.ping_webhook),
    ("GET", "/air/airports", supporting.list_airports),
    ("GET", "/air/airports/{id}", supporting.get_airport),
    ("GET", "/air/airlines", supporting.list_airlines),
    ("GET", "/air/airlines/{id}", supporting.get_airline),
]
LEVERS: list[tuple[str, str, Endpoint]] = [
    ("GET", "/sandbox", front.show),
    ("POST", "/sandbox/switch", front.switch),
    ("GET", "/sandbox/health", control.health),
    ("POST", "/sandbox/faults", control.post_fault),
    ("GET", "/sandbox/faults", control.list_faults),
    ("DELETE", "/sandbox/faults", control.delete_faults),
    ("DELETE", "/sandbox/faults/{id}", control.delete_faults),
    ("GET", "/sandbox/ledger", ledger.read_ledger),
    ("GET", "/sandbox/calls", control.list_calls),
    ("GET", "/sandbox/deliveries", control.list_deliveries),
    ("POST", "/sandbox/events", control.send_event),
    ("POST", "/sandbox/clock", control.advance_clock),
    ("POST", "/sandbox/reset", control.forget_all),
    ("POST", "/sandbox/orders/{id}/cancel", control.telephone_cancel),
]


def _pattern(path: str) -> re.Pattern:
    return re.compile(path.replace("{id}", "(?P<id>[A-Za-z0-9_]+)") + "/?")


TABLE = [(method, _pattern(path), endpoint) for method, path, endpoint in [*API, *LEVERS]]


def find(method: str, path: str) -> tuple[Endpoint, dict[str, str]] | None:
    """The endpoint for a request, with the ids in its path."""
    for wanted, pattern, endpoint in TABLE:
        match = pattern.fullmatch(path) if wanted == method else None
        if match:
            return endpoint, match.groupdict()
    return None
