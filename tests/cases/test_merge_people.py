"""Two records of one person: found by likeness, put together with a journal, taken apart exactly; twins are two."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.actions.cases import add_member
from cases.actions.consents import record_consent
from cases.actions.merges import judge_different, merge_people, tables_of_people, undo_merge
from cases.actions.people import identify_person
from cases.births import Birth
from cases.duplicates import perhaps_the_same
from cases.models import Access, Event, Merge, NotTheSame
from tests import factories


@pytest.fixture
def kept(aino):
    return factories.case(aino).members.get().person


@pytest.fixture
def gone(aino, migri):
    person = factories.case(aino).members.get().person
    identify_person(person=person, kind="authority", number="77", issuer=migri)
    record_consent(person=person, purpose="share", text_version="4", language="Swahili", by=aino)
    return person


def holdings(person) -> dict:
    return {
        f"{model.__name__}.{name}": sorted(model._base_manager.filter(**{name: person}).values_list("pk", flat=True))
        for model, name in tables_of_people()
    }


def test_all_that_hung_on_one_record_hangs_on_the_other(aino, kept, gone):
    before = holdings(gone)
    merge_people(kept=kept, gone=gone, by=aino)
    assert not any(holdings(gone).values())
    assert all(set(keys) <= set(holdings(kept)[place]) for place, keys in before.items())


def test_taking_apart_gives_back_exactly_what_moved(aino, kept, gone):
    before = holdings(kept), holdings(gone)
    merge = merge_people(kept=kept, gone=gone, by=aino)
    assert undo_merge(merge=merge, by=aino)
    assert (holdings(kept), holdings(gone)) == before
    assert not undo_merge(merge=merge, by=aino)


def test_every_table_that_names_a_person_takes_part(aino):
    places = {f"{model._meta.label}.{name}" for model, name in tables_of_people()}
    assert {"cases.Member.person", "cases.PersonIdentifier.person", "travel.Clearance.person"} <= places
    assert not {"cases.Event.person", "cases.Access.person", "cases.Merge.kept"} & places


def test_the_timeline_of_each_case_tells_it(aino, kept, gone):
    undo_merge(merge=merge_people(kept=kept, gone=gone, by=aino), by=aino)
    assert Event.objects.filter(verb__in=["cases.merged", "cases.unmerged"]).count() == 2


def test_members_of_one_case_are_two_people(aino):
    case = factories.case(aino, members=2)
    twins = [member.person for member in case.members.all()]
    with pytest.raises(ValidationError):
        merge_people(kept=twins[0], gone=twins[1], by=aino)
    assert not perhaps_the_same(twins[0], aino)


def test_nothing_is_half_moved_when_both_hold_the_same(aino, kept, gone):
    record_consent(person=kept, purpose="share", text_version="4", language="Swahili", by=aino)
    before = holdings(gone)
    with pytest.raises(ValidationError):
        merge_people(kept=kept, gone=gone, by=aino)
    assert holdings(gone) == before


def test_what_one_may_not_see_cannot_be_moved(aino, bilal, kept, gone):
    add_member(case=factories.case(bilal, mandate="returns", prefix="AR"), person=gone, relation="other")
    with pytest.raises(ValidationError):
        merge_people(kept=kept, gone=gone, by=aino)


def test_people_with_like_names_and_years_are_asked_about_until_somebody_judges(aino, kept, gone):
    assert list(perhaps_the_same(kept, aino)) == [gone]
    judge_different(person=kept, other=gone, by=aino)
    judge_different(person=gone, other=kept, by=aino)
    assert NotTheSame.objects.count() == 1
    assert not perhaps_the_same(kept, aino)


@pytest.mark.parametrize(("birth", "asked"), [(1988, True), (1979, False), (None, True)])
def test_another_year_is_another_person(aino, kept, gone, birth, asked):
    gone.birth = Birth.in_year(birth) if birth else Birth()
    gone.save()
    assert perhaps_the_same(kept, aino).exists() is asked


def test_nobody_is_asked_about_people_out_of_sight(aino, bilal, kept):
    factories.case(bilal, mandate="returns", prefix="AR")
    assert not perhaps_the_same(kept, aino)


def test_the_whole_way_over_the_pages(sign_in, aino, kept, gone):
    client = sign_in(aino)
    page = client.get(reverse("cases:person", args=[kept.code])).content.decode()
    address = reverse("cases:merge", args=[kept.code, gone.code])
    assert address in page
    assert "Is this one person?" in client.get(address).content.decode()
    client.post(address)
    merge = Merge.objects.get()
    assert client.get(reverse("cases:person", args=[gone.code])).status_code == 404
    client.post(reverse("cases:undo_merge", args=[kept.code, merge.code]))
    assert client.get(reverse("cases:person", args=[gone.code])).status_code == 200


def test_looking_at_both_records_is_written_down(sign_in, aino, kept, gone):
    sign_in(aino).get(reverse("cases:merge", args=[kept.code, gone.code]))
    assert Access.objects.filter(page="cases:merge").count() == 2


def test_a_travel_officer_is_not_asked(sign_in, travel_officer, kept, gone):
    page = sign_in(travel_officer).get(reverse("cases:person", args=[kept.code])).content.decode()
    assert "Perhaps the same person" not in page
    assert sign_in(travel_officer).get(reverse("cases:merge", args=[kept.code, gone.code])).status_code == 404
