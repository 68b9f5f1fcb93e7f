"""People of the demo world who returned long ago: visited, asked, lost sight of. From the register before the portal.

A man in Erbil does better each time; a woman in Hargeysa asks for support; nobody answers in Lagos any more.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.models import User
from cases.actions.cases import add_member, open_case
from cases.actions.people import record_person
from cases.births import Birth
from cases.models import Person, Relation
from iomfi.demo.clock import at
from returns.actions.return_files import open_return
from returns.models import AppliedBy, Return, Stage, Survey, Visit
from returns.monitoring.actions.contacts import lose_contact, record_attempt, set_contact_rule
from returns.monitoring.actions.schedule import schedule_visits
from returns.monitoring.actions.surveys import begin_survey, finish_survey, keep_answers
from returns.monitoring.actions.visits import make_visit, miss_visit

MISSION = "partner@iom-erbil.example"


@dataclass(frozen=True)
class Returnee:
    """Somebody who returned: to where, and how many days ago they arrived."""

    family_name: str
    given_names: str
    sex: str
    born: int
    country: str
    place: str
    language: str
    days: int
    end: str


RETURNEES = (
    Returnee("Al-Kaabi", "Omar Jassim", "M", 1986, "IRQ", "Erbil", "Arabic", 384, "doing_better"),
    Returnee("Warsame", "Hodan", "F", 1992, "SOM", "Hargeysa", "Somali", 205, "asks_for_support"),
    Returnee("Okafor", "Emeka", "M", 1979, "NGA", "Lagos", "English", 130, "lost"),
)


class MonitoringStory:
    """Tells of them once."""

    def __init__(self, users: dict[str, User]) -> None:
        self.today = timezone.localdate()
        self.bilal, self.mission = users["bilal@iom.example"], users[MISSION]

    def tell(self) -> None:
        """Each as it went."""
        for one in RETURNEES:
            record, person = self.open(one)
            getattr(self, f"tell_{one.end}")(record, person)

    def day(self, days: int) -> date:
        """So many days ago."""
        return self.today - timedelta(days=days)

    def open(self, one: Returnee) -> tuple[Return, Person]:
        """The file, written down when the plan was carried out already: what is left is its monitoring."""
        with at(self.day(one.days), 15):
            case = open_case(
                mandate="returns", programme="avr", prefix="AR", country="FI", by=self.bilal, officer=self.bilal
            )
            person = record_person(
                family_name=one.family_name, given_names=one.given_names, sex=one.sex, language=one.language,
                birth=Birth.on(date(one.born, 6, 3)), citizenships=[one.country], phone=f"+964 750 555 {one.born}",
            )  # fmt: skip
            add_member(case=case, person=person, relation=Relation.PRINCIPAL)
            record = open_return(
                case=case, by=self.bilal, stage=Stage.MONITORING, scheme="FI-PALUU", return_country=one.country,
                return_place=one.place, applied_by=AppliedBy.OFFICER, application_date=self.day(one.days + 60),
            )  # fmt: skip
            schedule_visits(record=record, by=self.bilal, arrived_on=self.day(one.days))
        return record, person

    def tell_doing_better(self, record: Return, person: Person) -> None:
        """A stall, then a shop: the mission asks after three, six and twelve months."""
        call, *visits = record.case.visits.all()
        self.made(record, person, call, self.bilal, "The stall is rented; first goods are bought.")
        for visit, level, seen in zip(
            visits, ("0.35", "0.55", "0.75"),
            ("He sells from a stall and lives with a cousin.", "The shop is open; an own flat.", "Two employees."),
            strict=True,
        ):  # fmt: skip
            self.made(record, person, visit, self.mission, seen)
            self.asked(record, person, visit, self.mission, Decimal(level))

    def tell_asks_for_support(self, record: Return, person: Person) -> None:
        """Only messages, only in the morning; after three months she asks for psychological support."""
        call, survey, visit, __ = record.case.visits.all()
        with at(self.day(199), 9):
            set_contact_rule(
                record=record, person=person, by=self.bilal, ways=["message", "visit"],
                times="Mornings on weekdays, by local time.", by_whom="A woman of the mission.",
                words_to_leave="The sewing course has called.", never="Never her brother's number. Never IOM by name.",
                in_short="Messages only, in the morning, by a woman.",
            )  # fmt: skip
        self.made(record, person, call, self.bilal, "She lives with her aunt.")
        self.made(record, person, survey, self.bilal, "She sews at home.", channel="message")
        self.asked(record, person, survey, self.bilal, Decimal("0.6"), wants_support="no")
        self.made(record, person, visit, self.bilal, "Met at the course.", concern="She does not dare to go home.")
        self.asked(record, person, visit, self.bilal, Decimal("0.4"), wants_support="yes")

    def tell_lost(self, record: Return, person: Person) -> None:
        """He moved; the number is somebody else's now."""
        call, second, *__ = record.case.visits.all()
        self.made(record, person, call, self.bilal, "He stays with friends and looks for a workshop.")
        for days, outcome in ((39, "no_answer"), (33, "no_answer"), (26, "somebody_else"), (20, "not_in_use")):
            with at(self.day(days), 13):
                record_attempt(record=record, person=person, channel="call", outcome=outcome, by=self.bilal)
        with at(self.day(19), 9):
            miss_visit(record=record, visit=second, state="missed", by=self.bilal, note="Nobody answers.")
            lose_contact(record=record, by=self.bilal, note="His friends do not know where he lives now.")

    def made(
        self, record: Return, person: Person, visit: Visit, by: User, note: str, *, channel: str = "", concern: str = ""
    ) -> None:  # fmt: skip
        """The visit was made on its day."""
        happened_on = min(visit.due_on, self.today)
        with at(happened_on, 16):
            make_visit(
                record=record, visit=visit, person=person, happened_on=happened_on, channel=channel or visit.way,
                by=by, note=note, concern=concern, rule_confirmed=True,
            )  # fmt: skip

    def asked(
        self, record: Return, person: Person, visit: Visit, by: User, level: Decimal, **answers: str
    ) -> Survey:  # fmt: skip
        """The survey was answered on that day, at about a level."""
        held_on = min(visit.due_on, self.today)
        with at(held_on, 17):
            survey = begin_survey(
                record=record, person=person, visit=visit, language="en", by=by, held_on=held_on, rule_confirmed=True
            )
            keep_answers(survey=survey, answers=answers_near(survey, level) | answers, by=by)
            return finish_survey(survey=survey, record=record, by=by)


def answers_near(survey: Survey, level: Decimal) -> dict[str, str]:
    """Of every question the answer whose score lies nearest to a level, a little above it here and below it there."""
    found = {}
    for place, question in enumerate(survey.question_set.questions.all()):
        wanted = level + (Decimal(place * 7 % 5) - 2) / 10
        options = {code: score for code, score in question.scores.items() if score is not None}
        calm = {code: score for code, score in options.items() if code not in question.flags} or options
        found[question.name] = min(calm, key=lambda code: abs(calm[code] - wanted))
    return found
