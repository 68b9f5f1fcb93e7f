"""What every record declares about itself: which columns are personal, how long rows are kept, and its paired columns.

A model names each of its columns in exactly one of PERSONAL, SPECIAL or PLAIN (space-separated) and says in KEPT how
long a row is kept; a test refuses silence. SPECIAL is what Article 9 GDPR protects: health, trafficking, religion.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Kept(models.TextChoices):
    """Retention rules. The years behind each are a setting of the office, not of the code."""

    WITH_CASE = "with_case", _("as long as the case it belongs to")
    WITH_ACCOUNT = "with_account", _("as long as the account it belongs to")
    ALWAYS = "always", _("evidence: kept as long as the portal")
    SHORT = "short", _("until its work is done, and a few weeks for proof")


def paired(name: str) -> models.CheckConstraint:
    """`<name>_at` and `<name>_by` are both set or both empty: no act without a person, no person without a time."""
    both, neither = Q(), Q()
    for column in (f"{name}_at", f"{name}_by"):
        both &= Q(**{f"{column}__isnull": False})
        neither &= Q(**{f"{column}__isnull": True})
    return models.CheckConstraint(condition=both | neither, name=f"%(app_label)s_%(class)s_{name}_pair")


def one_of(column: str, choices: type[models.TextChoices], blank: bool = False) -> models.CheckConstraint:
    """Postgres itself refuses a state word that is not in the list."""
    values = [*choices.values, ""] if blank else choices.values
    return models.CheckConstraint(
        condition=Q(**{f"{column}__in": values}), name=f"%(app_label)s_%(class)s_{column}_known"
    )
