"""What may be typed about visits, calls, rules of contact, surveys and screenings."""

from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms import WORDS, DayInput, OfCase, PlainForm
from cases.models import Person
from returns.forms.intake import day_field
from returns.models import AttemptOutcome, ByWhom, ContactWay, ScreeningResult, VisitState

NOBODY = Person.objects.none()
CONFIRMED = _("I have read the rules of safe contact and kept them")


class ContactForm(OfCase):
    """A contact with a person: where anybody of the family has rules, they must be confirmed."""

    person = forms.ModelChoiceField(NOBODY, label=_("With whom"), empty_label=None)
    rule_confirmed = forms.BooleanField(label=CONFIRMED, required=False)

    def __init__(self, *args, ruled: bool, **options) -> None:
        super().__init__(*args, **options)
        if not ruled:
            del self.fields["rule_confirmed"]


class MadeForm(ContactForm):
    """They met, or talked."""

    happened_on = day_field(_("Day"), initial=timezone.localdate)
    channel = forms.ChoiceField(label=_("How"), choices=ContactWay)
    note = forms.CharField(label=_("What was seen and said"), required=False, max_length=4000, widget=WORDS)
    concern = forms.CharField(
        label=_("What makes the person vulnerable"), required=False, max_length=2000, widget=WORDS,
        help_text=_("Only where something does. It asks for a follow-up screening."),
    )  # fmt: skip
    field_order = ["person", "happened_on", "channel", "note", "concern", "rule_confirmed"]


class NotMadeForm(PlainForm):
    """It was missed, or is not wanted."""

    state = forms.ChoiceField(
        label=_("What became of it"), widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in (VisitState.MISSED, VisitState.NOT_WANTED)],
    )  # fmt: skip
    note = forms.CharField(label=_("Why"), max_length=2000, widget=WORDS)


class AttemptForm(ContactForm):
    """Somebody was sought."""

    tried_at = forms.SplitDateTimeField(
        label=_("When"), initial=timezone.localtime,
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date"}, time_attrs={"type": "time"}, date_format="%Y-%m-%d", time_format="%H:%M"
        ),
        help_text=_("By the clock of the office."),
    )  # fmt: skip
    channel = forms.ChoiceField(label=_("How"), choices=ContactWay, initial=ContactWay.CALL)
    outcome = forms.ChoiceField(label=_("What came of it"), choices=AttemptOutcome, widget=forms.RadioSelect)
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=WORDS)
    field_order = ["person", "tried_at", "channel", "outcome", "note", "rule_confirmed"]

    def clean_tried_at(self):
        """Nothing that has not happened yet."""
        if (moment := self.cleaned_data["tried_at"]) > timezone.now():
            raise ValidationError(_("This has not happened yet."))
        return moment


class AgreeForm(PlainForm):
    """A visit or call beside the schedule."""

    due_on = forms.DateField(label=_("Day"), widget=DayInput)
    way = forms.ChoiceField(label=_("How"), choices=ContactWay)
    by_whom = forms.ChoiceField(label=_("By whom"), choices=ByWhom)
    with_survey = forms.BooleanField(label=_("With the survey"), required=False)
    note = forms.CharField(label=_("Why"), required=False, max_length=2000, widget=WORDS)


class RuleForm(PlainForm):
    """How a person may be contacted without harm."""

    ways = forms.MultipleChoiceField(
        label=_("How"), choices=ContactWay, required=False, widget=forms.CheckboxSelectMultiple
    )
    times = forms.CharField(
        label=_("When"), required=False, max_length=300, help_text=_("Such as: mornings on weekdays, by local time.")
    )
    by_whom = forms.CharField(
        label=_("By whom"), required=False, max_length=300, help_text=_("Such as: a woman of the mission.")
    )
    words_to_leave = forms.CharField(
        label=_("Words that may be left"), required=False, max_length=500,
        help_text=_("What may be said to somebody else who answers, or left as a message."),
    )  # fmt: skip
    never = forms.CharField(
        label=_("Never"), required=False, max_length=500, widget=WORDS,
        help_text=_("Hours, numbers, people, words."),
    )  # fmt: skip
    in_short = forms.CharField(
        label=_("In one line"), required=False, max_length=200, help_text=_("It stands in red on top of the case.")
    )


class BeginForm(ContactForm):
    """A survey begins: with whom, in which language."""

    language = forms.ChoiceField(label=_("Language of the questions"))
    held_on = day_field(_("Day"), initial=timezone.localdate)
    field_order = ["person", "held_on", "language", "rule_confirmed"]

    def __init__(self, *args, languages: Sequence[tuple[str, str]], **options) -> None:
        super().__init__(*args, **options)
        self.fields["person"].label = _("Who answers")
        self.fields["language"].choices = languages


class ScreeningForm(PlainForm):
    """What a closer look led to."""

    result = forms.ChoiceField(label=_("Result"), choices=ScreeningResult, widget=forms.RadioSelect)
    note = forms.CharField(label=_("Note"), required=False, max_length=4000, widget=WORDS)


class LostForm(PlainForm):
    """Why contact counts as lost."""

    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=WORDS)
