"""Records of the app `returns`."""

from returns.models.computation import Computation
from returns.models.counselling import Capacity, Counselling, Interpreter, Topic, Way
from returns.models.country_note import NoteKind, ReturnCountryNote
from returns.models.declaration import Declaration
from returns.models.eligibility import EligibilityCheck, Reason
from returns.models.enquiry import Enquiry, EnquiryState
from returns.models.journey_key import JourneyKey
from returns.models.return_file import AppliedBy, AssistanceForm, Category, Ending, Return, Statement
from returns.models.rule import GrantRule
from returns.models.rule_list import CountryGroupEntry
from returns.models.rule_set import RuleSet, RuleSetState
from returns.models.stage import AFTER_ARRIVAL, BEFORE_DEPARTURE, ENDED, MAIN_LINE, Stage

__all__ = [
    "AFTER_ARRIVAL",
    "BEFORE_DEPARTURE",
    "ENDED",
    "MAIN_LINE",
    "AppliedBy",
    "AssistanceForm",
    "Capacity",
    "Category",
    "Computation",
    "Counselling",
    "CountryGroupEntry",
    "Declaration",
    "EligibilityCheck",
    "Ending",
    "Enquiry",
    "EnquiryState",
    "GrantRule",
    "Interpreter",
    "JourneyKey",
    "NoteKind",
    "Reason",
    "Return",
    "ReturnCountryNote",
    "RuleSet",
    "RuleSetState",
    "Stage",
    "Statement",
    "Topic",
    "Way",
]
