"""Putting two records of one person together, taking them apart again, and saying that two people are two."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.events import record_event
from cases.changes import people_changed
from cases.duplicates import obstacle
from cases.models import Case, EventKind, Merge, NotTheSame, Person

STAYS = {"Merge", "NotTheSame"}


@transaction.atomic
def merge_people(*, kept: Person, gone: Person, by: User) -> Merge:
    """From now on all that hung on `gone` hangs on `kept`; the journal knows which rows, in every room of the house."""
    list(Person.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk]).order_by("pk"))  # two merges at once
    if obstacle(kept, gone, by):
        raise ValidationError(_("Two members of one case are two people, and cases you may not see cannot be moved."))
    cases = list(Case.objects.filter(members__person=gone))
    try:
        with transaction.atomic():
            moved = {_place(*table): _hand_over(*table, gone, kept) for table in tables_of_people()}
            merge = Merge.objects.create(kept=kept, gone=gone, moved=moved, merged_by=by)
    except IntegrityError as clash:
        raise ValidationError(_("Both records hold the same thing, such as a consent. End one first.")) from clash
    for case in cases:
        record_event(case=case, kind=EventKind.CASE, verb="cases.merged", by=by, person=kept)
    people_changed(kept.pk, gone.pk)
    return merge


@transaction.atomic
def undo_merge(*, merge: Merge, by: User) -> bool:
    """Give back exactly what changed hands; a second click changes nothing."""
    undone = Merge.objects.filter(pk=merge.pk, undone_at=None).update(undone_at=timezone.now(), undone_by=by)
    if not undone:
        return False
    for model, name in tables_of_people():
        keys = merge.moved.get(_place(model, name), [])
        model._base_manager.filter(pk__in=keys, **{name: merge.kept_id}).update(**{name: merge.gone_id})
    for case in Case.objects.filter(members__person=merge.gone_id):
        record_event(case=case, kind=EventKind.CASE, verb="cases.unmerged", by=by, person=merge.gone)
    people_changed(merge.kept_id, merge.gone_id)
    return True


def judge_different(*, person: Person, other: Person, by: User) -> None:
    """These are two people; nobody is asked again."""
    first, second = sorted([person, other], key=lambda one: one.pk)
    NotTheSame.objects.get_or_create(first=first, second=second, defaults={"judged_by": by})


def tables_of_people() -> Iterator[tuple[type[models.Model], str]]:
    """Every table of the house that names a person, except those that only grow and the journal itself."""
    for relation in Person._meta.related_objects:
        model = relation.related_model
        if model.__name__ not in STAYS and not relation.many_to_many and not getattr(model._meta, "triggers", None):
            yield model, relation.field.name


def _place(model: type[models.Model], name: str) -> str:
    return f"{model._meta.label}.{name}"


def _hand_over(model: type[models.Model], name: str, gone: Person, kept: Person) -> list[int]:
    keys = list(model._base_manager.filter(**{name: gone}).values_list("pk", flat=True))
    model._base_manager.filter(pk__in=keys).update(**{name: kept})
    return keys
