"""The worker's wiring: where the broker is and how tasks are found. Messages carry codes; rows hold the work."""

import os

from celery import Celery
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iomfi.settings")

app = Celery("iomfi")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_after_finalize.connect
def register_jobs(sender: Celery, **kwargs) -> None:
    """One task per kind of job, once every app is loaded."""
    from cases.tasks import register_jobs as register  # noqa: PLC0415 - apps are loaded only now

    register(sender)


@worker_ready.connect
def say_ready(**kwargs) -> None:
    """Tell the supervisor that jobs are heard."""
    from django.conf import settings  # noqa: PLC0415 - settings are read when the worker is configured

    settings.PLACES.worker_ready.touch()
