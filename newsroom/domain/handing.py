"""Handing a leaver's restricted stories over."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.leaving import at_work, left_alone_by
from newsroom.domain.locking import lock_desk
from newsroom.domain.recording import record
from newsroom.domain.staffing import must_administer
from newsroom.models import Article, Member, Role, User


@transaction.atomic
def hand_over(user: User, *, by: User, to: User) -> int:
    """Make an editor a member of every restricted story that nobody but `user` can open; returns how many.

    `Denied` unless `by` is an administrator, who learns nothing of the stories but their number; `ValidationError`
    when `to` is no editor at work, or `user`.
    """
    lock_desk()
    must_administer(by)
    if to.pk == user.pk or not at_work().filter(pk=to.pk, groups__name=Role.EDITOR).exists():
        raise ValidationError({"heir": _("Choose another editor, one whose account works.")})
    alone = list(left_alone_by(user).values_list("pk", flat=True))
    stories = list(Article.objects.select_for_update().filter(pk__in=alone).order_by("pk"))
    for story in stories:
        Member.objects.create(article=story, user=to)
        record(story, by=by, role="", verb="hand over", about=story, data={"from": user.pk, "to": to.pk})
    return len(stories)
