"""The worker's way into jobs: a code comes in, the job of that row is done.

Every kind of job is registered under its own name, so that a queue can be given to it and a log line names it.
"""

from uuid import UUID

from celery import Celery, shared_task

from cases import outbox


@shared_task(name="cases.sweep_jobs")
def sweep_jobs() -> None:
    """Ring again for jobs that the broker lost or whose worker died."""
    outbox.ring_due()


def register_jobs(app: Celery) -> None:
    """Give the worker one task per kind of job; called once every app has announced its kinds."""
    for name in outbox.known_tasks():
        app.task(run_job, name=name)


def run_job(code: str) -> None:
    """Do one job."""
    outbox.run(UUID(code))
