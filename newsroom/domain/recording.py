"""Writing the audit trail."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.db.models import Model

from newsroom.models import Article, Event, Trail, User
from newsroom.models.event import DESK

BATCH = 500


def chain_of(article: Article) -> str:
    return f"article:{article.pk}"


def now() -> str:
    """The time as events carry it: ISO 8601, UTC, microseconds, Z."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def named(thing: Model) -> str:
    """How events name a row, e.g. "claim:12"."""
    return f"{thing._meta.model_name}:{thing.pk}"


def linked(
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
    """The next event of a chain, unsaved; the caller holds the lock that makes `seq` and `prev` the right ones."""
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
    return event


def record(
    article: Article, *, by: User, role: str, verb: str, about: Model, data: dict[str, Any] | None = None
) -> Event:
    """Add an event to a story's chain and move the story to its next version. The story's row is locked."""
    event = told(article, by=by, role=role, verb=verb, about=about, data=data or {})
    event.save(force_insert=True)
    article.save(update_fields=["version", "head"])
    return event


def told(article: Article, *, by: User, role: str, verb: str, about: Model, data: dict[str, Any]) -> Event:
    """A story's next event, and the story moved on to it; neither is saved."""
    chain, seq = chain_of(article), article.version + 1
    event = linked(chain, seq, article.head, by=by, role=role, verb=verb, thing=named(about), data=data)
    article.version, article.head = event.seq, event.hash
    return event


def record_each(
    articles: Sequence[Article], *, by: User, role: str, verb: str, about: Model, data: Sequence[dict[str, Any]]
) -> None:
    """`record` one deed in several locked stories, with the `data` of each; two queries for up to 500."""
    pairs = zip(articles, data, strict=True)
    events = [told(article, by=by, role=role, verb=verb, about=about, data=said) for article, said in pairs]
    Event.objects.bulk_create(events, batch_size=BATCH)
    Article.objects.bulk_update(articles, ["version", "head"], batch_size=BATCH)


def record_on_desk(*, by: User | None, verb: str, about: Model, data: dict[str, Any] | None = None) -> Event:
    """Add an event to the desk's own chain (accounts, exports). Call inside a transaction."""
    desk = Trail.objects.select_for_update().get(chain=DESK)
    event = linked(DESK, desk.version + 1, desk.head, by=by, role="", verb=verb, thing=named(about), data=data or {})
    event.save(force_insert=True)
    desk.version, desk.head = event.seq, event.hash
    desk.save(update_fields=["version", "head"])
    return event


def count_story(desk: Trail) -> None:
    """One story more has come in; `desk` is locked."""
    desk.stories += 1
    desk.save(update_fields=["stories"])
