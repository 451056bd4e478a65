"""The audit trail."""

from typing import Any

from django.contrib import admin
from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from newsroom.admin.desk import DeskAdmin, RoleFilter
from newsroom.models import Article, Event, User
from newsroom.models.event import DESK


@admin.register(Event)
class EventAdmin(DeskAdmin):
    """The chains of the stories that a person sees. Of the desk's own chain (accounts, exports) administrators see
    all, anybody else their own deeds: its rows can name stories that not everybody knows of.
    """

    on_story = ""
    list_display = ("at", "chain", "seq", "actor", "role", "verb", "object")
    list_filter = ("verb", RoleFilter)
    search_fields = ("=chain", "=object", "actor", "verb")
    fields = ("chain", "seq", "at", "actor", "role", "verb", "object", "data", "prev", "hash")

    def trail(self, row: Event) -> str:
        return row.chain

    def limited(self, rows: QuerySet[Any], user: User) -> QuerySet[Any]:
        chain = Concat(Value("article:"), Cast("pk", CharField()))
        of_stories = Q(chain__in=Article.objects.visible_to(user).order_by().values_list(chain))
        of_desk = Q(chain=DESK) if user.is_superuser else Q(chain=DESK, account=user)
        return rows.filter(of_stories | of_desk)
