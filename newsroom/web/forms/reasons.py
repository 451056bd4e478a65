"""What is said about a piece of evidence in a sentence: why it is withdrawn, why a claim stands against it."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain.attaching import LONGEST


class KeyForm(forms.Form):
    """`key` makes the same post again the same row; `anchor` is the one that the claim's card showed."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    anchor = forms.IntegerField(required=False, widget=forms.HiddenInput)


class WithdrawForm(KeyForm):
    reason = forms.CharField(
        label=lazy("Why does this evidence not count any more?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2, "autofocus": True}),
        error_messages={"required": lazy("Say why this evidence does not count any more.")},
    )


class AnswerForm(KeyForm):
    answer = forms.CharField(
        label=lazy("Why does the claim stand all the same?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        error_messages={"required": lazy("Say why the claim stands all the same.")},
    )
