"""All that the case page shows of one case, in a number of questions to the database that never grows with the case."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import Mandate, User
from cases.facts import read_facts
from cases.mandates import StageWords, stages_of
from cases.models import Case, DocumentKind, Event, EventKind, Member, Purpose, ReferralStage, Relation, ScanResult
from cases.timeline import sentence_of

EVENTS_SHOWN = 20
ENDS = (("code", "reference"), ("other", "that"))


@dataclass(frozen=True)
class EventLine:
    """One line of the timeline, put into the reader's words."""

    event: Event
    sentence: str

    @property
    def words(self) -> str:
        """What an officer wrote down of a contact; of everything else the sentence."""
        return self.event.note if self.event.kind == EventKind.CONTACT and self.event.note else self.sentence

    @property
    def note(self) -> str:
        """What was added to the sentence."""
        return "" if self.words == self.event.note else self.event.note

    @property
    def is_recorded_later(self) -> bool:
        """Was it written down on another day than it happened?"""
        return self.event.recorded_at.date() != self.event.happened_on


class CaseFile:
    """One case for one reader. `case` comes from `cases.facts.with_facts`."""

    def __init__(self, case: Case, reader: User, kind: str = "", earlier: str = "") -> None:
        self.case, self.reader = case, reader
        self.kind = kind if kind in EventKind.values else ""
        self.earlier = earlier

    @cached_property
    def members(self) -> list[Member]:
        """The people of the case, the principal applicant first."""
        return sorted(self.case.household, key=lambda member: member.relation != Relation.PRINCIPAL)

    @property
    def principal(self) -> Member | None:
        """Whose name the case carries."""
        return self.members[0] if self.members else None

    @cached_property
    def stage(self) -> StageWords:
        """Where the case stands."""
        return stages_of([self.case])[self.case.pk]

    @property
    def grave_alerts(self) -> list[str]:
        """Rules of safe contact: whoever breaks them endangers somebody."""
        return list(dict.fromkeys(m.person.safe_contact for m in self.members if m.person.safe_contact))

    @property
    def alerts(self) -> list[str]:
        """What one must know before writing, calling or booking."""
        languages = dict.fromkeys(m.person.language for m in self.members if m.person.needs_interpreter)
        spoken = [_("Interpreter: %(language)s") % {"language": name or "?"} for name in languages]
        needs = dict.fromkeys(words for member in self.members for words in member.needs_in_words)
        return [*spoken, *(words.capitalize() for words in needs)]

    @cached_property
    def numbers(self) -> list[dict]:
        """Under which numbers others know the case."""
        return read_facts(self.case.number_facts)

    @cached_property
    def kinds(self) -> list[tuple[str, str, int]]:
        """By what the timeline can be filtered, with the number of events of each kind."""
        counts = {fact["kind"]: fact["n"] for fact in self.case.kind_facts or []}
        return [(kind, EventKind(kind).label, counts[kind]) for kind in EventKind.values if kind in counts]

    @property
    def event_count(self) -> int:
        """How many events there are."""
        return sum(n for __, __, n in self.kinds)

    @cached_property
    def events(self) -> list[EventLine]:
        """The timeline, newest first, and one more line than is shown."""
        found = self.case.events.select_related("recorded_by", "person")
        if self.kind:
            found = found.filter(kind=self.kind)
        if self.earlier:
            found = found.filter(before(found, self.earlier))
        return [EventLine(event, sentence_of(event)) for event in found[: EVENTS_SHOWN + 1]]

    @property
    def shown_events(self) -> list[EventLine]:
        """One page of the timeline."""
        return self.events[:EVENTS_SHOWN]

    @property
    def next_earlier(self) -> UUID | None:
        """The event behind which the next page begins."""
        return self.events[EVENTS_SHOWN - 1].event.code if len(self.events) > EVENTS_SHOWN else None

    @cached_property
    def names(self) -> dict[int, str]:
        """The people of the case by key."""
        return {member.person_id: member.person.name for member in self.members}

    @cached_property
    def documents(self) -> list[dict]:
        """Files, newest first."""
        kinds, scans = dict(DocumentKind.choices), dict(ScanResult.choices)
        return [
            fact
            | {"what": kinds[fact["kind"]], "checked": scans[fact["scan"]], "who": self.names.get(fact["person"], "")}
            for fact in read_facts(self.case.document_facts)
        ]

    @cached_property
    def linked(self) -> dict[str, str]:
        """Cases that belong together with this one, as far as the reader may see them: code and reference."""
        ends = ((fact[code], fact[words]) for fact in self.case.link_facts or [] for code, words in ENDS)
        return {code: reference for code, reference in ends if code != str(self.case.code)}

    @property
    def consents(self) -> list[dict]:
        """Agreements in force."""
        return [
            fact | {"who": self.names.get(fact["person"], ""), "what": Purpose(fact["purpose"]).label}
            for fact in read_facts(self.case.consent_facts)
        ]

    @property
    def referrals(self) -> list[dict]:
        """Services asked of others."""
        facts = read_facts(self.case.referral_facts)
        stages = dict(ReferralStage.choices)
        return [
            fact | {"whom": fact["partner"] or Mandate(fact["mandate"]).label, "words": stages[fact["stage"]]}
            for fact in facts
        ]

    @property
    def looks(self) -> list[dict]:
        """Who looked last."""
        return read_facts(self.case.look_facts)


def before(events: QuerySet, code: str) -> Q:
    """Events older than this one; an unknown code hides nothing."""
    try:
        at = events.filter(code=UUID(code)).values_list("recorded_at", "pk").first()
    except ValueError:
        at = None
    return Q(recorded_at__lt=at[0]) | Q(recorded_at=at[0], pk__lt=at[1]) if at else Q()
