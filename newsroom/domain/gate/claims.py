"""Claims that are not decided, or not well enough."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain.gate.problem import Problem, about, cited
from newsroom.domain.standing import lookers
from newsroom.domain.weighing import Weighed
from newsroom.models import Article, Claim, Review, Standing

UNDECIDED = {
    Standing.OPEN: lazy("“%(words)s” is open: nobody has marked it."),
    Standing.SUSPENDED: lazy("“%(words)s” is suspended: what its mark was given for has changed."),
    Standing.SPLIT: lazy("“%(words)s” is split: one says sourced, another opinion."),
    Standing.DISPUTED: lazy("“%(words)s” is disputed."),
}


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


def in_want(claims: Iterable[Claim], weighed: Mapping[int, Weighed]) -> list[Claim]:
    """The claims that the policy asks the marks of several people for: one person did look at each that is decided."""
    return [claim for claim in claims if weighed[claim.pk].reviews > 1]


def too_few_reviews(
    article: Article, wanting: Iterable[Claim], weighed: Mapping[int, Weighed], reviews: Mapping[int, list[Review]]
) -> Iterator[Problem]:
    """Claims that fewer people marked than the policy asks. Authors never count; who settled a claim does."""
    for claim in wanting:
        there, needed = len(lookers(reviews.get(claim.pk, ()), article.written_by)), weighed[claim.pk].reviews
        if there < needed:
            said = {"words": cited(claim.wording), "n": there, "needed": needed}
            text = _("“%(words)s” needs marks of %(needed)s people and has %(n)s.") % said
            yield Problem("reviews", text, about(claim))
