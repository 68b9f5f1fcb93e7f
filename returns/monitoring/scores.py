"""Scores of a survey: pure functions of questions and answers.

A dimension's score is the mean of its answers that count, by the questions' weights; the composite is the mean of all
answers that count, by the other column of weights. Weights are shares of what was answered: an answer that does not
count, such as "don't know", takes its weight with it. Nothing answered: no score.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from returns.models.question_set import Dimension

ENOUGH = Decimal("0.5")  # commonly read as a sufficient level
PLACES = Decimal("0.001")


@dataclass(frozen=True)
class Item:
    """A question as far as scores need it."""

    name: str
    dimension: str
    weight: Decimal
    weight_composite: Decimal
    scores: Mapping[str, Decimal | None]
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Scores:
    """What the answers come to."""

    dimensions: Mapping[str, Decimal | None]
    composite: Decimal | None
    counted: int


def scores_of(items: Iterable[Item], answers: Mapping[str, str]) -> Scores:
    """The scores of all dimensions and the composite."""
    items = list(items)
    counted = [(item, score) for item in items if (score := score_of(item, answers)) is not None]
    dimensions = {
        one.value: mean((item.weight, score) for item, score in counted if item.dimension == one) for one in Dimension
    }
    composite = mean((item.weight_composite, score) for item, score in counted)
    return Scores(dimensions, composite, len(counted))


def score_of(item: Item, answers: Mapping[str, str]) -> Decimal | None:
    """What the answer to one question is worth; none where it does not count or is not there."""
    return item.scores.get(answers.get(item.name, ""))


def mean(weighed: Iterable[tuple[Decimal, Decimal]]) -> Decimal | None:
    """The weighted mean, to three places; none where nothing weighs."""
    pairs = list(weighed)
    whole = sum((weight for weight, __ in pairs), Decimal(0))
    if not whole:
        return None
    return (sum((weight * score for weight, score in pairs), Decimal(0)) / whole).quantize(PLACES)


def flagged(items: Iterable[Item], answers: Mapping[str, str]) -> list[str]:
    """The names of questions whose answer calls for a screening."""
    return [item.name for item in items if answers.get(item.name) in item.flags]
