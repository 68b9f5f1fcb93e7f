"""Two people of returns who may be one: what was compared, how alike they are, what somebody decided."""

import uuid

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Mandate, Role, User
from cases.models import Member, Person
from cases.models.event import only_grows

DECIDERS = (Role.OFFICER, Role.LEAD)


class PairState(models.TextChoices):
    """What is known of a pair; open again as soon as something changes that was compared."""

    OPEN = "open", _("to be decided")
    SAME = "same", _("the same person")
    DIFFERENT = "different", _("not the same person")
    UNCLEAR = "unclear", _("unclear")
    LAPSED = "lapsed", _("no longer alike")


class Verdict(models.TextChoices):
    """What a person may decide; taking a decision back opens the pair again."""

    SAME = "same", _("the same person")
    DIFFERENT = "different", _("not the same person")
    UNCLEAR = "unclear", _("unclear")
    TAKEN_BACK = "open", _("taken back")


class DuplicateKeys(models.Model):
    """Under which keys a person of a return is found by others, and a digest of what is compared of the person."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="duplicate_keys")
    keys = ArrayField(models.CharField(max_length=700), default=list)
    digest = models.CharField(max_length=64)
    looked_at = models.DateTimeField(default=timezone.now)

    PERSONAL = "keys digest"
    SPECIAL = ""
    PLAIN = "person looked_at"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"looked_at": "by the portal itself"}

    class Meta:
        verbose_name = _("keys of a person")
        verbose_name_plural = _("keys of people")
        indexes = [GinIndex(fields=["keys"], name="returns_duplicate_by_keys", fastupdate=False)]
        triggers = [pgtrigger.Protect(name="returns_duplicatekeys_stay", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.person_id}"


class PairQuerySet(models.QuerySet):
    """Reads of pairs. A pair lies between two files, so it has a policy of its own."""

    def visible_to(self, user: User) -> "PairQuerySet":
        """Strong pairs for whoever counsels on one side; merely possible ones for whoever may read both files.

        A name that is only a little alike opens nobody's file in another country.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        scopes = [one for one in user.standing.within(*DECIDERS) if one.mandate in ("", Mandate.RETURNS)]
        countries = [one.country for one in scopes]
        if not countries:
            return self.none()
        if "" in countries:
            return self
        first, second = _is_of("first", countries), _is_of("second", countries)
        return self.filter(Q(is_strong=True) & (first | second) | (first & second))

    def asked(self) -> "PairQuerySet":
        """Those that wait for somebody, the surest first."""
        return self.filter(Q(state=PairState.OPEN) | Q(changed_since=True)).order_by("-is_strong", "-score", "pk")

    def in_doubt(self) -> "PairQuerySet":
        """Strong ones of which nobody said yet whether they are one person: money waits."""
        return self.filter(is_strong=True, state__in=[PairState.OPEN, PairState.UNCLEAR])

    def of(self, *people: Person | int) -> "PairQuerySet":
        """Those in which one of these people stands."""
        return self.filter(Q(first__in=people) | Q(second__in=people))


def _is_of(side: str, countries: list[str]) -> Exists:
    cases = Member.objects.filter(person=OuterRef(side), case__mandate=Mandate.RETURNS, case__country__in=countries)
    return Exists(cases)


class DuplicatePair(models.Model):
    """Two people who are alike. `first` has the lower key; `reasons` are codes, put into words at reading time.

    Open until somebody decides; open again, unless decided to be one person, as soon as `digest` (of what is compared
    of both) becomes another. One person stays one person until somebody decides otherwise; `changed_since` asks.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=PairState, default=PairState.OPEN)
    is_strong = models.BooleanField(default=False)
    score = models.DecimalField(max_digits=3, decimal_places=2)
    reasons = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    changed_since = models.BooleanField(default=False)
    found_at = models.DateTimeField(default=timezone.now, editable=False)

    PERSONAL = "score reasons digest"
    SPECIAL = ""
    PLAIN = "code first second state is_strong changed_since found_at"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"found_at": "by the portal itself"}

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("possible duplicate")
        verbose_name_plural = _("possible duplicates")
        ordering = ["-found_at", "-id"]
        indexes = [
            models.Index(fields=["state", "-score", "id"], name="returns_duplicate_by_state"),
            models.Index(fields=["second", "state"], name="returns_duplicate_second"),
        ]
        constraints = [
            one_of("state", PairState),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="returns_duplicatepair_in_order"),
            models.CheckConstraint(condition=Q(score__range=(0, 1)), name="returns_duplicatepair_score_of_one"),
            models.UniqueConstraint(fields=["first", "second"], name="returns_duplicatepair_once"),
        ]
        triggers = [pgtrigger.Protect(name="returns_duplicatepair_stays", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}"

    @property
    def people(self) -> tuple[int, int]:
        """The keys of both."""
        return self.first_id, self.second_id

    def person(self, key: int) -> Person:
        """The one of this key."""
        return self.first if key == self.first_id else self.second

    def other_than(self, person: int) -> int:
        """The key of the other one."""
        return self.second_id if person == self.first_id else self.first_id


class DuplicateDecision(models.Model):
    """What somebody decided of a pair, and why. The latest one holds; the earlier ones stay as they were."""

    pair = models.ForeignKey(DuplicatePair, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=10, choices=Verdict)
    reason = models.TextField()
    digest = models.CharField(max_length=64)
    decided_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "reason digest"
    SPECIAL = ""
    PLAIN = "pair verdict decided_at decided_by"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("decision on a possible duplicate")
        verbose_name_plural = _("decisions on possible duplicates")
        ordering = ["-decided_at", "-id"]
        constraints = [
            one_of("verdict", Verdict),
            paired("decided"),
            models.CheckConstraint(condition=~Q(reason=""), name="returns_duplicatedecision_says_why"),
        ]
        triggers = only_grows("returns_duplicatedecision_only_grows")

    def __str__(self) -> str:
        return self.verdict
