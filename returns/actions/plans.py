"""Writing reintegration plans: begin, write, amend, drop. Whoever writes takes the return's row first."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, OrganisationKind, User
from cases.actions.events import record_event
from cases.models import EventKind
from cases.reference.countries import countries
from returns.actions.return_files import follow, insist_on_reason
from returns.models import (
    ENDED,
    AwardState,
    GrantAward,
    PlanActivity,
    PlanBudgetLine,
    PlanObjective,
    PlanState,
    ProviderKind,
    ReintegrationPlan,
    Return,
    ServiceProvider,
)  # fmt: skip
from returns.permissions import may_act
from returns.plans.ceiling import ceiling_of, insist_on_ceiling
from returns.refused_money import in_plain_words

ROWS = {"objectives": PlanObjective, "activities": PlanActivity, "budget": PlanBudgetLine}
GIVERS = {"activities": ProviderKind.ORGANISATION, "budget": ProviderKind.SUPPLIER}


@transaction.atomic
def begin_plan(*, record: Return, by: User) -> ReintegrationPlan:
    """The first version, under the approved award that leaves most to plan, for the mission of the country."""
    insist_on_writer(record, by)
    if record.plans.exclude(state=PlanState.DROPPED).exists():
        raise ValidationError(_("There is a plan already. Go on with it, or amend it."))
    awards = sorted(awards_of(record), key=ceiling_of, reverse=True)
    if not awards:
        raise ValidationError(_("A plan begins when the grant is approved."))
    mission = missions_of(record).first()
    if mission is None:
        raise ValidationError(_("No mission is known in the country of return. An administrator adds it."))
    plan = ReintegrationPlan.objects.create(
        return_file=record, n=record.plans.count() + 1, award=awards[0], mission=mission, begun_by=by, written_by=by,
        reason=str(_("Begun anew.")) if record.plans.exists() else "",
    )  # fmt: skip
    say_of_plan(plan, "returns.plan_begun", by)
    return plan


@transaction.atomic
def write_plan(
    *, plan: ReintegrationPlan, edition: int, award: GrantAward, mission: Organisation, situation: str,
    objectives: Sequence[dict], activities: Sequence[dict], budget: Sequence[dict], by: User,
) -> None:  # fmt: skip
    """Keep what was typed. Refused where somebody else saved meanwhile, or the budget is more than the award gives."""
    locked = locked_plan(plan, by)
    if not locked.is_writable:
        raise ValidationError(_("This version was submitted. It is written again when it is sent back."))
    if locked.edition != edition:
        words = {"who": locked.written_by.name, "time": timezone.localtime(locked.written_at).strftime("%H:%M")}
        raise ValidationError(_("%(who)s saved this plan at %(time)s. Save again to keep what stands here.") % words)
    if award not in awards_of(locked.return_file):
        raise ValidationError(_("This grant is not an approved grant of this return."))
    insist_on_ceiling(award, sum((row["amount"] for row in budget), Decimal()))
    locked.award, locked.mission, locked.situation = award, mission, situation
    locked.edition, locked.written_at, locked.written_by = edition + 1, timezone.now(), by
    with in_plain_words():
        locked.save(update_fields=["award", "mission", "situation", "edition", "written_at", "written_by"])
        for name, rows in (("objectives", objectives), ("activities", activities), ("budget", budget)):
            _write_rows(locked, name, rows)


def _write_rows(plan: ReintegrationPlan, name: str, rows: Sequence[dict]) -> None:
    """The rows as they stand on the page, in their order, under the keys they had."""
    model, seen = ROWS[name], set()
    model.objects.filter(plan=plan).delete()
    made = []
    for place, row in enumerate(rows):
        columns = {key: value for key, value in row.items() if key != "key"}
        if name in GIVERS:
            columns["provider"] = provider_of(row["provider"], plan.return_file.return_country, GIVERS[name])
        key = row.get("key") or uuid4()
        key = uuid4() if key in seen else key
        seen.add(key)
        made.append(model(plan=plan, key=key, place=place, **columns))
    model.objects.bulk_create(made)


def provider_of(name: str, country: str, kind: str) -> ServiceProvider | None:
    """The provider of this name in this country; one that nobody knew is added."""
    name = " ".join(name.split())
    if not name:
        return None
    known = ServiceProvider.objects.filter(name__iexact=name, country=country).first()
    return known or ServiceProvider.objects.create(name=name, country=country, kind=kind)


@transaction.atomic
def amend_plan(*, plan: ReintegrationPlan, reason: str, by: User) -> ReintegrationPlan:
    """The next version, with everything the approved one says; that one holds until this one is approved."""
    locked = locked_plan(plan, by)
    insist_on_reason(reason)
    if locked.state != PlanState.APPROVED:
        raise ValidationError(_("Only an approved plan is amended."))
    record = locked.return_file
    if record.plans.open().exists():
        raise ValidationError(_("An amendment is being written already."))
    made = ReintegrationPlan.objects.create(
        return_file=record, n=record.plans.order_by("-n").first().n + 1, award=locked.award, mission=locked.mission,
        situation=locked.situation, reason=reason, begun_by=by, written_by=by,
    )  # fmt: skip
    for model in ROWS.values():
        rows = list(model.objects.filter(plan=locked))
        for row in rows:
            row.pk, row.plan = None, made
        model.objects.bulk_create(rows)
    say_of_plan(made, "returns.plan_amended", by, note=reason)
    return made


@transaction.atomic
def drop_plan(*, plan: ReintegrationPlan, by: User) -> None:
    """A version that is not approved yet is given up; an approved one before it goes on to hold."""
    locked = locked_plan(plan, by)
    if locked.state not in (PlanState.DRAFT, PlanState.SENT_BACK):
        raise ValidationError(_("Only what is still being written is dropped."))
    _drop(locked, by)


@transaction.atomic
def drop_open_plans(*, record: Return, by: User | None) -> None:
    """A return ended before its time: nothing waits for anybody any more. Called in the transaction of the ending."""
    for plan in record.plans.open().select_for_update(of=("self",)).select_related("return_file__case"):
        _drop(plan, by)


def _drop(plan: ReintegrationPlan, by: User | None) -> None:
    plan.state = PlanState.DROPPED
    plan.save(update_fields=["state"])
    say_of_plan(plan, "returns.plan_dropped", by)


def awards_of(record: Return):
    """The grants under which one may plan."""
    return record.awards.filter(state=AwardState.APPROVED).order_by("pk")


def missions_of(record: Return):
    """The missions of the country of return."""
    country = countries().get(record.return_country)
    return Organisation.objects.filter(
        kind=OrganisationKind.IOM_MISSION, country=country.alpha2 if country else ""
    ).order_by("name")


def locked_plan(plan: ReintegrationPlan, by: User) -> ReintegrationPlan:
    """The plan under lock, for somebody of the office who may act on it: the return's row first, then the plan's."""
    insist_on_writer(plan.return_file, by)
    return lock_plan(plan)


def lock_plan(plan: ReintegrationPlan) -> ReintegrationPlan:
    """The plan under lock."""
    Return.objects.select_for_update().get(pk=plan.return_file_id)
    rows = ReintegrationPlan.objects.select_for_update(of=("self",))
    return rows.select_related("return_file__case__officer", "mission", "award", "written_by", "submitted_by").get(
        pk=plan.pk
    )


def insist_on_writer(record: Return, by: User) -> None:
    """An officer or lead of the country, on a return that has not ended."""
    if not may_act(by, record.case):
        raise ValidationError(_("An officer or lead of this country writes the plan."))
    if Return.objects.select_for_update().get(pk=record.pk).stage in ENDED:
        raise ValidationError(_("The return has ended."))


def say_of_plan(
    plan: ReintegrationPlan, verb: str, by: User | None, *, note: str = "", happened_on=None, **facts: str
) -> None:  # fmt: skip
    """A line of the timeline; tasks follow."""
    record = plan.return_file
    record_event(
        case=record.case, kind=EventKind.DECISION, verb=verb, by=by, note=note, happened_on=happened_on,
        facts={"version": plan.n} | facts,
    )  # fmt: skip
    follow(record)


def known_key(words: str) -> UUID | None:
    """The key of a row as it came back from a page."""
    try:
        return UUID(words)
    except ValueError:
        return None
