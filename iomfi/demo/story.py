"""The story of the demo world: decisions arrive, documents are collected, people fly and are received.

Everything goes through the house's own actions, in the names of the demo's accounts, on days of the past.
"""

from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import Organisation, User
from cases.actions.cases import assign_case, wait_for
from cases.actions.consents import record_consent
from cases.actions.events import record_contact
from cases.actions.tasks import add_task
from cases.births import Precision
from cases.models import Case, CaseNumber, Purpose, WaitingFor
from decisions.actions.uploads import ask_acceptance, receive_upload
from iomfi.demo.clock import at
from iomfi.demo.families import Family, all_families
from iomfi.demo.files import LAYOUTS, decision_file
from iomfi.demo.journeys import arrive, coming_journey, depart, past_journey
from iomfi.demo.outside import airline_loses
from iomfi.demo.returns import ReturnsStory
from iomfi.demo.work import finish_work
from resettlement.actions.dossiers import advance, cancel, hand_over, hold, withdraw
from resettlement.models import HoldReason, Stage
from travel.actions.clearances import ask_clearance, hold_clearance, record_document_facts
from travel.models import ClearanceKind as K
from travel.models import Movement

LIAISONS = {"FI": "liaison@migri.example", "SE": "liaison@migrationsverket.example", "IS": "liaison@utl.example"}
OFFICERS = {"FI": "aino@iom.example", "SE": "lead@iom.example", "IS": "aino@iom.example"}
EARLY, LATER, LATEST = 100, 38, 6  # days ago on which the three files of each authority were decided
FILES = {
    EARLY: {
        "handed_over",
        "arrived",
        "departed",
        "booked",
        "eleven",
        "needs_person",
        "ready",
        "withdrawn",
        "cancelled",
    },
    LATER: {"documents", "on_hold"},
    LATEST: {"received"},
}  # fmt: skip
OWED = (K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.HOUSING, K.PERMIT_CARD, K.TRAVEL_DOCUMENT)
RECEIVED_BY = {"FI": "Heidi Ranta", "SE": "Gunilla Wiklund", "IS": "Sólveig Jónsdóttir"}


class Story:
    """Tells the demo world once."""

    def __init__(self, bodies: dict[str, Organisation]) -> None:
        self.today = timezone.localdate()
        self.bodies = bodies
        self.users = {user.email: user for user in User.objects.select_related("organisation")}
        self.travel = self.users["tuuli@iom.example"]
        self.movements = 0

    def tell(self) -> None:
        """Files first, then what became of each family."""
        families = all_families(self.today)
        for days, ends in FILES.items():
            for country in LAYOUTS:
                self.send_file([one for one in families if one.country == country and one.end in ends], days)
        for family in families:
            getattr(self, f"tell_{family.end}")(family, self.case_of(family), self.officer_of(family))
        ReturnsStory(self.bodies, self.users).tell()

    def send_file(self, families: list[Family], days: int) -> None:
        """The liaison sends a file and accepts what was read."""
        by = self.users[LIAISONS[families[0].country]]
        decided_on = self.today - timedelta(days=days)
        name, content = decision_file(families, decided_on)
        with at(decided_on + timedelta(days=1), 8, 40):
            upload = receive_upload(file=ContentFile(content, name=name), layout=LAYOUTS[families[0].country], by=by)
            finish_work()
            upload.refresh_from_db()
            ask_acceptance(upload=upload, by=by)
            finish_work()

    def case_of(self, family: Family) -> Case:
        """The case that the file opened."""
        number = CaseNumber.objects.select_related("case__dossier").filter(number=family.number).first()
        return number.case

    def officer_of(self, family: Family) -> User:
        """Who holds cases of this country."""
        return self.users[OFFICERS[family.country]]

    def day(self, days: int) -> date:
        """So many days ago."""
        return self.today - timedelta(days=days)

    # What became of them ---------------------------------------------------------------------------------------------

    def tell_received(self, family: Family, case: Case, by: User) -> None:
        """Decided last week; every other has no officer yet."""
        if family.place_known:
            with at(self.day(3), 11):
                assign_case(case=case, officer=by, by=by)

    def tell_documents(self, family: Family, case: Case, by: User) -> None:
        """Documents are being collected: some are asked for, some are there."""
        self.begin(case, by, LATER)
        people = people_of(case)
        with at(self.day(LATER - 4), 10, 15):
            for kind in OWED[:3]:
                ask_clearance(case=case, people=people, kind=kind, by=by)
            wait_for(case=case, whom=WaitingFor.MISSION, by=by)
        with at(self.day(12), 13, 30):
            hold_clearance(case=case, people=people, kind=K.PERMIT_CARD, by=by)
            record_contact(case=case, by=by, note="The mission says that the permits are being looked at, no date yet.")
            add_task(case=case, title="Call the mission about exit permits", by=by, due_on=self.day(-2 - case.pk % 5))

    def tell_ready(self, family: Family, case: Case, by: User) -> None:
        """Everything is held; seats can be asked for."""
        self.begin(case, by, EARLY)
        self.clear(case, by)

    def tell_on_hold(self, family: Family, case: Case, by: User) -> None:
        """Stopped for a medical reason."""
        self.begin(case, by, LATER)
        with at(self.day(7), 15):
            reason, __ = HoldReason.objects.get_or_create(code="MED", defaults={"words": "Medical hold"})
            hold(dossier=case.dossier, reason=reason, by=by, note="Seen again in two weeks.")

    def tell_withdrawn(self, family: Family, case: Case, by: User) -> None:
        """They decided to stay."""
        self.tell_ready(family, case, by)
        with at(self.day(9), 12):
            withdraw(dossier=case.dossier, by=by, note="The family stays with a daughter who gives birth in spring.")

    def tell_cancelled(self, family: Family, case: Case, by: User) -> None:
        """The authority took the decision back."""
        self.tell_ready(family, case, by)
        with at(self.day(4), 16):
            cancel(dossier=case.dossier, by=by, note="The agency withdrew its decision by letter.")

    def tell_booked(self, family: Family, case: Case, by: User) -> None:
        """Seats are bought at the sandbox airline for one of the next weeks."""
        self.tell_ready(family, case, by)
        self.movements += 1
        coming_journey([case], family.origin.airport, self.day(-2 - 3 * self.movements), by, self.travel)

    tell_eleven = tell_booked

    def tell_needs_person(self, family: Family, case: Case, by: User) -> None:
        """The airline answered with an error, and its lists do not know the order: a person must look."""
        self.tell_ready(family, case, by)
        with airline_loses(family.principal.family_name):
            coming_journey([case], family.origin.airport, self.day(-16), by, self.travel)

    def tell_departed(self, family: Family, case: Case, by: User) -> None:
        """They left this morning."""
        self.tell_ready(family, case, by)
        movement = self.fly(family, case, by, self.today)
        depart(movement, by)

    def tell_arrived(self, family: Family, case: Case, by: User) -> None:
        """They arrived two days ago and are still to be handed over."""
        self.tell_ready(family, case, by)
        movement = self.fly(family, case, by, self.day(2))
        depart(movement, by)
        arrive(movement, by)

    def tell_handed_over(self, family: Family, case: Case, by: User) -> None:
        """They arrived some weeks ago and live in their municipality."""
        self.tell_ready(family, case, by)
        self.movements += 1
        day = self.day(8 + 3 * self.movements % 36)
        movement = self.fly(family, case, by, day)
        depart(movement, by)
        arrive(movement, by)
        with at(day + timedelta(days=1), 12):
            case.dossier.refresh_from_db()
            hand_over(dossier=case.dossier, received_by=RECEIVED_BY[family.country], by=by)
            finish_work()

    def fly(self, family: Family, case: Case, by: User, day: date) -> Movement:
        """A journey of the past, booked by the agency."""
        return past_journey(
            case=case, origin=family.origin.airport, day=day, agency=self.bodies["agency"], by=by, travel=self.travel
        )

    # What every case goes through ------------------------------------------------------------------------------------

    def begin(self, case: Case, by: User, days: int) -> None:
        """An officer takes the case, and documents begin."""
        with at(self.day(days - 2), 9, 30):
            assign_case(case=case, officer=by, by=by)
            advance(dossier=case.dossier, to=Stage.DOCUMENTS, by=by)
            principal = case.members.first().person
            record_consent(
                person=principal, purpose=Purpose.SHARE, text_version="4", language=principal.language, by=by
            )

    def clear(self, case: Case, by: User) -> None:
        """Everything that is owed is asked for, and comes."""
        people = people_of(case)
        with at(self.day(EARLY - 5), 10):
            for kind in OWED[:3]:
                ask_clearance(case=case, people=people, kind=kind, by=by)
        with at(self.day(EARLY - 25), 14):
            first, last = self.day(EARLY - 26), self.day(-120)
            for kind in OWED:
                hold_clearance(case=case, people=people, kind=kind, by=by, valid_from=first, valid_until=last)
            for person in people:
                if person.birth_precision != Precision.DAY:  # the document prints a day that nobody knows
                    printed = date(person.birth_year, 7, 1)
                    record_document_facts(case=case, person=person, by=by, document_birth_date=printed)
            advance(dossier=case.dossier, to=Stage.READY, by=by)


def people_of(case: Case) -> list:
    """The persons who are to travel."""
    return [member.person for member in case.members.travelling().select_related("person")]
