"""What people change on their own account: name, keys, password."""

from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock_desk
from newsroom.domain.permissions import Denied
from newsroom.domain.recording import record_on_desk
from newsroom.domain.writing import must_be_text
from newsroom.models import User


@transaction.atomic
def prefer(user: User, *, by: User, first_name: str, last_name: str, single_keys: bool) -> User:
    """Set one's own name, and whether single keys work. `Denied` for another's account. Nothing differs: no event."""
    must_be_own(user, by=by)
    must_be_text(first_name=first_name, last_name=last_name)
    lock_desk()
    user = User.objects.get(pk=user.pk)
    sent = {"first_name": first_name, "last_name": last_name, "single_keys": single_keys}
    changed = {name: value for name, value in sent.items() if getattr(user, name) != value}
    if not changed:
        return user
    for name, value in changed.items():
        setattr(user, name, value)
    user.clean_fields(exclude={field.name for field in User._meta.fields} - set(changed))
    user.save(update_fields=list(changed))
    record_on_desk(by=by, verb="prefer", about=user, data=changed)
    return user


@transaction.atomic
def set_password(user: User, *, by: User, password: str) -> User:
    """Set one's own password: every other session of the account ends. `Denied` for another's account.

    The password itself is judged by the form, and appears nowhere in the event.
    """
    must_be_own(user, by=by)
    lock_desk()
    user.set_password(password)
    user.save(update_fields=["password"])
    record_on_desk(by=by, verb="set password", about=user)
    return user


def must_be_own(user: User, *, by: User) -> None:
    if user.pk != by.pk:
        raise Denied(_("This is another person's account."))
