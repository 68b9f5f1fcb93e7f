"""The inbox: opening notices, asking to send a failed one again."""

from django.utils import timezone

from accounts.models import User
from notices.doorbell import ring
from notices.models import Notice, NoticeState


def open_notice(*, notice: Notice, by: User) -> None:
    """Note the first reader and the time; later readers change nothing."""
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=timezone.now(), read_by=by)


def send_again(*, notice: Notice) -> bool:
    """A person looked at a failed notice and wants it sent again; False if it was not failed any more."""
    again = Notice.objects.filter(pk=notice.pk, state=NoticeState.FAILED).update(
        state=NoticeState.QUEUED, due_at=timezone.now(), attempts=0
    )
    if again:
        ring("notices.send_notice", str(notice.code))
    return bool(again)
