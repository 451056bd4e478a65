"""Editors who know who an unnamed source is, on record."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock_desk, lock_source
from newsroom.domain.permissions import Verb
from newsroom.domain.recording import record_on_desk
from newsroom.models import Knower, Source, User


@transaction.atomic
def vouch(source: Source, *, by: User) -> Knower:
    """An editor goes on record as knowing who an unnamed source is; for ever. Said already: no change.

    `Denied` without the role, `Unseen` for a hidden source, `ValidationError` for one that is named.
    """
    lock_desk()
    source, _role = lock_source(source, by=by, verb=Verb.KNOW)
    there = Knower.objects.filter(source=source, editor=by).first()
    if there:
        return there
    if not source.anonymous:
        raise ValidationError(_("This source is named: everybody knows who it is."), code="named")
    knower = Knower.objects.create(source=source, editor=by)
    record_on_desk(by=by, verb="vouch", about=source)
    return knower
