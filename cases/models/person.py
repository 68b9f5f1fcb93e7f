"""People, as far as they are known."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of
from accounts.models import Organisation
from cases.births import Birth, Precision
from cases.records import RecordQuerySet


class Sex(models.TextChoices):
    """As the authority recorded it."""

    F = "F", _("woman")
    M = "M", _("man")
    X = "X", _("other or not known")


class SearchKey(Func):
    """Lower case without accents, by an immutable function of this app's first migration."""

    function = "cases_search_key"
    output_field = TextField()


class PersonQuerySet(RecordQuerySet):
    """Reads of people: whoever may see a case may see its members."""

    via_case = "memberships__case__"

    def named_like(self, words: str) -> "PersonQuerySet":
        """People whose names hold every word, whatever its accents and case."""
        found = self
        for word in words.split():
            found = found.filter(search_name__contains=SearchKey(Value(word)))
        return found


class Person(models.Model):
    """Somebody we work for. Either name may be empty, not both: people with one name exist.

    `document_name` and `document_birth_date` are what the travel document prints, which is what airlines check; they
    are filled only where they differ from the names above, or where the real birth date is not fully known.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    family_name = models.CharField(_("family name"), max_length=300, blank=True)
    given_names = models.CharField(_("given names"), max_length=300, blank=True)
    native_name = models.CharField(_("name in original script"), max_length=600, blank=True)
    document_name = models.CharField(_("name in travel document"), max_length=600, blank=True)
    sex = models.CharField(_("sex"), max_length=1, choices=Sex)
    birth_precision = models.CharField(max_length=10, choices=Precision, default=Precision.UNKNOWN)
    birth_year = models.SmallIntegerField(null=True, blank=True)
    birth_month = models.SmallIntegerField(null=True, blank=True)
    birth_day = models.SmallIntegerField(null=True, blank=True)
    document_birth_date = models.DateField(_("birth date in travel document"), null=True, blank=True)
    citizenships = ArrayField(models.CharField(max_length=3), default=list, blank=True, help_text="ISO 3166-1 alpha-3")
    language = models.CharField(_("language"), max_length=100, blank=True)
    needs_interpreter = models.BooleanField(_("needs an interpreter"), default=False)
    phone = models.CharField(_("telephone"), max_length=1000, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    safe_contact = models.CharField(
        _("safe contact rule"), max_length=200, blank=True, help_text=_("Such as: SMS only.")
    )
    search_name = models.GeneratedField(
        expression=SearchKey(
            Concat(
                F("family_name"),
                Value(" "),
                F("given_names"),
                Value(" "),
                F("native_name"),
                Value(" "),
                F("document_name"),
            )
        ),
        output_field=TextField(),
        db_persist=True,
    )

    PERSONAL = (
        "family_name given_names native_name document_name sex birth_precision birth_year birth_month birth_day "
        "document_birth_date language needs_interpreter phone email safe_contact search_name"
    )
    SPECIAL = "citizenships"
    PLAIN = "code"
    KEPT = Kept.WITH_CASE

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [GinIndex(OpClass("search_name", name="gin_trgm_ops"), name="cases_person_search")]
        constraints = [
            one_of("sex", Sex),
            models.CheckConstraint(condition=~Q(family_name="", given_names=""), name="cases_person_has_a_name"),
            models.CheckConstraint(
                condition=Q(birth_precision="unknown", birth_year=None, birth_month=None, birth_day=None)
                | Q(birth_precision__in=["year", "estimated"], birth_year__gt=1850, birth_month=None, birth_day=None)
                | Q(birth_precision="month", birth_year__gt=1850, birth_month__range=(1, 12), birth_day=None)
                | Q(birth_precision="day", birth_year__gt=1850, birth_month__range=(1, 12), birth_day__range=(1, 31)),
                name="cases_person_birth_as_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """As in the travel document: FAMILY NAME, Given Names; one name alone where there is one."""
        if self.document_name:
            return self.document_name
        return ", ".join(part for part in (self.family_name.upper(), self.given_names) if part)

    @property
    def birth(self) -> Birth:
        """The birth date as far as it is known."""
        return Birth(self.birth_precision, self.birth_year, self.birth_month, self.birth_day)

    @birth.setter
    def birth(self, birth: Birth) -> None:
        self.birth_precision = birth.precision
        self.birth_year, self.birth_month, self.birth_day = birth.year, birth.month, birth.day


class PersonIdentifier(models.Model):
    """A number that somebody gave to a person: unique within its issuer."""

    class Kind(models.TextChoices):
        """What the number is."""

        AUTHORITY = "authority", _("authority's person number")
        UNHCR_INDIVIDUAL = "unhcr_individual", _("UNHCR individual number")
        MIMOSA = "mimosa", _("MiMOSA number")
        TRAVEL_DOCUMENT = "travel_document", _("travel document number")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=20, choices=Kind)
    issuer = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    country = models.CharField(max_length=3, blank=True, help_text=_("Issuing country, for travel documents."))
    number = models.CharField(max_length=1000)

    PERSONAL = "number"
    SPECIAL = ""
    PLAIN = "person kind issuer country"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "issuer", "country", "number"], nulls_distinct=False, name="cases_identifier_once"
            ),
        ]

    def __str__(self) -> str:
        return self.number
