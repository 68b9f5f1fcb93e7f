"""The line of returns, page by page: people, whereto, windows and officers, in a fixed number of questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Count, F, Prefetch, QuerySet
from django.utils.translation import get_language

from accounts.models import Country, User
from cases.mandates import StageWords, stages_of
from cases.models import Member
from cases.paging import Page, page_of
from cases.reference.countries import name_of
from returns.models import ENDED, AppliedBy, Return, Stage
from travel.windows import Window, windows_of_cases

PAGE = 40


@dataclass(frozen=True)
class Row:
    """One return as the list shows it."""

    record: Return
    people: list[Member]
    window: Window
    stage: StageWords

    @property
    def country(self) -> str:
        """The country of return in the reader's language."""
        return name_of(self.record.return_country, get_language() or "en") if self.record.return_country else "–"


class Line:
    """The list that the address asks for: `stage`, `country`, `through`, `mine`. Words nobody knows are passed over."""

    def __init__(self, asked: Mapping[str, str], user: User) -> None:
        self.asked, self.user = asked, user
        self.stage = known(asked.get("stage", ""), Stage.values)
        self.country = known(asked.get("country", ""), Country.values)
        self.through = known(asked.get("through", ""), AppliedBy.values)
        self.mine = asked.get("mine") == "1"

    @cached_property
    def visible(self) -> QuerySet[Return]:
        """Every return this person may see."""
        return Return.objects.visible_to(self.user)

    @property
    def stages(self) -> list[dict]:
        """Every stage with its number of returns, in the order of the work."""
        counted = dict(self.narrowed(self.visible).order_by().values_list("stage").annotate(Count("pk")))
        return [{"value": one.value, "words": one.label, "count": counted.get(one.value, 0)} for one in Stage]

    def narrowed(self, records: QuerySet[Return]) -> QuerySet[Return]:
        """Those of the chosen country, way and officer."""
        records = records.filter(case__country=self.country) if self.country else records
        records = records.filter(applied_by=self.through) if self.through else records
        return records.filter(case__officer=self.user) if self.mine else records

    @cached_property
    def page(self) -> Page:
        """One page of rows, the newest first."""
        records = self.narrowed(self.visible)
        records = records.filter(stage=self.stage) if self.stage else records.exclude(stage__in=ENDED)
        members = Prefetch("case__members", Member.objects.select_related("person"))
        records = records.select_related("case", "case__officer").prefetch_related(members)
        after, before = self.asked.get("after", ""), self.asked.get("before", "")
        return page_of(records, key=F("pk"), descending=True, after=after, before=before, size=PAGE)

    @cached_property
    def rows(self) -> list[Row]:
        """The page's rows with windows and stages."""
        cases = [record.case for record in self.page.rows]
        windows, stages = windows_of_cases(cases), stages_of(cases)
        return [
            Row(one, list(one.case.members.all()), windows[one.case_id], stages[one.case_id]) for one in self.page.rows
        ]

    @property
    def address(self) -> str:
        """The list as it is chosen."""
        return f"?{urlencode(self.chosen)}"

    @property
    def without_stage(self) -> str:
        """The same choice in every stage."""
        return urlencode({name: value for name, value in self.chosen.items() if name != "stage"})

    @property
    def chosen(self) -> dict[str, str]:
        """What is chosen."""
        said = {"stage": self.stage, "country": self.country, "through": self.through, "mine": "1" if self.mine else ""}
        return {name: value for name, value in said.items() if value}


def known(word: str, words: list[str]) -> str:
    """A word of the list, or nothing."""
    return word if word in words else ""
