"""Returns for tests: in any stage, through the house's own actions."""

from datetime import date, timedelta

from accounts.models import User
from cases.models import Case
from returns.actions.enquiries import send_enquiry
from returns.actions.return_files import open_return
from returns.actions.riat import open_riat
from returns.models import AppliedBy, Counselling, Declaration, Enquiry, Return, RiatFile, Stage, Topic
from returns.requirements import REQUIRED
from tests import factories
from travel.actions.clearances import hold_clearance

COLUMNS = {"mandate": "returns", "programme": "avr", "prefix": "AR"}


def return_case(by: User, issuer=None, members: int = 1, **columns) -> Case:
    """A case of this mandate."""
    return factories.case(by, issuer, members, **(COLUMNS | columns))


def a_return(by: User, issuer=None, *, stage: str = Stage.ENQUIRY, members: int = 1, **columns) -> Return:
    """A return that has come to a stage, with everything that stage asks of the record itself."""
    said = {"return_country": "COD", "scheme": "FI-PALUU", "application_date": date(2026, 9, 1)} | columns
    return open_return(case=return_case(by, issuer, members), by=by, stage=stage, **said)


def declare_all(record: Return, by: User) -> None:
    """Every member signed."""
    for member in record.case.members.select_related("person"):
        Declaration.objects.create(
            case=record.case, person=member.person, text_version="1", language="Lingala", recorded_by=by
        )


def clear(record: Return, by: User, days: int = 60) -> None:
    """Everything is held from today on."""
    people = [member.person for member in record.case.members.travelling()]
    today = date.today()
    for kind in REQUIRED:
        hold_clearance(
            case=record.case, people=people, kind=kind, by=by, valid_from=today,
            valid_until=today + timedelta(days=days),
        )  # fmt: skip


def a_talk(record: Return, by: User, **columns) -> Counselling:
    """A talk in which everything was explained."""
    said = {"way": "in_person", "language": "Lingala", "interpreter": "booked", "explained": list(Topic.values)}
    return Counselling.objects.create(case=record.case, recorded_by=by, **(said | columns))


def a_riat(record: Return, by: User, **first_page) -> RiatFile:
    """A draft for the EU programme."""
    said = {"return_country": "COD", "project": "EURP", "organisation": "Migri", "partner": "Partner Kinshasa",
            "support": "post_return"}  # fmt: skip
    return open_riat(record=record, by=by, **(said | first_page))


def an_enquiry(by: User | None = None, **columns) -> tuple[Enquiry, str]:
    """Somebody who wants to return, and the code of the own page."""
    said = {
        "country": "FI", "family_name": "Al-Jabiri", "given_names": "Zahra", "birth_year": 1990, "birth_month": 5,
        "birth_day": 17, "return_country": "IRQ", "citizenship": "IRQ", "language": "Arabic", "phone": "+358401",
        "came_through": AppliedBy.RECEPTION_CENTRE if by else AppliedBy.MIGRANT,
    }  # fmt: skip
    return send_enquiry(by=by, **(said | columns))
