"""Loading decrees and country lists, putting them in force, discarding drafts."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from notices.actions.sending import write_notice
from returns.actions.computations import compute_anew
from returns.models import CountryGroupEntry, GrantRule, RuleSet, RuleSetState
from returns.permissions import colleagues_of_returns, may_activate, second_persons
from returns.reference.shipped import shipped_groups, shipped_rules, title_of
from returns.rules.tables import Table

NOTHING = Table(())


@transaction.atomic
def load_shipped_rules() -> list[RuleSet]:
    """The tables that the portal comes with, in force from the beginning; what is already there stays as it is."""
    there = set(RuleSet.objects.filter(came_with_portal=True).values_list("scheme", flat=True))
    rules, groups = shipped_rules().rows, shipped_groups().rows
    return [
        _write_set(
            scheme,
            rules,
            groups,
            title=title_of(scheme, rules),
            begins_on=None,
            state=RuleSetState.ACTIVE,
            came_with_portal=True,
        )
        for scheme in sorted({row["scheme"] for row in (*rules, *groups)} - there)
    ]


@transaction.atomic
def load_rules(
    *, by: User, rules: Table = NOTHING, groups: Table = NOTHING, title: str = "", legal_source: str = ""
) -> list[RuleSet]:
    """A table as drafts, one per scheme; refused as a whole where a row is wrong. A second person is told."""
    if errors := [*rules.errors, *groups.errors]:
        raise ValidationError([str(error) for error in errors])
    known = known_days()
    rule_rows = [_with_known(row, known, row["rule_id"]) for row in rules.rows]
    group_rows = [_with_known(row, known, row["group"]) for row in groups.rows]
    made = []
    for scheme in sorted({*rules.schemes, *groups.schemes}):
        own = [row for row in (*rule_rows, *group_rows) if row["scheme"] == scheme]
        made.append(
            _write_set(scheme, rule_rows, group_rows, title=title or scheme, legal_source=legal_source,
                       begins_on=first_day(own), loaded_at=timezone.now(), loaded_by=by)
        )  # fmt: skip
    _tell(made, "returns.rules_waiting", second_persons(by))
    return made


def first_day(rows: Iterable[dict]) -> date | None:
    """The first day on which rows speak; none where any of them has no first day: they speak from the beginning."""
    days = [row["valid_from"] for row in rows]
    return None if None in days else min(days, default=None)


def known_days() -> dict[tuple, dict]:
    """What is known of undated rules in force: it stays with a row that is loaded again unchanged in its dates."""
    known = {}
    for model, name in ((GrantRule, "rule_id"), (CountryGroupEntry, "group")):
        for row in model.objects.filter(rule_set__state=RuleSetState.ACTIVE).values():
            if row["known_from"] or row["known_until"]:
                key = (row["scheme"], row[name], row["valid_from"], row["valid_to"])
                known[key] = {"known_from": row["known_from"], "known_until": row["known_until"]}
    return known


def _with_known(row: dict, known: dict[tuple, dict], name: str) -> dict:
    if row["known_from"] or row["known_until"]:
        return row
    return row | known.get((row["scheme"], name, row["valid_from"], row["valid_to"]), {})


def _write_set(scheme: str, rules: Iterable[dict], groups: Iterable[dict], **columns) -> RuleSet:
    made = RuleSet.objects.create(scheme=scheme, **columns)
    GrantRule.objects.bulk_create(GrantRule(rule_set=made, **row) for row in rules if row["scheme"] == scheme)
    CountryGroupEntry.objects.bulk_create(
        CountryGroupEntry(rule_set=made, **row) for row in groups if row["scheme"] == scheme
    )
    return made


@transaction.atomic
def activate_rules(*, rule_set: RuleSet, by: User) -> int:
    """Put a draft in force, by somebody other than who loaded it; gives how many open computations came out anew."""
    draft = RuleSet.objects.select_for_update().get(pk=rule_set.pk)  # two people at once must see each other
    if draft.state != RuleSetState.DRAFT:
        raise ValidationError(_("This is no draft any more."))
    if by.pk == draft.loaded_by_id or not may_activate(by, draft):
        raise ValidationError(_("Whoever loaded a decree does not put it in force. Ask a second person."))
    now = timezone.now()
    RuleSet.objects.active().filter(scheme=draft.scheme, begins_on=draft.begins_on).update(
        state=RuleSetState.SUPERSEDED, ended_at=now, ended_by=by
    )
    draft.state, draft.activated_at, draft.activated_by = RuleSetState.ACTIVE, now, by
    draft.save(update_fields=["state", "activated_at", "activated_by"])
    changed = compute_anew(scheme=draft.scheme, by=by)
    _tell([draft], "returns.rules_activated", colleagues_of_returns(by), changed=changed)
    return changed


@transaction.atomic
def discard_rules(*, rule_set: RuleSet, by: User) -> None:
    """Give a draft up; it stays on record and never speaks."""
    gone = (
        RuleSet.objects.drafts()
        .filter(pk=rule_set.pk)
        .update(state=RuleSetState.DISCARDED, ended_at=timezone.now(), ended_by=by)
    )
    if not gone:
        raise ValidationError(_("This is no draft any more."))


def _tell(sets: Iterable[RuleSet], kind: str, people: Iterable[User], **facts) -> None:
    people = list(people)
    for one in sets:
        link = reverse("returns:rule_set", args=[one.code])
        for person in people:
            write_notice(
                kind=kind, once=f"{kind}:{one.code}:{person.pk}", user=person, link=link,
                facts={"scheme": one.scheme, "title": one.title} | facts,
            )  # fmt: skip
