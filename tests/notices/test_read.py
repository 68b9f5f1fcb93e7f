"""The inbox."""

import pytest

from notices.actions.sending import fail
from notices.models import Notice, NoticeState
from tests.notices.test_send import told, trial  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("trial")


def test_a_liaison_reads_what_her_authority_was_told(sign_in, marjut, migri):
    notice = told(migri)
    page = sign_in(marjut).get(f"/notices/{notice.code}/")
    assert b"Trial FI-KQ-2026-00001" in page.content
    notice.refresh_from_db()
    assert notice.read_by == marjut


def test_another_authority_meets_nothing(sign_in, lars, migri):
    assert sign_in(lars).get(f"/notices/{told(migri).code}/").status_code == 404


def test_a_failed_notice_is_sent_again(sign_in, aino, migri):
    notice = told(migri)
    fail(notice, "mailbox full")
    assert b"mailbox full" in sign_in(aino).get("/notices/failed/").content
    sign_in(aino).post(f"/notices/{notice.code}/again/")
    notice.refresh_from_db()
    assert notice.state == NoticeState.QUEUED


def test_a_long_inbox_is_read_page_by_page(sign_in, marjut, migri):
    for number in range(45):
        told(migri, once=str(number))
    browser = sign_in(marjut)
    first = browser.get("/notices/")
    second = browser.get(f"/notices/?after={first.context['after']}")
    seen = {one.pk for one, __ in first.context["rows"]} | {one.pk for one, __ in second.context["rows"]}
    assert len(seen) == Notice.objects.count() == 45
