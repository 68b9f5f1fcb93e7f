"""Who came twice, in the demo world: one strong likeness that waits for a decision, one of cousins, one left unclear.

A man has his grant to have left Sweden, and is about to be granted money to leave Finland, where he applied before.
"""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.models import User
from cases.models import CaseNumber
from iomfi.demo.clock import at
from iomfi.demo.work import finish_work
from returns.actions.awards import Part, propose_award
from returns.actions.computations import compute_case
from returns.actions.duplicates import decide_pair
from returns.actions.return_files import correct_return
from returns.models import DuplicatePair, GrantAward, Return, Verdict

TWICE = "PAL-2026-41455"
COUSINS, NAMESAKES = ("PAL-2026-41311", "14-720880"), ("20263188", "14-720912")
WINTER = {"served": date(2025, 11, 20), "applied": date(2025, 12, 8), "decided": date(2025, 12, 22)}
FLAGS = {
    "voluntary": True, "likely_to_be_received": True, "asylum_applied_before": False, "pending_proceedings": [],
    "has_municipality_of_residence": False, "visa_exempt": False,
}  # fmt: skip


class DuplicatesStory:
    """Tells of them once, after the returns."""

    def __init__(self, users: dict[str, User]) -> None:
        self.bilal, self.salla = users["bilal@iom.example"], users["returns.lead@iom.example"]

    def tell(self) -> None:
        """The likenesses, what was decided of two of them, and the second grant as a proposal."""
        finish_work()
        self.decide(COUSINS, Verdict.DIFFERENT, "Both passports seen: two photographs, two mothers' names. Cousins.")
        self.decide(NAMESAKES, Verdict.UNCLEAR, "Reykjavík asks for his Swedish dossier number.")
        finnish = return_numbered(TWICE)
        with at(timezone.localdate() - timedelta(days=1), 15, 30):
            correct_return(
                record=finnish, by=self.bilal, application_date=WINTER["applied"],
                first_decision_served_date=WINTER["served"],
            )  # fmt: skip
            self.propose(finnish, [Part("departure", Decimal(5300))], **WINTER)

    def propose(self, record: Return, parts: list[Part], **days: date) -> GrantAward:
        """Bilal computes the grant of one man and proposes it."""
        person = record.case.members.select_related("person").get().person
        inputs = {
            "host_country": "FI", "return_country": record.return_country, "citizenship": record.return_country,
            "category": "rejected", "form": None, "flags": FLAGS, "previous_grant": None,
            "persons": [{"kind": "adult", "birth_date": str(person.birth.date)}],
            "dates": {
                "first_decision": str(days["served"]), "first_decision_served": str(days["served"]),
                "application": str(days["applied"]), "decision": str(days["decided"]),
            },
        }  # fmt: skip
        computation = compute_case(case=record.case, scheme="FI-PALUU", inputs=inputs, by=self.bilal)
        return propose_award(record=record, computation=computation, people=[person], parts=parts, by=self.bilal)

    def decide(self, numbers: tuple[str, str], verdict: str, reason: str) -> None:
        """Salla has looked at two files."""
        one, other = (return_numbered(number).case.members.first().person_id for number in numbers)
        with at(timezone.localdate() - timedelta(days=5), 10, 15):
            pair = DuplicatePair.objects.of(one).of(other).get()
            decide_pair(pair=pair, verdict=verdict, reason=reason, by=self.salla)


def return_numbered(number: str) -> Return:
    """The return that an authority knows by this number."""
    case = CaseNumber.objects.get(number=number).case_id
    return Return.objects.select_related("case").get(case=case)
