"""A correction after publication, as it is registered."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.domain.talking import LONGEST
from newsroom.models import Article, Cause, Claim, ErratumClass, User
from newsroom.web.forms.stories import DeadlineField


class ErratumForm(forms.Form):
    """Class, cause, wording, who decided and when; the claim that was wrong, where it is one."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    kind = forms.ChoiceField(label=_("How readers are told"), choices=ErratumClass.choices)
    claim = forms.ModelChoiceField(
        Claim.objects.none(), label=_("Claim"), required=False, empty_label=_("none of the claims")
    )
    cause = forms.ChoiceField(
        label=_("What let it through"),
        choices=[("", _("choose…")), *Cause.choices],
        error_messages={"required": _("Choose what let it through.")},
    )
    wording = forms.CharField(
        label=_("Wording"),
        max_length=LONGEST,
        help_text=_("As it was published."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what readers were told.")},
    )
    decided_by = forms.ModelChoiceField(User.objects.none(), label=_("Decided by"))
    received_at = DeadlineField(label=_("Received"), required=True, help_text=_("When somebody told the house."))
    published_at = DeadlineField(label=_("Published"), required=True, help_text=_("When readers were told."))

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        claims, people = self.fields["claim"], self.fields["decided_by"]
        assert isinstance(claims, forms.ModelChoiceField) and isinstance(people, forms.ModelChoiceField)  # noqa: S101
        claims.queryset = Claim.objects.filter(article=article).live()
        people.queryset = User.objects.filter(is_active=True).order_by("first_name", "last_name", "username")
