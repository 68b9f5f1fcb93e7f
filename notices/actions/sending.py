"""Writing a notice and sending it: the row first, the wire later, at most one worker at a time."""

import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone, translation

from accounts.models import Organisation, User
from notices.channels.email import NotNow, Refused, send_mail
from notices.doorbell import ring
from notices.models import Channel, Notice, NoticeState

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=180)
WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720)]  # then a person must look


@transaction.atomic
def write_notice(
    *, kind: str, once: str, facts: dict, link: str = "", user: User | None = None,
    organisation: Organisation | None = None, channel: str = Channel.EMAIL,
) -> Notice:  # fmt: skip
    """Write a notice in the receiver's language and ring for a worker. The same `once` is never told twice."""
    receiver = user or organisation
    notice, made = Notice.objects.get_or_create(
        once=once,
        defaults={
            "kind": kind, "facts": facts, "link": link, "user": user, "organisation": organisation,
            "channel": channel, "language": receiver.language,
        },
    )  # fmt: skip
    if made:
        ring("notices.send_notice", str(notice.code))
    return notice


def send_notice(code: UUID) -> bool:
    """Send one notice if it is due and nobody else has it. No transaction is open while the mail server answers."""
    notice = claim(code)
    if notice is None:
        return False
    try:
        if notice.channel == Channel.EMAIL:
            send_mail(message_of(notice))
    except NotNow as error:
        put_back(notice, str(error))
    except Refused as error:
        fail(notice, str(error))
    else:
        Notice.objects.filter(pk=notice.pk).update(
            state=NoticeState.SENT, sent_at=timezone.now(), lease_until=None, error=""
        )
    return True


def claim(code: UUID) -> Notice | None:
    """Take a due notice by a conditional update; of two workers exactly one gets it."""
    taken = (
        Notice.objects.due()
        .filter(code=code)
        .update(state=NoticeState.SENDING, lease_until=timezone.now() + LEASE, attempts=F("attempts") + 1)
    )
    return Notice.objects.select_related("user", "organisation").get(code=code) if taken else None


def message_of(notice: Notice) -> EmailMessage:
    """The mail of a notice: a reference and a link, no personal data."""
    subject, body = text_of(notice)
    receiver = notice.user or notice.organisation
    headers = {"Message-ID": f"<{notice.code}@portal.iom.example>"}  # sent again after a crash, it is the same message
    return EmailMessage(subject, body, to=[receiver.email] if receiver.email else [], headers=headers)


def text_of(notice: Notice, language: str = "") -> tuple[str, str]:
    """Subject and body of a notice, in its own language or in another reader's."""
    app, event = notice.kind.split(".")
    with translation.override(language or notice.language):
        context = {"facts": notice.facts, "notice": notice, "link": f"{settings.SITE_URL}{notice.link}"}
        subject = render_to_string(f"{app}/notices/{event}.subject.txt", context)
        body = render_to_string(f"{app}/notices/{event}.txt", context)
    return " ".join(subject.split()), body.strip() + "\n"


def put_back(notice: Notice, why: str) -> None:
    """Try again later, each time with a longer wait; after the last one a person must look."""
    if notice.attempts > len(WAITS):
        fail(notice, why)
        return
    due_at = timezone.now() + WAITS[notice.attempts - 1]
    Notice.objects.filter(pk=notice.pk).update(
        state=NoticeState.QUEUED, due_at=due_at, lease_until=None, error=why[:300]
    )


def fail(notice: Notice, why: str) -> None:
    """Nobody will try again by themselves; the failure is visible on the notices page."""
    log.warning("notice %s failed", notice.code)
    Notice.objects.filter(pk=notice.pk).update(state=NoticeState.FAILED, lease_until=None, error=why[:300])


def send_due(limit: int = 1000) -> int:
    """Send every due notice here and now; the number sent or tried."""
    codes = list(Notice.objects.due().order_by("due_at").values_list("code", flat=True)[:limit])
    return sum(send_notice(code) for code in codes)


def ring_due() -> int:
    """Ring again for notices whose message the broker lost or whose worker died. Every minute."""
    codes = list(Notice.objects.due().order_by("due_at").values_list("code", flat=True)[:500])
    for code in codes:
        ring("notices.send_notice", str(code))
    return len(codes)
