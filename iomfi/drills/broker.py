"""The drill of the broker: emptied and killed with hundreds of bookings under way. Postgres holds every job.

Each round asks for 500 seats, empties the broker and kills it by SIGKILL several times meanwhile, and starts it again.
Nothing may be lost or doubled; the airline's ledger judges.
"""

import os
import signal
import socket
import time

from django.conf import settings

from cases import outbox
from iomfi.drills import crowd
from iomfi.drills.bookings import ends_of
from iomfi.drills.stage import ring, running_stage
from iomfi.local.servers import Servers
from travel.actions import reconciling
from travel.models import BookingAttempt

PLANTS = ()
PROCESSES = 6
JOBS = 500
BLOWS = 6
LONGEST = 600
BEAT = 1.0


def drill(rounds: int, seed: int, workers: int) -> dict:
    """Ask, break, wait, count."""
    by, began, keys = crowd.officer(), time.monotonic(), []
    with running_stage(workers or PROCESSES) as judge:
        flights, price, currency = crowd.flights_to_book(crowd.travel_day())
        for __ in range(rounds):
            asked = [crowd.ask_for(len(keys) + n, by, flights, price * 2, currency).pk for n in range(JOBS)]
            keys += asked
            under_way_at_blows = [blow(number, asked) for number in range(BLOWS)]
            back = time.monotonic()
            drain(asked)
            drained = round(time.monotonic() - back, 1)
        ledger = judge.ledger()
    return report(keys, ledger, {
        "drill": "broker", "rounds": rounds, "seed": seed, "jobs": len(keys), "blows": BLOWS * rounds,
        "under_way_at_blows": under_way_at_blows, "drained_in_seconds": drained,
        "seconds": round(time.monotonic() - began),
    })  # fmt: skip


def blow(number: int, keys: list[int]) -> int:
    """Empty the broker, or kill it and start it again; how many bookings were under way."""
    time.sleep(2)
    under_way = len(keys) - len(ends_of(keys))
    if number % 2:
        pid = int((settings.DATA_DIR / "broker.pid").read_text())
        os.kill(pid, signal.SIGKILL)
        time.sleep(2)
        reconciling.sweep_attempts()
        outbox.ring_due()  # nobody hears it
        for file in (settings.PLACES.broker).rglob("*"):
            if file.is_file():
                file.unlink()  # what it had on disk is gone, too
        Servers(settings.PLACES).start_broker_again()
    else:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(settings.PLACES.broker_socket))
            line.sendall(b"FLUSHALL\r\n")
            line.recv(64)
    return under_way


def drain(keys: list[int]) -> None:
    """Until every booking has ended, with the beat of the clock."""
    end = time.monotonic() + LONGEST
    while len(ends_of(keys)) < len(keys) and time.monotonic() < end:
        time.sleep(BEAT)
        ring(longest_queue=50)


def report(keys: list[int], ledger: list[dict], result: dict) -> dict:
    """Every job against the ledger."""
    owner = {str(code): key for code, key in BookingAttempt.objects.values_list("code", "booking")}
    living = [owner.get(order["attempt"]) for order in ledger if order["live"]]
    ends = ends_of(keys)
    return result | {
        "lost": len(set(keys) - set(ends)) + sum(ends[key] == "ticketed" and key not in living for key in ends),
        "double": len(living) - len(set(living)),
        "to_a_person": sum(end == "person" for end in ends.values()),
    }


def passed(result: dict) -> bool:
    """Nothing lost, nothing doubled, and there was something to lose."""
    return not (result["lost"] or result["double"]) and max(result["under_way_at_blows"]) > 0
