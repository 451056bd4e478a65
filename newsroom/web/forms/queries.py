"""What is asked of the reporter, and answered."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.domain.talking import LONGEST
from newsroom.web.forms.stories import DeadlineField


class AskForm(forms.Form):
    """A query with its due time."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = forms.CharField(
        label=_("What do you want to know?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": _("Who told us this, and where is it written?")}),
        error_messages={"required": _("Write what you want to know.")},
    )
    due = DeadlineField(
        label=_("Answer by"), required=True, error_messages={"required": _("Say by when you need the answer.")}
    )


class AnswerForm(forms.Form):
    """One more message in a query."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = forms.CharField(
        label=_("Answer"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write something first.")},
    )
