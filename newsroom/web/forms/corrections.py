"""Other words for a claim, and what becomes of them."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.domain.talking import LONGEST
from newsroom.models import Claim, Evidence
from newsroom.web.forms.review import AnchorForm


class ProposeForm(AnchorForm):
    """As it reads, as it should read, why, and what proves it."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    old = forms.CharField(
        label=_("As it reads"), max_length=LONGEST, strip=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    new = forms.CharField(
        label=_("As it should read"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Leave it empty to strike the words."),
    )
    reason = forms.CharField(
        label=_("Why?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why: a correction needs a reason.")},
    )
    evidence = forms.ModelChoiceField(
        Evidence.objects.none(), label=_("Evidence"), required=False, empty_label=_("none named")
    )

    def __init__(self, *args: Any, claim: Claim, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["evidence"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        field.queryset = claim.evidence.live().select_related("source")

    def clean_evidence(self) -> uuid.UUID | None:
        piece = self.cleaned_data["evidence"]
        return piece.pk if piece else None


class DecideForm(forms.Form):
    """Accept, or decline with a reason."""

    accepted = forms.TypedChoiceField(choices=[("yes", _("accept")), ("no", _("decline"))], coerce=lambda s: s == "yes")
    reason = forms.CharField(required=False)  # the verb refuses one that is too long, and it is given back
