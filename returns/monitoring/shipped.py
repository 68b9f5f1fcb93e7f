"""What the portal comes with: the set of questions, unverified, and the schedule of visits as far as it is known."""

from returns.monitoring.tables import QuestionTable, read_questions
from returns.reference.shipped import text_of

SET = {
    "title": "Reintegration Sustainability Survey, as remembered",
    "source": "MEASURE project (IOM, 2017), from memory. Not compared with the Reintegration Handbook, Annex 4.",
    "is_verified": False, "state": "active", "came_with_portal": True,
}  # fmt: skip
NOTE = "Usual practice; to be confirmed with the programme's contract."
SCHEDULE = (
    {"months": 1, "way": "call", "by_whom": "office", "days_before": 7, "days_after": 14, "note": NOTE},
    {"months": 3, "way": "call", "by_whom": "mission", "with_survey": True, "note": NOTE},
    {"months": 6, "way": "visit", "by_whom": "mission", "days_before": 21, "days_after": 21, "with_survey": True,
     "note": NOTE},
    {"months": 12, "way": "visit", "by_whom": "mission", "days_before": 30, "days_after": 30, "with_survey": True,
     "note": NOTE},
)  # fmt: skip


def shipped_questions() -> QuestionTable:
    """Every question with its answers."""
    return read_questions(text_of("survey_questions"), text_of("survey_scales"))
