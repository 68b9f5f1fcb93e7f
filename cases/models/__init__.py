"""Records of the app `cases`."""

from cases.models.case import (
    AssistanceNeed,
    Case,
    CaseLink,
    CaseNumber,
    Member,
    Outcome,
    Relation,
    Standing,
    Status,
    WaitingFor,
)
from cases.models.consent import Consent, Purpose, Referral, ReferralStage
from cases.models.document import Document, DocumentKind, ScanResult
from cases.models.event import Access, Event, EventKind
from cases.models.filter import SavedFilter
from cases.models.job import Job, JobState, PeriodRun, ReferenceCounter
from cases.models.merge import Merge, NotTheSame
from cases.models.person import Person, PersonIdentifier, Sex
from cases.models.task import Task, TaskStatus

__all__ = [
    "Access",
    "AssistanceNeed",
    "Case",
    "CaseLink",
    "CaseNumber",
    "Consent",
    "Document",
    "DocumentKind",
    "Event",
    "EventKind",
    "Job",
    "JobState",
    "Member",
    "Merge",
    "NotTheSame",
    "Outcome",
    "PeriodRun",
    "Person",
    "PersonIdentifier",
    "Purpose",
    "ReferenceCounter",
    "Referral",
    "ReferralStage",
    "Relation",
    "SavedFilter",
    "ScanResult",
    "Sex",
    "Standing",
    "Status",
    "Task",
    "TaskStatus",
    "WaitingFor",
]
