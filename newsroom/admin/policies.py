"""The house's policy. Administrators edit the newest version, and saving makes the next one; older ones are read."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.admin.desk import DeskAdmin, DeskInline, name_of, person
from newsroom.domain import ruling
from newsroom.models import FLAGS, Kind, Policy, Role, Rule, User
from newsroom.models.event import DESK

if TYPE_CHECKING:
    Form = forms.ModelForm[Any]
    FormSet = BaseInlineFormSet[Any, Any, Any]
else:
    Form, FormSet = forms.ModelForm, BaseInlineFormSet

HELP = {
    "kinds": gettext_lazy("None ticked: claims of every kind."),
    "flags": gettext_lazy("None ticked: flagged or not."),
    "secondary": gettext_lazy("Copies of one origin count once. 0 in both: no number is asked."),
    "locator": gettext_lazy(
        "Page, paragraph, timecode or cell; for an interview, a letter or an expert the date will do, for a web page "
        "or coverage the address."
    ),
    "reviews": gettext_lazy("How many different people have to mark it."),
}


# An editor always signs, and a checker never after a lawyer. Another order stays where it holds already.
ORDERS: tuple[tuple[Role, ...], ...] = (
    (Role.EDITOR,),
    (Role.CHECKER, Role.EDITOR),
    (Role.EDITOR, Role.CHECKER),
    (Role.EDITOR, Role.LEGAL),
    (Role.LEGAL, Role.EDITOR),
    (Role.CHECKER, Role.EDITOR, Role.LEGAL),
    (Role.CHECKER, Role.LEGAL, Role.EDITOR),
)


def orders(now: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The orders of signatures that are offered, and the one that holds now where it is another."""
    known = [[role.value for role in order] for order in ORDERS]
    for order in known if list(now) in known else [*known, now]:
        yield " ".join(order), ", ".join(str(Role(role).label) for role in order)


def ticks(label: Any, choices: Any, help_text: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, help_text=help_text, required=False, widget=forms.CheckboxSelectMultiple
    )


class UnsavedForm(Form):
    """Only read: the verb writes, so the model's own rules (two rules that swap numbers) are not asked."""

    def _post_clean(self) -> None:
        pass


class RuleForm(UnsavedForm):
    kinds = ticks(gettext_lazy("Kinds"), Kind.choices, HELP["kinds"])
    flags = ticks(gettext_lazy("Flags"), [(flag, flag) for flag in FLAGS], HELP["flags"])

    class Meta:
        model = Rule
        fields = ("number", *ruling.FIELDS)
        help_texts = HELP


class Rules(FormSet):
    """The rules that the next version will have, in the order of their numbers."""

    def add_fields(self, form: Any, index: Any) -> None:
        """Django's own field for the id would ask the database for each rule anew."""
        super().add_fields(form, index)
        form.fields["id"] = forms.IntegerField(required=False, initial=form.instance.pk, widget=forms.HiddenInput)

    def validate_unique(self) -> None:
        pass

    def asked(self) -> list[dict[str, Any]]:
        kept = [form.cleaned_data for form in self.forms if form.has_changed() or form.instance.pk]
        kept = [fields for fields in kept if fields and not fields.get("DELETE")]
        return [
            {name: fields[name] for name in ruling.FIELDS} for fields in sorted(kept, key=lambda each: each["number"])
        ]

    def clean(self) -> None:
        if any(self.errors):
            return
        asked = self.asked()
        for rule in asked:
            try:
                ruling.checked(rule)
            except ValidationError as refusal:
                raise ValidationError([f"{rule['name']}: {message}" for message in refusal.messages]) from refusal
        if not asked:
            raise ValidationError(_("A policy needs at least one rule."))


class RuleInline(DeskInline):
    template = "admin/edit_inline/stacked.html"
    model = Rule
    form = RuleForm
    formset = Rules
    extra = 0
    max_num = 40
    can_delete = True
    show_change_link = False
    fields = (
        ("number", "name"),
        "kinds",
        "flags",
        "anonymous",
        ("primary", "secondary"),
        "locator",
        "kept",
        "record",
        "second",
        "known",
        "reviews",
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return () if changes(request, obj) else super().get_readonly_fields(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_view_permission(request, obj) or changes(request, None)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return changes(request, obj)

    has_add_permission = has_delete_permission = has_change_permission


class PolicyForm(UnsavedForm):
    signatures = forms.ChoiceField(label=gettext_lazy("Signatures, in this order"))
    note = forms.CharField(
        label=gettext_lazy("What changes, and why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 80}),
        help_text=gettext_lazy("Everybody reads it beside the new version."),
    )

    class Meta:
        model = Policy
        fields = ("signatures", "apart", "legal", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signatures = self.fields["signatures"]
        assert isinstance(signatures, forms.ChoiceField)  # noqa: S101 - for the type checker
        signatures.choices = list(orders(self.instance.signatures))
        self.initial["signatures"] = " ".join(self.instance.signatures)
        self.initial["note"] = ""

    def clean(self) -> None:
        """Whoever was slower than somebody else is told so in the form, with all that was typed."""
        if not is_newest(self.instance):
            ruling.must_be_newest(self.instance)


def changes(request: HttpRequest, policy: Policy | None) -> bool:
    """Whether this person may change this version: administrators, and only the one in force. What is sent for an
    older one was typed while it was: the form refuses it.
    """
    user = request.user
    due = policy is None or request.method == "POST" or is_newest(policy)
    return isinstance(user, User) and user.is_active and user.is_superuser and due


def is_newest(policy: Policy) -> bool:
    return not Policy.objects.filter(version__gt=policy.version).exists()


@admin.register(Policy)
class PolicyAdmin(DeskAdmin):
    """Saving the newest version makes the next one, through `ruling.revise`; nothing else is written."""

    on_story = ""
    form = PolicyForm
    list_display = ("__str__", "at", "author", "note")
    list_select_related = ("by",)
    ordering = ("-version",)
    inlines = (RuleInline,)
    author = name_of("by", gettext_lazy("by"))

    def limited(self, rows: QuerySet[Any], user: User) -> QuerySet[Any]:  # noqa: ARG002 - everybody reads it
        return rows

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (
            ("signatures", "apart", "legal", "note")
            if changes(request, obj)
            else ("signatures", "apart", "legal", "note", "author", "at")
        )

    def has_module_permission(self, request: HttpRequest) -> bool:
        """An administrator without a role finds it too: nobody else may change it."""
        return super().has_module_permission(request) or changes(request, None)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_view_permission(request, obj) or changes(request, None)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return changes(request, obj)

    def trail(self, row: Policy) -> str:  # noqa: ARG002
        return DESK

    def save_related(self, request: Any, form: Any, formsets: Any, change: Any) -> None:  # noqa: ARG002
        """All is checked: the verb makes the next version."""
        sent = form.cleaned_data
        ruling.revise(
            form.instance,
            by=person(request),
            rules=formsets[0].asked(),
            signatures=sent["signatures"].split(),
            legal=sent["legal"],
            apart=sent["apart"],
            note=sent["note"],
        )

    def log_change(self, request: Any, obj: Any, message: Any) -> Any:
        """The desk's own trail has it."""

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        newest = Policy.objects.latest()
        said = _("Version %s is in force.") if newest != obj else _("Nothing differed: version %s stays in force.")
        self.message_user(request, said % newest.version)
        return redirect("admin:newsroom_policy_change", newest.pk)
