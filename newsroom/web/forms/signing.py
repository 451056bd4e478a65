"""What is posted from the page where a story is signed."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.domain.talking import LONGEST
from newsroom.models import CAPACITIES


class ShownDraftForm(forms.Form):
    """Which draft the page showed, and the key that makes a repeated post the same one."""

    draft = forms.IntegerField(widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class SignForm(ShownDraftForm):
    """A signature; each button sends its `capacity`."""

    capacity = forms.ChoiceField(choices=[(role.value, role.label) for role in CAPACITIES])
    override = forms.CharField(
        label=_("Why do you sign over what is left?"),
        required=False,
        max_length=LONGEST,
        help_text=_("It is kept with your signature for good, and printed on top of the story’s paper."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DissentForm(ShownDraftForm):
    """What somebody disagrees with."""

    text = forms.CharField(
        label=_("What do you disagree with?"),
        max_length=LONGEST,
        error_messages={"required": _("Say what you disagree with.")},
        help_text=_("Nobody can remove it, you neither. It is printed on top of the story’s paper."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
