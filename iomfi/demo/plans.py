"""Grants and reintegration plans of the demo's returns: planned, waiting at the mission, sent back, approved, amended.

Finland has known no rule since 1.1.2026: the Finnish grants of the demo were applied for and decided before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from accounts.models import User
from iomfi.demo.clock import at
from iomfi.demo.grants import ADEYEMI, SAMATAR, record_of
from returns.actions.awards import Part, approve_award, propose_award
from returns.actions.computations import compute_case
from returns.actions.plan_approvals import approve_here, approve_there, note_on_plan, send_back, submit_plan
from returns.actions.plans import amend_plan, begin_plan, write_plan
from returns.actions.return_files import advance, correct_return
from returns.models import Mode, ReintegrationPlan, Return, Stage
from returns.needs import is_minor

AL_RUBAIE, NAJM, YUNIS = 41207, 41311, 720602
SCHEME_OF = {"FI": "FI-PALUU", "SE": "SE-ATER"}
LAST_MONTH = {
    "first_decision_served_date": date(2025, 11, 24), "application_date": date(2025, 12, 9),
    "decision_date": date(2025, 12, 22),
}  # fmt: skip
CASH_SHARE = {"FI": Decimal("0.4"), "SE": Decimal("0.5")}
FLAGS = {"voluntary": True, "likely_to_be_received": True, "asylum_applied_before": False, "visa_exempt": False,
         "has_municipality_of_residence": False, "pending_proceedings": []}  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """What one household sets out to do."""

    situation: str
    objectives: tuple[tuple[str, str, str], ...]
    activities: tuple[tuple[str, str, str], ...]
    budget: tuple[tuple[str, str, str, str], ...]  # the amount is a share of what may be planned


SHOP = Wish(
    "He ran a grocery for nine years; she sews. They live with his brother until they find rooms.",
    (("economic", "A grocery that feeds the family", "Sales of three months"),
     ("social", "The children are in school", "Enrolment papers"),
     ("psychosocial", "The family knows whom to call", "")),
    (("business", "Rents and opens a grocery near the market", "Basra Chamber of Commerce"),
     ("school", "Both children are enrolled for the spring term", "Al-Ashar Primary School"),
     ("counselling", "Four talks with the counsellor of the mission", "IOM Erbil")),
    (("business", "Rent of the shop, six months", "Al-Ashar Market Office", "0.45"),
     ("business", "Shelves and a refrigerator", "Shatt Refrigeration", "0.35"),
     ("school", "Uniforms and books", "Al-Ashar Books", "0.05")),
)  # fmt: skip
TAXI = Wish(
    "Driver by trade, licence in force. His mother is ill and lives with him.",
    (("economic", "An income as a driver", "Trips per week"), ("social", "Medicine for his mother is paid", "")),
    (("tools", "Buys a used three-wheeler", "Somaliland Motors"),
     ("health", "Registers his mother at the clinic", "Hargeysa Group Hospital")),
    (("tools", "Three-wheeler with papers", "Somaliland Motors", "0.8"),
     ("health", "Medicine for six months", "Daryeel Pharmacy", "0.1")),
)  # fmt: skip
STUDIO = Wish(
    "Repaired laptops in Reykjavík. His sister keeps a room free for a workshop.",
    (("economic", "A repair shop of his own", "Repairs per week"),),
    (("business", "Rents and furnishes a repair shop", "Ikeja Traders"),),
    (("business", "Rent of the shop, six months", "Adeola Estates", "0.3"),),
)  # fmt: skip
WORKSHOP = Wish(
    "Trained as a welder in Sweden. A cousin has rooms for a workshop.",
    (("economic", "A workshop with two customers a week", "Receipts"),
     ("psychosocial", "He belongs to the welders' circle again", "")),
    (("business", "Opens a welding workshop", "Mosul Small Trades"),
     ("community", "Joins the welders' circle", "Mosul Small Trades")),
    (("tools", "Welding set and mask", "Nineveh Tools", "0.6"), ("business", "Gas bottles", "Nineveh Gas", "0.2")),
)  # fmt: skip


class PlanStory:
    """Tells how grants were approved and plans were written, in the names of those who act."""

    def __init__(self, users: dict[str, User], today: date) -> None:
        self.today, self.bilal = today, users["bilal@iom.example"]
        self.lead, self.finance = users["returns.lead@iom.example"], users["finance@iom.example"]
        self.missions = {user.organisation.slug: user for email, user in users.items() if email.startswith("plans@")}

    def tell(self) -> None:
        """A plan in each state."""
        self.draft(record_of(ADEYEMI), STUDIO, 5)
        self.waits_at_mission()
        self.is_sent_back()
        self.amendment_waits()
        self.is_amended()

    def waits_at_mission(self) -> None:
        """The mission looks at his plan."""
        record = record_of(SAMATAR)
        self.step(record, Stage.PLAN, 17)
        self.submit(self.draft(record, TAXI, 16), 9)

    def is_sent_back(self) -> None:
        """The mission wants his plan otherwise."""
        record = record_of(YUNIS)
        self.grant(record, 20)
        self.step(record, Stage.PLAN, 18)
        plan = self.draft(record, WORKSHOP, 16)
        self.submit(plan, 12)
        self.send_back(plan, 2)

    def amendment_waits(self) -> None:
        """The family opens a shop; an amendment of its plan waits at the mission."""
        record = record_of(AL_RUBAIE)
        plan = self.planned(record, SHOP, 38)
        self.submit(self.amend(plan, SHOP, 6), 4)

    def is_amended(self) -> None:
        """His plan was amended once; he is visited."""
        record = record_of(NAJM)
        plan = self.planned(record, SHOP, 38)
        amended = self.amend(plan, SHOP, 16)
        self.submit(amended, 14)
        self.approve(amended, 11)
        self.step(record, Stage.MONITORING, 8)
        self.visit(amended, 5)

    def planned(self, record: Return, wish: Wish, days: int) -> ReintegrationPlan:
        """Granted, planned and approved by both, within ten days; then the instalments."""
        self.grant(record, days)
        self.step(record, Stage.PLAN, days - 2)
        plan = self.draft(record, wish, days - 3)
        self.submit(plan, days - 6)
        self.approve(plan, days - 9)
        self.step(record, Stage.INSTALMENTS, days - 12)
        return plan

    def day(self, days: int) -> date:
        """So many days ago."""
        return self.today - timedelta(days=days)

    def step(self, record: Return, to: str, days: int) -> None:
        """The next stage, so many days ago."""
        with at(self.day(days), 12):
            advance(record=record, to=to, by=self.bilal)

    def grant(self, record: Return, days: int) -> None:
        """The grant is computed, proposed and approved."""
        case = record.case
        with at(self.day(days), 9, 30):
            if case.country == "FI":
                correct_return(record=record, by=self.bilal, **LAST_MONTH)
            computation = compute_case(
                case=case, scheme=SCHEME_OF[case.country], inputs=inputs_of(record), by=self.bilal
            )
            cash = (Decimal(computation.total) * CASH_SHARE[case.country]).quantize(Decimal(1))
            parts = (Part("departure", cash), Part("after_plan", Decimal(computation.total) - cash, Mode.IN_KIND))
            people = [member.person for member in case.members.select_related("person").order_by("pk")]
            award = propose_award(record=record, computation=computation, people=people, parts=parts, by=self.bilal)
        with at(self.day(days), 15):
            approve_award(award=award, by=self.finance)

    def draft(self, record: Return, wish: Wish, days: int) -> ReintegrationPlan:
        """Bilal writes."""
        with at(self.day(days), 10):
            plan = begin_plan(record=record, by=self.bilal)
            self.write(plan, wish)
        return plan

    def write(self, plan: ReintegrationPlan, wish: Wish, share: str = "1") -> None:
        """What the household wishes, within what may be planned."""
        plan.refresh_from_db()
        write_plan(
            plan=plan, edition=plan.edition, award=plan.award, mission=plan.mission, situation=wish.situation,
            by=self.bilal, **rows_of(plan, wish, Decimal(share)),
        )  # fmt: skip

    def submit(self, plan: ReintegrationPlan, days: int) -> None:
        """Submitted, and approved by the lead: now it is at the mission."""
        with at(self.day(days), 11):
            submit_plan(plan=plan, by=self.bilal)
        with at(self.day(days), 14, 20):
            approve_here(plan=plan, by=self.lead)

    def send_back(self, plan: ReintegrationPlan, days: int) -> None:
        """The mission wants something otherwise."""
        with at(self.day(days), 8, 15):
            words = "A set costs a third less here. Please take three quotes and plan the rest for rent."
            send_back(plan=plan, words=words, by=self.mission_of(plan))

    def approve(self, plan: ReintegrationPlan, days: int) -> None:
        """The mission agrees."""
        with at(self.day(days), 8, 40):
            approve_there(plan=plan, by=self.mission_of(plan))

    def visit(self, plan: ReintegrationPlan, days: int) -> None:
        """Somebody of the mission went there."""
        with at(self.day(days), 13):
            note_on_plan(
                plan=plan, kind="visit", words="The shop is open and has customers.", happened_on=self.day(days),
                by=self.mission_of(plan),
            )  # fmt: skip

    def amend(self, plan: ReintegrationPlan, wish: Wish, days: int) -> ReintegrationPlan:
        """A next version, with a little less of everything that is bought."""
        with at(self.day(days), 9, 10):
            made = amend_plan(plan=plan, reason="The refrigerator costs less than planned.", by=self.bilal)
            self.write(made, wish, "0.9")
        return made

    def mission_of(self, plan: ReintegrationPlan) -> User:
        """Who acts for the mission of a plan."""
        return self.missions[plan.mission.slug]


def inputs_of(record: Return) -> dict:
    """The facts of a return, for the computation."""
    members = record.case.members.select_related("person").order_by("pk")
    served = record.first_decision_served_date.isoformat()
    return {
        "host_country": record.case.country, "return_country": record.return_country,
        "citizenship": record.return_country, "category": "rejected", "form": None, "flags": FLAGS,
        "persons": [person_of(member.person) for member in members], "previous_grant": None,
        "dates": {
            "first_decision": served, "first_decision_served": served,
            "application": record.application_date.isoformat(), "decision": record.decision_date.isoformat(),
        },
    }  # fmt: skip


def person_of(person) -> dict:
    """One person, for the computation."""
    born = person.birth.date
    kind = "child" if is_minor(person) else "adult"
    return {"kind": kind, "birth_date": born.isoformat() if born else None, "in_host_country_at_application": True}


def rows_of(plan: ReintegrationPlan, wish: Wish, share: Decimal) -> dict[str, Sequence[dict]]:
    """The rows of a plan; a row keeps its key over versions, as on the page."""
    kept = {name: [one.key for one in getattr(plan, name).all()] for name in ("objectives", "activities", "budget")}
    most = sum(part.amount for part in plan.award.instalments.filter(kind="after_plan"))
    earlier = plan.activities.first()
    begins = earlier.from_on if earlier else plan.begun_at.date()
    ends = begins + timedelta(days=120)
    rows = {
        "objectives": [{"dimension": one[0], "words": one[1], "sign": one[2]} for one in wish.objectives],
        "activities": [
            {"kind": one[0], "words": one[1], "provider": one[2], "referral": None, "from_on": begins, "until_on": ends}
            for one in wish.activities
        ],
        "budget": [
            {"kind": one[0], "words": one[1], "provider": one[2],
             "amount": (most * Decimal(one[3]) * share).quantize(Decimal(1))}
            for one in wish.budget
        ],
    }  # fmt: skip
    for name, keys in kept.items():
        for row, key in zip(rows[name], keys, strict=False):
            row["key"] = key
    return rows
