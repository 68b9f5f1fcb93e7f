"""What an airline's system answered, in words; its code beside them, for whoever calls their support."""

import pytest

from travel.steps import ANSWERS, error_words, reason_words
from travel.templatetags.journeys import answer_words


@pytest.mark.parametrize("code", sorted(ANSWERS))
def test_every_known_answer_has_words(code):
    assert "_" not in error_words(code)
    assert error_words(code) in reason_words(code)


def test_an_answer_nobody_knows_yet_is_written_plainly():
    assert error_words("crew_on_strike") == "crew on strike"


def test_a_reason_of_ours_stands_for_itself():
    assert "airline answered" not in reason_words("no_seats")


def test_the_code_stands_beside_the_words():
    assert answer_words("internal_server_error", 500) == "their system broke down (500 internal_server_error)"
    assert answer_words("", 503) == "503"
