"""What monitoring shows elsewhere: its line in the panel of a return, a panel and deadlines of the desk."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from cases import desk
from returns import parts
from returns.models import AFTER_ARRIVAL, Return, Stage, Survey, SurveyState, Visit, VisitState
from returns.monitoring.due import DueRow, with_principals
from returns.monitoring.sentences import occasion
from returns.permissions import counsels_returns, may_act

SHOWN = (*AFTER_ARRIVAL, Stage.CLOSED)
DUE_SHOWN = 8
SOON = timedelta(days=14)


def case_line(record: Return, reader: User) -> parts.PartLine | None:
    """Which visit is next, how many were made, the last score; none before anybody has arrived."""
    if record.stage not in SHOWN or not may_act(reader, record.case):
        return None
    visits, goes_on = record.visits, record.stage in AFTER_ARRIVAL
    following = next((one for one in visits if one.state == VisitState.DUE), None) if goes_on else None
    made = sum(one.state == VisitState.DONE for one in visits)
    said = [_("%(made)s of %(all)s visits made") % {"made": made, "all": len(visits)}]
    if record.screenings_due:
        said.append(_("follow-up screening due"))
    if (score := record.last_score) is not None:
        unverified = "" if record.last_score_verified else f" ({_('unverified')})"
        said.append(_("last survey %(score)s of 1") % {"score": number_format(score, 2)} + unverified)
    links = ((reverse("returns:monitored", args=[record.code]), _("Visits, survey, safe contact")),)
    kind = following.kind if following else "off"
    return parts.PartLine(next_words(following), kind, ", ".join(said), links)


def next_words(visit: Visit | None) -> str:
    """The visit that comes next."""
    if visit is None:
        return _("No visit due")
    day = date_format(visit.due_on, "d.m.Y")
    return f"{visit.get_way_display().capitalize()} {occasion(visit.months)}: {day}, {visit.standing}"


def brings() -> dict:
    """The last score, and whether its questions were compared with the published table."""
    finished = Survey.objects.filter(case=OuterRef("case"), state=SurveyState.FINISHED).order_by("-held_on", "-pk")
    return {
        "last_score": Subquery(finished.values("composite")[:1]),
        "last_score_verified": Subquery(finished.values("question_set__is_verified")[:1]),
    }


def due_of(request: HttpRequest) -> list[DueRow]:
    """Visits of this person's own cases whose days have begun or begin soon, asked once per page."""
    if not hasattr(request, "visits_due"):
        found: list[Visit] = []
        if counsels_returns(request.user):
            soon = Visit.objects.visible_to(request.user).due().filter(
                case__officer=request.user, opens_on__lte=timezone.localdate() + SOON
            )  # fmt: skip
            found = list(with_principals(soon.select_related("case__return_file"))[:50])
        request.visits_due = [DueRow(visit) for visit in found]
    return request.visits_due


def desk_panel(request: HttpRequest) -> dict:
    """The nearest visits of one's own cases."""
    rows = due_of(request)
    return {"rows": rows[:DUE_SHOWN], "count": len(rows), "counsels": counsels_returns(request.user)}


def deadlines(request: HttpRequest) -> Iterator[desk.Deadline]:
    """The last day of each visit of the office's whose days have begun."""
    today = timezone.localdate()
    for row in due_of(request):
        visit = row.visit
        if visit.opens_on <= today:
            yield desk.Deadline(
                visit.closes_on, _("Monitoring %(which)s") % {"which": row.occasion},
                reverse("returns:monitored", args=[visit.case.return_file.code]),
                f"{visit.case.reference}, {row.person.name}" if row.person else visit.case.reference,
            )  # fmt: skip


def register() -> None:
    """Announce them, once, at start."""
    parts.register(parts.Part("monitoring", gettext_lazy("Monitoring"), case_line, brings, 70))
    desk.register_panel("monitoring", "returns/monitoring/_desk.html", desk_panel)
    desk.register_deadlines(deadlines)
