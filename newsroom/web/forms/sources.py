"""A source as a form, and the filters of the list of sources."""

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.domain.sourcing import Facts
from newsroom.models import Source, SourceKind

NAMES = tuple(field.name for field in fields(Facts))


class SiftForm(forms.Form):
    """What narrows the list; it lives in the page's address."""

    q = forms.CharField(
        label=_("Search"), required=False, max_length=200,
        widget=forms.SearchInput(attrs={"class": "form-control", "placeholder": _("title, publisher, person")}),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("any kind")), *SourceKind.choices],
        widget=forms.Select(attrs={"class": "form-select"}),
    )  # fmt: skip

    @property
    def narrows(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("q", "kind"))


class SourceForm(forms.Form):
    """The facts; `version` is the one that the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    title = forms.CharField(
        label=_("Title"), max_length=300, help_text=_("What a colleague would look for: “Minutes of 17 September”.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=SourceKind.choices)
    address = forms.CharField(
        label=_("Address"), required=False, max_length=2000, help_text=_("On the web: https://…"),
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )  # fmt: skip
    publisher = forms.CharField(label=_("Publisher"), required=False, max_length=200)
    dated = forms.DateField(
        label=_("Date"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    origin = forms.CharField(
        label=_("Comes from"), required=False, max_length=200,
        help_text=_("One agency’s story in three papers is one source: give all three the agency here."),
    )  # fmt: skip
    language = forms.CharField(label=_("Language"), required=False, max_length=12)
    person = forms.CharField(
        label=_("Person"), required=False, max_length=200, help_text=_("Where it is somebody’s word: who said it.")
    )
    contact = forms.CharField(
        label=_("Contact"), required=False, max_length=400, help_text=_("How the desk reaches them again.")
    )
    anonymous = forms.BooleanField(
        label=_("Not named in the story"), required=False,
        help_text=_("The desk may know who it is; readers will not. It takes a second source, or a document."),
    )  # fmt: skip
    code = forms.CharField(
        label=_("Code name"), required=False, max_length=12,
        help_text=_(
            "Confidential: the desk knows it as K-7 and nothing else. Let no name stand in the title, a note or a file "
            "either; the name goes into the vault, which people named for it can open."
        ),
    )  # fmt: skip

    @property
    def facts(self) -> Facts:
        return Facts(**{name: self.cleaned_data[name] for name in NAMES})


def shown(source: Source) -> dict[str, Any]:
    """What the form shows of a source."""
    return {name: getattr(source, name) for name in (*NAMES, "version")}
