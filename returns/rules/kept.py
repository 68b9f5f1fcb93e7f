"""An answer as it is kept with a case: the documented words, and all that is needed to explain it again.

The rules it rests on are kept as they were on that day, so that it can be explained in every reader's language, and on
appeal, after the tables have changed.
"""

from dataclasses import asdict
from datetime import date

from returns.rules.answer import Answer, Cut, Line, Outcome, Reason
from returns.rules.as_printed import printed
from returns.rules.book import Rule
from returns.rules.rows import rule_of

DAYS = ("valid_from", "valid_to", "known_from", "known_until")


def kept(answer: Answer) -> dict:
    """The answer as JSON."""
    rules = {line.rule.rule_id: line.rule for line in answer.lines} | {rule.rule_id: rule for rule in answer.rules}
    rules |= {cut.rule.rule_id: cut.rule for cut in answer.cuts if cut.rule}
    return printed(answer) | {
        "rules": {rule_id: _row(rule) for rule_id, rule in rules.items()},
        "reason": _said(answer.reason) if answer.reason else None,
        "asked_about": [rule.rule_id for rule in answer.rules],
        "because": [
            {"kind": line.kind, "reasons": [_said(reason) for reason in line.because]} for line in answer.lines
        ],
        "cuts": [asdict(cut) | {"rule": cut.rule.rule_id if cut.rule else None} for cut in answer.cuts],
    }


def answer_of(scheme: str, stored: dict) -> Answer:
    """The answer again, as it was."""
    rules = {rule_id: _rule(row) for rule_id, row in stored["rules"].items()}
    lines = tuple(
        Line(line["person_index"], said["kind"], rules[line["rule_id"]], line["amount"],
             tuple(_reason(one) for one in said["reasons"]))
        for line, said in zip(stored["lines"], stored["because"], strict=True)
    )  # fmt: skip
    return Answer(
        scheme=scheme, outcome=Outcome(stored["outcome"]), currency=stored["currency"], lines=lines,
        total=stored["total"], cuts=tuple(Cut(**cut | {"rule": rules.get(cut["rule"])}) for cut in stored["cuts"]),
        cash_granted=stored.get("cash_granted"), reason=_reason(stored["reason"]) if stored["reason"] else None,
        rules=tuple(rules[rule_id] for rule_id in stored["asked_about"]),
    )  # fmt: skip


def _said(reason: Reason) -> list:
    return [reason.code, dict(reason.facts)]


def _reason(said: list) -> Reason:
    return Reason.of(said[0], **said[1])


def _row(rule: Rule) -> dict:
    row = asdict(rule)
    period = row.pop("period")
    return row | {name: period[name].isoformat() if period[name] else None for name in DAYS}


def _rule(row: dict) -> Rule:
    return rule_of(row | {name: date.fromisoformat(row[name]) if row[name] else None for name in DAYS})
