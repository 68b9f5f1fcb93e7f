"""The inbox of enquiries as a page shows it, and one enquiry with whom it may be about."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import F, Q, QuerySet
from django.utils.translation import get_language

from accounts.models import User
from cases.duplicates import ALIKE, MOST
from cases.models import Person
from cases.paging import Page, page_of
from cases.reference.countries import name_of
from returns.models import Enquiry, EnquiryState, Return, Stage
from returns.permissions import may_answer

PAGE = 40


@dataclass(frozen=True)
class Row:
    """One enquiry, with the stage of its case where there is one."""

    enquiry: Enquiry
    country: str
    stage: str


class Inbox:
    """The enquiries that the address asks for: `state`, by default the new ones; a partner sees the own ones, all."""

    def __init__(self, asked: Mapping[str, str], user: User) -> None:
        self.asked, self.user = asked, user
        self.is_office = any(may_answer(user, country) for country in ("FI", "SE", "IS"))
        default = EnquiryState.NEW if self.is_office else ""
        said = asked.get("state", default)
        self.state = said if said in EnquiryState.values else ""

    @cached_property
    def page(self) -> Page:
        """One page; new ones the oldest first, answered ones the newest first."""
        seen = Enquiry.objects.visible_to(self.user).select_related("organisation", "case__return_file")
        seen = seen.filter(state=self.state) if self.state else seen
        after, before = self.asked.get("after", ""), self.asked.get("before", "")
        newest_first = self.state != EnquiryState.NEW
        return page_of(seen, key=F("sent_at"), descending=newest_first, after=after, before=before, size=PAGE)

    @cached_property
    def rows(self) -> list[Row]:
        """What the page shows."""
        language = get_language() or "en"
        return [Row(one, name_of(one.return_country, language), stage_of(one)) for one in self.page.rows]

    @property
    def states(self) -> list[tuple[str, str]]:
        """Every state."""
        return EnquiryState.choices

    @property
    def address(self) -> str:
        """The list as it is chosen."""
        return f"?{urlencode({'state': self.state})}"


def stage_of(enquiry: Enquiry) -> str:
    """Where the return stands, for whoever sent the enquiry."""
    record = getattr(enquiry.case, "return_file", None) if enquiry.case else None
    return str(Stage(record.stage).label) if record else ""


def look_of(enquiry: Enquiry, user: User) -> dict:
    """One enquiry as its page shows it."""
    language = get_language() or "en"
    record = Return.objects.filter(case=enquiry.case_id).first() if enquiry.case_id else None
    may = may_answer(user, enquiry.country)
    return {
        "enquiry": enquiry, "return_country": name_of(enquiry.return_country, language),
        "citizenship": name_of(enquiry.citizenship, language) if enquiry.citizenship else "",
        "may_answer": may, "stage": str(Stage(record.stage).label) if record else "",
        "alike": list(alike(enquiry, user)) if may and enquiry.state == EnquiryState.NEW else [],
    }  # fmt: skip


def alike(enquiry: Enquiry, user: User) -> QuerySet[Person]:
    """People this officer may see whose name is like the one told and whose year of birth is near."""
    name = f"{enquiry.family_name} {enquiry.given_names}".strip().lower()
    near = Q(birth_year__range=(enquiry.birth_year - 1, enquiry.birth_year + 1)) | Q(birth_year=None)
    found = Person.objects.visible_to(user).filter(near, search_name__trigram_similar=name)
    return (
        found.annotate(likeness=TrigramSimilarity("search_name", name))
        .filter(likeness__gte=ALIKE)
        .order_by("-likeness", "pk")[:MOST]
    )
