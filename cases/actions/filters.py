"""Filters of the case list under a name."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import SavedFilter


@transaction.atomic
def save_filter(*, name: str, query: str, shared: bool, by: User) -> SavedFilter:
    """Keep a choice under a name; the same name of the same person is replaced."""
    kept, __ = SavedFilter.objects.update_or_create(
        saved_by=by, name=name, defaults={"query": query, "shared": shared, "saved_at": timezone.now()}
    )
    return kept


def drop_filter(*, kept: SavedFilter, by: User) -> None:
    """Forget one's own filter; a colleague's stays."""
    SavedFilter.objects.filter(pk=kept.pk, saved_by=by).delete()
