"""A survey as it is answered and read: one page per dimension, the questions in the interviewer's language."""

from dataclasses import dataclass
from functools import cached_property

from babel.core import Locale, UnknownLocaleError

from returns.models import Dimension, Question, QuestionSet, Survey

RIGHT_TO_LEFT = {"ar", "fa", "he", "ku", "ps", "prs", "ur"}


@dataclass(frozen=True)
class Asked:
    """One question with its answers in one language, and what was answered."""

    question: Question
    language: str
    answer: str

    @property
    def words(self) -> str:
        """The question."""
        return self.question.said_in(self.language)

    @property
    def options(self) -> list[dict]:
        """The answers, and which is chosen."""
        return [
            one | {"said": one["words"].get(self.language) or one["words"]["en"], "chosen": one["code"] == self.answer}
            for one in self.question.options
        ]

    @property
    def chosen(self) -> dict | None:
        """The answer that was given."""
        return next((one for one in self.options if one["chosen"]), None)


class Sheet:
    """One survey with all its questions; `language` is that of the questions."""

    def __init__(self, survey: Survey, language: str = "") -> None:
        self.survey = survey
        self.languages = languages_of(self.questions)
        self.language = next(
            (one for one in (language, survey.language) if one in dict(self.languages)), "en"
        )  # fmt: skip

    @cached_property
    def questions(self) -> list[Question]:
        """All questions of the version in which it was begun."""
        return list(self.survey.question_set.questions.all())

    @cached_property
    def asked(self) -> list[Asked]:
        """All questions with their answers."""
        return [Asked(one, self.language, self.survey.answers.get(one.name, "")) for one in self.questions]

    @property
    def direction(self) -> str:
        """In which direction the language is written."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def of(self, part: str) -> list[Asked]:
        """The questions of one dimension."""
        return [one for one in self.asked if one.question.dimension == part]

    @property
    def parts(self) -> list[dict]:
        """The dimensions with what is answered of each."""
        return [
            {"value": one.value, "words": one.label, "asked": self.of(one), "score": getattr(self.survey, one.value),
             "answered": sum(bool(each.chosen) for each in self.of(one))}
            for one in Dimension
        ]  # fmt: skip

    @property
    def open(self) -> list[Asked]:
        """Questions without an answer."""
        return [one for one in self.asked if not one.chosen]


def languages_of(questions: list[Question]) -> list[tuple[str, str]]:
    """The languages in which every question is asked, each by its own name."""
    shared = set.intersection(*(set(one.words) for one in questions)) if questions else set()
    return sorted((code, own_name(code)) for code in shared | {"en"})


def own_name(code: str) -> str:
    """What a language calls itself."""
    try:
        return (Locale.parse(code).get_display_name() or code).capitalize()
    except (UnknownLocaleError, ValueError):
        return code


def languages_in_use() -> list[tuple[str, str]]:
    """The languages of the set that new surveys ask."""
    in_use = QuestionSet.objects.in_use()
    return languages_of(list(in_use.questions.all())) if in_use else [("en", own_name("en"))]


def next_part(part: str) -> str:
    """The dimension after this one; empty after the last."""
    names = Dimension.values
    place = names.index(part) + 1
    return names[place] if place < len(names) else ""
