"""One shift of several desks: dealt acts, a common start, a connection each; then the books are read."""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from unittest import mock

from django.core.exceptions import ValidationError
from django.db import connection

from iomfi.drills.desks import VERBS, Act, Desk, Nothing
from iomfi.drills.room import Room
from returns.actions import awards, payments
from returns.books import disagreements
from returns.models import GrantAward, LedgerEntry

PATIENCE = "20s"  # for a lock: who waits longer waits for somebody who waits for it
LONGEST = 120  # seconds of a shift
NOTHING = "nothing there"


@dataclass
class Worked:
    """What came of a shift."""

    succeeded: Counter = field(default_factory=Counter)
    refused: Counter = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    told: Counter = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Nothing was raised but words, and the books balance."""
        return not (self.faults or self.disagreements)


def work(room: Room, acts: Sequence[Act], desks: int, *, guarded: bool = True) -> Worked:
    """Deal the acts to the desks, let them all begin at once, and read the books when they have gone home."""
    worked, start = Worked(), threading.Barrier(desks)
    hands = [
        threading.Thread(
            target=sit, args=(Desk(room, room.officers[n]), acts[n::desks], start, worked, guarded), daemon=True
        )
        for n in range(desks)
    ]  # fmt: skip
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(LONGEST)
    if any(hand.is_alive() for hand in hands):
        worked.faults.append("a desk did not come to an end")
    worked.disagreements = [*map(str, disagreements()), *unlike_the_ledger(room, worked.told)]
    return worked


def sit(desk: Desk, acts: Sequence[Act], start: threading.Barrier, worked: Worked, guarded: bool) -> None:
    """One desk's day on a connection of its own."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{PATIENCE}'")
            if not guarded:
                cursor.execute("SET session_replication_role = replica")  # no trigger fires for this desk
        start.wait()
        for act in acts:
            attempt(desk, act, worked)
    finally:
        connection.close()
        worked.told.update(desk.told)


def attempt(desk: Desk, act: Act, worked: Worked) -> None:
    """Try it. A refusal says why in words; whatever else is raised is a fault."""
    try:
        VERBS[act.verb](desk, act)
        worked.succeeded[act.verb] += 1
    except Nothing:
        worked.refused[NOTHING] += 1
    except ValidationError as refusal:
        worked.refused[" ".join(refusal.messages)] += 1
    except Exception as fault:  # this is what a shift looks for
        worked.faults.append(f"{act.verb}: {type(fault).__name__}: {fault}")


def unlike_the_ledger(room: Room, told: Counter) -> list[str]:
    """What desks were told had been done and the ledger does not know, or the other way round."""
    kinds = ("payment", "refund", "recovery")
    entries = LedgerEntry.objects.filter(award__return_file__in=room.returns, kind__in=kinds)
    booked = Counter(
        (kind, payment, amount) if kind == "recovery" else (kind, payment)
        for kind, payment, amount in entries.values_list("kind", "payment", "amount")
    )
    wrong = (told - booked) + (booked - told)
    return [f"desks and ledger differ: {kind} of payment {payment}" for kind, payment, *__ in wrong]


@contextmanager
def without_locks() -> Iterator[None]:
    """A mistake made on purpose: whoever acts on an award takes no lock before looking."""
    with mock.patch.object(awards, "locked_award", merely_read), mock.patch.object(
        payments, "locked_award", merely_read
    ):  # fmt: skip
        yield


def merely_read(key: int) -> GrantAward:
    """The award as it seems to be."""
    return GrantAward.objects.select_related("return_file__case").get(pk=key)
