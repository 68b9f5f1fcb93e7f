"""What a grant is computed from: people, dates and facts of a case, read from the documented inputs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from returns.rules.ages import Birth
from returns.rules.vocabulary import KINDS, Selects

DATES = (
    "first_decision", "first_decision_served", "withdrawal", "application", "decision", "appeal_outcome",
    "departure_deadline", "departure",
)  # fmt: skip
CATEGORIES = (
    "rejected", "withdrawn", "status_ended", "temporary_protection", "victim_of_trafficking", "section_51",
    "residence_permit",
)  # fmt: skip
FORMS = ("cash", "in_kind")


class Unreadable(ValueError):
    """The inputs are not in the documented words; says what is wrong."""


@dataclass(frozen=True)
class EarlierGrant:
    """A grant somebody had before."""

    scheme: str = ""
    day: date | None = None
    amount: int | None = None
    regulation: str = ""


@dataclass(frozen=True)
class PersonFacts:
    """One person: what is empty is said by the case."""

    index: int
    kind: str
    birth: Birth | None = None
    in_host_country: bool | None = True
    served: date | None = None
    applied_before: bool | None = None
    earlier_grant: EarlierGrant | None = None


@dataclass(frozen=True)
class Facts:
    """One case as the computation sees it. `flags` are facts that an officer states; a missing one is unknown."""

    scheme: str
    host_country: str = ""
    return_country: str = ""
    citizenship: str = ""
    category: str = ""
    form: str = ""
    persons: tuple[PersonFacts, ...] = ()
    days: Mapping[str, date | None] = field(default_factory=dict)
    flags: Mapping[str, Any] = field(default_factory=dict)

    def day(self, name: str) -> date | None:
        """One date of the case, if it is known."""
        return self.days.get(name)

    def flag(self, name: str) -> Any:
        """One stated fact; None when nobody stated it."""
        return self.flags.get(name)

    @property
    def selecting_days(self) -> dict[Selects, date | None]:
        """The dates that may pick a rule."""
        return {
            Selects.DECISION: self.day("decision"),
            Selects.APPLICATION: self.day("application"),
            Selects.RETURN: self.day("departure"),
        }

    @property
    def is_family(self) -> bool:
        """More than one person?"""
        return len(self.persons) > 1


def read_facts(scheme: str, inputs: Mapping[str, Any]) -> Facts:
    """The documented inputs as facts; raises `Unreadable` in words."""
    try:
        return _facts(scheme, inputs)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unreadable(str(error)) from error


def _facts(scheme: str, inputs: Mapping[str, Any]) -> Facts:
    case_grant = _grant(inputs.get("previous_grant"))
    dates = inputs.get("dates") or {}
    flags = inputs.get("flags") or {}
    case_before = flags.get("asylum_applied_before")
    said = sorted(enumerate(inputs.get("persons") or ()), key=_in_one_order)
    persons = tuple(_person(index, one, case_grant, case_before) for index, one in said)
    return Facts(
        scheme=scheme,
        host_country=inputs.get("host_country") or "",
        return_country=inputs.get("return_country") or "",
        citizenship=inputs.get("citizenship") or "",
        category=_known(inputs.get("category") or "", CATEGORIES),
        form=_known(inputs.get("form") or "", FORMS),
        persons=persons,
        days={name: _day(dates.get(name)) for name in DATES},
        flags=flags,
    )


def _in_one_order(numbered: tuple[int, Mapping]) -> str:
    """People in an order of their own, so that what is asked first does not depend on who was named first."""
    return json.dumps(numbered[1], sort_keys=True, default=str)


def _person(index: int, said: Mapping, grant: EarlierGrant | None, before: bool | None) -> PersonFacts:
    own_before = said.get("asylum_applied_before")
    return PersonFacts(
        index=index,
        kind=_known(said["kind"], KINDS),
        birth=Birth.read(said.get("birth_date")),
        in_host_country=said.get("in_host_country_at_application", True),
        served=_day(said.get("first_decision_served")),
        applied_before=before if own_before is None else own_before,
        earlier_grant=_grant(said["previous_grant"]) if said.get("previous_grant") else grant,
    )


def _grant(said: Mapping | None) -> EarlierGrant | None:
    if not said:
        return None
    return EarlierGrant(
        scheme=said.get("scheme") or "", day=_day(said.get("date")), amount=_whole(said.get("amount")),
        regulation=str(said.get("regulation") or ""),
    )  # fmt: skip


def _whole(said: Any) -> int | None:
    return None if said is None else int(said)


def _day(said: Any) -> date | None:
    return date.fromisoformat(said) if said else None


def _known(word: str, words: tuple[str, ...]) -> str:
    if word and word not in words:
        raise ValueError(f"{word!r} is none of {', '.join(words)}")
    return word
