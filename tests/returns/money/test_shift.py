"""Whatever acts are dealt to eight desks that work at once, each on its own connection: the books balance.

The acts, the room and the reading of the books are those of `manage.py drill money`, which plays many more of them.
"""

from collections import Counter
from itertools import count

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from iomfi.drills import money
from iomfi.drills.desks import OFTEN, Act
from iomfi.drills.room import furnish
from iomfi.drills.shift import Worked, without_locks, work
from returns.models import LedgerEntry

DESKS, EXAMPLES = 8, 6
MUST_HAPPEN = ("refund", "recover", "withdraw", "withdraw alone", "confirm", "pay by bank", "pay by mission", "cancel")
HANDS = st.lists(
    st.builds(Act, verb=st.sampled_from(OFTEN), nth=st.integers(0, 5), share=st.integers(1, 4)),
    min_size=80,
    max_size=96,
)
WITHOUT_SHRINKING = settings(  # a race is not smaller with fewer acts, it is only gone
    max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate], print_blob=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
rooms = count(1)


def a_shift(acts: list[Act], **options) -> Worked:
    return work(furnish(next(rooms), DESKS), acts, DESKS, **options)


def test_the_books_balance_whatever_eight_desks_do_at_once(rules):
    happened = Counter()

    @WITHOUT_SHRINKING
    @given(HANDS)
    def whatever_is_dealt(acts):
        worked = a_shift(acts)
        happened.update(set(worked.succeeded))
        assert not worked.faults
        assert not worked.disagreements

    whatever_is_dealt()
    assert all(happened[verb] >= EXAMPLES / 3 for verb in MUST_HAPPEN), happened
    assert LedgerEntry.objects.filter(kind="refund").count() >= EXAMPLES


def test_without_guards_and_locks_the_books_do_not_balance(rules):
    acts = money.deal(money.random.Random(5), DESKS * 12)
    with without_locks():
        worked = a_shift(acts, guarded=False)
    assert worked.disagreements
    assert not money.passed(money.report([worked], {}))
