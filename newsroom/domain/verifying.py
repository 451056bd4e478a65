"""Proving that nobody touched the audit trail."""

from collections.abc import Iterator

from newsroom.domain.naming import Names, names_of_accounts
from newsroom.domain.recording import chain_of
from newsroom.models import Article, Event, Trail
from newsroom.models.event import DESK, FIRST_PREV


def first_break(chain: str, names: Names | None = None) -> str:
    """What is wrong with a chain, as a sentence about its first broken row; "" when it verifies.

    `names` are those of `names_of_accounts`, for callers that look at many chains.
    """
    prev, seq = FIRST_PREV, 0
    names = names_of_accounts() if names is None else names
    for event in Event.objects.filter(chain=chain).order_by("seq").iterator():
        seq += 1
        if event.seq != seq:
            return f"{chain}: event {seq} is missing"
        if event.prev != prev or event.hash != event.computed_hash():
            return f"{chain}: event {seq} is not what was written"
        if event.actor not in names[event.account_id]:
            return f"{chain}: event {seq} is by “{event.actor}” and stands under another account"
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
    names = names_of_accounts()
    yield first_break(DESK, names)
    for article in Article.objects.order_by("pk").only("pk").iterator():
        yield first_break(chain_of(article), names)
