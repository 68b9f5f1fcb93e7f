"""How the timeline speaks of decisions."""

from django.utils.translation import gettext_lazy as _

from cases import failpoints
from cases.timeline import say
from decisions.words import difference_in_words

FAILPOINTS = (
    "decisions.before_read", "decisions.after_read", "decisions.after_preview", "decisions.before_accept",
    "decisions.cases_taken", "decisions.after_accept",
)  # fmt: skip


def _differences(facts: dict) -> dict:
    return facts | {
        "differences": "; ".join(difference_in_words(one, facts["country"]) for one in facts["differences"])
    }


def teach() -> None:
    """Every verb of this app, once, at start."""
    say("decisions.accepted", _("Decision %(number)s was accepted: %(persons)s persons, receipt %(receipt)s"))
    say(
        "decisions.changed",
        _("Version %(version)s of decision %(number)s, receipt %(receipt)s: %(differences)s"),
        _differences,
    )
    failpoints.declare(*FAILPOINTS)
