"""Parts of the panel of a return: one line each, and no question more of the database."""

import pytest
from django.db import connection
from django.db.models import OuterRef
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.facts import as_records, brought
from returns import parts
from returns.models import Counselling, Declaration
from returns.parts import Part, PartLine, returns_for_pages
from tests.returns.returning import a_return, a_talk, declare_all


@pytest.fixture
def talks_part():
    """A part that counts the talks of the case."""

    def line(record, reader):
        talks = as_records(Counselling, record.part_talks)
        return PartLine(f"{len(talks)} talks", links=(("/more/", "All talks"),)) if talks else None

    talks = brought(Counselling.objects.filter(case=OuterRef("case")).order_by("pk"))
    parts.register(Part("talks", "What was said", line, brings=lambda: {"part_talks": talks}))
    yield
    parts.forget("talks")


def page_of(browser, record) -> tuple[str, int]:
    address = reverse("cases:case", args=[record.case.code])
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(address).content.decode()
    return page, len(asked)


def test_a_part_says_its_line_and_leads_to_its_page(bilal, sign_in, talks_part):
    record = a_return(bilal)
    a_talk(record, bilal)
    page, __ = page_of(sign_in(bilal), record)
    assert "What was said" in page
    assert "1 talks" in page
    assert '<a class="act" href="/more/">All talks</a>' in page


def test_a_part_with_nothing_to_say_is_not_drawn(bilal, sign_in, talks_part):
    assert "What was said" not in page_of(sign_in(bilal), a_return(bilal))[0]


def test_a_part_costs_no_question(bilal, sign_in):
    record = a_return(bilal)
    a_talk(record, bilal)
    __, without = page_of(sign_in(bilal), record)
    ones = brought(Counselling.objects.filter(case=OuterRef("case")))
    parts.register(Part("one", "One", lambda record, reader: PartLine(str(len(record.ones))), lambda: {"ones": ones}))
    try:
        assert page_of(sign_in(bilal), record)[1] == without
    finally:
        parts.forget("one")


def test_two_parts_of_one_name_are_a_mistake(talks_part):
    with pytest.raises(ValueError, match="twice"):
        parts.register(Part("talks", "Again", lambda record, reader: None))


def test_what_came_along_equals_what_the_database_answers(bilal):
    record = a_return(bilal, members=2)
    a_talk(record, bilal, capacity="doubt")
    declare_all(record, bilal)
    brought_along = returns_for_pages().get(pk=record.pk)
    for rows in ("talks", "checks", "signatures"):
        pairs = zip(getattr(brought_along, rows), getattr(record, rows), strict=True)
        assert all(vars(one) | {"_state": 0} == vars(other) | {"_state": 0} for one, other in pairs)
    assert [one.person_id for one in brought_along.signatures] == list(
        Declaration.objects.order_by("pk").values_list("person", flat=True)
    )
