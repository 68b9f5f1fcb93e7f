"""Accepting a file: one transaction, once, with a receipt."""

import re
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from cases.actions.cases import next_reference
from cases.failpoints import failpoint
from cases.models import CaseLink
from decisions.actions.known import KnownPeople
from decisions.actions.reading import count_cases
from decisions.actions.versions import Acceptance, take_case
from decisions.comparing import known_decisions
from decisions.kinds import kind_of
from decisions.models import Change, Decision, Upload, UploadedCase, UploadState
from decisions.reading.cleaning import case_key

SEPARATORS = re.compile(r"[,;\s]+")


def accept_upload(code: UUID) -> None:
    """Store what a preview showed, as it differs from what is known now. A second time changes nothing."""
    failpoint("decisions.before_accept")
    with transaction.atomic():
        upload = (
            Upload.objects.select_for_update(of=("self",)).select_related("organisation", "asked_by").get(code=code)
        )
        if upload.state != UploadState.ACCEPTING:
            return
        one_at_a_time(upload.layout)
        taking = Acceptance(
            upload=upload, kind=kind_of(upload.layout), receipt=next_reference("R"), by=upload.asked_by,
            known=KnownPeople(upload.organisation, values_of(upload)),
        )  # fmt: skip
        counted = take_cases(taking)
        failpoint("decisions.cases_taken")
        finish(taking, counted)
    failpoint("decisions.after_accept")


def one_at_a_time(layout: str) -> None:
    """Two files of one layout may name the same cases: they are accepted one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"decisions {layout}"])


def values_of(upload: Upload) -> list[dict]:
    """The values of every person that may be stored."""
    cases = upload.cases.exclude(change=Change.WITHHELD)
    return [person["values"] for case in cases for person in case.persons]


def take_cases(taking: Acceptance) -> list[str]:
    """Every case, compared anew: what was new in the preview may be known by now. Gives the counted columns."""
    repeated = Upload.objects.same_as(taking.upload).exists()
    cases = list(taking.upload.cases.all())
    known = known_decisions(taking.upload.layout, [case.case_number for case in cases])
    touched = []
    for case in cases:
        if case.change == Change.WITHHELD:
            continue
        if repeated:
            case.change = Change.UNCHANGED
            continue
        case.change, decision = take_case(taking, case, known.get(case.case_number))
        if case.change != Change.UNCHANGED:
            touched.append((decision, case))
    link_cases(touched)
    UploadedCase.objects.bulk_update(cases, ["change"])
    return count_cases(taking.upload, cases)


def link_cases(touched: list[tuple[Decision, UploadedCase]]) -> None:
    """Cases that the authority names together belong together, in whichever direction it says so."""
    wanted = {
        decision: {number for person in case.persons for number in numbers_in(person["values"].get("linked_cases", ""))}
        for decision, case in touched
        if decision.case_id
    }
    numbers = set().union(*wanted.values())
    issuers = {decision.issuer_id for decision in wanted}
    others = Decision.objects.filter(issuer__in=issuers, case_number__in=numbers, case__isnull=False)
    by_number = {other.case_number: other.case_id for other in others}
    for decision, named in wanted.items():
        for other in {by_number[number] for number in named if number in by_number} - {decision.case_id}:
            link(decision.case_id, other)


def link(case: int, other: int) -> None:
    """Two cases, once."""
    if not CaseLink.objects.filter(Q(case=case, other=other) | Q(case=other, other=case)).exists():
        CaseLink.objects.create(case_id=case, other_id=other)


def numbers_in(text: str) -> list[str]:
    """The case numbers of a free text."""
    return [key for part in SEPARATORS.split(text) if (key := case_key(part))]


def finish(taking: Acceptance, counted: list[str]) -> None:
    """The receipt."""
    upload = taking.upload
    upload.state, upload.receipt = UploadState.ACCEPTED, taking.receipt
    upload.accepted_at, upload.accepted_by = timezone.now(), taking.by
    upload.save(update_fields=["state", "receipt", "accepted_at", "accepted_by", *counted])
