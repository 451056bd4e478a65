"""What narrows a story's history."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.web.forms.stories import PICK
from newsroom.web.telling import GROUPS


class HistoryForm(forms.Form):
    """Lives in the page's address; `actors` are the user names in the story's chain."""

    what = forms.ChoiceField(
        label=_("What"),
        required=False,
        choices=[("", _("everything")), *((slug, label) for slug, (label, _verbs) in GROUPS.items())],
        widget=PICK,
    )
    who = forms.ChoiceField(label=_("Who"), required=False, widget=PICK)
    claim = forms.IntegerField(required=False, min_value=1, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actors: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField)  # noqa: S101 - for the type checker
        who.choices = [("", _("everybody")), *((actor, actor) for actor in actors)]

    @property
    def narrows(self) -> bool:
        """Whether any filter is on: an empty list then means that nothing matches."""
        return any(self.cleaned_data.get(name) for name in ("what", "who", "claim"))
