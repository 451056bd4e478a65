"""What is kept of a source: its files and snapshots, the newest first."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from newsroom.domain.permissions import Verb, may
from newsroom.models import Attachment, Snapshot, Source, User

NEWEST, PAGE_SIZE = 5, 25


def newest(source: Source, user: User) -> dict[str, Any]:
    """What `files/kept.html` shows on the source's own page: a few of each, and if there are `more`; two queries."""
    lists = {name: list(rows[: NEWEST + 1]) for name, rows in kept(source).items()}
    more = any(len(rows) > NEWEST for rows in lists.values())
    return {**{name: rows[:NEWEST] for name, rows in lists.items()}, "more": more, **possible(user)}


def by_pages(request: HttpRequest, source: Source, user: User) -> dict[str, Any]:
    """What it shows on the page of the files: all of them, `page` by page, and all snapshots, by pages of their own
    (`shots`); four queries.
    """
    lists = kept(source)
    return {
        "attachments": Paginator(lists["attachments"], PAGE_SIZE).get_page(request.GET.get("page")),
        "snapshots": Paginator(lists["snapshots"], PAGE_SIZE).get_page(request.GET.get("shots")),
        **possible(user),
    }


def kept(source: Source) -> dict[str, QuerySet[Attachment] | QuerySet[Snapshot]]:
    return {
        "attachments": source.attachments.select_related("by").order_by("-pk"),
        "snapshots": source.snapshots.select_related("by").defer("text").order_by("-pk"),
    }


def possible(user: User) -> dict[str, bool]:
    """What the person can do there."""
    return {"may_attach": may(user, Verb.ATTACH), "fetches": settings.FETCH_ADDRESSES}
