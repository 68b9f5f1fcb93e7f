"""RIAT files as pages show them: one file with its clock and history, the list, the panel of a case, the desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import User
from cases.desk import Deadline
from cases.facts import as_records, brought
from cases.models import Relation
from cases.reference.countries import name_of
from returns.haste import charter_warnings
from returns.models import Return, RiatFile, RiatStatus
from returns.parts import Part, PartLine
from returns.permissions import counsels_returns, may_act
from travel.models import Movement, SeatsFrom
from travel.models.movement import AHEAD

R = RiatStatus
SHAPES = {
    R.DRAFT: "todo", R.REGISTERED: "now", R.OPEN: "wait", R.VALIDATION: "now", R.REJECTED: "off", R.REOPENED: "now",
    R.CONFIRMED: "done",
}  # fmt: skip
MOST = 20
SHOWN = 200


@dataclass(frozen=True)
class RiatLook:
    """One file in words."""

    riat: RiatFile

    @property
    def shape(self) -> str:
        """The shape of its status; an answer that is due soon stops the eye, one that is overdue is late."""
        if self.riat.is_lapsed:
            return "late"
        return "stop" if self.riat.is_pressing else SHAPES[self.riat.status]

    @property
    def clock(self) -> str:
        """Until when an answer is needed, or that it is too late."""
        if not self.riat.answer_by:
            return ""
        when = {"when": date_format(timezone.localtime(self.riat.answer_by), "d.m.Y H:i")}
        if self.riat.is_lapsed:
            return _("No answer until %(when)s: RIAT has probably rejected it.") % when
        return _("Answer needed by %(when)s.") % when

    @property
    def country(self) -> str:
        """The country of return."""
        return name_of(self.riat.return_country, get_language() or "en")

    @property
    def verbs(self) -> list[str]:
        """What may follow, as leaves of its address."""
        return list(RiatFile.NEXT[self.riat.status])

    @property
    def principal(self) -> str:
        """Whose file it is."""
        named = (one.person.name for one in self.riat.case.members.all() if one.relation == Relation.PRINCIPAL)
        return next(named, self.riat.case.reference)

    @cached_property
    def warnings(self) -> list[str]:
        """Haste before a charter on which people of the case have seats, while the file is not confirmed."""
        if self.riat.status == R.CONFIRMED:
            return []
        seats = self.riat.case.travellers.live().values("movement")
        days = Movement.objects.filter(pk__in=seats, seats_from=SeatsFrom.CHARTER, stage__in=AHEAD)
        return [
            words for day in days.values_list("departs_on", flat=True)
            for words in charter_warnings(self.riat.case.country, day)
        ]  # fmt: skip


def files_for(user: User, status: str) -> list[RiatLook]:
    """The files of the list: those that wait for our answer first, the most urgent at the top."""
    found = RiatFile.objects.visible_to(user).select_related("case").prefetch_related("case__members__person")
    found = found.filter(status=status) if status else found.exclude(status__in=[R.CONFIRMED, R.REJECTED])
    return [RiatLook(riat) for riat in found.order_by("answer_by", "-pk")[:SHOWN]]  # Postgres: no clock comes last


def riat_line(record: Return, reader: User) -> PartLine | None:
    """The files of a return in one line: the most urgent status, and the way to each."""
    acts = may_act(reader, record.case)
    looks = [RiatLook(riat) for riat in as_records(RiatFile, record.riat_rows)]
    if not (looks or acts):
        return None
    links = [(reverse("returns:riat", args=[look.riat.code]), look.riat.name) for look in looks if acts]
    links += [(reverse("returns:new_riat", args=[record.code]), _("New RIAT file"))] if acts else []
    if not looks:
        return PartLine(_("No file in the EU programme"), links=tuple(links))
    first = looks[0]
    return PartLine(str(first.riat.get_status_display()), first.shape, first.clock, tuple(links))


FILES = brought(RiatFile.objects.filter(case=OuterRef("case")).order_by("answer_by", "pk"))
PART = Part("riat", "RIAT", riat_line, lambda: {"riat_rows": FILES}, order=60)


def deadlines(request: HttpRequest) -> Iterator[Deadline]:
    """From the fifth day on: files of this person's cases whose answer is due."""
    if not counsels_returns(request.user):
        return
    waiting = RiatFile.objects.on_the_clock().filter(case__officer=request.user).select_related("case")
    for riat in [one for one in waiting.order_by("answer_by")[:MOST] if one.is_pressing]:
        words = _("%(case)s: RIAT %(name)s wants an answer") % {"case": riat.case.reference, "name": riat.name}
        hint = _("Without an answer RIAT rejects the file by itself.")
        if riat.is_lapsed:
            hint = _("Seven days are over: RIAT has probably rejected it. Look there.")
        yield Deadline(riat.answer_by, words, reverse("returns:riat", args=[riat.code]), hint, _("Look"))
