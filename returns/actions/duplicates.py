"""Looking for a person in other returns, and what somebody decides of two people who are alike."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Mandate, User
from cases.actions.events import record_event
from cases.models import Case, EventKind, Job, JobState, Person, Status, Task, TaskStatus
from cases.outbox import queue
from returns.actions.benefit_identities import join_identities
from returns.duplicates.finding import compared, could_be, of_returns, store_keys
from returns.duplicates.guard import elsewhere
from returns.duplicates.keys import digest_of, digest_of_both
from returns.duplicates.likeness import Compared, Likeness, compare
from returns.models import DuplicateDecision, DuplicatePair, GrantAward, PairState, Verdict
from returns.permissions import may_decide_pair

JOB = "returns.look_for_duplicates"


def ask_looks(people: Sequence[int]) -> None:
    """People changed: look for each of them anew, if they are in a return or were found alike before."""
    paired = DuplicatePair.objects.of(*people).values_list("first", "second")
    known = {key for pair in paired for key in pair} & set(people)
    if wanted := of_returns(people) | known:
        for code in Person.objects.filter(pk__in=wanted).values_list("code", flat=True):
            queue(JOB, code)


def look_due(code: UUID) -> None:
    """The worker's way in."""
    look_for_duplicates(Person.objects.filter(code=code).values_list("pk", flat=True))


@transaction.atomic
def look_for_duplicates(people: Sequence[int]) -> None:
    """Look for these people in other returns of the three countries, and bring their pairs in step with what is true.

    Looking twice changes nothing. What somebody decided stays until something changes that was compared.
    """
    people = sorted(people)
    facts = compared(people)
    store_keys(facts)
    present = of_returns(people)
    for person in people:
        follow_pairs(person, facts[person], is_there=person in present)
    join_identities(people)  # a merge, or its undoing, may be what changed


def look_now(people: Sequence[int]) -> None:
    """Look before money is promised or approved: whoever still waits for the worker can be found too."""
    waiting = Job.objects.filter(task=JOB, state__in=[JobState.QUEUED, JobState.RUNNING]).values("about")
    store_keys(compared(Person.objects.filter(code__in=waiting).order_by("pk").values_list("pk", flat=True)))
    look_for_duplicates(people)


def follow_pairs(person: int, own: Compared, *, is_there: bool) -> None:
    """One person against those who could be alike and those found before; who left the returns is like nobody."""
    pairs = DuplicatePair.objects.select_for_update().of(person).order_by("pk")
    known = {pair.other_than(person): pair for pair in pairs}
    candidates = could_be(person, own, also=known) if is_there else []
    for other, theirs in compared({*candidates, *known}).items():
        both = (own, theirs) if person < other else (theirs, own)
        likeness = compare(*both) if other in candidates else None
        follow_pair(person, other, known.get(other), digests(own, theirs), likeness)


def digests(own: Compared, theirs: Compared) -> str:
    """The digest of what is compared of both."""
    return digest_of_both(digest_of(own), digest_of(theirs))


def follow_pair(person: int, other: int, pair: DuplicatePair | None, digest: str, likeness: Likeness | None) -> None:
    """One pair: found, not alike any more, or alike on other facts than those somebody decided on."""
    if pair is None:
        if likeness:
            open_pair(person, other, digest, likeness)
        return
    if likeness is None:
        if pair.state != PairState.SAME:
            drop_tasks(pair)
            DuplicatePair.objects.filter(pk=pair.pk).update(state=PairState.LAPSED, digest=digest, changed_since=False)
        return
    if pair.digest == digest and pair.state != PairState.LAPSED:
        return
    pair.digest, pair.score, pair.is_strong, pair.reasons = digest, likeness.score, likeness.is_strong, likeness.reasons
    pair.changed_since = pair.state == PairState.SAME
    pair.state = PairState.SAME if pair.state == PairState.SAME else PairState.OPEN
    pair.save(update_fields=["digest", "score", "is_strong", "reasons", "changed_since", "state"])
    ask_officers(pair)


def open_pair(person: int, other: int, digest: str, likeness: Likeness) -> None:
    """Two people are alike for the first time; two looks at once find the same pair."""
    first, second = sorted([person, other])
    columns = {"score": likeness.score, "is_strong": likeness.is_strong, "reasons": likeness.reasons, "digest": digest}
    pair, made = DuplicatePair.objects.get_or_create(first_id=first, second_id=second, defaults=columns)
    if made:
        ask_officers(pair)


def ask_officers(pair: DuplicatePair) -> None:
    """A strong likeness is a task on every open case of both people; the task names nobody."""
    if not pair.is_strong:
        return
    asked = set(tasks_of(pair).filter(status=TaskStatus.TODO).values_list("case", flat=True))
    for case in cases_of(pair).exclude(status=Status.CLOSED).exclude(pk__in=asked):
        title = _("Possible duplicate in another return: decide whether it is one person")
        Task.objects.create(case=case, title=title, assignee=case.officer, facts={"duplicate": str(pair.code)})


def tasks_of(pair: DuplicatePair):
    """The tasks that a pair made."""
    return Task.objects.filter(facts__duplicate=str(pair.code), case__in=cases_of(pair))


def drop_tasks(pair: DuplicatePair) -> None:
    """Nothing is to be decided any more."""
    tasks_of(pair).filter(status=TaskStatus.TODO).update(status=TaskStatus.DROPPED)


def cases_of(pair: DuplicatePair):
    """The returns of both."""
    return Case.objects.filter(mandate=Mandate.RETURNS, members__person__in=pair.people).distinct()


@transaction.atomic
def decide_pair(*, pair: DuplicatePair, verdict: str, reason: str, by: User) -> DuplicateDecision:
    """Somebody decides, with a reason. A later decision takes the place of an earlier one, which stays on record."""
    locked = DuplicatePair.objects.select_for_update().get(pk=pair.pk)
    if not reason.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
    if not may_decide_pair(by, locked):
        raise ValidationError(_("Whoever counsels one of the two decides."))
    made = DuplicateDecision.objects.create(
        pair=locked, verdict=verdict, reason=reason.strip(), digest=locked.digest, decided_by=by
    )
    locked.state, locked.changed_since = PairState(verdict), False
    locked.save(update_fields=["state", "changed_since"])
    join_identities(locked.people)
    ask_officers(locked) if verdict == Verdict.TAKEN_BACK else drop_tasks(locked)
    for case in cases_of(locked):  # the reason may tell of the other file: it stays with the decision
        facts = {"verdict": verdict}
        record_event(case=case, kind=EventKind.DECISION, verb="returns.duplicate_decided", by=by, facts=facts)
    return made


def take_back(*, pair: DuplicatePair, by: User) -> DuplicateDecision | None:
    """Undo: the pair is open again. A second click changes nothing."""
    if DuplicatePair.objects.filter(pk=pair.pk, state__in=[PairState.OPEN, PairState.LAPSED]).exists():
        return None
    return decide_pair(pair=pair, verdict=Verdict.TAKEN_BACK, reason=_("Taken back."), by=by)


def insist_on_decided(award: GrantAward) -> None:
    """Look once more, then refuse while a strong likeness with somebody who holds a grant is not decided.

    Two approvals that concern one pair meet at its row, so that the second sees what the first approved.
    """
    people = set(award.lines.values_list("person", flat=True))
    look_now(people)
    list(DuplicatePair.objects.in_doubt().of(*people).order_by("pk").select_for_update())
    if doubts := elsewhere(award).doubts:
        raise ValidationError([str(doubt) for doubt in doubts])
