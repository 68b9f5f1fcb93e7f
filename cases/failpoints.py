"""Named places where a drill may kill the process. Outside drills they cost one look at a setting.

A drill sets FAILPOINTS=1 and names the place and the count in FAILPOINT (`travel.after_send:1` kills at the first
passing). Every place the code declares is listed here, so that a drill can prove that it visited all of them.
"""

import os
import signal
from pathlib import Path

from django.conf import settings

DECLARED: list[str] = []
_passed: dict[str, int] = {}


def declare(*names: str) -> None:
    """Announce places, from `AppConfig.ready()`."""
    DECLARED.extend(names)


def failpoint(name: str) -> None:
    """Die here by SIGKILL if a drill asked for it; note the visit where the drill wants to know."""
    if not settings.FAILPOINTS:
        return
    if name not in DECLARED:
        raise ValueError(f"failpoint {name} is not declared")
    _passed[name] = _passed.get(name, 0) + 1
    if os.environ.get("FAILPOINT") == f"{name}:{_passed[name]}":
        if log := os.environ.get("FAILPOINT_LOG"):
            with Path(log).open("a") as file:
                file.write(f"{name}\n")
        os.kill(os.getpid(), signal.SIGKILL)
