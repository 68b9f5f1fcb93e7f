"""Words that people, authorities and airlines gave us are shown as words, on every page and in every file."""

import ast
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Organisation, User
from cases.actions.events import record_contact
from cases.models import Document, Person, SavedFilter, Task
from cases.spreadsheets import as_csv, as_xlsx, safe
from notices.actions.sending import text_of
from resettlement.models import HoldReason
from returns.models import RuleSet
from tests.house.doors import DOORS
from tests.house.world import World, make_world
from travel.models import BookingAttempt, Clearance, Parting

EVIL = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}"
LIVE = re.compile(r"<script>alert|<img src=x|onerror=alert\(1\)>(?!&)")
PAGES = [name for name, door in DOORS.items() if not door.post_only and not door.public]
READERS = ("aino", "lead", "travel", "marjut", "admin", "bilal")


def poison(world: World) -> None:
    """Every text that somebody else gave us turns evil."""
    for model, columns in {
        Person: ("family_name", "given_names", "native_name", "document_name", "language", "phone", "safe_contact"),
        Organisation: ("name",), User: ("name",), Task: ("title",), SavedFilter: ("name",), Document: ("name",),
        Parting: ("reason",), Clearance: ("owed_by", "reason"), HoldReason: ("words",),
        RuleSet: ("title", "legal_source"), BookingAttempt: ("error_code",),
    }.items():  # fmt: skip
        for one in model._base_manager.all():
            for column in columns:
                setattr(one, column, EVIL[: model._meta.get_field(column).max_length])
            one.save(update_fields=columns)
    record_contact(case=world.case, by=world.people["aino"], note=EVIL)
    world.upload.name = EVIL
    world.upload.save(update_fields=["name"])


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker) -> Iterator[World]:
    """A world in which every word is an attack."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        poison(world)
        yield world
        transaction.set_rollback(True)


@pytest.fixture
def world(built, db) -> World:
    return built


def pages_of(world: World, name: str) -> Iterator[str]:
    for who in READERS:
        if who in DOORS[name].opens_to:
            browser = Client()
            browser.force_login(world.people[who], backend="django.contrib.auth.backends.ModelBackend")
            answer = browser.get(reverse(name, kwargs=DOORS[name].args(world)), {"q": EVIL})
            if answer["Content-Type"].startswith("text/html"):
                yield answer.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_no_word_becomes_a_program(world, name):
    for page in pages_of(world, name):
        assert not LIVE.search(page)
        assert not re.search(r"\b49\b[^%<]*\{\{|<a [^>]*href=\"javascript:", page)


def test_the_words_do_reach_the_pages(world):
    """The check above looks at pages that hold the attack, made harmless."""
    for name in ("cases:case", "cases:person", "travel:movement", "travel:clearances", "decisions:file"):
        assert any("&lt;script&gt;alert" in page for page in pages_of(world, name)), name


def test_a_page_that_trusts_words_is_found():
    assert LIVE.search(f"<td>{EVIL}</td>")


def test_subjects_stay_one_line_and_mails_are_plain(world):
    world.notice.facts = {"reference": "FI\r\nBcc: evil@evil.example", "day": "2026-12-01"}
    subject, body = text_of(world.notice)
    assert "\n" not in subject and "\r" not in subject
    mail = EmailMessage(subject, body, to=["a@b.example"])
    assert mail.message()["Bcc"] is None
    assert mail.message().get_content_type() == "text/plain"


# Files that leave ----------------------------------------------------------------------------------------------------

HEADS = re.compile("\\A[\ufeff\u0000-\u001f\u007f\\s\u200b-\u200f\u2060]*[=+\\-@|%＝＋－＠]")
EVILS = [f"{before}{head}cmd|' /C calc'!A0" for head in "=+-@|%" for before in ("", " ", "\t", "\ufeff", "\0", "\u200b",
         "\r\n", "\u00a0", " \ufeff\t", "\u2060")]  # fmt: skip


def cells_of(table: bytes) -> list[str]:
    text = io.StringIO(table.decode("utf-8-sig"), newline="")
    return [cell for row in csv.reader(text, delimiter=";") for cell in row]


def is_formula(cell: str) -> bool:
    return bool(HEADS.match(cell))


@pytest.mark.parametrize("evil", EVILS)
def test_no_cell_begins_a_formula(evil):
    assert is_formula(evil) and not is_formula(safe(evil))
    assert not [cell for cell in cells_of(as_csv(["a"], [[evil]])) if is_formula(cell)]


@given(st.text(alphabet=st.sampled_from("=+-@|%\t\r\n \ufeff\0\u200b\u202e'\";,aé0"), max_size=12))
def test_no_text_at_all_begins_a_formula(text):
    assert not is_formula(safe(text))
    assert safe(text).lstrip("'").replace("'", "") in text.replace("\0", "").replace("'", "") or "\0" in text


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_any_words_make_a_workbook(cells):
    assert as_xlsx("cases", ["a"] * len(cells), [cells])[:2] == b"PK"


def test_the_export_of_cases_begins_no_formula(world):
    Person.objects.update(document_name="=HYPERLINK(1)")
    browser = Client()
    browser.force_login(world.people["aino"], backend="django.contrib.auth.backends.ModelBackend")
    cells = cells_of(browser.get(reverse("cases:spreadsheet", args=["csv"])).content)
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if is_formula(cell)]


# What must not stand in the code -------------------------------------------------------------------------------------

OURS = ("accounts", "cases", "decisions", "iomfi", "notices", "resettlement", "returns", "travel")
TRUSTING = ("mark_safe", "csrf_exempt", "RawSQL", "eval", "exec", "pickle")
ALLOWED = {("travel/views/webhooks.py", "csrf_exempt")}


def names_used(source: str) -> set[str]:
    """Every name and attribute that is called or decorates."""
    nodes = ast.walk(ast.parse(source))
    return {
        getattr(node, "id", getattr(node, "attr", "")) for node in nodes if isinstance(node, ast.Name | ast.Attribute)
    }


def trusting_code() -> set[tuple[str, str]]:
    base = Path(settings.BASE_DIR)
    files = [file for app in OURS for file in (base / app).rglob("*.py")]
    return {(str(file.relative_to(base)), n) for file in files for n in names_used(file.read_text()) & set(TRUSTING)}


def trusting_templates(files: list[Path]) -> set[str]:
    return {file.name for file in files if re.search(r"\|\s*safe\b|autoescape off|safeseq", file.read_text())}


def test_no_code_trusts_words_or_skips_the_token():
    assert trusting_code() == ALLOWED


def test_only_plain_mails_and_our_own_help_texts_are_not_escaped():
    base = Path(settings.BASE_DIR)
    files = [file for app in (*OURS, "templates") for kind in ("*.html", "*.txt") for file in (base / app).rglob(kind)]
    assert trusting_templates(files) == {
        "_link.txt", "password_reset_key_message.txt", "help_text_and_errors.html",
    }  # fmt: skip


def test_a_template_that_trusts_words_is_found(tmp_path):
    planted = tmp_path / "page.html"
    planted.write_text("{{ person.name|safe }}")
    assert trusting_templates([planted]) == {"page.html"}
    assert "mark_safe" in names_used("mark_safe(name)")


def test_views_fetch_records_by_policy_only():
    """`.objects.get(` in a view reaches past `visible_to`."""
    base = Path(settings.BASE_DIR)
    views = [file for app in OURS for file in [*(base / app).glob("views.py"), *(base / app).glob("views/*.py")]]
    assert len(views) > 15
    assert [file.name for file in views if re.search(r"\.objects\.get\(|_base_manager", file.read_text())] == []
