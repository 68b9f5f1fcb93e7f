"""RIAT files: begun, registered, and followed through the statuses of the Commission's tool."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.events import record_event
from cases.models import Consent, Document, DocumentKind, EventKind, Purpose, Relation, ScanResult, Task, TaskStatus
from cases.stages import Missing, NotYet
from returns.models import Return, RiatFile, RiatStatus, RiatStep
from returns.riat_clock import WARNED_AFTER, answer_by, warn_at
from travel.actions.watch import raise_task

R = RiatStatus


@transaction.atomic
def open_riat(*, record: Return, by: User, **first_page: str) -> RiatFile:
    """Begin a file: its first page, which stays open until the registration."""
    if record.case.riat_files.filter(support=first_page["support"]).exists():
        raise ValidationError(_("There is a file for this support already."))
    riat = RiatFile.objects.create(case=record.case, made_by=by, **first_page)
    write_step(riat, by, "returns.riat_opened")
    return riat


@transaction.atomic
def change_first_page(*, riat: RiatFile, by: User, **first_page: str) -> list[str]:
    """Other facts on the first page; refused from the registration on. Gives the names of what changed."""
    if unknown := set(first_page) - set(RiatFile.FIRST_PAGE):
        raise ValueError(f"not on the first page: {unknown}")
    locked = locked_riat(riat)
    if locked.status != R.DRAFT:
        raise ValidationError(_("The first page is closed with the registration."))
    same = locked.case.riat_files.filter(support=first_page.get("support", locked.support)).exclude(pk=locked.pk)
    if same.exists():
        raise ValidationError(_("There is a file for this support already."))
    changed = [name for name, value in first_page.items() if getattr(locked, name) != value]
    for name in changed:
        setattr(riat, name, first_page[name])
    if changed:
        riat.save(update_fields=changed)
        facts = {"support": riat.support, "columns": changed}
        record_event(case=riat.case, kind=EventKind.CASE, verb="returns.riat_corrected", by=by, facts=facts)
    return changed


def missing_before_registration(riat: RiatFile) -> list[Missing]:
    """What the programme wants first: the signed consent sheet, and the consent itself on record and in force."""
    missing = []
    if not sheets_of(riat).exists():
        missing.append(Missing("consent_sheet", _("The signed consent sheet, as a document of the case")))
    principal = riat.case.members.filter(relation=Relation.PRINCIPAL).values("person")
    if not Consent.objects.in_force().filter(person__in=principal, purpose=Purpose.SHARE).exists():
        missing.append(Missing("share", _("The consent of the principal applicant to sharing with partners")))
    return missing


def sheets_of(riat: RiatFile):
    """The consent sheets in the case whose file is clean."""
    return riat.case.documents.filter(kind=DocumentKind.CONSENT, scan=ScanResult.CLEAN)


@transaction.atomic
def register_riat(*, riat: RiatFile, reference: str, consent_sheet: Document, by: User) -> None:
    """RIAT gave the file a reference. Its first page is closed from now on."""
    locked = locked_riat(riat)
    refuse_unless_follows(locked, R.REGISTERED)
    if missing := missing_before_registration(locked):
        raise NotYet(missing)
    if not sheets_of(locked).filter(pk=consent_sheet.pk).exists():
        raise ValidationError(_("Choose the signed consent sheet of this case."))
    if RiatFile.objects.filter(reference=reference.strip()).exists():
        raise ValidationError(_("Another file has this reference."))
    riat.reference, riat.consent_sheet, riat.status = reference.strip(), consent_sheet, R.REGISTERED
    riat.registered_at, riat.registered_by = timezone.now(), by
    riat.save(update_fields=["reference", "consent_sheet", "status", "registered_at", "registered_by"])
    write_step(riat, by, "returns.riat_moved", old=R.DRAFT)


@transaction.atomic
def move_riat(
    *, riat: RiatFile, to: str, by: User, comment: str = "", reason: str = "", sent_at: datetime | None = None
) -> None:  # fmt: skip
    """RIAT shows another status. A request for validation starts the clock at `sent_at`; every other one stops it."""
    locked = locked_riat(riat)
    if locked.status == to:
        return
    refuse_unless_follows(locked, to)
    if to == R.REJECTED and not (reason and comment.strip()):
        raise ValidationError(_("Say the reason and the comment, as the case log has them."))
    asked = (sent_at or timezone.now()) if to == R.VALIDATION else None
    if asked and asked > timezone.now():
        raise ValidationError(_("This moment has not come yet."))
    drop_task(locked)
    riat.status, riat.sent_at, riat.answer_by = to, asked, answer_by(asked) if asked else None
    riat.lapsed_at = riat.task = None
    riat.save(update_fields=["status", "sent_at", "answer_by", "lapsed_at", "task"])
    write_step(riat, by, "returns.riat_moved", old=locked.status, comment=comment.strip(), reason=reason)
    if asked:
        watch_one(riat)


def locked_riat(riat: RiatFile) -> RiatFile:
    """The file as it stands now, kept until we are done."""
    return RiatFile.objects.select_for_update().get(pk=riat.pk)


def refuse_unless_follows(riat: RiatFile, to: str) -> None:
    """Raise where RIAT does not go that way; a registration has an act of its own."""
    if to not in RiatFile.NEXT[riat.status]:
        words = {"old": riat.get_status_display(), "new": R(to).label}
        raise ValidationError(_("“%(new)s” cannot follow “%(old)s”."), params=words)


def write_step(riat: RiatFile, by: User, verb: str, *, old: str = "", comment: str = "", reason: str = "") -> None:
    """The file's own history, and a line of the timeline."""
    RiatStep.objects.create(
        riat=riat, status=riat.status, reason=reason, comment=comment, sent_at=riat.sent_at, came_by=by
    )
    facts = {"support": riat.support, "old": old, "new": riat.status, "reason": reason}
    record_event(case=riat.case, kind=EventKind.CASE, verb=verb, by=by, facts=facts, note=comment)


def drop_task(riat: RiatFile) -> None:
    """What the clock asked for is answered."""
    Task.objects.todo().filter(pk=riat.task_id).update(status=TaskStatus.DROPPED)


ANSWER = _("RIAT %(name)s: answer by %(day)s")
LAPSED = _("RIAT %(name)s: seven days are over without an answer. Look there, and record what became of it")


def watch_riat() -> int:
    """Every file whose clock has reached the fifth day, or has run out: a task each. Gives how many were told."""
    early = timezone.now() - timedelta(days=WARNED_AFTER - 1)
    waiting = RiatFile.objects.on_the_clock().filter(sent_at__lte=early, lapsed_at=None)
    return sum(watch_one(riat) for riat in waiting)


@transaction.atomic
def watch_one(riat: RiatFile) -> bool:
    """A task on the fifth day; another, and a line of the timeline, when the clock has run out."""
    locked = RiatFile.objects.select_for_update(of=["self"]).select_related("case__officer").get(pk=riat.pk)
    now = timezone.now()
    if locked.status != R.VALIDATION or locked.lapsed_at or now < warn_at(locked.sent_at):
        return False
    if now >= locked.answer_by:
        drop_task(locked)
        locked.lapsed_at = now
        locked.task = task_for(locked, LAPSED)
        facts = {"support": locked.support}
        record_event(case=locked.case, kind=EventKind.CASE, verb="returns.riat_lapsed", by=None, facts=facts)
    elif locked.task_id is None:
        locked.task = task_for(locked, ANSWER)
    else:
        return False
    locked.save(update_fields=["lapsed_at", "task"])
    return True


def task_for(riat: RiatFile, sentence) -> Task | None:
    """A task for whoever holds the case, due on the last day."""
    last = timezone.localtime(riat.answer_by)
    facts = {"name": riat.name, "day": date_format(last, "d.m.Y H:i")}
    return raise_task(case=riat.case, sentence=sentence, facts=facts, due_on=last.date())
