"""What the house knows of this mandate: how its stages read, what comes next, its panel on the case page."""

from collections.abc import Sequence
from functools import partial

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import Mandate
from cases.mandates import MandateRoom, StageWords, Step
from cases.models import Case
from cases.reference.countries import name_of
from cases.stages import line_of, missing_for
from returns.models import BEFORE_DEPARTURE, MAIN_LINE, Return, Stage
from returns.money import in_words
from returns.needs import NEED_WORDS
from returns.parts import lines_of as part_lines
from returns.parts import returns_for_pages
from returns.permissions import COUNSELLORS, may_act
from travel.models import ClearanceKind
from travel.windows import window_on_page

KINDS = {
    Stage.STATEMENT: "wait", Stage.DOCUMENTS: "wait", Stage.BOOKED: "now", Stage.DEPARTED: "now",
    Stage.ARRIVED: "now", Stage.PLAN: "now", Stage.INSTALMENTS: "now", Stage.MONITORING: "now", Stage.CLOSED: "done",
    Stage.ON_HOLD: "stop", Stage.WITHDRAWN: "off", Stage.REFUSED: "off",
}  # fmt: skip
BEGUN_BY = {  # the act that brings a return to the stage; the others follow the journey
    Stage.COUNSELLING: "returns:counsel", Stage.APPLICATION: "returns:application",
    Stage.ELIGIBILITY: "returns:eligibility", Stage.STATEMENT: "returns:ask_statement",
    Stage.DECIDED: "returns:decision", Stage.DECLARED: "returns:declare", Stage.DOCUMENTS: "returns:advance",
    Stage.READY: "returns:advance", Stage.PLAN: "returns:advance", Stage.INSTALMENTS: "returns:advance",
    Stage.MONITORING: "returns:advance", Stage.CLOSED: "returns:close",
}  # fmt: skip
MET_BY_ACT = {"counselling", "application_date", "country", "eligibility", "decision", "declaration", "ending"}


def stages(cases: Sequence[Case]) -> dict[int, StageWords]:
    """The stage of each case, in one question."""
    prefetch_related_objects(cases, "return_file")
    found = {case.pk: case.return_file.stage for case in cases if hasattr(case, "return_file")}
    return {case: StageWords(KINDS.get(stage, "todo"), str(Stage(stage).label)) for case, stage in found.items()}


def return_of(case: Case) -> Return | None:
    """The return of a case, asked once per page however many parts of the page want it."""
    prefetch_related_objects([case], Prefetch("return_file", returns_for_pages()))
    record = getattr(case, "return_file", None)
    if record:
        record.known_window = SimpleLazyObject(partial(window_on_page, case))
    return record


def steps(case: Case) -> Sequence[Step]:
    """The next stage of the line, and what keeps it from beginning. What its own act brings is not missing before."""
    record = return_of(case)
    if record is None or record.next_on_the_line not in BEGUN_BY:
        return ()
    to = record.next_on_the_line
    missing = tuple(missing_for(record, to))
    begun_by = BEGUN_BY[to]
    if begun_by != "returns:advance":
        missing = tuple(one for one in missing if one.need not in MET_BY_ACT)
    return (Step(str(Stage(to).label), reverse(begun_by, args=[record.code]), missing, opens_to=COUNSELLORS),)


def panel_context(case: Case, request: HttpRequest) -> dict:
    """What the panel shows: the line of stages, the facts, the talks, the look at eligibility, the declarations."""
    record = return_of(case)
    if record is None:
        return {"record": None}
    names = {str(member.person.code): member.person.name for member in case.household}
    people = {member.person_id: member.person for member in case.household}
    return {
        "record": record, "line": line_of(record, MAIN_LINE), "case": case, "acts": may_act(request.user, case),
        "country": name_of(record.return_country, get_language() or "en") if record.return_country else "",
        "talks": record.talks, "check": next(reversed(record.checks), None), "parts": part_lines(record, request.user),
        "declarations": [{"person": people.get(one.person_id), "one": one} for one in record.signatures],
        "granted": [
            f"{names.get(one['person'], '')}: {in_words(one['amount'], one['currency'])}" for one in record.granted
        ],
        "may_have_happened": record.stage in BEFORE_DEPARTURE,
        "may_hold": record.may_become(Stage.ON_HOLD), "may_withdraw": record.may_become(Stage.WITHDRAWN),
        "may_refuse": record.may_become(Stage.REFUSED), "may_close": record.may_become(Stage.CLOSED),
    }  # fmt: skip


ROOM = MandateRoom(
    name=Mandate.RETURNS,
    label=_("Returns"),
    prefixes={"avr": "AR"},
    home="returns:list",
    detail=lambda case: reverse("cases:case", args=[case.code]),
    stages=stages,
    steps=steps,
    needs=NEED_WORDS | {f"travel.{kind.value}": kind.label for kind in ClearanceKind},
    panel="returns/_panel.html",
    panel_context=panel_context,
)
