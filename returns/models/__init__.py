"""Records of the app `returns`."""

from returns.models.award import ApprovalLimit, AwardLine, AwardState, GrantAward, Mode
from returns.models.benefit_identity import BenefitIdentity
from returns.models.cash_float import CashFloat
from returns.models.computation import Computation
from returns.models.contact import ANSWERED, AttemptOutcome, ContactAttempt, ContactRule
from returns.models.counselling import Capacity, Counselling, Interpreter, Topic, Way
from returns.models.country_note import NoteKind, ReturnCountryNote
from returns.models.declaration import Declaration
from returns.models.duplicate import DuplicateDecision, DuplicateKeys, DuplicatePair, PairState, Verdict
from returns.models.eligibility import EligibilityCheck, Reason
from returns.models.enquiry import Enquiry, EnquiryState
from returns.models.instalment import Instalment, InstalmentKind, InstalmentState
from returns.models.journey_key import JourneyKey
from returns.models.knock import Knock
from returns.models.ledger import EntryKind, LedgerEntry
from returns.models.payment import DocumentSeen, Method, Payment, PaymentState
from returns.models.plan import PlanState, ReintegrationPlan
from returns.models.plan_note import PlanNote, PlanNoteKind
from returns.models.plan_rows import (
    DIMENSION_OF,
    KINDS_OF,
    ActivityKind,
    PlanActivity,
    PlanBudgetLine,
    PlanObjective,
    ProviderKind,
    ServiceProvider,
)
from returns.models.question_set import Dimension, Question, QuestionSet, QuestionSetState
from returns.models.quote import Supplier, SupplierQuote
from returns.models.recovery import Recovery, RecoveryReason, RecoveryState
from returns.models.return_file import AppliedBy, AssistanceForm, Category, Ending, Return, Statement
from returns.models.riat import RejectReason, RiatFile, RiatStatus, RiatStep, Support
from returns.models.rule import GrantRule
from returns.models.rule_list import CountryGroupEntry
from returns.models.rule_set import RuleSet, RuleSetState
from returns.models.stage import AFTER_ARRIVAL, ASIDE, BEFORE_DEPARTURE, ENDED, MAIN_LINE, Stage
from returns.models.survey import Screening, ScreeningResult, ScreeningState, Survey, SurveyState
from returns.models.visit import ByWhom, ContactWay, MonitoringStep, Visit, VisitState

__all__ = [
    "AFTER_ARRIVAL",
    "ANSWERED",
    "ASIDE",
    "BEFORE_DEPARTURE",
    "DIMENSION_OF",
    "ENDED",
    "KINDS_OF",
    "MAIN_LINE",
    "ActivityKind",
    "AppliedBy",
    "ApprovalLimit",
    "AssistanceForm",
    "AttemptOutcome",
    "AwardLine",
    "AwardState",
    "BenefitIdentity",
    "ByWhom",
    "Capacity",
    "CashFloat",
    "Category",
    "Computation",
    "ContactAttempt",
    "ContactRule",
    "ContactWay",
    "Counselling",
    "CountryGroupEntry",
    "Declaration",
    "Dimension",
    "DocumentSeen",
    "DuplicateDecision",
    "DuplicateKeys",
    "DuplicatePair",
    "EligibilityCheck",
    "Ending",
    "Enquiry",
    "EnquiryState",
    "EntryKind",
    "GrantAward",
    "GrantRule",
    "Instalment",
    "InstalmentKind",
    "InstalmentState",
    "Interpreter",
    "JourneyKey",
    "Knock",
    "LedgerEntry",
    "Method",
    "Mode",
    "MonitoringStep",
    "NoteKind",
    "PairState",
    "Payment",
    "PaymentState",
    "PlanActivity",
    "PlanBudgetLine",
    "PlanNote",
    "PlanNoteKind",
    "PlanObjective",
    "PlanState",
    "ProviderKind",
    "Question",
    "QuestionSet",
    "QuestionSetState",
    "Reason",
    "Recovery",
    "RecoveryReason",
    "RecoveryState",
    "ReintegrationPlan",
    "RejectReason",
    "Return",
    "ReturnCountryNote",
    "RiatFile",
    "RiatStatus",
    "RiatStep",
    "RuleSet",
    "RuleSetState",
    "Screening",
    "ScreeningResult",
    "ScreeningState",
    "ServiceProvider",
    "Stage",
    "Statement",
    "Supplier",
    "SupplierQuote",
    "Support",
    "Survey",
    "SurveyState",
    "Topic",
    "Verdict",
    "Visit",
    "VisitState",
    "Way",
]
