"""Writing the audit trail."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import Model

from newsroom.models import Article, Event, Trail, User
from newsroom.models.event import DESK


def chain_of(article: Article) -> str:
    return f"article:{article.pk}"


def now() -> str:
    """The time as events carry it: ISO 8601, UTC, microseconds, Z."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def named(thing: Model) -> str:
    """How events name a row, e.g. "claim:12"."""
    return f"{thing._meta.model_name}:{thing.pk}"


def link(
    chain: str,
    seq: int,
    prev: str,
    *,
    by: User | None,
    role: str,
    verb: str,
    thing: str,
    data: dict[str, Any],
) -> Event:
    """Write the next event of a chain; the caller holds the lock that makes `seq` and `prev` the right ones."""
    event = Event(
        chain=chain,
        seq=seq,
        prev=prev,
        at=now(),
        account=by,
        actor=by.username if by else "",
        role=role,
        verb=verb,
        object=thing,
        data=data,
    )
    event.hash = event.computed_hash()
    event.save(force_insert=True)
    return event


def record(
    article: Article, *, by: User, role: str, verb: str, about: Model, data: dict[str, Any] | None = None
) -> Event:
    """Add an event to a story's chain and move the story to its next version. The story's row is locked."""
    event = link(
        chain_of(article),
        article.version + 1,
        article.head,
        by=by,
        role=role,
        verb=verb,
        thing=named(about),
        data=data or {},
    )
    article.version, article.head = event.seq, event.hash
    article.save(update_fields=["version", "head"])
    return event


def record_on_desk(*, by: User | None, verb: str, about: Model, data: dict[str, Any] | None = None) -> Event:
    """Add an event to the desk's own chain (accounts, exports). Call inside a transaction."""
    desk = Trail.objects.select_for_update().get(chain=DESK)
    event = link(DESK, desk.version + 1, desk.head, by=by, role="", verb=verb, thing=named(about), data=data or {})
    desk.version, desk.head = event.seq, event.hash
    desk.save(update_fields=["version", "head"])
    return event


def count_story(desk: Trail) -> None:
    """One story more has come in; `desk` is locked."""
    desk.stories += 1
    desk.save(update_fields=["stories"])
