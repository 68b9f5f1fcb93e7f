"""Periodic work of this app: the clock rings, an action is called. Booking jobs go through `cases.tasks`."""

from celery import shared_task

from travel.actions import comparing, reconciling, watch


@shared_task(name="travel.sweep_attempts")
def sweep_attempts() -> None:
    """Attempts that a dead worker left get a job again."""
    reconciling.sweep_attempts()


@shared_task(name="travel.reconcile_orders")
def reconcile_orders() -> None:
    """The daily comparison, if today's has not run yet."""
    comparing.reconcile_orders()


@shared_task(name="travel.announce_closing")
def announce_closing() -> None:
    """Travel windows that close soon, if today's have not been announced yet."""
    watch.announce_closing()
