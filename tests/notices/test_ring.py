"""The doorbell: a dead broker costs one short wait, not one for every row."""

import time

import pytest
from celery import current_app
from kombu.exceptions import OperationalError

from notices import doorbell
from notices.doorbell import Bell, ring


@pytest.fixture
def tries(monkeypatch):
    monkeypatch.setattr(Bell, "deaf_until", 0.0)
    tried = []

    def dead(*args, **kwargs):
        tried.append(args)
        raise OperationalError("connection refused")

    monkeypatch.setattr(current_app, "send_task", dead)
    return tried


@pytest.mark.django_db
def test_after_nobody_heard_the_bell_rests(tries, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for __ in range(100):
            ring("notices.send_notice", "code")
    assert len(tries) == 1


@pytest.mark.django_db
def test_after_its_rest_the_bell_rings_again(tries, monkeypatch, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        ring("notices.send_notice", "code")
    later = time.monotonic() + doorbell.REST + 1
    monkeypatch.setattr(doorbell.time, "monotonic", lambda: later)
    with django_capture_on_commit_callbacks(execute=True):
        ring("notices.send_notice", "code")
    assert len(tries) == 2
