"""Sample accounts, for a desk that somebody tries out."""

from collections.abc import Iterable

from django.db import transaction

from newsroom.domain.locking import lock_desk
from newsroom.domain.recording import record_on_desk
from newsroom.domain.staffing import groups, must_administer
from newsroom.models import User


@transaction.atomic
def open_account(
    username: str,
    *,
    by: User | None,
    name: str,
    password: str,
    roles: Iterable[str],
    staff: bool = False,
    administrator: bool = False,
) -> User:
    """A made-up person's account with a password that is known from the start; its address leads nowhere.

    `Denied` unless `by` is an administrator (or None, the command line); `ValidationError` for a name that is taken.
    """
    lock_desk()
    must_administer(by)
    first_name, last_name = name.split(maxsplit=1)
    user = User(
        username=username,
        email=f"{username}@newsroom.invalid",
        first_name=first_name,
        last_name=last_name,
        is_staff=staff or administrator,
        is_superuser=administrator,
    )
    user.set_password(password)
    user.full_clean()
    user.save(force_insert=True)
    user.groups.set(groups(roles))
    record_on_desk(by=None, verb="open sample account", about=user, data={"roles": sorted(roles)})
    return user
