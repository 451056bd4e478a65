"""The filters of the stories list, and what an editor sets on a story's details page."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.domain.workflow import MOVES
from newsroom.models import Access, Article, Status
from newsroom.models.article import AUTHORS_HELP
from newsroom.web.forms.people import PeopleField, PeopleForm

MOMENT = "%Y-%m-%dT%H:%M"
ASKED = (Status.PUBLISHED, Status.KILLED)  # nobody moves a story there by one press of a button
PICK = forms.Select(attrs={"class": "form-select"})


class DeadlineField(forms.DateTimeField):
    """Day and time as browsers send them, in the newsroom's own time zone."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
        super().__init__(**{"required": False, "label": _("Deadline"), "widget": widget, **kwargs})

    def to_python(self, value: Any) -> datetime | None:
        """The ends of the calendar lie outside of it in some time zone, and no database or clock could show them."""
        moment = super().to_python(value)
        if moment and not 1900 <= moment.year < 2200:
            raise ValidationError(_("Is the year right?"), code="year")
        return moment


class FilterForm(forms.Form):
    """What narrows the list; it lives in the page's address."""

    q = forms.CharField(
        label=_("Search"), required=False, max_length=200,
        widget=forms.SearchInput(attrs={"class": "form-control", "placeholder": _("headline, name or desk")}),
    )  # fmt: skip
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("any status")), *Status.choices], widget=PICK
    )
    desk = forms.ChoiceField(label=_("Desk"), required=False, widget=PICK)
    sort = forms.ChoiceField(
        label=_("Order"), required=False, choices=[("", _("newest first")), ("deadline", _("by deadline"))],
        widget=PICK,
    )  # fmt: skip
    mine = forms.BooleanField(
        label=_("Mine"), required=False, widget=forms.CheckboxInput(attrs={"class": "form-check-input"})
    )

    def __init__(self, *args: Any, desks: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        desk = self.fields["desk"]
        assert isinstance(desk, forms.ChoiceField)  # noqa: S101 - for the type checker
        desk.choices = [("", _("any desk")), *((desk, desk) for desk in desks)]

    @property
    def narrows(self) -> bool:
        """Whether any filter is on: an empty list then means that nothing matches."""
        return any(self.cleaned_data.get(name) for name in ("q", "status", "desk", "mine"))


class AssignForm(PeopleForm):
    """Whose story it is and when it is due; `seen` is the story's version that the page showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    byline = forms.CharField(label=_("Byline"), required=False, max_length=200, help_text=_("As it is to be printed."))
    authors = PeopleField(label=_("Authors"), required=False, help_text=AUTHORS_HELP)
    desk = forms.CharField(
        label=_("Desk"), required=False, max_length=60, widget=forms.TextInput(attrs={"list": "desks"})
    )
    deadline = DeadlineField()


class RestrictForm(PeopleForm):
    """Who may see it."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    access = forms.ChoiceField(label=_("Open to"), choices=Access.choices, widget=forms.RadioSelect)
    members = PeopleField(
        label=_("Members"),
        required=False,
        help_text=_("They see the story while it is for members only. Authors always see it."),
    )


class SeenForm(forms.Form):
    """A button: `seen` is the story's version that the page showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class KillForm(SeenForm):
    """Why a story goes no further."""

    reason = forms.CharField(
        label=_("Why is it killed?"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        help_text=_("It goes on record in the story’s history."),
        error_messages={"required": _("Say why it is killed.")},
    )


class MoveForm(forms.Form):
    """The next status, out of those that the workflow offers: `moves` have a button, `asked` a page of their own. The
    status that the story has is none, but a button pressed twice sends it.
    """

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = Status(article.status)
        self.asked = [move.value for move in MOVES[here] if move in ASKED]
        self.moves = [(move.value, move.label) for move in MOVES[here] if move not in ASKED]
        self.fields["to"] = forms.ChoiceField(label=_("Status"), choices=[*self.moves, (here.value, here.label)])
