"""Forms of the vault. What is typed into them about a person is never sent back, whatever is wrong with it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain.ciphering import Secret
from newsroom.domain.sealing import LONGEST
from newsroom.web.forms.people import PeopleField, PeopleForm

QUIET = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}  # nothing goes to a checker of spelling


class Unsaid(forms.TextInput):
    """A line whose value no page repeats."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:  # noqa: ARG002
        return super().get_context(name, None, attrs)


class UnsaidLines(forms.Textarea):
    """Lines whose value no page repeats."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:  # noqa: ARG002
        return super().get_context(name, None, attrs)


class SealForm(forms.Form):
    """Who a source is, and what it is called everywhere else: `code` is proposed, or fixed where the source has one.

    The code name is not repeated either: a name typed into the wrong line would be.
    """

    code = forms.CharField(
        label=lazy("Code name"),
        max_length=12,
        widget=Unsaid(attrs=QUIET),
        help_text=lazy("What everybody else sees instead, for ever."),
    )
    name = forms.CharField(label=lazy("Name"), max_length=LONGEST["name"], widget=Unsaid(attrs=QUIET))
    contact = forms.CharField(
        label=lazy("How to reach them"),
        required=False,
        max_length=LONGEST["contact"],
        widget=UnsaidLines(attrs={**QUIET, "rows": 3}),
    )

    def __init__(self, *args: Any, code: str, fixed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["code"] = self.fields["code"].widget.attrs["value"] = code
        self.fields["code"].disabled = fixed

    @property
    def secret(self) -> Secret:
        return Secret(self.cleaned_data["name"], self.cleaned_data["contact"])


class ReadForm(forms.Form):
    """That the person means it."""

    sure = forms.BooleanField(
        label=lazy("I need to know who this is."),
        error_messages={"required": lazy("Tick this first: reading is recorded.")},
    )


class ReadersForm(PeopleForm):
    readers = PeopleField(
        label=lazy("Readers"), required=False, help_text=lazy("Besides the owner. Roles make no difference here.")
    )


class DestroyForm(forms.Form):
    code = forms.CharField(label=lazy("The code name, to confirm"), max_length=12, widget=forms.TextInput(attrs=QUIET))
