"""How a worked case is written: what is special about it, and what must come out."""

from dataclasses import dataclass, field
from datetime import date, timedelta

TWO_WEEKS = timedelta(days=14)
FLAGS = {
    "voluntary": True,
    "likely_to_be_received": True,
    "asylum_applied_before": False,
    "has_municipality_of_residence": False,
    "visa_exempt": False,
    "pending_proceedings": [],
}
DATES = {
    "decided_first": "first_decision",
    "served": "first_decision_served",
    "withdrawn": "withdrawal",
    "applied": "application",
    "decided": "decision",
    "outcome": "appeal_outcome",
    "deadline": "departure_deadline",
    "leaves": "departure",
}


@dataclass(frozen=True)
class Worked:
    """One case: its inputs, and outcome, sum, lines (rule, amount), words and source that must come out."""

    title: str
    scheme: str
    inputs: dict
    outcome: str
    code: str = ""
    total: int | None = None
    lines: list[tuple[str, int]] = field(default_factory=list)
    caps: tuple[str, ...] = ()
    cash: int | None = None
    says: str = ""
    source: str = ""


def adult(born: str | None = "1990-05-14", **own) -> dict:
    return {"kind": "adult", "birth_date": born, "in_host_country_at_application": True} | own


def child(born: str | None = "2014-08-08", **own) -> dict:
    return adult(born, **own) | {"kind": "child"}


def alone(born: str | None = "2009-03-03", **own) -> dict:
    return adult(born, **own) | {"kind": "unaccompanied_minor"}


def earlier(scheme: str, amount: int | None = None, regulation: str = "", on: str = "2024-02-01") -> dict:
    return {"scheme": scheme, "amount": amount, "regulation": regulation, "date": on}


def case(
    title: str, scheme: str, *persons: dict, to: str, citizen: str = "", category: str = "rejected", form: str = "",
    gives: int | None = None, asks: str = "", refuses: str = "", lines=(), caps=(), cash=None, says: str = "",
    source: str = "", had: dict | None = None, flags: dict | None = None, **dates: str,
) -> Worked:  # fmt: skip
    """`gives` a sum, or `asks` or `refuses` by a code. Decided two weeks after the application, unless said."""
    if "applied" in dates and "decided" not in dates:
        dates["decided"] = (date.fromisoformat(dates["applied"]) + TWO_WEEKS).isoformat()
    inputs = {
        "host_country": scheme[:2] if scheme[2:3] == "-" else "FI",
        "return_country": to,
        "citizenship": citizen or to,
        "category": category,
        "form": form or None,
        "persons": list(persons) or [adult()],
        "dates": {DATES[name]: day or None for name, day in dates.items()},
        "flags": FLAGS | (flags or {}),
        "previous_grant": had,
    }
    outcome = "computed" if gives is not None else "refused" if refuses else "needs_person"
    return Worked(
        title, scheme, inputs, outcome, asks or refuses, 0 if refuses else gives, list(lines), tuple(caps), cash, says,
        source,
    )  # fmt: skip
