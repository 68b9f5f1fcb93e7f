"""Small facts that hang on a record, brought along with it as JSON, so that they cost no question of their own."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Max, Model, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_datetime

from accounts.models import User
from cases.models import Access, Case, CaseLink, CaseNumber, Consent, Document, Event, Referral

LOOKS_SHOWN = 5
TIMES = {"at"}


def with_facts(cases: QuerySet, reader: User) -> QuerySet:
    """Cases with their numbers, documents, links, consents, referrals, last looks and counts of events by kind."""
    visible = Case.objects.visible_to(reader).values("pk")
    here = OuterRef("pk")
    counted = Event.objects.filter(case=here).order_by().values("kind").annotate(n=Count("pk"))
    lookers = Access.objects.filter(case=here).order_by().values("user__name", "user__organisation__name")
    last_looks = lookers.annotate(last=Max("looked_at"), times=Count("pk")).order_by("-last")[:LOOKS_SHOWN]
    return cases.select_related("officer").annotate(
        number_facts=_facts(
            CaseNumber.objects.filter(case=here).order_by("pk"), issuer="issuer__name", number="number",
        ),
        document_facts=_facts(
            Document.objects.filter(case=here).order_by("-added_at"), code="code", name="name", kind="kind",
            scan="scan", size="size", at="added_at", person="person",
        ),
        link_facts=_facts(
            CaseLink.objects.filter(Q(case=here, other__in=visible) | Q(other=here, case__in=visible)).order_by("pk"),
            code="case__code", reference="case__reference", other="other__code", that="other__reference",
        ),
        consent_facts=_facts(
            Consent.objects.in_force().filter(person__memberships__case=here).order_by("-given_at"),
            code="code", person="person", purpose="purpose", at="given_at", version="text_version", language="language",
        ),
        referral_facts=_facts(
            Referral.objects.filter(case=here).order_by("-sent_at"), service="service", mandate="to_mandate",
            partner="to_organisation__name", stage="stage", at="sent_at", without="override_reason",
        ),
        look_facts=_facts(
            last_looks, who="user__name", body="user__organisation__name", at="last", times="times",
        ),
        kind_facts=_facts(counted, kind="kind", n="n"),
    )  # fmt: skip


def _facts(records: QuerySet, **columns: str) -> ArraySubquery:
    return ArraySubquery(records.values(fact=JSONObject(**columns)))


def read_facts(facts: list[dict] | None) -> list[dict]:
    """The facts as Python values: JSON carries times as text."""
    return [{name: parse_datetime(v) if name in TIMES else v for name, v in fact.items()} for fact in facts or []]


def brought(records: QuerySet) -> ArraySubquery:
    """Whole rows, to annotate another record with; `records` names its owner by `OuterRef`. Sums of money come as
    numbers of JSON and are read as decimals again: exact up to the twelve digits that a column of money has.
    """
    return _facts(records, **{field.attname: field.attname for field in records.model._meta.concrete_fields})


def as_records(model: type[Model], rows: list[dict] | None) -> list[Model]:
    """The rows that were brought along, as the records they are; JSON keeps no order of columns."""
    columns = model._meta.concrete_fields
    names = [column.attname for column in columns]
    return [
        model.from_db(None, names, [column.to_python(row[column.attname]) for column in columns]) for row in rows or []
    ]
