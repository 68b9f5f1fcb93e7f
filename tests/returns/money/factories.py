"""Awards for tests, from real computations, through the house's own actions."""

from decimal import Decimal

from django.utils import timezone

from accounts.models import Mandate, Organisation, Role, User
from returns.actions.awards import Part, approve_award, propose_award
from returns.actions.computations import compute_case
from returns.actions.floats import open_float
from returns.actions.payments import Seen, count_out, pay, release_instalment
from returns.actions.quotes import Offer, add_quote, supplier_named
from returns.models import CashFloat, GrantAward, Instalment, InstalmentKind, Mode, Payment, Return
from tests import factories
from tests.returns.factories import as_table, inputs, rows
from tests.returns.plans import factories as plans
from tests.returns.returning import a_return

HALF = (Part("departure", Decimal(2000)), Part("after_plan", Decimal(3300), Mode.IN_KIND))
CASH = (Part("departure", Decimal(300)), Part("after_plan", Decimal(2000)), Part("after_proof", Decimal(3000)))


def finance(office: Organisation, name: str = "minna") -> User:
    """Approves; sees the money of returns."""
    return factories.user(name, office, (Role.FINANCE, Mandate.RETURNS, ""))


def officer(office: Organisation, name: str) -> User:
    """One more officer of returns."""
    return factories.user(name, office, (Role.OFFICER, Mandate.RETURNS, ""))


def computed(record: Return, by: User, scheme: str = "FI-PALUU", facts: dict | None = None):
    """The computation of a rejected adult who applied in time: 5,300 EUR."""
    said = facts or inputs(applied="2025-02-10", served="2025-02-01")
    return compute_case(case=record.case, scheme=scheme, inputs=said, by=by)


def proposed(by: User, parts=CASH, record: Return | None = None, **columns) -> GrantAward:
    """An award that waits for approval."""
    record = record or a_return(by, **columns)
    people = [member.person for member in record.case.members.select_related("person")]
    return propose_award(record=record, computation=computed(record, by), people=people, parts=parts, by=by)


def approved(by: User, approver: User, parts=CASH, record: Return | None = None) -> GrantAward:
    """An award whose part at departure is due."""
    award = proposed(by, parts, record)
    approve_award(award=award, by=approver)
    award.refresh_from_db()
    return award


def all_due(award: GrantAward, by: User) -> list:
    """Every instalment is due: a colleague of the same office said so, who pays nothing here."""
    said_by = User.objects.filter(email__startswith="ida@").first() or officer(by.organisation, "ida")
    plans.planned(award, by)
    for part in award.instalments.exclude(kind=InstalmentKind.DEPARTURE):
        release_instalment(instalment=part, by=said_by)
    return list(award.instalments.all())


def seen(award: GrantAward) -> Seen:
    """The person of the award with a passport."""
    return Seen(award.lines.first().person, "passport", "P1234567")


def float_of(by: User, opening: int = 1000) -> CashFloat:
    """Cash at Helsinki airport."""
    return open_float(country="FI", airport="HEL", currency="EUR", opening=Decimal(opening), by=by)


def decree_of_2025() -> str:
    """The Finnish decree of 2024 and 2025, for a database that was emptied."""
    return as_table(*rows("FI-030", "FI-031"))


def counted(award: GrantAward, by: User, opening: int = 1000) -> Payment:
    """Cash of the first part, counted out of a float."""
    return count_out(
        instalment=award.instalments.first(), seen=seen(award), cash_float=float_of(by, opening),
        by=by,
    )  # fmt: skip


def in_kind(by: User, approver: User) -> tuple[GrantAward, Instalment]:
    """An award whose second part, 3,300 EUR in kind, is due."""
    award = approved(by, approver, parts=HALF)
    return award, all_due(award, by)[1]


def quote(part: Instalment, by: User, amount: int, what: str = "Sewing machines", name: str = "", **more):
    """What a supplier asks."""
    supplier = supplier_named(name=name or f"Supplier {amount}", place="Kinshasa", country="COD", by=by)
    offer = Offer(what, Decimal(amount), timezone.localdate(), **more)
    return add_quote(instalment=part, supplier=supplier, offer=offer, by=by)


def paid_by_bank(award: GrantAward, by: User) -> Payment:
    """The first part, by transfer."""
    return pay(instalment=award.instalments.first(), method="bank", seen=seen(award), by=by)
