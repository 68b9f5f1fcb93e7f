"""Every name that may be queued is known to the worker, and every beat entry to some task."""

from cases import outbox
from iomfi.celery import app


def test_every_kind_of_job_is_a_task_of_the_worker():
    app.finalize()
    assert outbox.known_tasks() <= set(app.tasks)


def test_every_beat_entry_is_a_task(settings):
    app.loader.import_default_modules()
    wanted = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert wanted <= set(app.tasks)


def test_every_task_goes_to_a_queue_that_is_heard(settings):
    heard = {"travel", "notices", "files", "default"}
    assert {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()} <= heard
