"""Who works at the desk, and as what: accounts, roles and rights. Administrators alone change them.

`by` is None where somebody works at the command line of the desk's own machine.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.domain.leaving import must_leave_nothing
from newsroom.domain.locking import lock_desk
from newsroom.domain.permissions import Denied
from newsroom.domain.recording import record_on_desk
from newsroom.domain.writing import must_be_text
from newsroom.models import Role, User

NOT_FROM_YOURSELF = gettext_lazy("You can't take this from yourself. Ask another administrator to do it.")


@transaction.atomic
def describe(user: User, *, by: User | None, username: str, email: str, first_name: str, last_name: str) -> User:
    """Set a person's user name, e-mail address and name. `ValidationError` where one is wrong or taken.

    Set-password links that were sent to an earlier address stop working. Nothing differs: no event.
    """
    user = locked(user, by=by)
    must_be_text(username=username, email=email, first_name=first_name, last_name=last_name)
    before = description(user)
    user.username, user.email = User.normalize_username(username), email.lower()
    user.first_name, user.last_name = first_name, last_name
    if description(user) != before:
        user.full_clean(exclude=["password"])
        user.save()
        data = {"from": before, "to": description(user)}
        record_on_desk(by=by, verb="describe account", about=user, data=data)
    return user


@transaction.atomic
def give_roles(user: User, *, by: User | None, roles: Iterable[str]) -> User:
    """Give a person exactly these roles. `ValidationError` for one that does not exist, and for no role at all while
    restricted stories are open to the person alone. Nothing differs: no event.
    """
    user = locked(user, by=by)
    before, wanted = user.roles, frozenset(roles)
    if wanted == before:
        return user
    if not wanted:
        must_leave_nothing(user)
    user.groups.set(groups(wanted))
    data = {"from": sorted(before), "to": sorted(wanted)}
    record_on_desk(by=by, verb="give roles", about=user, data=data)
    return User.objects.get(pk=user.pk)  # without the roles that were remembered


@transaction.atomic
def give_rights(user: User, *, by: User | None, staff: bool, administrator: bool) -> User:
    """Say whether a person may open the admin (`staff`) and manage accounts in it (`administrator`, always staff).

    `ValidationError` when administrators would take that from themselves. Nothing differs: no event.
    """
    user = locked(user, by=by)
    staff = staff or administrator
    if (user.is_staff, user.is_superuser) == (staff, administrator):
        return user
    if not administrator:
        must_be_somebody_else(user, by=by, field="is_superuser")
    user.is_staff, user.is_superuser = staff, administrator
    user.save(update_fields=["is_staff", "is_superuser"])
    data = {"staff": staff, "administrator": administrator}
    record_on_desk(by=by, verb="give rights", about=user, data=data)
    return user


@transaction.atomic
def deactivate(user: User, *, by: User | None) -> User:
    """Shut a leaver out, everywhere at once; marks keep the name. `ValidationError` for one's own account, and while
    restricted stories are open to the person alone (`handing.hand_over` helps).

    Not active already: no event.
    """
    must_be_somebody_else(user, by=by, field="is_active")
    return set_active(user, by=by, active=False)


@transaction.atomic
def activate(user: User, *, by: User | None) -> User:
    """Let somebody in again, with the password and roles the account had. Active already: no event."""
    return set_active(user, by=by, active=True)


def set_active(user: User, *, by: User | None, active: bool) -> User:
    user = locked(user, by=by)
    if user.is_active == active:
        return user
    if not active:
        must_leave_nothing(user)
    user.is_active = active
    user.save(update_fields=["is_active"])
    record_on_desk(by=by, verb="activate account" if active else "deactivate account", about=user)
    return user


def locked(user: User, *, by: User | None) -> User:
    """The account as it is now, while nobody else can change any; raises `Denied` unless `by` is an administrator."""
    lock_desk()
    must_administer(by)
    return User.objects.get(pk=user.pk)


def administers(by: User | None) -> bool:
    """Whether this is an administrator, as the database has it now, or somebody at the command line."""
    return by is None or User.objects.filter(pk=by.pk, is_active=True, is_superuser=True).exists()


def must_administer(by: User | None) -> None:
    if not administers(by):
        raise Denied(_("Only an administrator may change accounts."))


def must_be_somebody_else(user: User, *, by: User | None, field: str) -> None:
    """Nobody locks themselves out, so there is always an administrator left."""
    if by and by.pk == user.pk:
        raise ValidationError({field: NOT_FROM_YOURSELF})


def groups(roles: Iterable[str]) -> QuerySet[Group]:
    """The Django groups of these roles; `ValidationError` for a word that is no role."""
    unknown = set(roles) - set(Role.values)
    if unknown:
        raise ValidationError(_("There is no role “%s”.") % "”, “".join(sorted(unknown)))
    return Group.objects.filter(name__in=roles)


def description(user: User) -> dict[str, str]:
    return {name: getattr(user, name) for name in ("username", "email", "first_name", "last_name")}
