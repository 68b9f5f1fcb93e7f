"""The computation in words. Stored answers carry codes and facts; every reader gets them in their own language."""

import re
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cases.reference.countries import name_of
from returns.rules.answer import Answer, Cut, Line, Outcome, Reason
from returns.rules.book import Rule
from returns.rules.names import DATE_NAMES, KIND_NAMES
from returns.rules.questions import QUESTIONS
from returns.rules.reasons import LINE_REASONS
from returns.rules.refusals import REFUSALS

DAYS = {"day", "event", "applied_day", "before", "last"}
OWN_DATES = re.compile(r",?\s*in force.*$")  # a basis that says its dates itself says them once only


def words_of(reason: Reason) -> str:
    """A phrase in the active language."""
    facts = dict(reason.facts)
    if reason.code in {"days_after_service", "days_after_withdrawal"}:
        return _days_after(reason.code, facts["days"])
    template = LINE_REASONS.get(reason.code) or REFUSALS.get(reason.code) or QUESTIONS[reason.code]
    return str(template) % {name: _fact(name, value) for name, value in facts.items()}


def _days_after(code: str, days: int) -> str:
    if code == "days_after_service":
        return ngettext(
            "applied %(days)s day after service of the first negative decision",
            "applied %(days)s days after service of the first negative decision", days,
        ) % {"days": days}  # fmt: skip
    return ngettext(
        "applied %(days)s day after the first application was cancelled",
        "applied %(days)s days after the first application was cancelled", days,
    ) % {"days": days}  # fmt: skip


def _fact(name: str, value: object) -> str:
    if name == "country":
        return name_of(str(value), get_language() or "en")
    if name == "what":
        return str(DATE_NAMES.get(str(value), value))
    if name == "kind":
        return str(KIND_NAMES.get(str(value), value))
    return day_words(date.fromisoformat(str(value))) if name in DAYS else str(value)


def day_words(day: date) -> str:
    """1.1.2024, as decrees write it."""
    return f"{day.day}.{day.month}.{day.year}"


def money(amount: int, currency: str = "") -> str:
    """5,300 EUR; 5 300 EUR where a comma would be read as the end of the euros."""
    return f"{number_format(amount, decimal_pos=0, force_grouping=True)} {currency}".strip()


def law_of(rule: Rule) -> str:
    """The legal basis and since when it is in force: "SM decree in force from 1.1.2024 to 31.12.2025"."""
    basis = OWN_DATES.sub("", rule.legal_basis) or rule.scheme_name or rule.scheme
    start, end = rule.period.valid_from, rule.period.valid_to
    if start and end:
        return _("%(law)s in force from %(start)s to %(end)s") % _days(basis, start, end)
    if start:
        return _("%(law)s in force from %(start)s") % _days(basis, start)
    if end:
        return _("%(law)s in force until %(end)s") % _days(basis, end=end)
    return basis


def _days(law: str, start: date | None = None, end: date | None = None) -> dict:
    return {"law": law, "start": day_words(start) if start else "", "end": day_words(end) if end else ""}


def source_of(rule: Rule) -> str:
    """The rule number and the tag of its source: "FI-030, S81+S82"."""
    return ", ".join(part for part in (rule.rule_id, rule.source_tag) if part)


def why_line(line: Line) -> str:
    """One line explained: "adult, applied 12 days after service …: 5,300 EUR, SM decree in force from 1.1.2024 …"."""
    kind = str(KIND_NAMES[line.kind])
    amount = money(line.amount, line.rule.currency)
    if line.is_ceiling:
        amount = _("up to %(amount)s") % {"amount": amount}
    reasons = ", ".join([kind, *(words_of(reason) for reason in line.because)])
    return f"{reasons}: {amount}, {law_of(line.rule)} ({source_of(line.rule)})"


def why_cut(cut: Cut) -> str:
    """A cut explained."""
    words = {"before": money(cut.before), "limit": money(cut.limit)}
    return {
        "family_cap": _("%(before)s is cut to %(limit)s, the most for a family"),
        "couple_cap": _("%(before)s is cut to %(limit)s, the most for a couple"),
        "household_cap": _("%(before)s is cut to %(limit)s, the most for a household"),
        "bonus_max": _("the bonus of %(before)s is cut to %(limit)s, its ceiling"),
        "cash_share": _("of %(before)s asked for in cash, %(limit)s may be paid in cash"),
    }[cut.word] % words


def why(answer: Answer) -> str:
    """The whole answer explained in one paragraph."""
    if answer.outcome is not Outcome.COMPUTED:
        lists = [str(value) for name, value in answer.reason.facts if name == "source" and value]
        sources = ", ".join(lists + [source_of(rule) for rule in answer.rules[:4]])
        return f"{words_of(answer.reason)} ({sources})" if sources else words_of(answer.reason)
    parts = [*(why_line(line) for line in answer.lines), *(why_cut(cut) for cut in answer.cuts)]
    return "; ".join(dict.fromkeys(parts))
