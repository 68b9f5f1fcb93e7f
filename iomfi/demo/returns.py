"""The returns of the demo world: decided, counselled, declared, flown, received; asked for, paused, withdrawn.

Everything goes through the house's own actions, in Bilal's name, on days of the past.
"""

from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import Organisation, User
from cases.actions.cases import assign_case
from cases.models import Case, CaseNumber
from decisions.actions.uploads import ask_acceptance, receive_upload
from iomfi.demo.clock import at
from iomfi.demo.duplicates import DuplicatesStory
from iomfi.demo.grants import GrantsStory
from iomfi.demo.journeys import agency_journey, arrive, depart
from iomfi.demo.monitored import MonitoringStory
from iomfi.demo.plans import PlanStory
from iomfi.demo.return_files import DECIDED, HOUSEHOLDS, LAYOUT_OF, Household, return_file
from iomfi.demo.seats import lapsing_tomorrow, return_of_last_month, riat_file, seat_on_charter
from iomfi.demo.work import finish_work
from returns.actions import return_files as acts
from returns.actions.counselling import record_counselling
from returns.actions.declarations import sign_declaration
from returns.actions.enquiries import send_enquiry, take_enquiry
from returns.actions.intake import ask_statement, check_eligibility, record_application
from returns.models import AppliedBy, Return, ReturnCountryNote, Stage, Topic
from returns.monitoring.actions.question_sets import load_shipped_monitoring
from returns.needs import is_minor
from travel.actions.clearances import ask_clearance, hold_clearance
from travel.models import ClearanceKind as K

LIAISONS = {"FI": "liaison@migri.example", "SE": "liaison@migrationsverket.example", "IS": "liaison@utl.example"}
HOME = {"FI": "HEL", "SE": "ARN", "IS": "KEF"}
LANDING = {"IRQ": "BGW", "SOM": "HGA", "NGA": "LOS"}
PAUSED = ("AFG", "ERI", "SYR", "UKR", "YEM")
WHY_PAUSED = "Returns to this country are not possible for reasons of security."


class ReturnsStory:
    """Tells the returns once."""

    def __init__(self, bodies: dict[str, Organisation], users: dict[str, User]) -> None:
        self.today = timezone.localdate()
        self.bodies, self.users = bodies, users
        self.bilal, self.travel = users["bilal@iom.example"], users["tuuli@iom.example"]

    def tell(self) -> None:
        """Notes and files first, then what became of each household, then those who only ask."""
        load_shipped_monitoring()
        for country in PAUSED:
            ReturnCountryNote.objects.create(
                country=country, host="FI", reason=WHY_PAUSED, source="The authority's public list",
                valid_from=date(2024, 1, 1),
            )  # fmt: skip
        for country in LAYOUT_OF:
            self.send_file(country)
        for house in HOUSEHOLDS:
            case = CaseNumber.objects.select_related("case__return_file").get(number=house.case_number).case
            getattr(self, f"tell_{house.end}")(house, case)
        self.tell_enquiries()
        self.tell_riat()
        return_of_last_month(self.bilal)
        GrantsStory(self.users, self.day).tell()
        PlanStory(self.users, self.today).tell()
        MonitoringStory(self.users).tell()
        DuplicatesStory(self.users).tell()

    def tell_riat(self) -> None:
        """Two files in the EU programme: one is with its partner, the other is asked for an answer until tomorrow."""
        first, __, last = Case.objects.filter(travellers__movement__charter__isnull=False).distinct().order_by("pk")
        lapsing_tomorrow(first, self.bilal)
        riat_file(last, self.bilal, 1877, 2)

    def send_file(self, country: str) -> None:
        """The liaison sends a file and accepts what was read."""
        by, decided_on = self.users[LIAISONS[country]], self.day(DECIDED)
        name, content = return_file(country, decided_on)
        with at(decided_on + timedelta(days=1), 9, 20):
            upload = receive_upload(file=ContentFile(content, name=name), layout=LAYOUT_OF[country], by=by)
            finish_work()
            upload.refresh_from_db()
            ask_acceptance(upload=upload, by=by)
            finish_work()

    def day(self, days: int) -> date:
        """So many days ago."""
        return self.today - timedelta(days=days)

    # What every decided return goes through --------------------------------------------------------------------------

    def declare(self, house: Household, case: Case) -> Return:
        """Bilal takes the case, talks with the people, and every adult signs."""
        with at(self.day(DECIDED - 3), 10):
            assign_case(case=case, officer=self.bilal, by=self.bilal)
            record_counselling(
                record=case.return_file, held_on=self.day(DECIDED - 3), way="in_person", language=house.language,
                interpreter="came", explained=Topic.values, by=self.bilal,
            )  # fmt: skip
        with at(self.day(DECIDED - 6), 11, 30):
            for member in case.members.select_related("person"):
                if not is_minor(member.person):
                    sign_declaration(
                        record=case.return_file, person=member.person, text_version="3", language=house.language,
                        by=self.bilal,
                    )  # fmt: skip
        return Return.objects.select_related("case").get(case=case)

    def clear(self, house: Household, case: Case) -> Return:
        """Documents are asked for and come; the return is ready."""
        record = self.tell_documents(house, case)
        with at(self.day(DECIDED - 20), 14):
            for kind in (K.TRAVEL_DOCUMENT, K.FIT_TO_TRAVEL):
                hold_clearance(
                    case=case, people=people_of(case), kind=kind, by=self.bilal, valid_from=self.day(DECIDED - 20),
                    valid_until=self.day(-90),
                )  # fmt: skip
            acts.advance(record=record, to=Stage.READY, by=self.bilal)
        return record

    def fly(self, house: Household, case: Case, day: date, *, asked: int = 21):
        """Seats that the agency found; `asked` days before the journey."""
        return agency_journey(
            case=case, origin=HOME[house.country], destination=LANDING[house.citizenship], day=day, asked=asked,
            agency=self.bodies["agency"], by=self.bilal, travel=self.travel,
        )  # fmt: skip

    def land(self, house: Household, case: Case, days: int) -> Return:
        """They flew so many days ago and are at home."""
        self.clear(house, case)
        movement = self.fly(house, case, self.day(days))
        depart(movement, self.bilal)
        arrive(movement, self.bilal)
        return Return.objects.select_related("case").get(case=case)

    # What became of them ---------------------------------------------------------------------------------------------

    def tell_documents(self, house: Household, case: Case) -> Return:
        """Everybody declared; passport and doctor are asked for."""
        record = self.declare(house, case)
        with at(self.day(DECIDED - 8), 9):
            acts.advance(record=record, to=Stage.DOCUMENTS, by=self.bilal)
            for kind in (K.TRAVEL_DOCUMENT, K.FIT_TO_TRAVEL):
                ask_clearance(case=case, people=people_of(case), kind=kind, by=self.bilal)
        return record

    def tell_ready(self, house: Household, case: Case) -> None:
        """All is held; seats can be asked for."""
        self.clear(house, case)

    def tell_booked(self, house: Household, case: Case) -> None:
        """He flies in nine days."""
        self.clear(house, case)
        self.fly(house, case, self.day(-9), asked=12)

    def tell_charter(self, house: Household, case: Case) -> None:
        """They fly by charter; its other seats have no names yet."""
        self.clear(house, case)
        seat_on_charter(case, self.bilal, self.travel)

    def tell_withdrawn(self, house: Household, case: Case) -> None:
        """Booked for this morning; at the airport she decided to stay."""
        self.clear(house, case)
        self.fly(house, case, self.today)
        record = Return.objects.select_related("case").get(case=case)
        acts.withdraw(record=record, by=self.bilal, note="At the gate at Keflavík: she stays.")
        finish_work()

    def tell_on_hold(self, house: Household, case: Case) -> None:
        """She declared, then fell ill."""
        record = self.declare(house, case)
        with at(self.day(30), 15):
            acts.hold(record=record, by=self.bilal, note="In hospital, seen again next month.")

    def tell_arrived_lately(self, house: Household, case: Case) -> None:
        """He arrived three weeks ago; what is planned then is told with the plans."""
        self.land(house, case, 21)

    def tell_arrived(self, house: Household, case: Case) -> None:
        """They arrived some weeks ago; what is planned, paid and visited since is told with the plans."""
        self.land(house, case, 40)

    # Those who ask ---------------------------------------------------------------------------------------------------

    def tell_enquiries(self) -> None:
        """Three wait in the inbox, three were taken on."""
        with at(self.day(1), 21, 12):
            send_enquiry(by=None, **asks(("Tamimi", "Huda"), "F", 1994, "IRQ", "العربية", safe_contact="SMS only."))
        with at(self.day(2), 13, 40):
            self.from_centre(asks(("Abdullahi", "Mahad"), "M", 2001, "SOM", "somali"))
        with at(self.day(1), 10, 20):
            by = self.users["partner@coordinator.example"]
            asked = asks(("Okafor", "Blessing"), "F", 1999, "NGA", "english") | {"country": "SE"}
            send_enquiry(by=by, came_through=AppliedBy.COORDINATOR, **asked)
        self.take(asks(("Hersi", "Deqa"), "F", 1988, "SOM", "somali"), self.tell_counselling)
        self.take(asks(("Nguyen", "Thi Lan"), "F", 1996, "VNM", "vietnam"), self.tell_statement)
        self.take(asks(("Rahimi", "Farid"), "M", 1991, "AFG", "dari"), self.tell_refused)

    def from_centre(self, said: dict):
        """The reception centre writes."""
        by = self.users["partner@joutseno.example"]
        return send_enquiry(by=by, came_through=AppliedBy.RECEPTION_CENTRE, **said)[0]

    def take(self, said: dict, then) -> None:
        """Bilal takes an enquiry of the centre on."""
        with at(self.day(25), 10, 5):
            enquiry = self.from_centre(said)
        with at(self.day(24), 9):
            then(take_enquiry(enquiry=enquiry, by=self.bilal).return_file)

    def tell_counselling(self, record: Return) -> None:
        """A talk is agreed; the interpreter is booked."""
        record_counselling(
            record=record, held_on=self.day(-3), way="phone", language="somali", interpreter="booked", by=self.bilal
        )

    def tell_statement(self, record: Return) -> None:
        """Eligible; the police are asked."""
        self.tell_applied(record)
        check_eligibility(record=record, by=self.bilal)
        ask_statement(record=record, by=self.bilal)

    def tell_refused(self, record: Return) -> None:
        """His country is paused: refused with the reason."""
        self.tell_applied(record)
        check_eligibility(record=record, by=self.bilal)

    def tell_applied(self, record: Return) -> None:
        """Counselled, and applied on the same day."""
        record_counselling(
            record=record, held_on=self.day(24), way="in_person", language=record.case.members.first().person.language,
            interpreter="came", explained=Topic.values, by=self.bilal,
        )  # fmt: skip
        record_application(record=record, by=self.bilal, application_date=self.day(24), beneficiary_category="rejected")


def asks(name: tuple[str, str], sex: str, year: int, country: str, language: str, **more: str) -> dict:
    """What somebody in Finland says who wants to return to the own country."""
    return {
        "country": "FI", "family_name": name[0], "given_names": name[1], "sex": sex, "birth_year": year,
        "birth_month": 4, "birth_day": 9, "citizenship": country, "return_country": country, "language": language,
        "phone": f"+358 40 555 {year}", **more,
    }  # fmt: skip


def people_of(case: Case) -> list:
    """The persons who are to travel."""
    return [member.person for member in case.members.travelling().select_related("person")]
