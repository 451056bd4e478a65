"""Accounts and roles. Administrators alone see and change them, and every change goes through the domain."""

from typing import Any

import allauth.account.admin  # noqa: F401 - these two register tables that are taken away again below
import django.contrib.auth.admin  # noqa: F401
from allauth.account import views
from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from newsroom.admin.desk import PatientAdmin, person
from newsroom.admin.verbs import VerbForm
from newsroom.domain import handing, inviting, staffing
from newsroom.models import Role, RoleGroup, User

NAMES = ("username", "email", "first_name", "last_name")


class AccountForm(VerbForm):
    """An account without a password: the person alone sets that."""

    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles"), choices=Role.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    heir = forms.ModelChoiceField(
        User.objects.none(),
        label=gettext_lazy("Restricted stories go to"),
        required=False,
        help_text=gettext_lazy("An editor who from now on opens those that nobody but this person can open."),
    )

    class Meta:
        model = User
        fields = [*NAMES, "is_active", "is_staff", "is_superuser"]
        labels = {
            "is_staff": gettext_lazy("May open the admin"),
            "is_superuser": gettext_lazy("Administrator"),
        }
        help_texts = {
            "username": gettext_lazy("For signing in: letters, digits and @ . + - _ only."),
            "email": gettext_lazy("The link to set a password goes here. It also serves for signing in."),
            "is_active": gettext_lazy("Deactivate leavers; their marks keep their name."),
            "is_staff": gettext_lazy("These tables, as far as the roles allow."),
            "is_superuser": gettext_lazy("Makes accounts and gives roles."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["roles"] = sorted(self.instance.roles)
            editors = User.objects.filter(is_active=True, groups__name=Role.EDITOR).exclude(pk=self.instance.pk)
            self.fields["heir"].queryset = editors.order_by("first_name", "last_name")  # type: ignore[attr-defined]

    def clean_username(self) -> str:
        return self.free("username", _("Another account has this user name."))

    def clean_email(self) -> str:
        return self.free("email", _("Another account has this e-mail address."))

    def free(self, field: str, taken: str) -> str:
        value: str = self.cleaned_data[field]
        if User.objects.filter(**{f"{field}__iexact": value}).exclude(pk=self.instance.pk).exists():
            raise ValidationError(taken)
        return value

    @transaction.atomic
    def perform(self) -> User:
        user, sent = self.instance, self.cleaned_data
        names = {name: sent[name] for name in NAMES}
        if user.pk is None:
            return inviting.invite(by=self.user, roles=sent["roles"], **names)
        if sent["heir"]:
            handing.hand_over(user, by=self.user, to=sent["heir"])
        staffing.describe(user, by=self.user, **names)
        staffing.give_roles(user, by=self.user, roles=sent["roles"])
        staffing.give_rights(user, by=self.user, staff=sent["is_staff"], administrator=sent["is_superuser"])
        return (staffing.activate if sent["is_active"] else staffing.deactivate)(user, by=self.user)


class AdministratorsOnly(PatientAdmin):
    """Nobody else sees these tables, and nobody deletes from them."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return request.user.is_superuser

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False


@admin.register(User)
class UserAdmin(AdministratorsOnly):
    """People: made by invitation, deactivated instead of deleted."""

    form = AccountForm
    list_display = ("username", "name", "email", "role_names", "is_active", "rights", "last_login")
    list_filter = ("groups", "is_active", "is_staff", "is_superuser")
    list_per_page = 50
    search_fields = NAMES
    ordering = ("username",)
    readonly_fields = ("last_login", "date_joined")
    actions = ("send_link", "deactivate", "activate")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:  # noqa: ARG002
        if obj is None:
            sent = _("A mail with a link to set a password goes out when you save.")
            return [(None, {"fields": (*NAMES, "roles"), "description": sent})]
        rights = ("is_active", "heir", "roles", "is_staff", "is_superuser")
        return [
            (None, {"fields": NAMES}),
            (_("At the desk"), {"fields": rights}),
            (_("Seen"), {"fields": self.readonly_fields}),
        ]

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.user = person(request)
        return form

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Others of the staff find people's names in the search boxes of other tables, and no more."""
        match = request.resolver_match
        searching = match is not None and match.url_name == "autocomplete" and person(request).is_staff
        return searching or super().has_view_permission(request, obj)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        return not lookup.startswith("password") and super().lookup_allowed(lookup, value, request)

    def save_model(self, request: Any, obj: Any, form: Any, change: Any) -> None:  # noqa: ARG002
        """The form's verbs have written already."""
        if not change:
            messages.info(request, _("A link to set a password goes to %s.") % obj.email)

    def save_related(self, request: Any, form: Any, formsets: Any, change: Any) -> None:
        """Nothing: the form's verbs have written already."""

    @admin.display(description=gettext_lazy("name"), ordering="last_name")
    def name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description=gettext_lazy("roles"))
    def role_names(self, user: User) -> str:
        return ", ".join(sorted(group.name for group in user.groups.all()))

    @admin.display(description=gettext_lazy("rights"))
    def rights(self, user: User) -> str:
        return _("administrator") if user.is_superuser else _("may open the admin") if user.is_staff else ""

    @admin.action(description=gettext_lazy("Send a new set-password link"))
    def send_link(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        users = [inviting.send_link(user, by=person(request)) for user in queryset.filter(is_active=True)]
        count = len(users)
        messages.success(request, ngettext("%d link was sent.", "%d links were sent.", count) % count)
        if left := ", ".join(map(str, queryset.filter(is_active=False))):
            messages.warning(request, _("No link goes to deactivated accounts: %s.") % left)

    @admin.action(description=gettext_lazy("Deactivate"))
    def deactivate(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        by = person(request)
        with transaction.atomic():  # all of them, or a refusal that says who has to stay for now
            users = [staffing.deactivate(user, by=by) for user in queryset.filter(is_active=True).exclude(pk=by.pk)]
        count = len(users)
        done = ngettext("%d account is deactivated.", "%d accounts are deactivated.", count) % count
        messages.success(request, done)
        if queryset.filter(pk=by.pk).exists():
            messages.warning(request, staffing.NOT_FROM_YOURSELF)

    @admin.action(description=gettext_lazy("Activate again"))
    def activate(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        by = person(request)
        count = len([staffing.activate(user, by=by) for user in queryset.filter(is_active=False)])
        done = ngettext("%d account is active again.", "%d accounts are active again.", count) % count
        messages.success(request, done)


@admin.register(RoleGroup)
class RoleAdmin(AdministratorsOnly):
    """The roles, to be looked at: what each may do is one table in `domain/permissions.py`."""

    list_display = ("name", "people")
    fields = ("name",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(count=Count("user"))

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    @admin.display(description=gettext_lazy("people"), ordering="count")
    def people(self, role: Any) -> str:
        return str(role.count)


def change_password(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The desk's own page, which counts tries and records the change."""
    return redirect("account_change_password")


admin.site.unregister([Group, EmailAddress])
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.logout = views.logout  # type: ignore[method-assign]
admin.site.password_change = change_password  # type: ignore[method-assign, assignment]
