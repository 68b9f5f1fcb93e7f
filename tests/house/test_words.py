"""Every word of the interface is there in Finnish, Swedish and Icelandic."""

import re

import pytest
from django.conf import settings
from django.utils import translation

from iomfi.words import LANGUAGES, is_translated, po_file, read_words, template_of

GAPS = re.compile(r"%\(\w+\)[sd]")


@pytest.fixture(scope="module")
def wanted():
    return template_of(settings.BASE_DIR)


def words_in(language):
    return read_words(po_file(settings.BASE_DIR, language), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_a_translation(language, wanted):
    known = words_in(language)
    missing = [
        message.id
        for message in wanted
        if message.id and not ((found := known.get(message.id, message.context)) and is_translated(found))
    ]
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_without_use(language, wanted):
    unused = [
        message.id for message in words_in(language) if message.id and not wanted.get(message.id, message.context)
    ]
    assert not unused


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_their_gaps(language):
    wrong = []
    for message in words_in(language):
        ids = message.id if isinstance(message.id, tuple | list) else [message.id]
        strings = message.string if isinstance(message.string, tuple | list) else [message.string]
        allowed = set(GAPS.findall(" ".join(ids)))
        wrong += [string for string in strings if not set(GAPS.findall(string)) <= allowed]
    assert not wrong


def test_an_untranslated_word_is_found(wanted):
    known = words_in("fi")
    known.get("Sign in").string = ""
    assert not is_translated(known.get("Sign in"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sign_in_page_speaks_the_language(client, db, language):
    with translation.override(language):
        password = translation.gettext("Password")
    client.cookies["django_language"] = language
    page = client.get("/accounts/login/").content.decode()
    assert password in page and "Password" not in page
