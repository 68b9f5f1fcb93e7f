"""Periodic work of this app: the clock rings, an action is called."""

from celery import shared_task

from returns.actions import riat


@shared_task(name="returns.watch_riat")
def watch_riat() -> None:
    """RIAT files that wait for an answer: on the fifth day, and when seven are over."""
    riat.watch_riat()
