"""What is recorded at the gate: for each traveller whether they are here, and once for all whether the flight left."""

from collections.abc import Sequence

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms import PlainForm
from travel.forms.fields import HappenedField
from travel.models import Movement, MovementStage, Traveller

HERE, MISSED, LEFT_BEHIND = "here", "missed", "left_behind"
ANSWERS = [(HERE, _("Here")), (MISSED, _("Did not come")), (LEFT_BEHIND, _("Not taken on board"))]
ANSWERS_AT_ARRIVAL = [(HERE, _("Arrived")), (MISSED, _("Not here")), (LEFT_BEHIND, _("Turned back"))]


class GateForm(PlainForm):
    """One answer per traveller, a reason where somebody is not here, and whether the journey went on."""

    reason = forms.CharField(
        label=_("Why somebody is not here"), max_length=300, required=False, widget=forms.Textarea({"rows": 2})
    )
    is_over = forms.ChoiceField(label=_("The journey"), widget=forms.RadioSelect)
    happened_on = HappenedField()

    def __init__(self, *args, movement: Movement, travellers: Sequence[Traveller], **options) -> None:
        super().__init__(*args, **options)
        self.movement, self.travellers = movement, travellers
        arrives = movement.stage == MovementStage.DEPARTED
        for one in travellers:
            choices = ANSWERS_AT_ARRIVAL if arrives else ANSWERS
            field = forms.ChoiceField(label=str(one.person), choices=choices, initial=HERE)
            self.fields[self.name_of(one)] = field
        over, not_yet = (_("They have arrived"), _("Not yet")) if arrives else (_("It has left"), _("Not yet"))
        self.fields["is_over"].choices = [("yes", over), ("no", not_yet)]
        day = movement.arrives_on if arrives else movement.departs_on
        self.initial.setdefault("happened_on", min(day, timezone.localdate()))
        self.initial.setdefault("is_over", "yes")

    @staticmethod
    def name_of(traveller: Traveller) -> str:
        """The name of a traveller's field."""
        return f"t-{traveller.code}"

    def those(self, answer: str) -> list[Traveller]:
        """The travellers for whom this was said."""
        return [one for one in self.travellers if self.cleaned_data.get(self.name_of(one)) == answer]

    def clean(self) -> dict:
        """Whoever is not here is not here for a reason."""
        missing = self.those(MISSED) + self.those(LEFT_BEHIND)
        if missing and not self.cleaned_data.get("reason", "").strip():
            self.add_error("reason", _("Say why they are not here."))
        if not missing and self.cleaned_data.get("is_over") == "no":
            raise forms.ValidationError(_("Nothing is to be recorded yet: nobody is missing and it has not left."))
        return self.cleaned_data
