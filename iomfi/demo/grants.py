"""The money of the demo's returns: waiting for approval, bought from suppliers, sent back by a bank, claimed back.

Finland's decree of 2026 is not known to the portal: what is granted in autumn 2026 is granted in Sweden and Iceland.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from accounts.models import User
from cases.models import CaseNumber
from iomfi.demo.clock import at
from iomfi.demo.return_files import DECIDED, HOUSEHOLDS
from returns.actions.awards import Part, approve_award, propose_award
from returns.actions.computations import compute_case
from returns.actions.money_back import claim_back, recover, refund
from returns.actions.payments import Rate, Seen, pay
from returns.actions.quotes import Offer, add_quote, choose_quote, supplier_named
from returns.forms.computing import kinds_of, person_said, who_returns
from returns.models import Computation, GrantAward, Mode, Return

SAMATAR, SABRI, ADEYEMI = 720551, 720874, 3188
LAPTOPS, RENT = "Two laptops for the repair shop", "Rent of the shop, six months"
QUOTES = ((LAPTOPS, "Balogun Computers", 900), (LAPTOPS, "Eko Electronics", 960), (LAPTOPS, "Ikeja Tech Plaza", 1010),
          (RENT, "Adeola Estates", 600))  # fmt: skip
IN_DOLLARS = Rate("USD", Decimal("0.0948"), "UN operational rate")


class GrantsStory:
    """Tells the money once; `day` gives the day so many days ago."""

    def __init__(self, users: dict[str, User], day: Callable[[int], date]) -> None:
        self.day, self.users = day, users
        self.bilal, self.noor = users["bilal@iom.example"], users["noor@iom.example"]
        self.minna = users["finance@iom.example"]

    def tell(self) -> None:
        """Three awards."""
        self.sent_back_and_claimed()
        self.waiting()
        self.bought()

    def sent_back_and_claimed(self) -> None:
        """The bank sent it back, the mission paid; a part of it was paid wrongly and comes back slowly."""
        amounts = {"departure": 5000, "after_plan": 15000, "after_proof": 10000}
        parts = tuple(Part(kind, Decimal(amount)) for kind, amount in amounts.items())
        award = self.granted(record_of(SAMATAR), parts, 40)
        first, seen = award.instalments.get(n=1), Seen(award.lines.first().person, "passport", "P00841220")
        with at(self.day(22), 10, 30):
            payment = pay(instalment=first, method="bank", seen=seen, by=self.noor)
        with at(self.day(20), 9, 10):
            refund(payment=payment, note="The bank sent it back: no such account.", by=self.noor)
        with at(self.day(18), 13):
            payment = pay(instalment=first, method="mission", seen=seen, rate=IN_DOLLARS, by=self.bilal)
        with at(self.day(9), 11):
            claim_back(
                payment=payment, reason="wrongly_paid", amount=Decimal(1000), by=self.bilal,
                note="The mission handed out 1,000 SEK more than the journey cost.",
            )  # fmt: skip
        with at(self.day(3), 15, 20):
            recover(payment=payment, amount=Decimal(400), note="First part, paid to the mission.", by=self.noor)

    def waiting(self) -> None:
        """A mother and her son: computed and proposed, not approved yet."""
        self.proposed(record_of(SABRI), (Part("departure", Decimal(5000)), Part("after_plan", Decimal(40000))), 2)

    def bought(self) -> None:
        """A repair shop in Lagos: three quotes for one thing, one for the other, and a part in cash at Keflavík."""
        record = record_of(ADEYEMI)
        computation = self.computed(record, 12)
        cash = Decimal(200)
        parts = (Part("departure", cash), Part("after_plan", computation.total - cash, Mode.IN_KIND))
        award = self.granted(record, parts, 12, computation)
        shop = award.instalments.get(n=2)
        with at(self.day(6), 14):
            found = {}
            for what, name, amount in QUOTES:
                supplier = supplier_named(name=name, place="Lagos", country="NGA", by=self.bilal)
                offer = Offer(what, Decimal(amount), self.day(7))
                found.setdefault(what, add_quote(instalment=shop, supplier=supplier, offer=offer, by=self.bilal))
            choose_quote(quote=found[LAPTOPS], by=self.bilal)
            choose_quote(quote=found[RENT], reason="The only shop to let in his street.", by=self.bilal)

    # How an award comes about ----------------------------------------------------------------------------------------

    def computed(self, record: Return, days: int) -> Computation:
        """From the dates of the file; in Iceland the appeal was decided before he applied."""
        decided = self.day(DECIDED)
        people = who_returns(record.case)
        kinds = kinds_of(people, decided)
        dates = {
            "first_decision_served": decided - timedelta(days=42), "appeal_outcome": decided - timedelta(days=40),
            "application": decided - timedelta(days=30), "decision": decided, "departure_deadline": self.day(-30),
        }  # fmt: skip
        if record.scheme != "IS-HEIM":
            del dates["appeal_outcome"]
        inputs = {
            "host_country": record.case.country, "return_country": record.return_country,
            "citizenship": record.return_country, "category": "rejected", "form": None,
            "persons": [person_said(person, kind) for person, kind in zip(people, kinds, strict=True)],
            "dates": {name: day.isoformat() for name, day in dates.items()},
            "flags": {
                "voluntary": True, "likely_to_be_received": True, "asylum_applied_before": False, "couple": False,
                "visa_exempt": False, "dublin_case": False, "safe_country_of_origin": False,
                "return_to_eu_or_schengen": False, "appeal": "decided" if "appeal_outcome" in dates else None,
            },
        }  # fmt: skip
        with at(self.day(days), 9, 40):
            return compute_case(case=record.case, scheme=record.scheme, inputs=inputs, by=self.bilal)

    def proposed(
        self, record: Return, parts: tuple[Part, ...], days: int, computation: Computation | None = None
    ) -> GrantAward:  # fmt: skip
        """Bilal proposes what was computed."""
        computation = computation or self.computed(record, days)
        people = who_returns(record.case)
        with at(self.day(days), 10, 5):
            return propose_award(record=record, computation=computation, people=people, parts=parts, by=self.bilal)

    def granted(
        self, record: Return, parts: tuple[Part, ...], days: int, computation: Computation | None = None
    ) -> GrantAward:  # fmt: skip
        """Minna approves it on the next day."""
        award = self.proposed(record, parts, days, computation)
        with at(self.day(days - 1), 8, 50):
            approve_award(award=award, by=self.minna)
        return award


def record_of(number: int) -> Return:
    """The return of one household of the files."""
    house = next(one for one in HOUSEHOLDS if one.number == number)
    case = CaseNumber.objects.select_related("case").get(number=house.case_number).case
    return Return.objects.select_related("case").get(case=case)
