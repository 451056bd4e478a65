"""Choosing people where there may be five hundred: boxes for those on the list, and one line to type others into."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from newsroom.models import User


def accounts() -> list[User]:
    """Everybody who can sign in, by name, for a form's people fields and the page's list of suggestions."""
    return list(User.objects.filter(is_active=True).order_by("first_name", "last_name", "username"))


class PeopleInput(forms.Widget):
    """A ticked box for each person chosen so far; names that nobody has stay in the line they were typed into."""

    use_fieldset = True
    people: Mapping[str, User] = {}

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:  # noqa: ARG002
        ticked = data.getlist(name) if isinstance(data, QueryDict) else []
        typed = str(data.get(f"{name}-more", "")).split(",")
        return [word.strip() for word in [*ticked, *typed] if word.strip()]

    def id_for_label(self, id_: str) -> str:  # noqa: ARG002 - a legend is no label of one input
        return ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        words = value or []
        known = {user.pk: user for word in words if (user := self.people.get(word.casefold()))}
        context = {
            "name": name,
            "id": attrs["id"] if attrs else "",
            "attrs": flatatt(self.build_attrs(self.attrs, attrs)),
            "chosen": known.values(),
            "typed": ", ".join(word for word in words if word.casefold() not in self.people),
        }
        return render_to_string("includes/people.html", context)


class PeopleField(forms.Field):
    """Accounts by user name, by e-mail address, or by full name where only one person has it."""

    widget = PeopleInput

    def offer(self, people: Iterable[User], chosen: Iterable[User] = ()) -> None:
        """Who can be chosen, and who is: also people on the story who have left since."""
        self.initial = list(chosen)
        self.people: dict[str, User] = {}
        everybody = {user.pk: user for user in [*people, *self.initial]}.values()
        for name in {str(user).casefold() for user in everybody}:
            bearers = [user for user in everybody if str(user).casefold() == name]
            if len(bearers) == 1:
                self.people[name] = bearers[0]
        for user in everybody:
            self.people |= {user.email.casefold(): user, user.username.casefold(): user}
        self.widget.people = self.people

    def prepare_value(self, value: Any) -> list[str]:
        return [item.username if isinstance(item, User) else item for item in value or []]

    def to_python(self, value: Any) -> list[User]:
        words: list[str] = value or []
        unknown = [word for word in words if word.casefold() not in self.people]
        if unknown:
            raise ValidationError(
                _("The desk has no account called %(names)s. Type the user name as it is suggested."),
                params={"names": ", ".join(f"“{word[:60]}”" for word in unknown)},
            )
        found = {user.pk: user for user in (self.people[word.casefold()] for word in words)}
        return list(found.values())


class PeopleForm(forms.Form):
    """A form with a people field: `people` can be chosen in it, and `chosen` are on the list already."""

    def __init__(self, *args: Any, people: Iterable[User], chosen: Iterable[User] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, PeopleField):
                field.offer(people, chosen)
