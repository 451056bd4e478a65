"""Staff tables; changes go through the domain."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.admin import (
    articles,
    claims,
    events,
    evidence,
    outcomes,
    places,
    policies,
    reviews,
    sources,
    threads,
    users,
)

__all__ = [
    "articles",
    "claims",
    "events",
    "evidence",
    "outcomes",
    "places",
    "policies",
    "reviews",
    "sources",
    "threads",
    "users",
]

admin.site.site_header = _("Newsroom")
admin.site.site_title = _("Newsroom")
admin.site.index_title = _("The desk's tables")
admin.site.site_url = "/"
