"""Places where a drill kills the process: planned for one record, played once, never outside drills."""

import os
import subprocess
import sys
import uuid

import pytest

from cases import failpoints
from cases.failpoints import DECLARED, failpoint, plan_file, plan_was_taken


@pytest.fixture
def plans(tmp_path, monkeypatch, settings):
    settings.FAILPOINTS = True
    monkeypatch.setenv("FAILPOINT_PLANS", str(tmp_path))
    monkeypatch.setenv("FAILPOINT_LOG", str(tmp_path / "kills.log"))
    return tmp_path


def test_outside_drills_a_place_is_not_even_looked_at():
    failpoint("no.such_place", uuid.uuid4())


def test_an_undeclared_place_is_a_mistake(plans):
    with pytest.raises(ValueError, match="not declared"):
        failpoint("no.such_place", uuid.uuid4())


def test_a_plan_is_taken_once_and_only_by_its_record(plans):
    code = uuid.uuid4()
    plan_file(plans, "travel.after_send", code).touch()
    assert not plan_was_taken("travel.after_send", uuid.uuid4())
    assert plan_was_taken("travel.after_send", code)
    assert not plan_was_taken("travel.after_send", code)


def test_the_process_dies_at_its_place_and_says_where(plans, monkeypatch):
    killed = []
    monkeypatch.setattr(failpoints.os, "kill", lambda pid, sign: killed.append((pid, sign)))
    code = uuid.uuid4()
    plan_file(plans, "travel.after_send", code).touch()
    failpoint("travel.after_send", code)
    assert killed == [(os.getpid(), 9)]
    assert (plans / "kills.log").read_text() == f"travel.after_send {code}\n"


def test_every_place_is_declared_once_and_there_are_enough():
    assert len(DECLARED) == len(set(DECLARED))
    assert len([name for name in DECLARED if name.startswith("travel.")]) >= 12


def test_a_drill_without_a_name_says_which_there_are():
    command = [sys.executable, "manage.py", "drill", "nothing"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "bookings" in done.stderr
