"""Writing the audit trail, and proving that nobody touched it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db.models import Model

from newsroom.models import Article, Event, Trail, User
from newsroom.models.event import DESK, FIRST_PREV


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


def first_break(chain: str) -> str:
    """What is wrong with a chain, as a sentence about its first broken row; "" when it verifies."""
    prev, seq = FIRST_PREV, 0
    for event in Event.objects.filter(chain=chain).order_by("seq").iterator():
        seq += 1
        if event.seq != seq:
            return f"{chain}: event {seq} is missing"
        if event.prev != prev or event.hash != event.computed_hash():
            return f"{chain}: event {seq} is not what was written"
        prev = event.hash
    return ends_right(chain, seq, prev) or (stories_missing() if chain == DESK else "")


def ends_right(chain: str, seq: int, head: str) -> str:
    """A chain's length and head are remembered in another row, so that events cut off the end are noticed."""
    story = chain.removeprefix("article:")
    keeper = Trail.objects.get(chain=DESK) if chain == DESK else Article.objects.get(pk=story)
    if keeper.version != seq:
        return f"{chain}: {keeper.version} events were written, {seq} are here"
    return "" if keeper.head == head else f"{chain}: event {seq} is not the last one that was written"


def stories_missing() -> str:
    """A sentence when stories went, or came, without the desk's knowing."""
    came, here = Trail.objects.get(chain=DESK).stories, Article.objects.count()
    return "" if came == here else f"{DESK}: stories brought in {came}, here {here}"


def chain_ends() -> Iterator[tuple[str, int, str]]:
    """Every chain with its length and newest hash; kept elsewhere, they show later that nothing before was changed."""
    yield from Trail.objects.values_list("chain", "version", "head")
    for pk, version, head in Article.objects.order_by("pk").values_list("pk", "version", "head").iterator():
        yield f"article:{pk}", version, head


def broken_chains() -> Iterator[str]:
    """For the desk's chain and every story's, in order: what `first_break` says of it ("" for a whole one)."""
    yield first_break(DESK)
    for article in Article.objects.order_by("pk").only("pk").iterator():
        yield first_break(chain_of(article))
