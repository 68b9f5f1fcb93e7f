"""What returnees read: every language says everything, with the same gaps."""

import re

import pytest

from cases.spoken import language_of
from returns.models import Stage
from returns.standing import ACTS, STANDS
from returns.texts.spoken import TABLES, country_names, texts

GAP = re.compile(r"{\w+}")


@pytest.mark.parametrize("language", TABLES)
def test_a_language_says_everything(language):
    said, source = texts(language), texts("en")
    assert list(said) == list(source)
    assert all(said.values())
    assert {name: set(GAP.findall(words)) for name, words in said.items()} == {
        name: set(GAP.findall(words)) for name, words in source.items()
    }


@pytest.mark.parametrize("stage", Stage.values)
def test_every_stage_is_told(stage):
    assert STANDS[stage] in texts("en")
    assert ACTS.get(stage, "do_nothing") in texts("en")


@pytest.mark.parametrize(("word", "code"), [("arabia", "ar"), ("Somaliska", "so"), ("fi", "fi"), ("Dari", "en")])
def test_a_language_is_known_by_its_names(word, code):
    assert language_of(word) == code


def test_countries_are_named_in_the_language():
    assert country_names("ar")["IRQ"] == "العراق"
    assert country_names("so")["SOM"] == "Soomaaliya"
