"""The work nobody waits for, done here and now while the demo is made."""

from cases import outbox
from notices.actions import sending

ROUNDS = 40


def finish_work() -> None:
    """Every due job and notice, until nothing is due."""
    for __ in range(ROUNDS):
        if not outbox.run_due() and not sending.send_due():
            return
