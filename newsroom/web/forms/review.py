"""What is posted from a claim's card."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.domain.quoting import LONGEST as LONGEST_SPEAKER
from newsroom.domain.talking import LONGEST as LONGEST_COMMENT
from newsroom.models import Verdict

MARKS = [(v.value, v.label) for v in (Verdict.SOURCED, Verdict.DISPUTED, Verdict.OPINION)]


class AnchorForm(forms.Form):
    """Which words of the claim the page showed when it posted."""

    anchor = forms.IntegerField(widget=forms.HiddenInput)


class ShownForm(AnchorForm):
    """What the page showed when it posted: the claim's anchor, and the last number of the person's own reviews."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class MarkForm(ShownForm):
    """The one box of the card: with a verdict it is a review, alone it is a comment."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    verdict = forms.ChoiceField(label=_("Your mark"), choices=MARKS, required=False, widget=forms.RadioSelect)
    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 2, "placeholder": _("Why? What did you check it against?")}),
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("comment"):
            if cleaned.get("verdict") == Verdict.DISPUTED:
                self.add_error("comment", _("Say why you dispute it: a dispute needs a reason."))
            elif not cleaned.get("verdict") and not self.errors:
                self.add_error("comment", _("Choose a mark, or write a comment."))
        return cleaned


class SpanForm(forms.Form):
    """Words of a draft: selected with the pointer (then `wording` says which), or chosen by first and last word."""

    draft = forms.IntegerField(widget=forms.HiddenInput)
    start = forms.IntegerField(min_value=0, label=_("From"))
    end = forms.IntegerField(min_value=1, label=_("To"))
    wording = forms.CharField(required=False, strip=False)

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("end", 1) <= cleaned.get("start", 0):
            self.add_error("end", _("The last word can't stand before the first."))
        return cleaned

    @property
    def chosen(self) -> tuple[int, int] | None:
        """Start and end (excluded), once they have been sent and make sense."""
        return (self.cleaned_data["start"], self.cleaned_data["end"]) if self.is_valid() else None


class BoundsForm(SpanForm):
    """Other words for a claim; `anchor` is the one that the page showed."""

    anchor = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """Why there is no fact to check."""

    reason = forms.CharField(
        label=_("Why is there no fact here?"),
        max_length=400,
        error_messages={"required": _("Say why there is no fact to check in these words.")},
        widget=forms.TextInput(attrs={"placeholder": _("For example: a figure of speech")}),
    )


class DismissForm(ReasonForm):
    """The reason, for the words that the page showed."""

    anchor = forms.IntegerField(widget=forms.HiddenInput)


class DismissWordsForm(SpanForm, ReasonForm):
    """The reason, for words that no claim stands on."""


class SpeakerForm(forms.Form):
    """Who says a quotation; empty when nobody can be named."""

    anchor = forms.IntegerField(widget=forms.HiddenInput)
    speaker = forms.CharField(label=_("Speaker"), required=False, max_length=LONGEST_SPEAKER)
