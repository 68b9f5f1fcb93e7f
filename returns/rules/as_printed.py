"""An answer as the documented JSON, and the questions and refusals by their codes."""

from returns.rules.answer import Answer, Line, Outcome
from returns.rules.sentences import why


def printed(answer: Answer) -> dict:
    """Outcome, lines before caps, total after them, and why."""
    computed = answer.outcome is Outcome.COMPUTED
    found = {
        "outcome": answer.outcome.value,
        "eligible": {Outcome.COMPUTED: True, Outcome.REFUSED: False}.get(answer.outcome),
        "lines": [_line(line) for line in answer.lines],
        "total": answer.total,
        "currency": answer.currency,
        "cap_applied": [cut.word for cut in answer.cuts],
        "refusal_reason": answer.reason.code if answer.outcome is Outcome.REFUSED else None,
        "needs_person": answer.reason.code if answer.outcome is Outcome.NEEDS_PERSON else None,
        "rule_ids": answer.rule_ids,
    }
    return found | (_of_computed(answer) if computed else {}) | {"why": why(answer)}


def _line(line: Line) -> dict:
    return {
        "person_index": line.person,
        "component": line.rule.component,
        "mode": line.rule.mode_word,
        "currency": line.rule.currency,
        "amount": line.amount,
        "amount_kind": line.rule.amount_kind,
        "rule_id": line.rule.rule_id,
    }


def _of_computed(answer: Answer) -> dict:
    found = {"total_kind": "max" if answer.is_ceiling else "fixed", "total_fixed": answer.total_fixed}
    if answer.cash_granted is not None:
        found["cash_granted"] = answer.cash_granted
    sums = [cut for cut in answer.cuts if cut.word.endswith("_cap")]
    if sums:
        found["cap_detail"] = {"scope": sums[-1].scope, "limit": sums[-1].limit, "before": sums[-1].before}
    return found
