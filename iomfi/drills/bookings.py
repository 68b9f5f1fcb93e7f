"""The drill of bookings: the worker is killed at every declared place under every fault of the airline.

For each round, place and fault one booking goes through the real queue. The airline's own ledger judges: no booking
may have two living orders, none may be lost, and every one must end with tickets, with a reason, or with a person.
"""

import itertools
import os
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings

from accounts.models import User
from cases.failpoints import DECLARED, plan_file
from iomfi.drills import crowd
from iomfi.drills.stage import Judge, ring, running_stage
from travel.actions.cancelling import cancel_movement
from travel.models import AttemptState, Booking, BookingAttempt, BookingState

ROOMS = ("travel.", "cases.")
CANCELS = {"travel.before_cancel", "travel.after_cancel"}
LOOKS = {"travel.before_look", "travel.after_look"}
ORDER, PAYMENT = "create_order", "create_payment"
# What the airline may do, sorted by what we can know of it; within a sort one kind after the other, round by round.
FAULTS: list[list[dict]] = [
    [{}, {"kind": "slow", "endpoint": ORDER, "seconds": 1}],
    [{"kind": "timeout_before", "endpoint": ORDER, "seconds": 3}, {"kind": "reset", "endpoint": ORDER}],
    [{"kind": "timeout_after", "endpoint": ORDER, "seconds": 3},
     {"kind": "reset", "endpoint": ORDER, "moment": "after"}, {"kind": "garbled", "endpoint": ORDER}],
    [{"kind": "ghost", "endpoint": ORDER}],
    [{"kind": "late_listing", "endpoint": ORDER, "seconds": 4}],
    [{"kind": "accepted_202", "endpoint": ORDER, "seconds": 1},
     {"kind": "accepted_202", "endpoint": ORDER, "seconds": 1, "outcome": "failed"}],
    [{"kind": "e500", "endpoint": ORDER, "executed": True}, {"kind": "e500", "endpoint": ORDER}],
    [{"kind": "e503", "endpoint": ORDER, "executed": True}, {"kind": "e502_unknown", "endpoint": ORDER},
     {"kind": "e504", "endpoint": ORDER, "executed": True}],
    [{"kind": "e502_not_created", "endpoint": ORDER}, {"kind": "price_changed", "endpoint": ORDER},
     {"kind": "offer_expired", "endpoint": ORDER}, {"kind": "offer_no_longer_available", "endpoint": ORDER}],
    [{"kind": "timeout_after", "endpoint": PAYMENT, "seconds": 3},
     {"kind": "reset", "endpoint": PAYMENT, "moment": "after"},
     {"kind": "late_listing", "endpoint": PAYMENT, "seconds": 2}],
    [{"kind": "reset", "endpoint": PAYMENT}, {"kind": "timeout_before", "endpoint": PAYMENT, "seconds": 3}],
    [{"kind": "e500", "endpoint": PAYMENT, "executed": True}, {"kind": "e503", "endpoint": PAYMENT, "executed": True}],
]  # fmt: skip
PLANTS = ("retry-without-asking",)
IN_FLIGHT = 80
PROCESSES = 10
LONGEST = 600  # seconds that one booking may take before it counts as unresolved
BEAT = 0.5


@dataclass
class Run:
    """One booking of the drill."""

    booking: Booking
    place: str
    fault: str
    began: float
    cancelled: bool = False
    end: str = ""


def places() -> list[str]:
    """Every declared place that a booking passes."""
    return [name for name in DECLARED if name.startswith(ROOMS)]


def drill(rounds: int, seed: int, workers: int) -> dict:
    """Play all rounds; the report."""
    lot = random.Random(seed)  # noqa: S311 - a drill is repeated by its seed
    by = crowd.officer()
    with running_stage(workers or PROCESSES) as judge:
        flights, price, currency = crowd.flights_to_book(crowd.travel_day())
        wanted = [pair for number in range(rounds) for pair in shuffled(lot, number)]
        play = Play(judge, by, (flights, price * 2, currency))
        began = time.monotonic()
        play.all(wanted)
        return report(play.runs, judge.ledger(), rounds, seed, time.monotonic() - began)


def shuffled(lot: random.Random, number: int) -> list[tuple[str, dict]]:
    """Every place with a fault of every sort, in an order of this round's own."""
    pairs = list(itertools.product(places(), [kinds[number % len(kinds)] for kinds in FAULTS]))
    lot.shuffle(pairs)
    return pairs


class Play:
    """Keeps a number of bookings under way, gives the clock its beat, and notes how each ends."""

    def __init__(self, judge: Judge, by: User, seats: tuple) -> None:
        self.judge, self.by, self.seats = judge, by, seats
        self.runs: list[Run] = []
        self.told = time.monotonic()

    def all(self, wanted: list[tuple[str, dict]]) -> None:
        """Until every booking has ended or has taken too long."""
        waiting, under_way = list(reversed(wanted)), []
        while waiting or under_way:
            for __ in range(min(len(waiting), IN_FLIGHT - len(under_way))):
                under_way.append(self.begin(*waiting.pop()))
            self.beat()
            under_way = self.still_under_way(under_way)
            self.tell(len(waiting), len(under_way))

    def begin(self, place: str, fault: dict) -> Run:
        """Lay the plan and the fault, then ask for the seat."""
        number = len(self.runs)
        if fault:
            self.judge.fault(**fault, count=1, match={"family_name": crowd.letters(number)})
        booking = crowd.ask_for(number, self.by, *self.seats, before=lambda code: lay_plans(code, place))
        words = "/".join(str(fault[key]) for key in ("kind", "endpoint", "moment", "outcome") if key in fault)
        self.runs.append(Run(booking, place, words or "none", time.monotonic()))
        return self.runs[-1]

    def tell(self, waiting: int, under_way: int) -> None:
        """A line now and then, for whoever waits."""
        if time.monotonic() - self.told > 15:
            self.told = time.monotonic()
            sys.stderr.write(f"{len(self.runs) - under_way} bookings ended, {under_way} under way, {waiting} to come\n")

    def beat(self) -> None:
        """What beat does every minute, at the drill's pace."""
        time.sleep(BEAT)
        ring(longest_queue=PROCESSES)

    def still_under_way(self, runs: list[Run]) -> list[Run]:
        """Note the ends of those that ended."""
        ends = ends_of([run.booking.pk for run in runs])
        rest = []
        for run in runs:
            run.end = ends.get(run.booking.pk, "")
            if run.end == "ticketed" and run.place in CANCELS and not run.cancelled:
                run.cancelled, run.end = True, ""
                cancel_movement(movement=run.booking.movement, by=self.by, reason="drill")
            if not run.end and time.monotonic() - run.began < LONGEST:
                rest.append(run)
        return rest


def lay_plans(code: UUID, place: str) -> None:
    """One kill at the place; before a look there must be something to look for, so the sender is killed, too."""
    for name in {place} | ({"travel.after_send"} if place in LOOKS else set()):
        plan_file(Path(os.environ["FAILPOINT_PLANS"]), name, code).touch()


def ends_of(keys: list[int]) -> dict[int, str]:
    """How bookings ended, by key: with tickets, cancelled, refused with a reason, or with a person."""
    attempts = BookingAttempt.objects.filter(booking__in=keys, state=AttemptState.NEEDS_PERSON)
    called = attempts.values_list("booking", flat=True)
    words = {BookingState.TICKETED: "ticketed", BookingState.CANCELLED: "cancelled", BookingState.REFUSED: "refused"}
    states = Booking.objects.filter(pk__in=keys, state__in=words).values_list("pk", "state")
    ends = {key: words[state] for key, state in states}
    return dict.fromkeys(called, "person") | ends


def report(runs: list[Run], ledger: list[dict], rounds: int, seed: int, seconds: float) -> dict:
    """Judged by the ledger alone: what lives there against what we believe."""
    owner = {str(code): key for code, key in BookingAttempt.objects.values_list("code", "booking")}
    living, paid_twice = Counter(), 0
    for order in ledger:
        if order["live"]:
            living[owner.get(order["attempt"])] += 1
        paid_twice += len(order["payments"]) > 1
    wrong = [run for run in runs if is_lost(run, living[run.booking.pk])]
    hit = Counter(line.split()[0] for line in Path(os.environ["FAILPOINT_LOG"]).read_text().splitlines())
    never = sorted(set(places()) - set(hit))
    ends = Counter(run.end or "unresolved" for run in runs)
    return {
        "drill": "bookings", "rounds": rounds, "seed": seed, "bookings": len(runs), "seconds": round(seconds),
        "double": sum(count > 1 for count in living.values()) + paid_twice,
        "lost": len(wrong) + living[None],
        "unresolved": ends["unresolved"],
        "to_a_person": ends["person"], "share_to_a_person": round(ends["person"] / max(1, len(runs)), 4),
        "ends": dict(sorted(ends.items())),
        "failpoints": {name: hit[name] for name in places()}, "never_hit": never, "kills": sum(hit.values()),
        "faults": len({run.fault for run in runs}),
        "to_a_person_by_fault": dict(Counter(run.fault for run in runs if run.end == "person")),
        "examples": [f"{run.place} {run.fault} {run.end}" for run in runs if not run.end or run in wrong][:20],
    }  # fmt: skip


def is_lost(run: Run, living: int) -> bool:
    """Tickets without an order, or an order of which nobody knows."""
    if run.end == "ticketed":
        return living == 0
    return run.end in ("cancelled", "refused") and living > 0


def passed(result: dict) -> bool:
    """Nothing doubled, lost or left open, and every place visited."""
    return not (result["double"] or result["lost"] or result["unresolved"] or result["never_hit"])


def where_logs_are() -> str:
    """For whoever must look."""
    return str(settings.PLACES.logs)
