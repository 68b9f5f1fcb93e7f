"""Where files and decisions stand, as a shape and words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from cases.mandates import StageWords, stages_of
from cases.models import Case
from decisions.models import Decision, Upload, UploadState

KINDS = {
    UploadState.QUEUED: "now",
    UploadState.READING: "now",
    UploadState.READY: "todo",
    UploadState.REJECTED: "late",
    UploadState.ACCEPTING: "now",
    UploadState.ACCEPTED: "done",
    UploadState.DISCARDED: "off",
}


def stands(upload: Upload) -> StageWords:
    """The state of a file."""
    return StageWords(KINDS[upload.state], upload.get_state_display())


def counts_in_words(upload: Upload) -> str:
    """8 new, 1 changed, 2 waiting for correction."""
    told = (
        (upload.cases_new, _("%(n)s new")),
        (upload.cases_changed, _("%(n)s changed")),
        (upload.cases_unchanged, _("%(n)s unchanged")),
        (upload.cases_withheld, _("%(n)s waiting for correction")),
    )
    return ", ".join(words % {"n": number} for number, words in told if number)


def standings(decisions: Sequence[Decision]) -> dict[int, StageWords]:
    """Where the case of each decision stands, in the words of its mandate; a fixed number of questions."""
    cases: list[Case] = [decision.case for decision in decisions if decision.case]
    stages = stages_of(cases)
    refused = StageWords("off", _("Negative decision, no journey"))
    return {one.pk: stages[one.case_id] if one.case_id else refused for one in decisions}
