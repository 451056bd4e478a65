"""Forms of the admin whose save is a domain verb."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.admin.desk import DeskAdmin, allowed, in_the_text, person
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied, Verb
from newsroom.domain.talking import LONGEST
from newsroom.models import Article, Claim, Review, User

if TYPE_CHECKING:
    Form = forms.ModelForm[Any]
else:
    Form = forms.ModelForm


class VerbForm(Form):
    """The last check of a form is the verb itself: what it refuses stands in the form, with all that was typed."""

    user: User

    def perform(self) -> Any:
        """Call the verb with the checked fields; returns the row that it wrote or changed."""
        raise NotImplementedError

    def _post_clean(self) -> None:
        # Where Django checks a model's own rules: after every field, before anything is saved.
        if self.errors:
            return
        try:
            self.instance = self.perform()
        except Conflict as conflict:
            self.stale(conflict)
        except ValidationError as refusal:
            self.add_error(None, refusal)
        except Denied as refusal:
            self.add_error(None, refusal.reason)

    def stale(self, conflict: Conflict) -> None:
        """The page was older than what is stored now."""
        self.add_error(None, conflict)

    def save(self, commit: bool = True) -> Any:  # noqa: ARG002 - the verb has saved it
        return self.instance

    def put(self, name: str, value: Any) -> None:
        """What a field holds when the form is shown, whatever was posted in it."""
        if self.is_bound:
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data[name] = value  # type: ignore[index]
        self.initial[name] = value


class OnClaimForm(VerbForm):
    """A form about one claim, chosen by its words or named in the page's address, and shown in its sentence."""

    claim = forms.ModelChoiceField(
        Claim.objects.none(),
        label=_("Claim"),
        widget=AutocompleteSelect(Review._meta.get_field("claim"), admin.site),
    )
    comment = forms.CharField(
        label=_("Comment"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5, "cols": 80})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["claim"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        seen = Article.objects.visible_to(self.user)
        field.queryset = Claim.objects.filter(article__in=seen).select_related("article", "anchor")
        try:
            asked = self.data if self.is_bound else self.initial
            self.chosen: Claim | None = field.to_python(asked.get("claim"))
        except ValidationError:  # no claim that this person could know of
            self.chosen = None
        if self.chosen:
            field.help_text = self.about(self.chosen)
        else:
            self.put("claim", "")

    def about(self, claim: Claim) -> str:
        """What the person should see of the claim: its story, and its words where they stand."""
        return format_html("{}: <q>{}</q>", claim.article.headline, in_the_text(claim))


class AddedAdmin(DeskAdmin):
    """Rows that are only ever added, one at a time, by a verb on a claim."""

    verb: Verb
    add_form: type[OnClaimForm]
    add_title: Any
    add_fields: tuple[str, ...]

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:  # noqa: ARG002
        return allowed(request, self.verb)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return super().get_fields(request, obj) if obj else self.add_fields

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj:
            return super().get_form(request, obj, change, **kwargs)
        return type(self.add_form.__name__, (self.add_form,), {"user": person(request)})

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """One button: where one goes on is the claim's page."""
        words = {"title": self.add_title, "show_save_and_continue": False, "show_save_and_add_another": False}
        return super().add_view(request, form_url, {**(extra_context or {}), **words})

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:  # noqa: ARG002
        """Back to the claim's page."""
        return redirect("admin:newsroom_claim_change", request.POST["claim"])
