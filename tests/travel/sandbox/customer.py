"""A customer of the sandbox airline: starts it as a process of its own and talks to it over HTTP like anybody else."""

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx

HEADERS = {"Authorization": "Bearer sandbox_token", "Duffel-Version": "v2"}
CONTACT = {"email": "travel@iom.example", "phone_number": "+358401234567", "gender": "f", "title": "ms"}
SOON = (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=40)).isoformat()


def start(folder: Path, *flags: str) -> tuple[subprocess.Popen, str]:
    """A real airline on a free port; the process and its address."""
    command = [sys.executable, "-m", "travel.sandbox", "--data", str(folder), "--token", "sandbox_token", *flags]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    return child, child.stdout.readline().split()[-1]


def until(seen: Callable[[], object], seconds: float = 8) -> object:
    """Wait for something to be so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := seen():
            return found
        time.sleep(0.05)
    raise AssertionError("it never came")


class Customer:
    """Searches, books and pays; and reads the ledger as the judge does."""

    def __init__(self, url: str) -> None:
        self.http = httpx.Client(base_url=url, headers=HEADERS, timeout=2)

    def post(self, path: str, inside: dict) -> httpx.Response:
        """A call with `data`."""
        return self.http.post(path, json={"data": inside})

    def search(self, party: list[dict] | None = None, **slice_wish: str) -> list[dict]:
        """Offers for a party, cheapest first."""
        where = {"origin": "FIH", "destination": "HEL", "departure_date": SOON, **slice_wish}
        reply = self.post("/air/offer_requests", {"slices": [where], "passengers": party or [{"type": "adult"}]})
        assert reply.status_code == 201, reply.text
        return reply.json()["data"]["offers"]

    def offer(self, party: list[dict] | None = None, **slice_wish: str) -> dict:
        """An offer that may be held."""
        found = self.search(party, **slice_wish)
        return next(one for one in found if not one["payment_requirements"]["requires_instant_payment"])

    def wish(self, offer: dict, **fields: object) -> dict:
        """The body of a hold order for everybody in the offer."""
        names = {"given_name": "Amina", "family_name": "Testinen", "born_on": "1990-05-01"}
        people = [{**CONTACT, **names, "id": one["id"]} for one in offer["passengers"]]
        return {"type": "hold", "selected_offers": [offer["id"]], "passengers": people, **fields}

    def book(self, offer: dict | None = None, **fields: object) -> httpx.Response:
        """A hold order."""
        return self.post("/air/orders", self.wish(offer or self.offer(), **fields))

    def hold(self, **fields: object) -> dict:
        """A hold order that succeeds."""
        reply = self.book(**fields)
        assert reply.status_code == 201, reply.text
        return reply.json()["data"]

    def pay(self, order: dict, amount: str | None = None) -> httpx.Response:
        """Pay for a held order."""
        money = {"type": "balance", "amount": amount or order["total_amount"], "currency": order["total_currency"]}
        return self.post("/air/payments", {"order_id": order["id"], "payment": money})

    def fault(self, kind: str, **fields: object) -> dict:
        """Switch a fault on."""
        reply = self.http.post("/sandbox/faults", json={"kind": kind, **fields})
        assert reply.status_code == 201, reply.text
        return reply.json()["data"]

    def advance(self, seconds: float) -> None:
        """Move the airline's clock."""
        self.http.post("/sandbox/clock", json={"advance_seconds": seconds})

    def orders(self, **query: object) -> list[dict]:
        """What the API lists."""
        return self.http.get("/air/orders", params=query).json()["data"]

    def ledger(self) -> list[dict]:
        """The truth."""
        return self.http.get("/sandbox/ledger").json()["data"]


def code(reply: httpx.Response) -> str:
    """The code of the error in a reply."""
    body = reply.json()
    assert body["meta"]["status"] == reply.status_code
    assert body["meta"]["request_id"] == reply.headers["x-request-id"]
    return body["errors"][0]["code"]
