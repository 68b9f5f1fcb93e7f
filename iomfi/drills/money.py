"""The drill of the money: desks propose, pay, refund, recover and withdraw at once on the same awards.

Each round furnishes a room, deals acts by lot to the desks, lets all begin at the same moment, and reads the books when
they have gone home: `returns.books` adds everything up anew, and each desk's own notes are held against the ledger.
"""

import os
import random
import time
from collections import Counter
from contextlib import nullcontext

from iomfi.drills.desks import OFTEN, VERBS, Act
from iomfi.drills.room import furnish
from iomfi.drills.shift import Worked, without_locks, work

PLANTS = ("no-guards",)
DESKS = 8
ACTS_EACH = 16


def drill(rounds: int, seed: int, workers: int) -> dict:
    """Play all rounds; the report."""
    lot = random.Random(seed)  # noqa: S311 - a drill is repeated by its seed
    desks, began, shifts = workers or DESKS, time.monotonic(), []
    is_planted = os.environ.get("DRILL_PLANT") in PLANTS
    with without_locks() if is_planted else nullcontext():
        for number in range(rounds):
            acts = deal(lot, desks * ACTS_EACH)
            shifts.append(work(furnish(number, desks), acts, desks, guarded=not is_planted))
    return report(shifts, {
        "drill": "money", "rounds": rounds, "seed": seed, "workers": desks, "seconds": round(time.monotonic() - began),
    })  # fmt: skip


def deal(lot: random.Random, count: int) -> list[Act]:
    """Acts by lot, the frequent ones often."""
    return [Act(lot.choice(OFTEN), lot.randrange(6), lot.randint(1, 4)) for __ in range(count)]


def report(shifts: list[Worked], result: dict) -> dict:
    """What succeeded, what was refused and in which words, and what must be empty."""
    succeeded = sum((shift.succeeded for shift in shifts), Counter())
    refused = sum((shift.refused for shift in shifts), Counter())
    faults = [fault for shift in shifts for fault in shift.faults]
    wrong = [one for shift in shifts[-1:] for one in shift.disagreements]  # books are read whole each time
    return result | {
        "acts": succeeded.total() + refused.total() + len(faults), "succeeded": dict(succeeded.most_common()),
        "refused": dict(refused.most_common()), "never_succeeded": sorted(set(VERBS) - set(succeeded)),
        "faults": len(faults), "disagreements": len(wrong), "examples": [*faults, *wrong][:20],
    }  # fmt: skip


def passed(result: dict) -> bool:
    """The books balance, nothing was raised but words, and every sort of act really happened."""
    return not (result["faults"] or result["disagreements"] or result["never_succeeded"])
