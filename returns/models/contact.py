"""Safe contact: how a person may be reached, and every attempt to reach somebody."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models import Case, Person
from returns.models.visit import ContactWay, Visit
from returns.monitoring.reach import MonitoringQuerySet


class ContactRule(models.Model):
    """How a person may be contacted without harm: when, how, by whom, which words may be left, and what never.

    A rule is never edited: another one takes its place, and the attempts name the rule that was confirmed.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contact_rules")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_rules")
    ways = ArrayField(models.CharField(max_length=10, choices=ContactWay), verbose_name=_("how"), default=list)
    times = models.CharField(_("when"), max_length=300, blank=True)
    by_whom = models.CharField(_("by whom"), max_length=300, blank=True)
    words_to_leave = models.CharField(_("words that may be left"), max_length=500, blank=True)
    never = models.CharField(_("never"), max_length=500, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, editable=False)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "ways times by_whom words_to_leave never"
    SPECIAL = ""
    PLAIN = "code case person recorded_at recorded_by ended_at ended_by"
    KEPT = Kept.WITH_CASE

    objects = MonitoringQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule of safe contact")
        verbose_name_plural = _("rules of safe contact")
        ordering = ["-id"]
        constraints = [
            paired("recorded"),
            paired("ended"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None), name="returns_contactrule_one_in_force"
            ),
        ]

    def __str__(self) -> str:
        return str(self.code)

    @property
    def ways_in_words(self) -> str:
        """The ways that are allowed, in the reader's language."""
        return ", ".join(str(ContactWay(way).label) for way in self.ways)


class AttemptOutcome(models.TextChoices):
    """What came of an attempt."""

    REACHED = "reached", _("reached")
    CALL_LATER = "call_later", _("reached, asks to be called later")
    NO_ANSWER = "no_answer", _("no answer")
    SOMEBODY_ELSE = "somebody_else", _("somebody else answered")
    NOT_IN_USE = "not_in_use", _("number or address not in use")


ANSWERED = (AttemptOutcome.REACHED, AttemptOutcome.CALL_LATER)


class ContactAttempt(models.Model):
    """One attempt to reach a person after the return, whatever came of it. `rule` is the one read and confirmed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contact_attempts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="attempts")
    channel = models.CharField(_("how"), max_length=10, choices=ContactWay)
    outcome = models.CharField(_("what came of it"), max_length=15, choices=AttemptOutcome)
    rule = models.ForeignKey(ContactRule, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rule_confirmed = models.BooleanField(default=False)
    note = models.TextField(_("note"), blank=True)
    tried_at = models.DateTimeField(_("when"), default=timezone.now)
    tried_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "note"
    SPECIAL = ""
    PLAIN = "case person visit channel outcome rule rule_confirmed tried_at tried_by"
    KEPT = Kept.WITH_CASE

    objects = MonitoringQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt to reach somebody")
        verbose_name_plural = _("attempts to reach somebody")
        ordering = ["-tried_at", "-id"]
        constraints = [
            one_of("channel", ContactWay),
            one_of("outcome", AttemptOutcome),
            paired("tried"),
            models.CheckConstraint(
                condition=Q(rule=None) | Q(rule_confirmed=True), name="returns_contactattempt_rule_was_read"
            ),
        ]

    def __str__(self) -> str:
        return self.outcome

    @property
    def is_answered(self) -> bool:
        """Was the person reached?"""
        return self.outcome in ANSWERED
