"""A charter to Baghdad of which some seats have names, RIAT files of its people, and a return recorded afterwards."""

from datetime import datetime, time, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import Mandate, User
from cases.actions.consents import record_consent
from cases.actions.documents import add_document
from cases.births import Birth
from cases.models import Case, DocumentKind, Purpose, Relation
from iomfi.demo.clock import at
from iomfi.demo.work import finish_work
from returns.actions.past import Returned, open_past_return
from returns.actions.riat import move_riat, open_riat, register_riat
from returns.models import Return, RiatFile, RiatStatus, Support
from travel.actions.charters import confirm_charter, give_seats, plan_charter
from travel.actions.planning import Party
from travel.models import Charter, Movement
from travel.providers.agency import flight_from_words

SEATS = 12
AHEAD = timedelta(days=23)
SHEET = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def seat_on_charter(case: Case, by: User, travel: User) -> None:
    """The family takes seats on the charter to Baghdad; whoever comes first finds it confirmed and empty."""
    charter = Charter.objects.select_related("movement").first()
    movement = charter.movement if charter else charter_to_baghdad(by, travel)
    with at(timezone.localdate() - timedelta(days=4), 10, 30):
        give_seats(movement=movement, case=case, people=Party.whole(case).people, by=by)
        finish_work()


def charter_to_baghdad(by: User, travel: User) -> Movement:
    """Twelve seats, confirmed by the operator; nobody has a name yet."""
    today = timezone.localdate()
    with at(today - timedelta(days=9), 13, 10):
        movement = plan_charter(
            mandate=Mandate.RETURNS, country="FI", origin="HEL", destination="BGW", departs_on=today + AHEAD,
            seats=SEATS, operator="Pohjola Charter", by=by,
        )  # fmt: skip
    with at(today - timedelta(days=6), 9, 45):
        day = datetime.combine(today + AHEAD, time())
        flight = flight_from_words(
            carrier="PC", number="2214", origin="HEL", destination="BGW", departs=day + timedelta(hours=9, minutes=30),
            arrives=day + timedelta(hours=15, minutes=10),
        )  # fmt: skip
        confirm_charter(movement=movement, flights=[flight], reference="PC 2214", by=travel)
    return movement


def riat_file(case: Case, by: User, number: int, asked_days_ago: int) -> RiatFile:
    """A file that was registered and opened; where it was asked so long ago, its clock runs."""
    record = Return.objects.select_related("case").get(case=case)
    principal = case.members.select_related("person").get(relation=Relation.PRINCIPAL).person
    today = timezone.localdate()
    with at(today - timedelta(days=asked_days_ago + 5), 11):
        record_consent(person=principal, purpose=Purpose.SHARE, text_version="4", language=principal.language, by=by)
        sheet = add_document(
            case=case, kind=DocumentKind.CONSENT, file=ContentFile(SHEET, name="consent-sheet.pdf"), by=by,
            person=principal,
        )  # fmt: skip
        riat = open_riat(
            record=record, by=by, return_country=record.return_country, project="EURP 2026",
            organisation="Finnish Immigration Service", partner="Reintegration Partner Iraq",
            support=Support.POST_RETURN,
        )  # fmt: skip
        register_riat(riat=riat, reference=f"EURP-FI-2026-{number:05}", consent_sheet=sheet, by=by)
        move_riat(riat=riat, to=RiatStatus.OPEN, by=by)
    return riat


def lapsing_tomorrow(case: Case, by: User) -> None:
    """The partner asked six days ago: the answer is needed tomorrow."""
    riat = riat_file(case, by, 1841, 6)
    with at(timezone.localdate() - timedelta(days=6), 14, 20):
        move_riat(riat=riat, to=RiatStatus.VALIDATION, by=by)


def return_of_last_month(by: User) -> None:
    """They went home by themselves; the reception centre wrote three weeks later."""
    today = timezone.localdate()
    with at(today - timedelta(days=8), 15, 5):
        open_past_return(
            country="FI", return_country="GEO", return_place="Kutaisi", beneficiary_category="rejected",
            assistance_form="cash", departed_on=today - timedelta(days=31),
            arrived_on=today - timedelta(days=30), by=by,
            note="The reception centre wrote: they left on a ticket of their own.",
            people=[
                Returned("Kapanadze", "Levan", "M", Birth.in_year(1987), Relation.PRINCIPAL),
                Returned("Kapanadze", "Nino", "F", Birth.in_year(1991), Relation.SPOUSE),
            ],
        )  # fmt: skip
