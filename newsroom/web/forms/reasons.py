"""What is said about a piece of evidence in a sentence: why it is withdrawn, why a claim stands against it."""

import uuid

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain.attaching import LONGEST
from newsroom.domain.locking import Conflict


class KeyForm(forms.Form):
    """`key` makes the same post again the same row; `anchor` is the one that the claim's card showed."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    anchor = forms.IntegerField(required=False, widget=forms.HiddenInput)
    outdated: Conflict | None = None

    def show_anew(self, conflict: Conflict) -> None:
        """The page showed other words: say so, and be made for those that there are now, with all that was typed."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["anchor"] = str(conflict.fresh["anchor"])
        self.data, self.outdated = data, conflict


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
