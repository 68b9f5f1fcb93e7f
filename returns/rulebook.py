"""The rule book of today, read from the database: three questions, however many rules there are."""

from returns.models import CountryGroupEntry, GrantRule, RuleSet
from returns.rules.book import RuleBook
from returns.rules.rows import entry_of, rule_of


def read_book(also: RuleSet | None = None) -> RuleBook:
    """Every rule and list in force; `also` a draft, as if it were put in force now."""
    sets = list(RuleSet.objects.active())
    if also is not None:
        sets = [one for one in sets if (one.scheme, one.begins_on) != (also.scheme, also.begins_on)] + [also]
    keys = [one.pk for one in sets]
    rules = list(GrantRule.objects.filter(rule_set__in=keys).values())
    entries = list(CountryGroupEntry.objects.filter(rule_set__in=keys).values())
    return RuleBook(
        tuple(rule_of(row, silent) for row, silent in _with_last_day(rules, sets)),
        tuple(entry_of(row, silent) for row, silent in _with_last_day(entries, sets)),
    )


def _with_last_day(rows: list[dict], sets: list[RuleSet]) -> list[tuple]:
    """Each row with the day from which a later set of its scheme speaks; a set without such rows silences nobody."""
    speaking = [one for one in sets if one.pk in {row["rule_set_id"] for row in rows}]
    silent = {
        one.pk: one.is_silent_from([other for other in speaking if other.scheme == one.scheme]) for one in speaking
    }
    return [(row, silent[row["rule_set_id"]]) for row in rows]
