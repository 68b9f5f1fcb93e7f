"""The airline as its endpoints see it, a call to it, and its reply."""

import base64
import binascii
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from travel.sandbox.clock import Clock
from travel.sandbox.refusals import invalid, missing
from travel.sandbox.store import Store
from travel.sandbox.terms import Terms

MOST_PER_PAGE = 200


@dataclass
class Airline:
    """Its terms, its store, its clock, and the bell that wakes the courier."""

    terms: Terms
    store: Store
    clock: Clock = field(default_factory=Clock)
    bell: threading.Event = field(default_factory=threading.Event)
    closing: threading.Event = field(default_factory=threading.Event)


@dataclass
class Secrecy:
    """How a fault hides what a call makes: for ever (a ghost), or until some seconds have passed."""

    ghost: bool = False
    seconds: float = 0.0
    fault: str | None = None


@dataclass
class Call:
    """One request: which endpoint, the ids in its path, query and body."""

    endpoint: str
    keys: dict[str, str] = field(default_factory=dict)
    query: dict[str, list[str]] = field(default_factory=dict)
    body: dict = field(default_factory=dict)
    request_id: str = ""
    secrecy: Secrecy = field(default_factory=Secrecy)

    def fields(self) -> dict:
        """What is inside the `data` of the body."""
        inside = self.body.get("data") if isinstance(self.body, dict) else None
        if not isinstance(inside, dict):
            raise missing("data")
        return inside

    def asked(self, name: str) -> str:
        """A parameter of the query, or nothing."""
        return self.query.get(name, [""])[-1]


@dataclass
class Reply:
    """What goes back: a status and a body; or silence for some seconds, or a torn connection."""

    status: int = 200
    body: dict | bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    silence: float | None = None
    torn: bool = False


Endpoint = Callable[[Airline, Call], Reply]


def _cursor(text: str) -> str:
    try:
        return base64.urlsafe_b64decode(text.encode()).decode()
    except (binascii.Error, UnicodeDecodeError):
        raise invalid("after", "This cursor is not one of ours.", "invalid_cursor") from None


def page(call: Call, found: list[dict]) -> Reply:
    """One page of a list, with opaque cursors to the next and the one before."""
    try:
        limit = int(call.asked("limit") or 50)
    except ValueError:
        limit = 0
    if not 1 <= limit <= MOST_PER_PAGE:
        raise invalid("limit", "Field 'limit' must be between 1 and 200.")
    ids = [one["id"] for one in found]
    start = 0
    if call.asked("after"):
        last = _cursor(call.asked("after"))
        start = ids.index(last) + 1 if last in ids else len(ids)
    elif call.asked("before"):
        first = _cursor(call.asked("before"))
        start = max(0, ids.index(first) - limit) if first in ids else 0
    shown = found[start : start + limit]
    after = base64.urlsafe_b64encode(shown[-1]["id"].encode()).decode() if start + limit < len(found) else None
    before = base64.urlsafe_b64encode(shown[0]["id"].encode()).decode() if start and shown else None
    return Reply(200, {"data": shown, "meta": {"limit": limit, "after": after, "before": before}})
