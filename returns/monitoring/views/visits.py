"""The acts on visits, attempts, rules of contact and screenings of one return."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.gates import allow
from cases.acting import typed_in
from returns.models import Return, Screening, Visit
from returns.monitoring import forms
from returns.monitoring.actions import contacts, screenings, visits
from returns.monitoring.contactable import Contactable, before_contact, people_of
from returns.monitoring.permissions import MONITORS, return_in_reach
from returns.monitoring.views.entering import answer, entered


def contact_form(kind: type, request: HttpRequest, record: Return, people: list[Contactable], **options):
    """A form of a contact: with the question for the rules where there are any."""
    return kind(typed_in(request), case=record.case, ruled=any(one.is_ruled for one in people), **options)


@allow(*MONITORS)
def made(request: HttpRequest, code: UUID) -> HttpResponse:
    """A visit was made."""
    visit, record = entered(request, Visit.objects, code)
    people = people_of(record)
    words = {
        "heading": _("Visit made"), "button": _("Record the visit"), "said": _("The visit is recorded."),
        "consequences": [_("Where a vulnerability is told, a follow-up screening becomes a task.")],
    }  # fmt: skip
    form = contact_form(forms.MadeForm, request, record, people, initial={"channel": visit.way})
    act = partial(visits.make_visit, record=record, visit=visit)
    return answer(request, record, form, act, words | before_contact(record, people))


@allow(*MONITORS)
def not_made(request: HttpRequest, code: UUID) -> HttpResponse:
    """A visit was missed or is not wanted."""
    visit, record = entered(request, Visit.objects, code)
    words = {"heading": _("Visit not made"), "button": _("Record it"), "said": _("It is recorded.")}
    act = partial(visits.miss_visit, record=record, visit=visit)
    return answer(request, record, forms.NotMadeForm(typed_in(request)), act, words)


@allow(*MONITORS)
def agree(request: HttpRequest, code: UUID) -> HttpResponse:
    """Another visit beside the schedule."""
    record = return_in_reach(request, code)
    words = {"heading": _("Agree another visit"), "button": _("Agree the visit"), "said": _("The visit is agreed.")}
    act = partial(visits.agree_visit, record=record)
    return answer(request, record, forms.AgreeForm(typed_in(request)), act, words)


@allow(*MONITORS)
def attempt(request: HttpRequest, code: UUID) -> HttpResponse:
    """Somebody was sought."""
    record = return_in_reach(request, code)
    people = people_of(record)
    words = {
        "heading": _("Attempt to reach somebody"), "button": _("Record the attempt"),
        "said": _("The attempt is recorded."),
        "consequences": [_("Attempts without an answer count by days. After enough days contact may count as lost.")],
    }  # fmt: skip
    form = contact_form(forms.AttemptForm, request, record, people)
    act = partial(contacts.record_attempt, record=record)
    return answer(request, record, form, act, words | before_contact(record, people))


@allow(*MONITORS)
def contact_rule(request: HttpRequest, code: UUID, person: UUID) -> HttpResponse:
    """The rules of safe contact of one person."""
    record = return_in_reach(request, code)
    one = next((each for each in people_of(record) if each.person.code == person), None)
    if one is None:
        raise Http404
    names = ("ways", "times", "by_whom", "words_to_leave", "never")
    before = {name: getattr(one.rule, name) for name in names} if one.rule else {}
    words = {
        "heading": _("Rules of safe contact"), "lead": one.person.name, "button": _("Record the rules"),
        "said": _("The rules are recorded."),
        "consequences": [_("They stand in red before every contact, and whoever records a contact confirms them."),
                         _("The rules until now stay on record.")],
    }  # fmt: skip
    form = forms.RuleForm(typed_in(request), initial=before | {"in_short": one.person.safe_contact})
    act = partial(contacts.set_contact_rule, record=record, person=one.person)
    return answer(request, record, form, act, words)


@allow(*MONITORS)
def lost(request: HttpRequest, code: UUID) -> HttpResponse:
    """Nobody can be reached."""
    record = return_in_reach(request, code)
    words = {
        "heading": _("Contact lost"), "button": _("End the return: contact lost"), "said": _("The return has ended."),
        "consequences": [_("The case is closed; it can be opened again."), _("Visits are due no more.")],
    }  # fmt: skip
    act = partial(contacts.lose_contact, record=record)
    return answer(request, record, forms.LostForm(typed_in(request)), act, words)


@allow(*MONITORS)
def screening(request: HttpRequest, code: UUID) -> HttpResponse:
    """What a follow-up screening led to."""
    one, record = entered(request, Screening.objects.select_related("person", "task"), code)
    words = {
        "heading": _("Follow-up screening"), "lead": one.person.name, "button": _("Record the result"),
        "said": _("The result is recorded."), "consequences": [_("Its task is done.")],
    }  # fmt: skip
    act = partial(screenings.record_screening, record=record, screening=one)
    return answer(request, record, forms.ScreeningForm(typed_in(request)), act, words)
