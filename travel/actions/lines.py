"""The line to a provider: open, quiet for a while after failures, or stopped until a person opens it again."""

import logging

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.models import Role, User
from cases.outbox import Later
from notices.actions.sending import write_notice
from travel.models import ProviderLine, SeatsFrom
from travel.pace import from_now, paced
from travel.providers.base import ProviderError, Refused, SlowDown, StopAll

log = logging.getLogger(__name__)
MOST_FAILURES = 5
QUIET_SECONDS = 60


def wait_until_open(provider: str) -> None:
    """Raise `Later` while the line is stopped or quiet."""
    line = ProviderLine.objects.filter(provider=provider).first()
    if line and (line.stopped_at or (line.quiet_until and line.quiet_until > timezone.now())):
        raise Later(paced(QUIET_SECONDS).total_seconds(), f"the line is closed: {line.why}")


def note_answer(provider: str) -> None:
    """The provider answered as it should: earlier failures are forgotten."""
    ProviderLine.objects.filter(provider=provider, failures__gt=0).update(failures=0, quiet_until=None)


def note_failure(provider: str, error: ProviderError) -> None:
    """Count a failure. Several on end make the line quiet; a refused key stops it and tells the travel officers."""
    if isinstance(error, StopAll):
        stop_line(provider=provider, why=error.code)
    elif isinstance(error, SlowDown):
        ProviderLine.objects.update_or_create(
            provider=provider, defaults={"quiet_until": from_now(error.seconds), "why": error.code}
        )
    elif not isinstance(error, Refused):
        ProviderLine.objects.get_or_create(provider=provider)
        ProviderLine.objects.filter(provider=provider).update(failures=F("failures") + 1, why=error.code)
        ProviderLine.objects.filter(provider=provider, failures__gte=MOST_FAILURES).update(
            quiet_until=from_now(QUIET_SECONDS), failures=0
        )


@transaction.atomic
def stop_line(*, provider: str, why: str) -> None:
    """Nothing more is sent until a person opens the line. Told once per stop."""
    line, __ = ProviderLine.objects.select_for_update().get_or_create(provider=provider)
    if line.stopped_at:
        return
    line.stopped_at, line.why = timezone.now(), why
    line.save(update_fields=["stopped_at", "why"])
    log.error("the line to %s is stopped: %s", provider, why)
    tell_officers(kind="travel.line_stopped", once=f"travel.line_stopped {provider} {line.stopped_at.isoformat()}",
                  facts={"provider": SeatsFrom(provider).value, "why": why})  # fmt: skip


@transaction.atomic
def open_line(*, provider: str, by: User) -> None:
    """A person looked, and opens the line again."""
    ProviderLine.objects.filter(provider=provider).update(
        stopped_at=None, quiet_until=None, failures=0, opened_at=timezone.now(), opened_by=by
    )


def tell_officers(*, kind: str, once: str, facts: dict, link: str = "") -> None:
    """A notice to every travel officer."""
    today = timezone.localdate()
    officers = User.objects.filter(
        is_active=True, grants__role=Role.TRAVEL, grants__withdrawn_at=None, grants__starts_on__lte=today
    )
    for officer in officers.exclude(grants__ends_on__lt=today).distinct():
        write_notice(kind=kind, once=f"{once} {officer.pk}", facts=facts, link=link, user=officer)
