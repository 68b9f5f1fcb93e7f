"""Named places where a drill may kill the process. Outside drills they cost one look at a setting.

A drill sets FAILPOINTS=1 and lays its plans into the folder FAILPOINT_PLANS: one empty file for each kill, named by
the code of the record and the place (`<code>--travel.after_send`). Whoever passes that place with that record takes
the file away, notes the visit in FAILPOINT_LOG and dies. Each record of one running worker has a plan of its own, and
no plan is played twice. Every place the code declares is listed here: a drill proves that it visited all of them.
"""

import os
import signal
from pathlib import Path
from uuid import UUID

from django.conf import settings

DECLARED: list[str] = []


def declare(*names: str) -> None:
    """Announce places, from `AppConfig.ready()`."""
    DECLARED.extend(names)


def failpoint(name: str, about: UUID | str = "any") -> None:
    """Die here by SIGKILL if a drill planned it for this record."""
    if not settings.FAILPOINTS:
        return
    if name not in DECLARED:
        raise ValueError(f"failpoint {name} is not declared")
    if plan_was_taken(name, about):
        with Path(os.environ["FAILPOINT_LOG"]).open("a") as log:
            log.write(f"{name} {about}\n")
        os.kill(os.getpid(), signal.SIGKILL)


def plan_was_taken(name: str, about: UUID | str) -> bool:
    """Take the plan for this place and record away; of two processes exactly one gets it."""
    try:
        plan_file(Path(os.environ["FAILPOINT_PLANS"]), name, about).unlink()
    except FileNotFoundError:
        return False
    return True


def plan_file(folder: Path, name: str, about: UUID | str) -> Path:
    """The file that stands for one kill."""
    return folder / f"{about}--{name}"
