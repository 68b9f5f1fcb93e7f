"""The search: any script, accents or none, numbers and references; only what one may see."""

import pytest
from django.urls import reverse

from cases import finding
from cases.actions.people import identify_person
from cases.models import Access
from cases.search import search
from tests import factories


@pytest.fixture
def case(aino, migri):
    return factories.case(aino, migri)


@pytest.fixture
def person(case):
    found = case.members.get().person
    found.family_name, found.given_names, found.native_name = "Öberg", "Espérance", "مهناز حیدری"
    found.save()
    return found


@pytest.mark.parametrize("words", ["oberg", "ÖBERG", "esperance ob", "مهناز", "Espé"])
def test_a_person_is_found_by_any_way_of_writing(aino, person, words):
    assert [hit.person for hit in search(aino, words).people] == [person]


def test_a_person_is_found_by_the_number_of_an_authority(aino, migri, person):
    identify_person(person=person, kind="authority", number="123-X", issuer=migri)
    assert [hit.person for hit in search(aino, "123-x").people] == [person]


def test_a_case_is_found_by_our_reference_and_by_theirs(aino, case):
    for words in (case.reference.lower(), case.numbers.get().number):
        assert search(aino, words).cases == [case]


def test_nobody_finds_what_they_may_not_see(bilal, chidi, case, person):
    for user in (bilal, chidi):
        assert search(user, "Espérance").is_empty
        assert search(user, case.reference).is_empty


def test_one_letter_is_not_searched(aino, person):
    assert search(aino, "e").is_empty


def test_words_of_the_database_are_only_words(aino, person):
    assert search(aino, "%_").is_empty


def test_a_person_in_two_cases_is_one_hit_with_both(aino, case, person):
    other = factories.case(aino)
    other.members.create(person=person, relation="other")
    hit = search(aino, "esperance").people[0]
    assert {one.reference for one in hit.cases} == {case.reference, other.reference}


def test_higher_floors_add_their_own_finds(sign_in, aino, monkeypatch):
    monkeypatch.setattr(finding, "_searches", [])
    finding.register(lambda user, words: [finding.Found(f"Booking {words}", "/travel/1/")])
    assert "Booking ABC123" in sign_in(aino).get(reverse("cases:people"), {"q": "ABC123"}).content.decode()


def test_who_was_found_is_written_down(sign_in, aino, person):
    sign_in(aino).get(reverse("cases:people"), {"q": "esperance"})
    assert Access.objects.get().person == person


def test_the_page_of_a_person_shows_only_cases_one_may_see(sign_in, aino, bilal, case, person):
    other = factories.case(bilal, mandate="returns", prefix="AR")
    other.members.create(person=person, relation="other")
    page = sign_in(aino).get(reverse("cases:person", args=[person.code])).content.decode()
    assert case.reference in page and other.reference not in page


def test_a_stranger_finds_no_page_of_a_person(sign_in, bilal, person):
    assert sign_in(bilal).get(reverse("cases:person", args=[person.code])).status_code == 404
