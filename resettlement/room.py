"""What the house knows of this mandate: how its stages read, what comes next, its panel on the case page."""

from collections.abc import Sequence
from functools import partial

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from accounts.models import Mandate
from cases.mandates import MandateRoom, StageWords, Step
from cases.models import Case
from cases.stages import line_of, missing_for
from resettlement.models import MAIN_LINE, Dossier, Stage
from resettlement.needs import NEED_WORDS
from resettlement.permissions import MAY_ACT, may_act
from travel.models import ClearanceKind
from travel.windows import window_on_page

KINDS = {
    Stage.RECEIVED: "todo", Stage.DOCUMENTS: "wait", Stage.READY: "todo", Stage.BOOKED: "now", Stage.DEPARTED: "now",
    Stage.ARRIVED: "now", Stage.HANDED_OVER: "done", Stage.ON_HOLD: "stop", Stage.WITHDRAWN: "off",
    Stage.CANCELLED: "off",
}  # fmt: skip
DOSSIERS = Dossier.objects.select_related("municipality", "hold_reason", "handed_over_by")
ASKED_ON_THE_WAY = {Stage.HANDED_OVER: {"receiver"}}  # the form of the stage itself asks for it
BY_HAND = {Stage.DOCUMENTS, Stage.READY, Stage.HANDED_OVER}  # the others follow the journey


def stages(cases: Sequence[Case]) -> dict[int, StageWords]:
    """The stage of each case, in one question."""
    prefetch_related_objects(cases, Prefetch("dossier", DOSSIERS))
    found = {case.pk: case.dossier.stage for case in cases if hasattr(case, "dossier")}
    return {case: StageWords(KINDS[stage], str(Stage(stage).label)) for case, stage in found.items()}


def dossier_of(case: Case) -> Dossier | None:
    """The dossier of a case, asked once per page however many parts of the page want it."""
    prefetch_related_objects([case], Prefetch("dossier", DOSSIERS))
    dossier = getattr(case, "dossier", None)
    if dossier:
        dossier.known_window = SimpleLazyObject(partial(window_on_page, case))
    return dossier


def steps(case: Case) -> Sequence[Step]:
    """The next stage of the main line, and what keeps it from beginning."""
    dossier = dossier_of(case)
    if dossier is None or dossier.next_on_the_line not in BY_HAND:
        return ()
    to = dossier.next_on_the_line
    missing = tuple(one for one in missing_for(dossier, to) if one.need not in ASKED_ON_THE_WAY.get(to, ()))
    return (
        Step(str(Stage(to).label), reverse("resettlement:advance", args=[dossier.code]), missing, opens_to=MAY_ACT),
    )


def panel_context(case: Case, request: HttpRequest) -> dict:
    """What the panel shows: the line of stages, and the facts of the dossier."""
    dossier = dossier_of(case)
    if dossier is None:
        return {"dossier": None}
    line = line_of(dossier, MAIN_LINE)
    return {"dossier": dossier, "line": line, "case": case, "may_act": may_act(request.user, dossier)}


ROOM = MandateRoom(
    name=Mandate.RESETTLEMENT,
    label=_("Resettlement"),
    prefixes={"quota": "KQ", "family_reunification": "FR"},
    home="resettlement:list",
    detail=lambda case: reverse("cases:case", args=[case.code]),
    stages=stages,
    steps=steps,
    needs=NEED_WORDS | {f"travel.{kind.value}": kind.label for kind in ClearanceKind},
    panel="resettlement/_panel.html",
    panel_context=panel_context,
)
