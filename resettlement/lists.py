"""The line of dossiers, page by page: names, travel windows and what is missing, in a fixed number of questions."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from accounts.models import Country
from cases.mandates import StageWords, stages_of
from cases.models import Member
from resettlement.models import ENDED, Dossier, Stage
from travel.windows import Window, windows_of_cases

PAGE = 40


@dataclass(frozen=True)
class Row:
    """One dossier as the list shows it."""

    dossier: Dossier
    people: list[Member]
    window: Window
    stage: StageWords


@dataclass(frozen=True)
class Page:
    """One page of the list: `after` is the mark of the next, empty on the last."""

    rows: list[Row]
    stage: str
    country: str
    after: str = ""


def counts_of_stages(dossiers: QuerySet[Dossier]) -> list[dict]:
    """Every stage with its number of dossiers, in the order of the work."""
    counted = dict(dossiers.order_by().values_list("stage").annotate(Count("pk")))
    return [{"value": stage.value, "words": stage.label, "count": counted.get(stage.value, 0)} for stage in Stage]


def page_of_dossiers(dossiers: QuerySet[Dossier], asked: Mapping[str, str]) -> Page:
    """The page that the address asks for: `stage`, `country`, `after`. Words nobody knows are passed over."""
    stage = asked.get("stage", "") if asked.get("stage") in Stage.values else ""
    country = asked.get("country", "") if asked.get("country") in Country.values else ""
    dossiers = dossiers.filter(stage=stage) if stage else dossiers.exclude(stage__in=ENDED)
    dossiers = dossiers.filter(case__country=country) if country else dossiers
    if (mark := asked.get("after", "")).isdigit():
        dossiers = dossiers.filter(pk__gt=int(mark))
    members = Prefetch("case__members", Member.objects.select_related("person"))
    found = list(
        dossiers.select_related("case", "case__officer", "municipality")
        .prefetch_related(members)
        .order_by("pk")[: PAGE + 1]
    )
    more = str(found[PAGE - 1].pk) if len(found) > PAGE else ""
    return Page(rows_of(found[:PAGE]), stage, country, more)


def rows_of(dossiers: list[Dossier]) -> list[Row]:
    """Rows with their windows and stages."""
    cases = [dossier.case for dossier in dossiers]
    windows, stages = windows_of_cases(cases), stages_of(cases)
    return [Row(one, list(one.case.members.all()), windows[one.case_id], stages[one.case_id]) for one in dossiers]
