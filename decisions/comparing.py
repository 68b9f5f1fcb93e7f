"""How the persons of a case differ from the version before: who is who, what changed from what to what."""

import json

from cases.models import Status
from decisions.models import Change, Decision

NOT_TOLD = {"opens_travel", "dob_precision", "case_number"}
KEYS = (  # by what somebody is recognised, the surest first
    ("person_number",),
    ("unhcr_individual_number",),
    ("family_name", "given_names", "date_of_birth"),
    ("given_names", "date_of_birth"),
    ("family_name", "given_names"),
    ("relation", "date_of_birth"),
)
Pair = tuple[int | None, int | None]


def name_of(values: dict) -> str:
    """As in the travel document."""
    return ", ".join(part for part in (values.get("family_name", "").upper(), values.get("given_names", "")) if part)


def is_same(old: list[dict], new: list[dict]) -> bool:
    """The same persons with the same values, in whatever order of rows."""
    return sorted(map(_canonical, old)) == sorted(map(_canonical, new))


def _canonical(values: dict) -> str:
    return json.dumps(values, sort_keys=True)


def pair_up(old: list[dict], new: list[dict]) -> list[Pair]:
    """Positions of the same person before and now; None where somebody was not there or is there no longer."""
    pairs: list[Pair] = []
    left_old, left_new = list(range(len(old))), list(range(len(new)))
    for names in KEYS:
        for now in list(left_new):
            wanted = _key(new[now], names)
            before = next((at for at in left_old if wanted and _key(old[at], names) == wanted), None)
            if before is not None:
                pairs.append((before, now))
                left_old.remove(before)
                left_new.remove(now)
    return sorted(pairs, key=lambda pair: pair[1]) + [(None, at) for at in left_new] + [(at, None) for at in left_old]


def _key(values: dict, names: tuple[str, ...]) -> tuple[str, ...] | None:
    found = tuple(str(values.get(name, "")).casefold() for name in names)
    return found if all(found) else None


def differences(old: list[dict], new: list[dict]) -> list[dict]:
    """Who was added, who is gone, and each field that changed; what changed alike for several is told once."""
    told: list[dict] = []
    for before, now in pair_up(old, new):
        if before is None:
            told.append({"kind": "added", "who": name_of(new[now])})
        elif now is None:
            told.append({"kind": "removed", "who": name_of(old[before])})
        else:
            told += changes(old[before], new[now])
    return together(told)


def changes(before: dict, now: dict) -> list[dict]:
    """The fields of one person that are not what they were."""
    fields = sorted((set(before) | set(now)) - NOT_TOLD)
    return [
        {"kind": "changed", "who": name_of(now), "field": field, "old": before.get(field), "new": now.get(field)}
        for field in fields
        if before.get(field) != now.get(field)
    ]


def together(told: list[dict]) -> list[dict]:
    """One line for what changed alike for several people, such as the municipality of a whole family."""
    lines: dict[str, dict] = {}
    for one in told:
        key = _canonical({name: value for name, value in one.items() if name != "who" or one["kind"] != "changed"})
        if key in lines:
            lines[key] |= {"who": "", "persons": lines[key].get("persons", 1) + 1}
        else:
            lines[key] = dict(one)
    return list(lines.values())


def change_of(decision: Decision | None, persons: list[dict]) -> tuple[Change, list[dict]]:
    """What a case of a file means for what we know, and how it differs."""
    if decision is None or decision.current is None:
        return Change.NEW, []
    old, new = [one.values for one in decision.current.persons.all()], [one["values"] for one in persons]
    if is_same(old, new):
        return Change.UNCHANGED, []
    closed = decision.case is not None and decision.case.status == Status.CLOSED
    return Change.CONFLICT if closed else Change.CHANGED, differences(old, new)


def known_decisions(layout: str, numbers: list[str]) -> dict[str, Decision]:
    """The decisions of these case numbers with their current persons, in three questions to the database."""
    found = Decision.objects.filter(layout=layout, case_number__in=numbers)
    found = found.select_related("case", "current").prefetch_related("current__persons__person")
    return {decision.case_number: decision for decision in found}
