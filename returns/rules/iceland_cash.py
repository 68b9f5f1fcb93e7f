"""Iceland: how much of reintegration grant and bonus may be paid in cash. The travel grant stands apart."""

from returns.rules.answer import Ask, Cut, Line
from returns.rules.caps import share_in_cash
from returns.rules.facts import Facts

WORD = "cash_share"


def granted(lines: tuple[Line, ...], facts: Facts) -> tuple[int | None, tuple[Cut, ...]]:
    """The cash granted and the cut, where somebody asked for cash."""
    requested = facts.flag("requested_cash")
    if requested is None:
        return None, ()
    base = [line for line in lines if line.rule.component != "travel" and line.amount]
    whole = sum(line.amount for line in base)
    shares = {share_in_cash(line.rule) for line in base}
    if shares == {None} and requested > whole // 2:
        raise Ask("cash_share_not_known", *(line.rule for line in base))
    if len(shares) != 1:
        raise Ask("cash_share_not_known", *(line.rule for line in base))
    limit = _limit(facts, whole, shares.pop())
    cut = Cut(WORD, "cash", limit, requested, base[0].rule) if requested > limit else None
    return min(requested, limit), (cut,) if cut else ()


def _limit(facts: Facts, whole: int, share: int | None) -> int:
    """Half with the consent of the organisation that pays, all of it only exceptionally, nothing without consent."""
    if share is None:
        return whole // 2
    consent = facts.flag("cash_consent_of_organisation")
    if consent is None:
        raise Ask("cash_consent_not_known")
    if not consent:
        return 0
    return whole if facts.flag("exceptional_full_cash") else whole * share // 100
