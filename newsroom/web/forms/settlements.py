"""How marks are settled."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.domain.talking import LONGEST
from newsroom.models import OUTCOMES
from newsroom.web.forms.review import AnchorForm


class KeysField(forms.MultipleChoiceField):
    """Ids of marks, as hidden fields."""

    widget = forms.MultipleHiddenInput

    def valid_value(self, value: str) -> bool:
        try:
            uuid.UUID(value)
        except ValueError:
            return False
        return True

    def clean(self, value: Any) -> list[uuid.UUID]:
        return [uuid.UUID(pk) for pk in super().clean(value)]


class SettleForm(AnchorForm):
    """The outcome and the reason, for the marks (`reviews`) and words (`anchor`) that the page showed."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    reviews = KeysField()
    verdict = forms.ChoiceField(
        label=_("What counts from now on"),
        choices=[(verdict.value, verdict.label) for verdict in OUTCOMES],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what counts from now on.")},
    )
    reason = forms.CharField(
        label=_("Why?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why: a settlement needs a reason.")},
    )
