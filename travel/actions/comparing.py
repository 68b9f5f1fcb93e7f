"""Step 11: once a day all orders of seven days, theirs against ours, both ways."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cases.models import PeriodRun
from cases.outbox import begin_period, queue
from travel.actions.lines import note_failure, tell_officers
from travel.actions.outcomes import adopt
from travel.actions.reconciling import look_for
from travel.models import AttemptState, BookingAttempt, ReconciliationRun, SeatsFrom
from travel.providers.base import Order, ProviderError
from travel.providers.lines import outside

A = AttemptState
SPAN = timedelta(days=7)
YOUNG = timedelta(minutes=10)  # what was made just now may not be written down yet
NAME = "travel.reconcile_orders"


def reconcile_orders() -> ReconciliationRun | None:
    """The comparison of today, once; None if it ran already or the provider did not answer."""
    today = timezone.localdate().isoformat()
    if not begin_period(NAME, today):
        return None
    try:
        return compare_orders(SeatsFrom.DUFFEL)
    except ProviderError as error:
        note_failure(SeatsFrom.DUFFEL, error)
        PeriodRun.objects.filter(name=NAME, period=today).delete()  # the next beat tries again
        return None


def compare_orders(provider_name: str) -> ReconciliationRun:
    """Ask for every order since seven days, compare, keep the result, raise an alarm for what does not match."""
    since = timezone.now() - SPAN
    with outside(provider_name) as provider:
        theirs = {order.id: order for order in provider.orders_since(since)}
    ours = {one.order_id: one for one in BookingAttempt.objects.filter(order_id__gt="", sent_at__gte=since)}
    living = {id for id, order in theirs.items() if not order.is_dead}
    old_enough = {id for id in living if theirs[id].made_at < timezone.now() - YOUNG}
    known = {id for id, one in ours.items() if one.state != A.NOT_CREATED}
    run = ReconciliationRun.objects.create(
        provider=provider_name, since=since, matched=len(living & known),
        provider_only=sorted(old_enough - ours.keys()), local_only=sorted(known - living),
    )  # fmt: skip
    for order_id in run.provider_only:
        give_to_its_attempt(theirs[order_id])
    for one in ours.values():
        if one.state == A.TICKETED:
            queue("travel.look_at_order", one.code)  # some airlines tell changes to nobody
    if not run.is_clean:
        raise_alarm(run)
    return run


def give_to_its_attempt(order: Order) -> None:
    """An order that carries our mark but that we do not have: its attempt takes it, or a person is called."""
    try:
        code = UUID(order.attempt_code)
    except ValueError:
        return
    if attempt := BookingAttempt.objects.filter(code=code).first():
        adopt(attempt, order)


@transaction.atomic
def raise_alarm(run: ReconciliationRun) -> None:
    """Tell every travel officer how many orders do not match."""
    facts = {"matched": run.matched, "theirs": len(run.provider_only), "ours": len(run.local_only)}
    tell_officers(kind="travel.orders_differ", once=f"travel.orders_differ {run.pk}", facts=facts)


def look_for_stray(code: UUID) -> None:
    """The job `travel.look_for_stray`: an event names an attempt that came to nothing, as we believed. Did it?"""
    attempt = BookingAttempt.objects.filter(code=code).select_related("booking").first()
    if attempt is None:
        return
    for order in look_for(attempt):
        adopt(attempt, order)
