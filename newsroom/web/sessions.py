"""Whose session it is."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Group
from django.db.models import OuterRef

from newsroom.models import User
from newsroom.models.gathered import Gathered


class AccountBackend(AuthenticationBackend):
    """allauth's, but the account comes with its roles, which every page asks for: one query for both."""

    def get_user(self, user_id: int) -> User | None:
        names = Gathered(Group.objects.filter(user=OuterRef("pk")).order_by(), "name")
        user = User.objects.annotate(in_groups=names).filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        user.roles = frozenset(name for (name,) in user.in_groups)
        return user
