"""Sending notices over a real mail server."""

import mailbox
import smtplib
import subprocess
import sys
import time

import pytest

from notices.actions.sending import send_notice, write_notice
from notices.models import NoticeState
from tests.local import free_port


@pytest.fixture
def sink(settings, tmp_path):
    """A real SMTP server with an empty Maildir."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    where = tmp_path / "mail"
    command = ["-m", "aiosmtpd", "-n", "-l", f"127.0.0.1:{settings.EMAIL_PORT}", "-c", "aiosmtpd.handlers.Mailbox"]
    server = subprocess.Popen([sys.executable, *command, str(where)])
    wait_for_smtp(settings.EMAIL_PORT)
    yield mailbox.Maildir(where)
    server.terminate()
    server.wait()


def wait_for_smtp(port: int) -> None:
    for __ in range(100):
        try:
            smtplib.SMTP("127.0.0.1", port, timeout=1).quit()
            return
        except OSError:
            time.sleep(0.05)


def told(migri, once="a"):
    return write_notice(kind="notices.trial", once=once, facts={"reference": "FI-KQ-2026-00001"}, organisation=migri)


@pytest.fixture
def trial(settings, tmp_path):
    """A notice kind that only tests have."""
    folder = tmp_path / "templates" / "notices" / "notices"
    folder.mkdir(parents=True)
    (folder / "trial.subject.txt").write_text("Trial {{ facts.reference }}")
    (folder / "trial.txt").write_text("Read it at {{ link }}")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path / "templates"]}]


@pytest.mark.django_db(transaction=True)
def test_a_notice_reaches_the_mailbox(sink, trial, migri):
    notice = told(migri)
    assert send_notice(notice.code)
    (mail,) = sink
    assert mail["To"] == migri.email
    assert "Trial FI-KQ-2026-00001" in mail["Subject"]
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT


@pytest.mark.django_db(transaction=True)
def test_the_same_thing_is_told_once(sink, trial, migri):
    assert told(migri).pk == told(migri).pk
    send_notice(told(migri).code)
    assert not send_notice(told(migri).code)
    assert len(sink) == 1


def test_without_a_mail_server_it_waits_for_the_next_try(trial, migri, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    notice = told(migri)
    send_notice(notice.code)
    notice.refresh_from_db()
    assert notice.state == NoticeState.QUEUED
    assert notice.error and notice.attempts == 1


def test_without_a_mailbox_a_person_must_look(trial, migri):
    migri.email = ""
    migri.save(update_fields=["email"])
    notice = told(migri)
    send_notice(notice.code)
    notice.refresh_from_db()
    assert notice.state == NoticeState.FAILED
