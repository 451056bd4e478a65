"""Claims that are not decided, or not well enough."""

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain.gate.problem import Problem, about, cited
from newsroom.domain.weighing import Weighed
from newsroom.models import Article, Claim, Review, Settlement, Standing, Verdict

UNDECIDED = {
    Standing.OPEN: lazy("“%(words)s” is open: nobody has marked it."),
    Standing.SUSPENDED: lazy("“%(words)s” is suspended: what its mark was given for has changed."),
    Standing.SPLIT: lazy("“%(words)s” is split: one says sourced, another opinion."),
    Standing.DISPUTED: lazy("“%(words)s” is disputed."),
}


def claims_of(article: Article) -> list[Claim]:
    """The claims that count, in reading order, those without a place last; `settled_by` is who settled one."""
    settled = Settlement.objects.filter(claim=OuterRef("pk"), suspension=None).order_by("-at")
    rows = Claim.objects.filter(draft=article.draft_id, dismissed=False)
    rows = rows.annotate(settled_by=Subquery(settled.values("by")[:1]))
    return list(rows.order_by(F("start").asc(nulls_last=True), "end", "id"))


def undecided(claims: Sequence[Claim]) -> Iterator[Problem]:
    for standing, said in UNDECIDED.items():
        for claim in claims:
            if claim.standing == standing:
                text = said if claim.accepted else _("“%(words)s” is a proposal that nobody has looked at.")
                yield Problem(standing.value, text % {"words": cited(claim.wording)}, about(claim))


def too_short(claims: Iterable[Claim], weighed: dict[int, Weighed]) -> Iterator[Problem]:
    for claim in claims:
        if claim.standing == Standing.SOURCED and weighed[claim.pk].short:
            said = {"words": cited(claim.wording), "reasons": "; ".join(weighed[claim.pk].reasons)}
            yield Problem("short", _("“%(words)s” is sourced, short of the policy: %(reasons)s.") % said, about(claim))


def unplaced(claims: Iterable[Claim]) -> Iterator[Problem]:
    """Claims that wait to be put on other words, or aside."""
    for claim in claims:
        if claim.start is None:
            said = {"words": cited(claim.wording), "state": claim.get_state_display()}
            text = _("“%(words)s” is %(state)s: it has no certain place in this draft.")
            yield Problem("unplaced", text % said, about(claim))


def too_few_reviews(article: Article, claims: Sequence[Claim], weighed: dict[int, Weighed]) -> Iterator[Problem]:
    """Claims that fewer people marked than the policy asks. Authors never count; who settled a claim does.

    One person did look at each claim that is decided, so the database is asked only where it takes several.
    """
    wanting = [claim for claim in claims if weighed[claim.pk].reviews > 1]
    people = reviewers(article, wanting) if wanting else {}
    for claim in wanting:
        there, needed = len(people[claim.pk]), weighed[claim.pk].reviews
        if there < needed:
            said = {"words": cited(claim.wording), "n": there, "needed": needed}
            text = _("“%(words)s” needs marks of %(needed)s people and has %(n)s.") % said
            yield Problem("reviews", text, about(claim))


def reviewers(article: Article, claims: Iterable[Claim]) -> dict[int, set[int]]:
    """Claim id -> whose marks stand on it (settled ones too, for they looked), and who settled it; one query."""
    found = {claim.pk: {claim.settled_by} - {None, *article.written_by} for claim in claims}  # type: ignore[attr-defined]
    rows = Review.objects.filter(claim__in=list(found)).order_by("number")
    for claim, reviewer, verdict, suspension in rows.values_list("claim", "reviewer", "verdict", "suspension"):
        stands = verdict != Verdict.WITHDRAWN and not suspension and reviewer not in article.written_by
        if stands:
            found[claim].add(reviewer)
        else:
            found[claim].discard(reviewer)
    return found
