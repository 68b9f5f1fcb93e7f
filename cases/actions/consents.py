"""Consents and referrals."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from cases.actions.events import record_event
from cases.models import Case, Consent, EventKind, Person, Purpose, Referral


@transaction.atomic
def record_consent(*, person: Person, purpose: str, text_version: str, language: str, by: User) -> Consent:
    """A person agreed to one purpose."""
    if Consent.objects.in_force().filter(person=person, purpose=purpose).exists():
        raise ValidationError(_("This consent is already in force."))
    return Consent.objects.create(
        person=person, purpose=purpose, text_version=text_version, language=language, given_by=by
    )


@transaction.atomic
def withdraw_consent(*, consent: Consent, by: User) -> None:
    """A person took an agreement back; from now on sharing without it is refused."""
    Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(withdrawn_at=timezone.now(), withdrawn_by=by)


@transaction.atomic
def refer(
    *, case: Case, person: Person, service: str, by: User, to_mandate: str = "",
    to_organisation: Organisation | None = None, override_reason: str = "",
) -> Referral:  # fmt: skip
    """Ask another mandate or a partner for a service. Without consent only with a reason, which stays on record."""
    consent = Consent.objects.in_force().filter(person=person, purpose=Purpose.SHARE).first()
    if consent is None and not override_reason:
        raise ValidationError(_("There is no consent to share. Record it, or say why it is shared without."))
    referral = Referral.objects.create(
        case=case, person=person, service=service, consent=consent, override_reason=override_reason,
        to_mandate=to_mandate, to_organisation=to_organisation, sent_by=by,
    )  # fmt: skip
    whom = to_organisation.name if to_organisation else to_mandate
    facts = {"service": service, "whom": whom, "without_consent": consent is None}
    record_event(case=case, kind=EventKind.CASE, verb="cases.referred", by=by, person=person, facts=facts)
    return referral
