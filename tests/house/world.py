"""One small world with a record of every kind, and everybody who may knock: for tests over the whole house."""

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.models import Mandate, OrganisationKind, Role, User
from cases.actions.events import record_contact
from cases.actions.people import correct_person
from cases.models import Case, Consent, Document, DocumentKind, Purpose, SavedFilter, ScanResult, Task
from decisions.models import Decision, Upload
from notices.actions.sending import fail, write_notice
from notices.models import Notice
from resettlement.models import Dossier
from returns.actions.duplicates import look_for_duplicates
from returns.actions.money_back import claim_back, recover
from returns.actions.past import record_past_return
from returns.actions.payments import count_out
from returns.actions.quotes import choose_quote
from returns.models import (
    CashFloat,
    Computation,
    Counselling,
    Declaration,
    DuplicatePair,
    Enquiry,
    GrantAward,
    Instalment,
    LedgerEntry,
    Payment,
    QuestionSet,
    Recovery,
    ReintegrationPlan,
    Return,
    RiatFile,
    RuleSet,
    Screening,
    SupplierQuote,
    Survey,
    Visit,
)  # fmt: skip
from returns.monitoring.actions.contacts import record_attempt, set_contact_rule
from returns.monitoring.actions.screenings import ask_screening
from returns.monitoring.actions.visits import agree_visit
from tests import factories
from tests.decisions.factories import decided
from tests.resettlement.factories import clear, dossier
from tests.returns.duplicates.factories import axmed_and_ahmed
from tests.returns.factories import draft_of
from tests.returns.money import factories as money
from tests.returns.monitoring import factories as monitoring
from tests.returns.plans import factories as plans
from tests.returns.returning import a_return, a_riat, a_talk, an_enquiry, declare_all
from travel.actions.charters import give_seats, plan_charter
from travel.actions.clearances import require_clearance
from travel.actions.families import ask_parting
from travel.actions.notifications import contents_of, notify
from travel.actions.planning import Party, plan_movement
from travel.models import AttemptState, BookingAttempt, ClearanceKind, Movement, Notification, NotificationKind, Parting


@dataclass
class World:
    """Records of one Finnish resettlement case, and people by the names that `DOORS` uses."""

    people: dict[str, User] = field(default_factory=dict)
    case: Case = None
    other_case: Case = None
    dossier: Dossier = None
    task: Task = None
    consent: Consent = None
    document: Document = None
    notice: Notice = None
    filter: SavedFilter = None
    upload: Upload = None
    decision: Decision = None
    movement: Movement = None
    attempt: BookingAttempt = None
    parting: Parting = None
    notification: Notification = None
    charter: Movement = None
    riat: RiatFile = None
    past: Return = None
    draft: RuleSet = None
    award: GrantAward = None
    proposal: GrantAward = None
    computation: Computation = None
    instalment: Instalment = None
    payment: Payment = None
    paid: Payment = None
    in_kind: Instalment = None
    quote: SupplierQuote = None
    claim: Recovery = None
    came_back: LedgerEntry = None
    cash_float: CashFloat = None
    record: Return = None
    talk: Counselling = None
    declaration: Declaration = None
    enquiry: Enquiry = None
    monitored: Return = None
    visit: Visit = None
    survey: Survey = None
    screening: Screening = None
    questions: QuestionSet = None
    plan: ReintegrationPlan = None
    sent_plan: ReintegrationPlan = None
    pair: DuplicatePair = None


def make_people() -> dict[str, User]:
    """Everybody who has an account, one of each kind."""
    office = factories.organisation("iom-finland", OrganisationKind.IOM_OFFICE, "FI")
    migri = factories.organisation("migri", OrganisationKind.AUTHORITY, "FI", language="fi")
    swedish = factories.organisation("migrationsverket", OrganisationKind.AUTHORITY, "SE", language="sv")
    town = factories.organisation("jyvaskyla", OrganisationKind.MUNICIPALITY, "FI", language="fi", municipality="179")
    other_town = factories.organisation("oulu", OrganisationKind.MUNICIPALITY, "FI", language="fi", municipality="564")
    centre = factories.organisation("joutseno", OrganisationKind.RECEPTION_CENTRE, "FI", language="fi")
    mission = factories.organisation("iom-kinshasa", OrganisationKind.IOM_MISSION, "CD")
    resettlement = Mandate.RESETTLEMENT
    return {
        "aino": factories.user("aino", office, (Role.OFFICER, resettlement, "")),
        "lead": factories.user("lead", office, (Role.LEAD, resettlement, "")),
        "travel": factories.user("tuuli", office, (Role.TRAVEL, "", "")),
        "bilal": factories.user("bilal", office, (Role.OFFICER, Mandate.RETURNS, "")),
        "finance": factories.user("minna", office, (Role.FINANCE, Mandate.RETURNS, "")),
        "swedish_officer": factories.user("sven", office, (Role.OFFICER, resettlement, "SE")),
        "chidi": factories.user("chidi", office),
        "admin": factories.user("admin", office, (Role.ADMINISTRATOR, "", "")),
        "auditor": factories.user("outi", office, (Role.AUDITOR, "", "")),
        "marjut": factories.user("marjut", migri, (Role.LIAISON, "", "")),
        "lars": factories.user("lars", swedish, (Role.LIAISON, "", "")),
        "partner": factories.user("heidi", town, (Role.PARTNER, "", "")),
        "centre": factories.user("kerttu", centre, (Role.PARTNER, "", "")),
        "mission": factories.user("rana", mission, (Role.PARTNER, "", "")),
        "other_partner": factories.user("olli", other_town, (Role.PARTNER, "", "")),
        "other_mission": plans.receiver(plans.mission("iom-bujumbura", "BI"), "gaston"),
    }


def make_world() -> World:
    """Everything, through the house's own actions."""
    people = make_people()
    aino = people["aino"]
    world = World(people)
    world.dossier = dossier(aino, people["marjut"].organisation, members=2)
    world.case = world.dossier.case
    world.other_case = factories.case(aino)
    world.task = Task.objects.create(case=world.case, title="Call the clinic", assignee=aino)
    person = world.case.members.first().person
    world.consent = Consent.objects.create(
        person=person, purpose=Purpose.SHARE, text_version="4", language="Kiswahili", given_by=aino
    )
    world.document = Document.objects.create(
        case=world.case, kind=DocumentKind.OTHER, name="note.pdf", file="none.pdf", size=1, sha256="0" * 64,
        scan=ScanResult.REFUSED, added_by=aino,
    )  # fmt: skip
    world.filter = SavedFilter.objects.create(name="Mine", query="mine=1", saved_by=aino)
    world.upload, world.decision = decided(people["marjut"], world.case)
    travel_to(world)
    charter_for(world)
    facts = {"reference": world.case.reference, "day": "2026-12-01"}
    world.notice = write_notice(kind="travel.window_closing", once="w", facts=facts, user=aino)
    fail(world.notice, "mailbox full")
    world.draft = draft_of(people["lead"])
    grant(world)
    return_to(world)
    monitor(world)
    plan_for(world)
    return world


def grant(world: World) -> None:
    """A return is granted in three parts; cash of the first was counted out and waits for the second person."""
    bilal = world.people["bilal"]
    world.proposal = money.proposed(bilal)
    money.approved(bilal, world.people["finance"])
    world.award = money.approved(bilal, world.people["finance"])
    world.computation = world.award.computation
    world.instalment = world.award.instalments.first()
    world.cash_float = money.float_of(bilal)
    world.payment = count_out(
        instalment=world.instalment, seen=money.seen(world.award), cash_float=world.cash_float, by=bilal
    )
    come_back(world)


def come_back(world: World) -> None:
    """Another award: its first part was paid and is claimed back, its second is bought from a supplier."""
    bilal = world.people["bilal"]
    award = money.approved(bilal, world.people["finance"], parts=money.HALF)
    world.paid, world.in_kind = money.paid_by_bank(award, bilal), award.instalments.get(n=2)
    world.quote = money.quote(world.in_kind, bilal, 3300)
    choose_quote(quote=world.quote, reason="The only one", by=bilal)
    world.claim = claim_back(payment=world.paid, reason="not_returned", amount=Decimal(500), by=bilal)
    world.came_back = recover(payment=world.paid, amount=Decimal(100), note="First part", by=bilal)


def return_to(world: World) -> None:
    """A return that is counselled and declared, and an enquiry of a reception centre."""
    bilal = world.people["bilal"]
    world.record = a_return(bilal, stage="declared")
    world.talk = a_talk(world.record, bilal)
    declare_all(world.record, bilal)
    world.declaration = world.record.case.declarations.get()
    world.enquiry, __ = an_enquiry(by=world.people["centre"])
    world.riat = a_riat(world.record, bilal)
    world.past = a_return(bilal)
    today = timezone.localdate()
    record_past_return(record=world.past, departed_on=today, arrived_on=today, by=bilal, note="By letter")
    look_for_duplicates([record.case.members.get().person_id for record in axmed_and_ahmed(bilal)])
    world.pair = DuplicatePair.objects.order_by("pk").last()


def monitor(world: World) -> None:
    """A return whose people are visited: a survey that has begun, somebody vulnerable, a set that waits."""
    bilal = world.people["bilal"]
    world.monitored = monitoring.arrived(bilal, 40)
    world.visit = world.monitored.case.visits.first()
    monitoring.answered(world.monitored, bilal)
    monitoring.sought(world.monitored, bilal, 5, 3)
    world.survey = monitoring.begun(world.monitored, bilal)
    person = monitoring.person_of(world.monitored)
    world.screening = ask_screening(record=world.monitored, person=person, by=bilal, concern="Sleeps in the street")
    rule = {"in_short": "SMS only", "never": "Never her brother", "ways": ["message"]}
    set_contact_rule(record=world.monitored, person=person, by=bilal, **rule)
    world.questions = monitoring.a_draft(world.people["lead"])


def plan_for(world: World) -> None:
    """A draft of a plan, and a plan that a mission has."""
    bilal, finance = world.people["bilal"], world.people["finance"]
    world.plan = plans.drafted(bilal, plans.granted(bilal, finance))
    world.sent_plan = plans.brought(plans.drafted(bilal, plans.granted(bilal, finance)), bilal, to="at_mission")


def travel_to(world: World) -> None:
    """The case is planned on a journey; one order's answer was lost, somebody may part, Migri was told."""
    aino, day = world.people["aino"], timezone.localdate() + timedelta(days=30)
    clear(world.dossier, aino)
    for member, name in zip(world.case.members.all(), ("Furaha", "Amani"), strict=True):
        correct_person(person=member.person, given_names=name)
    world.movement = plan_movement(
        parties=[Party.whole(world.case)], origin="EBB", destination="HEL", departs_on=day, by=aino
    )
    world.attempt = BookingAttempt.objects.create(
        booking=world.movement.bookings.get(), n=1, state=AttemptState.NEEDS_PERSON, error_code="nothing_found"
    )
    waiting = Party.whole(world.other_case).people
    require_clearance(case=world.other_case, people=waiting, kind=ClearanceKind.EXIT_PERMIT, by=aino)
    world.parting = ask_parting(case=world.case, person=world.case.members.last().person, reason="In hospital", by=aino)
    world.notification = notify(
        movement=world.movement, case=world.case, organisation=world.people["marjut"].organisation,
        kind=NotificationKind.ABN, contents=contents_of(world.movement, world.case), by=aino,
    )  # fmt: skip


def charter_for(world: World) -> None:
    """A charter of nine seats, of which one has a name."""
    aino = world.people["aino"]
    record = dossier(aino, world.people["marjut"].organisation)
    clear(record, aino)
    correct_person(person=record.case.members.get().person, given_names="Furaha")
    Dossier.objects.filter(pk=record.pk).update(stage="ready")
    world.charter = plan_charter(
        mandate=Mandate.RESETTLEMENT, country="FI", origin="EBB", destination="HEL", seats=9, by=aino,
        departs_on=timezone.localdate() + timedelta(days=30),
    )  # fmt: skip
    people = [member.person for member in record.case.members.all()]
    give_seats(movement=world.charter, case=record.case, people=people, by=aino)


def crowd(world: World, number: int = 25) -> None:
    """Many more of everything that pages list."""
    aino, migri = world.people["aino"], world.people["marjut"].organisation
    for index in range(number):
        opened = dossier(aino, migri, members=2)
        a_riat(a_return(world.people["bilal"], members=2), world.people["bilal"])
        an_enquiry(by=world.people["centre"])
        monitoring.arrived(world.people["bilal"], 90)
        monitor_more(world, index)
        Task.objects.create(case=opened.case, title=f"Call {index}", assignee=aino)
        Task.objects.create(case=world.case, title=f"Call {index}", assignee=aino)
        record_contact(case=world.case, by=aino, note=f"Call {index}")
        facts = {"reference": opened.case.reference, "day": "2026-12-01"}
        write_notice(kind="travel.window_closing", once=f"w{index}", facts=facts, user=aino)
        money.proposed(world.people["bilal"]) if index % 2 else money.approved(
            world.people["bilal"], world.people["finance"]
        )
        if not index % 5:
            plan_for(world)


def monitor_more(world: World, index: int) -> None:
    """More surveys, attempts, visits and screenings of the same people."""
    bilal, record = world.people["bilal"], world.monitored
    person, day = monitoring.person_of(record), timezone.localdate() + timedelta(days=index + 1)
    agree_visit(record=record, due_on=day, way="call", by_whom="office", by=bilal)
    ask_screening(record=record, person=person, by=bilal, concern=f"Concern {index}")
    attempt = {"channel": "call", "outcome": "no_answer", "by": bilal, "rule_confirmed": True}
    record_attempt(record=record, person=person, **attempt)
    if not index % 8:
        monitoring.answered(record, bilal, rule_confirmed=True)
        monitoring.a_draft(world.people["lead"])
