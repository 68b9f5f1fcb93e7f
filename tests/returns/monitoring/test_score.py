"""Scores: within 0 and 1, by normalised weights, whatever does not count left out, never lower for a better answer."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from returns.models import Dimension
from returns.monitoring.scores import Item, flagged, mean, scores_of
from returns.monitoring.shipped import shipped_questions

OPTIONS = {"worst": Decimal(0), "poor": Decimal("0.25"), "middle": Decimal("0.5"), "best": Decimal(1), "refused": None}
weights = st.decimals(min_value=0, max_value=100, places=2)
items = st.lists(
    st.builds(
        Item, name=st.uuids().map(str), dimension=st.sampled_from(Dimension.values), weight=weights,
        weight_composite=weights, scores=st.just(OPTIONS), flags=st.just(frozenset({"worst"})),
    ),
    max_size=12, unique_by=lambda item: item.name,
)  # fmt: skip


@st.composite
def answered(draw):
    """Questions, and an answer to some of them."""
    asked = draw(items)
    return asked, {item.name: draw(st.sampled_from([*OPTIONS, "nonsense"])) for item in asked if draw(st.booleans())}


def all_of(scores) -> list[Decimal | None]:
    return [*scores.dimensions.values(), scores.composite]


@given(answered())
def test_every_score_lies_from_0_to_1_or_is_not_there(case):
    assert all(score is None or 0 <= score <= 1 for score in all_of(scores_of(*case)))


@given(answered())
def test_what_does_not_count_is_as_if_it_was_not_asked(case):
    asked, answers = case
    counted = {name: answer for name, answer in answers.items() if OPTIONS.get(answer) is not None}
    assert scores_of(asked, answers) == scores_of(asked, counted)
    assert scores_of([item for item in asked if item.name in counted], counted) == scores_of(asked, answers)


@given(answered(), st.integers(min_value=2, max_value=50))
def test_weights_are_shares(case, times):
    asked, answers = case
    heavier = [
        Item(one.name, one.dimension, one.weight * times, one.weight_composite * times, one.scores) for one in asked
    ]
    assert all_of(scores_of(heavier, answers)) == all_of(scores_of(asked, answers))


@given(answered(), st.data())
def test_a_better_answer_never_lowers_a_score(case, data):
    asked, answers = case
    better = dict(answers)
    for name, answer in answers.items():
        if OPTIONS.get(answer) is not None:
            better[name] = data.draw(
                st.sampled_from([o for o, s in OPTIONS.items() if s is not None and s >= OPTIONS[answer]])
            )
    pairs = zip(all_of(scores_of(asked, answers)), all_of(scores_of(asked, better)), strict=True)
    assert all(before is None or before <= after for before, after in pairs)


@given(answered())
def test_flagged_are_exactly_the_answers_that_flag(case):
    asked, answers = case
    assert set(flagged(asked, answers)) == {name for name, answer in answers.items() if answer == "worst"}


def test_a_dimension_is_the_weighted_mean():
    pairs = [(Decimal(3), Decimal(1)), (Decimal(1), Decimal("0.5")), (Decimal(0), Decimal(0))]
    assert mean(pairs) == Decimal("0.875")
    assert mean([]) is None
    assert mean([(Decimal(0), Decimal(1))]) is None


def test_the_composite_has_its_own_weights():
    works = Item("works", "economic", Decimal(1), Decimal(3), OPTIONS)
    water = Item("water", "social", Decimal(1), Decimal(1), OPTIONS)
    scores = scores_of([works, water], {"works": "best", "water": "worst"})
    assert scores.dimensions == {"economic": 1, "social": 0, "psychosocial": None}
    assert (scores.composite, scores.counted) == (Decimal("0.75"), 2)


def test_the_shipped_answers_reach_both_ends():
    rows = shipped_questions().rows
    shipped = [
        Item(row["name"], row["dimension"], row["weight"], row["weight_composite"],
             {one["code"]: Decimal(one["score"]) if one["score"] else None for one in row["options"]})
        for row in rows
    ]  # fmt: skip
    for end, value in ((max, 1), (min, 0)):
        scored = {item.name: {k: v for k, v in item.scores.items() if v is not None} for item in shipped}
        answers = {name: end(options, key=options.get) for name, options in scored.items()}
        assert set(all_of(scores_of(shipped, answers))) == {Decimal(value)}
