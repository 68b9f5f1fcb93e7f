"""Charters: aircraft whose seats are ours before it is known who sits in them."""

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Mandate, Organisation
from travel.models.movement import Movement

MOST_SEATS = 400


class Charter(models.Model):
    """What makes a movement a charter: for which mandate it is held, how many seats it has, who flies it.

    Seats are the numbers from 1 to `seats`. A seat without a name is nobody: no row stands for it, so nothing can
    count it as a person. A traveller of a charter holds one number (`Traveller.seat`), and gives it back with it.
    """

    movement = models.OneToOneField(Movement, on_delete=models.PROTECT, related_name="charter")
    mandate = models.CharField(_("for which mandate"), max_length=30, choices=Mandate)
    seats = models.PositiveSmallIntegerField(
        _("seats"), validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)]
    )
    operator = models.CharField(_("operator"), max_length=100, blank=True, help_text=_("Who flies it."))
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="charters",
        verbose_name=_("asked through"),
    )  # fmt: skip
    reference = models.CharField(_("the operator's reference"), max_length=40, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "movement mandate seats operator organisation reference confirmed_at confirmed_by"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("charter")
        verbose_name_plural = _("charters")
        constraints = [
            one_of("mandate", Mandate),
            paired("confirmed"),
            models.CheckConstraint(condition=Q(seats__gte=1, seats__lte=MOST_SEATS), name="travel_charter_has_seats"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="travel_charter_keeps_seats",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                IF NEW.movement_id <> OLD.movement_id OR EXISTS (
                    SELECT 1 FROM travel_traveller
                    WHERE movement_id = NEW.movement_id AND seat > NEW.seats
                    AND standing IN ('planned', 'booked', 'departed', 'arrived')
                ) THEN
                    RAISE EXCEPTION 'somebody sits in a seat that is taken away' USING ERRCODE = 'check_violation',
                        CONSTRAINT = 'travel_charter_keeps_seats';
                END IF;
                RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="travel_charter_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.movement_id} {self.seats}"


def seat_of_a_charter() -> pgtrigger.Trigger:
    """Postgres itself keeps that nobody travels on a charter without a seat of it; the charter's row is held meanwhile,
    so that seats cannot be taken away in the same moment."""
    return pgtrigger.Trigger(
        name="travel_traveller_sits_in_charter",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("seat", "standing", "movement_id"),
        when=pgtrigger.Before,
        declare=[("held", "integer")],
        func="""
        SELECT seats INTO held FROM travel_charter WHERE movement_id = NEW.movement_id FOR SHARE;
        IF (held IS NULL AND NEW.seat IS NOT NULL) OR (
            held IS NOT NULL AND NEW.standing IN ('planned', 'booked', 'departed', 'arrived')
            AND (NEW.seat IS NULL OR NEW.seat NOT BETWEEN 1 AND held)
        ) THEN
            RAISE EXCEPTION 'there is no such seat' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'travel_traveller_sits_in_charter';
        END IF;
        RETURN NEW;
        """,
    )
