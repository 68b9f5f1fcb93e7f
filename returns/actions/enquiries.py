"""Enquiries: sent, taken on as a case, or closed with a reason."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Mandate, User
from cases.actions.cases import add_member, open_case
from cases.actions.people import record_person
from cases.models import Case, Person, Relation
from returns.actions.decided import PREFIX, PROGRAMME
from returns.actions.journey_keys import give_key
from returns.actions.return_files import follow, open_return
from returns.models import AppliedBy, Enquiry, EnquiryState, JourneyKey

SCHEMES = {"FI": "FI-PALUU", "SE": "SE-ATER", "IS": "IS-HEIM"}
CONSENT_VERSION = "1"


@transaction.atomic
def send_enquiry(*, by: User | None, came_through: str = AppliedBy.MIGRANT, **columns) -> tuple[Enquiry, str]:
    """Somebody wants to return. Gives the enquiry and the code to the person's own page, shown once."""
    organisation = by.organisation if by and came_through != AppliedBy.OFFICER else None
    enquiry = Enquiry.objects.create(
        came_through=came_through, organisation=organisation, consent_version=CONSENT_VERSION, sent_by=by, **columns
    )
    return enquiry, give_key(enquiry=enquiry, by=by)


@transaction.atomic
def take_enquiry(*, enquiry: Enquiry, by: User, person: Person | None = None) -> Case:
    """An officer takes it on: a case with the person, known or new, and a return at its first stage."""
    locked = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if locked.state != EnquiryState.NEW:
        raise ValidationError(_("Somebody has answered this enquiry already."))
    case = open_case(
        mandate=Mandate.RETURNS, programme=PROGRAMME, prefix=PREFIX, country=enquiry.country, by=by, officer=by
    )
    person = person or person_of(enquiry)
    add_member(case=case, person=person, relation=Relation.PRINCIPAL)
    record = open_return(
        case=case, by=by, scheme=SCHEMES[enquiry.country], return_country=enquiry.return_country,
        applied_by=enquiry.came_through, applied_through=enquiry.organisation,
    )  # fmt: skip
    answer(locked, EnquiryState.TAKEN, by, case=case)
    JourneyKey.objects.in_force().filter(enquiry=locked).update(case=case, person=person)
    follow(record)
    return case


def person_of(enquiry: Enquiry) -> Person:
    """The person as the enquiry tells."""
    return record_person(
        birth=enquiry.birth, family_name=enquiry.family_name, given_names=enquiry.given_names, sex=enquiry.sex,
        citizenships=[enquiry.citizenship] if enquiry.citizenship else [], language=enquiry.language,
        phone=enquiry.phone, email=enquiry.email, safe_contact=enquiry.safe_contact,
    )  # fmt: skip


@transaction.atomic
def close_enquiry(*, enquiry: Enquiry, by: User, note: str) -> None:
    """No case comes of it: answered by telephone, sent twice, not ours."""
    if not note.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
    locked = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if locked.state == EnquiryState.NEW:
        answer(locked, EnquiryState.CLOSED, by, close_reason=note.strip()[:300])


def answer(enquiry: Enquiry, state: str, by: User, **columns) -> None:
    """What became of it, by whom."""
    columns |= {"state": state, "answered_at": timezone.now(), "answered_by": by}
    for name, value in columns.items():
        setattr(enquiry, name, value)
    enquiry.save(update_fields=list(columns))
