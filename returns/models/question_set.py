"""Sets of questions of the Reintegration Sustainability Survey, as loaded: questions, answers, scores and weights."""

import uuid
from decimal import Decimal
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models.event import only_grows


class Dimension(models.TextChoices):
    """The three sides of a reintegration."""

    ECONOMIC = "economic", _("Economic")
    SOCIAL = "social", _("Social")
    PSYCHOSOCIAL = "psychosocial", _("Psychosocial")


class QuestionSetState(models.TextChoices):
    """A set is loaded as a draft, put in use by a second person, and superseded or discarded."""

    DRAFT = "draft", _("Draft")
    ACTIVE = "active", _("In use")
    SUPERSEDED = "superseded", _("Superseded")
    DISCARDED = "discarded", _("Discarded")


class QuestionSetQuerySet(models.QuerySet):
    """Reads of sets."""

    def drafts(self) -> Self:
        """Those that wait for a second person."""
        return self.filter(state=QuestionSetState.DRAFT)

    def in_use(self) -> "QuestionSet | None":
        """The one that new surveys ask."""
        return self.filter(state=QuestionSetState.ACTIVE).first()


class QuestionSet(models.Model):
    """One version of the survey. One is in use; a survey keeps the version in which it was begun.

    `is_verified` says that somebody compared it with the published annex; scores of others are shown as unverified.
    A set is never put in use by the person who loaded it; the set that the portal came with names nobody.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200)
    source = models.CharField(_("source"), max_length=1000, blank=True)
    is_verified = models.BooleanField(_("compared with the published table"), default=False)
    state = models.CharField(max_length=12, choices=QuestionSetState, default=QuestionSetState.DRAFT)
    came_with_portal = models.BooleanField(default=False, editable=False)
    loaded_at = models.DateTimeField(null=True, editable=False)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    activated_at = models.DateTimeField(null=True, editable=False)
    activated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, editable=False)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = (
        "code title source is_verified state came_with_portal loaded_at loaded_by activated_at activated_by ended_at "
        "ended_by"
    )
    KEPT = Kept.ALWAYS

    objects = QuestionSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("set of questions")
        verbose_name_plural = _("sets of questions")
        ordering = ["-id"]
        constraints = [
            one_of("state", QuestionSetState),
            paired("loaded"),
            paired("activated"),
            paired("ended"),
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="active"), name="returns_questionset_one_in_use"
            ),
            models.CheckConstraint(
                condition=Q(activated_by=None) | ~Q(activated_by=F("loaded_by")),
                name="returns_questionset_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["active", "superseded"]) | Q(came_with_portal=True) | ~Q(activated_by=None),
                name="returns_questionset_activated_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Question(models.Model):
    """One question of one set. Postgres refuses to change or remove it: whoever wants another loads another set.

    `words` is the question by language. `options` are its answers in order: `code`, `score` (a decimal of 0 to 1 as
    text; empty: the answer does not count), `flags` (this answer calls for a screening), `words` by language.
    """

    question_set = models.ForeignKey(QuestionSet, on_delete=models.PROTECT, related_name="questions")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    dimension = models.CharField(max_length=15, choices=Dimension)
    weight = models.DecimalField(_("weight in its dimension"), max_digits=8, decimal_places=4)
    weight_composite = models.DecimalField(_("weight in the composite"), max_digits=8, decimal_places=4)
    scale = models.CharField(max_length=60)
    words = models.JSONField(default=dict)
    options = models.JSONField(default=list)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "question_set place name dimension weight weight_composite scale words options"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["place"]
        constraints = [
            one_of("dimension", Dimension),
            models.UniqueConstraint(fields=["question_set", "name"], name="returns_question_once_in_a_set"),
            models.CheckConstraint(condition=Q(weight__gte=0, weight_composite__gte=0), name="returns_question_weighs"),
        ]
        triggers = only_grows("returns_question_only_grows")

    def __str__(self) -> str:
        return self.name

    def said_in(self, language: str) -> str:
        """The question in a language; in English where the set does not have it."""
        return self.words.get(language) or self.words["en"]

    @property
    def scores(self) -> dict[str, Decimal | None]:
        """What each answer is worth; none: it does not count."""
        return {one["code"]: Decimal(one["score"]) if one["score"] else None for one in self.options}

    @property
    def flags(self) -> frozenset[str]:
        """The answers that call for a screening."""
        return frozenset(one["code"] for one in self.options if one["flags"])
