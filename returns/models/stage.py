"""The line of stages of a return, and the ways beside it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """From the first question to the last visit, and the side ways."""

    ENQUIRY = "enquiry", _("Enquiry")
    COUNSELLING = "counselling", _("Counselling")
    APPLICATION = "application", _("Application")
    ELIGIBILITY = "eligibility", _("Eligibility")
    STATEMENT = "statement", _("Statement of the police")
    DECIDED = "decided", _("Decided")
    DECLARED = "declared", _("Declaration signed")
    DOCUMENTS = "documents", _("Documents")
    READY = "ready", _("Ready to book")
    BOOKED = "booked", _("Booked")
    DEPARTED = "departed", _("Departed")
    ARRIVED = "arrived", _("Arrived")
    PLAN = "plan", _("Reintegration plan")
    INSTALMENTS = "instalments", _("Instalments")
    MONITORING = "monitoring", _("Monitoring")
    CLOSED = "closed", _("Closed")
    ON_HOLD = "on_hold", _("On hold")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REFUSED = "refused", _("Refused")


S = Stage
MAIN_LINE = (
    S.ENQUIRY, S.COUNSELLING, S.APPLICATION, S.ELIGIBILITY, S.STATEMENT, S.DECIDED, S.DECLARED, S.DOCUMENTS, S.READY,
    S.BOOKED, S.DEPARTED, S.ARRIVED, S.PLAN, S.INSTALMENTS, S.MONITORING, S.CLOSED,
)  # fmt: skip
BEFORE_DEPARTURE = MAIN_LINE[: MAIN_LINE.index(S.DEPARTED)]
AFTER_ARRIVAL = (S.ARRIVED, S.PLAN, S.INSTALMENTS, S.MONITORING)
ENDED = (S.CLOSED, S.WITHDRAWN, S.REFUSED)
ASIDE = (S.ON_HOLD, S.WITHDRAWN, S.REFUSED)
BACK = {  # steps back on the line: a journey that did not happen, a plan that is amended
    S.DOCUMENTS: (S.DECIDED,),
    S.READY: (S.DOCUMENTS, S.DECIDED),
    S.BOOKED: (S.READY, S.DOCUMENTS, S.DECIDED),
    S.INSTALMENTS: (S.PLAN,),
    S.MONITORING: (S.INSTALMENTS,),
}


def following() -> dict[str, tuple[str, ...]]:
    """What may follow what. Withdrawing is possible from everywhere, also at the gate and on the way; whoever is found
    to have gone already has departed, whatever came before."""
    table = {stage: (*_onwards(stage), *BACK.get(stage, ()), *_aside(stage)) for stage in MAIN_LINE[:-1]}
    table |= {stage: (*table[stage], S.DEPARTED) for stage in BEFORE_DEPARTURE[:-1]}
    return table | {
        S.CLOSED: (S.MONITORING,),
        S.ON_HOLD: (*BEFORE_DEPARTURE, *AFTER_ARRIVAL, S.WITHDRAWN, S.REFUSED),
        S.WITHDRAWN: (S.COUNSELLING, *AFTER_ARRIVAL),
        S.REFUSED: (S.COUNSELLING, S.APPLICATION),
    }


def _onwards(stage: str) -> tuple[str, ...]:
    after = MAIN_LINE[MAIN_LINE.index(stage) + 1]
    return (after, S.CLOSED) if stage in AFTER_ARRIVAL[:-1] else (after,)


def _aside(stage: str) -> tuple[str, ...]:
    if stage == S.DEPARTED:
        return (S.WITHDRAWN,)
    return (S.ON_HOLD, S.WITHDRAWN, S.REFUSED) if stage in BEFORE_DEPARTURE else (S.ON_HOLD, S.WITHDRAWN)
