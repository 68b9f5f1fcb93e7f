"""What the page of a return says of possible duplicates: that there is something to decide, and no name."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from cases.models import Member
from returns.models import DuplicatePair, Return
from returns.parts import Part, PartLine
from returns.permissions import may_act


def strong_pairs() -> dict[str, ArraySubquery]:
    """The strong pairs of the people of a return that wait for somebody, by their codes."""
    people = Member.objects.filter(case=OuterRef(OuterRef("case"))).values("person")
    pairs = DuplicatePair.objects.asked().filter(Q(first__in=people) | Q(second__in=people), is_strong=True)
    return {"duplicate_codes": ArraySubquery(pairs.values("code"))}


def duplicates_line(record: Return, reader: User) -> PartLine | None:
    """Only where something is to be decided, and to whoever decides."""
    codes = record.__dict__.get("duplicate_codes") or []
    if not codes or not may_act(reader, record.case):
        return None
    words = ngettext("%(n)s to decide", "%(n)s to decide", len(codes)) % {"n": len(codes)}
    said = _("Somebody of another return may be the same person. Until it is decided no second grant is approved.")
    return PartLine(
        words, "late", said, tuple((reverse("returns:duplicate", args=[code]), _("Decide")) for code in codes)
    )


PART = Part("duplicates", gettext_lazy("Possible duplicates"), duplicates_line, strong_pairs, order=1)
