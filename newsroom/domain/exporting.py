"""Taking the desk's work out of the house."""

import itertools
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.db import transaction
from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.urls import reverse

from newsroom.domain.gate import SEALED
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record_on_desk
from newsroom.domain.weighing import Subject, Weighed, in_force, rules_of, weigh_all
from newsroom.formats.table import Cell
from newsroom.models import Article, Claim, Draft, Policy, SignOff, User

STORIES_AT_A_TIME = 100
COLUMNS = (
    "article_id",
    "draft_no",
    "draft_sha256",
    "claim_id",
    "ordinal",
    "part",
    "start",
    "end",
    "exact",
    "kind",
    "speaker",
    "risk_flags",
    "effective_state",
    "policy_result",
    "policy_version",
    "evidence_count",
    "independent_count",
    "open_threads",
    "anchor_state",
    "permalink",
)


@transaction.atomic
def export_claims(articles: QuerySet[Article], *, by: User) -> Iterator[tuple[Cell, ...]]:
    """The claims of these stories as rows of the sheet *claims* (FORMATS §7, as far as the desk has the data), the
    column names first, in text order; dismissed claims are left out.

    Stories that the person may not see are left out too; `Denied` without a role. Recorded on the desk's chain
    with the stories' ids before the first row is read. Every hundred stories cost the same few queries.
    """
    require(by, Verb.SEE)
    chosen = Article.objects.visible_to(by).filter(pk__in=articles.values("pk"))
    ids = sorted(chosen.values_list("pk", flat=True))
    record_on_desk(by=by, verb="export claims", about=by, data={"articles": ids})
    return rows(chosen.order_by("pk"))


def rows(articles: QuerySet[Article]) -> Iterator[tuple[Cell, ...]]:
    """The header, then one row for each claim, a batch of stories in memory at a time."""
    waiting = Count("threads", filter=Q(threads__resolved_at=None))
    claims = Claim.objects.live().select_related("quote").annotate(open_threads=waiting)
    in_text_order = claims.order_by(F("start").asc(nulls_last=True), "end", "pk")
    stories = articles.prefetch_related(
        Prefetch("drafts", Draft.objects.defer("text", "losses")),
        Prefetch("claims", in_text_order.prefetch_related("kinds"), to_attr="live"),
    )
    yield COLUMNS
    for batch in batches(stories.iterator(chunk_size=STORIES_AT_A_TIME)):
        versions = policies(batch)
        found = weighed(batch, versions)
        for article in batch:
            drafts = {draft.pk: draft for draft in article.drafts.all()}
            for ordinal, claim in enumerate(article.live, start=1):  # type: ignore[attr-defined]
                held = versions[article.pk].version, found[claim.pk]
                yield row(claim, drafts[claim.draft_id], ordinal, *held)


def batches(stories: Iterator[Article]) -> Iterator[list[Article]]:
    while batch := list(itertools.islice(stories, STORIES_AT_A_TIME)):
        yield batch


def policies(stories: Sequence[Article]) -> dict[int, Policy]:
    """Story id -> the policy that its claims are held to: the one in force, in a signed story that of the newest
    signature on its draft; two queries.
    """
    sealed = [article.pk for article in stories if article.status in SEALED]
    signed = (
        SignOff.objects.filter(article__in=sealed, draft=F("article__draft")).select_related("policy").order_by("at")
    )
    now = in_force()
    return {article.pk: now for article in stories} | {row.article_id: row.policy for row in signed}


def weighed(stories: Sequence[Article], versions: dict[int, Policy]) -> dict[int, Weighed]:
    """Claim id -> what weighing its evidence gave; two queries for each version of the policy."""
    found: dict[int, Weighed] = {}
    for policy in set(versions.values()):
        claims = [claim for story in stories if versions[story.pk] == policy for claim in story.live]  # type: ignore[attr-defined]
        subjects = [Subject(c.pk, c.pieces, [kind.kind for kind in c.kinds.all()], c.flags) for c in claims]
        found |= weigh_all(subjects, rules_of(policy))
    return found


def row(claim: Claim, draft: Draft, ordinal: int, policy: int, found: Weighed) -> tuple[Cell, ...]:
    return (
        claim.article_id,
        draft.number,
        draft.sha256,
        claim.pk,
        ordinal,
        part_of(claim, draft),
        claim.start,
        claim.end,
        claim.wording,
        " ".join(kind.kind for kind in claim.kinds.all()),
        claim.quote.speaker if claim.quote else "",
        " ".join(claim.flags),
        claim.standing,
        found.sentence,
        policy,
        claim.pieces,
        found.independent,
        claim.open_threads,  # type: ignore[attr-defined]
        claim.state,
        permalink(claim),
    )


def part_of(claim: Claim, draft: Draft) -> str:
    """The part of the story (headline, body, caption 2 …) in which the claim begins."""
    return "" if claim.start is None else draft.part_at(claim.start)


def permalink(claim: Claim) -> str:
    """Where the claim is open on the desk, for whoever may see it."""
    return f"{settings.SITE_URL}{reverse('review-article', args=[claim.article_id])}?claim={claim.pk}"
