"""Finland: assistance for voluntary return (paluuavustus). What bars it, and which decree speaks.

Decrees picked by the decision date pay by country group (`finland_groups.py`); those picked by the application date pay
by how soon somebody applied (`finland_timing.py`). Where no decree fits the dates, or none is known, a person is asked.
"""

from collections.abc import Iterable

from returns.rules import finland_groups, finland_timing
from returns.rules.answer import Ask, Refuse, Sum
from returns.rules.book import Rule, RuleBook
from returns.rules.facts import Facts
from returns.rules.grounds import ask_about_other_grants, insist_on_permit, insist_voluntary
from returns.rules.lookup import rules_of_the_day
from returns.rules.vocabulary import Selects

STOP_LISTS = ("FI-RETURN-STOP", "FI-RETURN-STOP-EN")  # the two language versions of one page, which differ
PROTECTION = {"asylum", "asylum_application", "protection", "international_protection"}
NO_VISA = "EU/Schengen/visa-exempt"


def compute(book: RuleBook, facts: Facts) -> Sum:
    """The grant of everybody on the application."""
    insist_voluntary(facts)
    insist_eligible(facts)
    if facts.day("application") is None:
        raise Ask("date_missing", what="application")
    found = rules_of_the_day(book, facts)
    by_application = [rule for rule in found.sure if rule.selects is Selects.APPLICATION]
    if by_application:
        insist_returnable(book, facts)
        insist_on_visa(facts, by_application)
    insist_on_permit(facts)
    ask_about_other_grants(facts, within=False)
    if by_application:
        return finland_timing.compute(by_application, facts)
    return finland_groups.compute(book, list(found.sure), facts)


def insist_eligible(facts: Facts) -> None:
    """Who may get assistance at all, under every decree."""
    if not facts.category:
        raise Ask("category_missing")
    if facts.category == "residence_permit":
        raise Refuse("category_not_eligible")
    _insist_on_no_municipality(facts)
    if facts.flag("eu_citizen") and not (
        facts.category in {"victim_of_trafficking", "temporary_protection"} or facts.flag("victim_of_trafficking")
    ):
        raise Refuse("eu_citizen")
    pending = set(facts.flag("pending_proceedings") or ())
    if pending & PROTECTION:
        raise Refuse("pending_proceedings")
    if pending & {"appeal"} or facts.flag("appeal") == "pending":
        raise Ask("proceedings_pending")


def _insist_on_no_municipality(facts: Facts) -> None:
    if facts.category not in {"victim_of_trafficking", "section_51"}:
        return
    if facts.flag("has_municipality_of_residence") is None:
        raise Ask("municipality_not_known")
    if facts.flag("has_municipality_of_residence"):
        raise Refuse("has_municipality_of_residence")


def insist_returnable(book: RuleBook, facts: Facts) -> None:
    """The country is not on the list of countries to which nobody is returned; asks where its versions differ."""
    lists = [
        name for name in STOP_LISTS if any(True for __ in book.list_entries(name, facts.return_country))
    ]  # fmt: skip
    known = [name for name in STOP_LISTS if any(True for __ in book.list_entries(name))]
    said = {"country": facts.return_country, "source": "+".join(book.sources_of_list(name) for name in lists)}
    if lists and lists == known:
        raise Refuse("no_return_country", **said)
    if lists:
        raise Ask("stop_lists_differ", **said)


def insist_on_visa(facts: Facts, rules: Iterable[Rule]) -> None:
    """No assistance to the EU, Schengen, or where nationals need no visa for Finland; travel may still be paid."""
    barring = [rule for rule in rules if rule.country_group == NO_VISA]
    to_europe, no_visa = facts.flag("return_to_eu_or_schengen"), facts.flag("visa_exempt")
    if not barring or not (to_europe or no_visa):
        return
    if facts.category == "victim_of_trafficking" or facts.flag("victim_of_trafficking"):
        raise Ask("trafficking_and_visa", *barring)
    raise Refuse("return_to_eu_or_schengen" if to_europe else "visa_exempt", *barring, country=facts.return_country)
