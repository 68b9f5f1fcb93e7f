"""The jobs of this app: names that are queued, and what does them. Failpoints stand at every boundary of booking."""

from cases import failpoints, outbox
from travel.actions import booking, cancelling, changing, comparing, ordering, paying, reconciling

JOBS = {
    "travel.find_offers": ordering.find_offers,
    "travel.book": booking.book,
    "travel.pay_attempt": paying.pay_attempt,
    "travel.confirm_attempt": paying.confirm_attempt,
    "travel.reconcile_attempt": reconciling.reconcile_attempt,
    "travel.look_for_stray": comparing.look_for_stray,
    "travel.look_at_order": changing.look_at_order,
    "travel.accept_change": changing.send_acceptance,
    "travel.cancel_booking": cancelling.cancel_booking,
}
FAILPOINTS = (
    "travel.after_claim", "travel.before_search", "travel.after_search", "travel.after_offer", "travel.before_mark",
    "travel.after_mark", "travel.before_send", "travel.after_send", "travel.after_record", "travel.before_pay_mark",
    "travel.after_pay_mark", "travel.before_pay", "travel.after_pay", "travel.before_confirm", "travel.after_confirm",
    "travel.before_look", "travel.after_look", "travel.before_cancel", "travel.after_cancel",
)  # fmt: skip


def announce() -> None:
    """Once, at start."""
    for task, work in JOBS.items():
        outbox.register(task, work)
    failpoints.declare(*FAILPOINTS)
