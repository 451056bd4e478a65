"""What weighing needs to know of many claims, from the database."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import get_language

from newsroom.domain.weighing.judging import Weighed, asked_of, weigh
from newsroom.domain.weighing.piece import Piece, Subject
from newsroom.models import (
    Answer,
    Article,
    Attachment,
    Claim,
    ClaimKind,
    Evidence,
    Knower,
    Policy,
    Rule,
    Snapshot,
)
from newsroom.text.voices import around, several_unnamed

# In the order of the fields of `Piece`, behind `source`.
PIECE = (
    *("source__title", "source__code", "source__kind", "source__origin", "tier", "stance", "locator"),
    *("source__address", "source__dated", "source__anonymous", "known", "kept", "answered"),
)


Pieces = Mapping[int, list[Piece]]


def gather(claims: Sequence[int]) -> Pieces:
    """Claim id -> its live pieces of evidence, for those that have any; one query, none for no claims."""
    found: defaultdict[int, list[Piece]] = defaultdict(list)
    for claim, source, *rest in pieces_of(claims).values_list("claim", "source", *PIECE) if claims else ():
        values: list[Any] = ["" if value is None else value for value in rest]
        found[claim].append(Piece(source, *values))
    return found


def weights(
    article: Article,
    claims: Sequence[Claim],
    *,
    policy: Policy | None = None,
    kinds: Mapping[int, set[str]] | None = None,
    pieces: Callable[[Sequence[int]], Pieces] = gather,
) -> dict[int, Weighed]:
    """Claim id -> what weighing it gave, under the policy in force or another; three queries whatever the claims, one
    less where their `kinds` are known, and none for evidence where they have none. `pieces` reads the evidence.
    """
    if not claims:
        return {}
    kinds = kinds_of([claim.pk for claim in claims]) if kinds is None else kinds
    subjects = [Subject(c.pk, c.pieces, kinds[c.pk], c.flags, c.start, c.end) for c in claims]
    return weigh_all(subjects, rules_of(policy), article=article, pieces=pieces)


def weigh_all(
    subjects: Sequence[Subject],
    rules: Sequence[Rule],
    *,
    article: Article | None = None,
    pieces: Callable[[Sequence[int]], Pieces] = gather,
) -> dict[int, Weighed]:
    """Claim id -> what weighing it gave; one query, for evidence, where there is any.

    With their story, claims over one unnamed source get the warning about how it is told.
    """
    evidence = pieces([subject.id for subject in subjects if subject.pieces])
    sorts: dict[frozenset[str], Weighed] = {}  # most claims have no evidence, and few differ in what is asked of them
    found: dict[int, Weighed] = {}
    for each in subjects:
        if each.pieces and each.id in evidence:
            asked = asked_of(rules, each.kinds, each.flags)
            found[each.id] = weigh(evidence[each.id], asked, told=told(article, each, evidence[each.id]))
            continue
        sort = frozenset((*each.kinds, *each.flags))
        if sort not in sorts:
            sorts[sort] = bare(tuple(rules), sort, get_language())
        found[each.id] = sorts[sort]
    return found


@lru_cache(maxsize=1024)
def bare(rules: tuple[Rule, ...], sort: frozenset[str], language: str | None) -> Weighed:  # noqa: ARG001 - kept for each
    """What these rules say in a language of claims with the kinds and flags in `sort` that have no evidence.

    Rules never change, so each process remembers it, as it does them.
    """
    return weigh((), asked_of(rules, sort, sort))


def told(article: Article | None, subject: Subject, pieces: Sequence[Piece]) -> str:
    """The words in the sentence of a claim with an unnamed source that speak of several, or nothing."""
    if article is None or subject.start is None or not any(piece.anonymous for piece in pieces):
        return ""
    sentence = around(article.current.text, subject.start, subject.end or 0)
    return several_unnamed(sentence, language=article.language)


def kinds_of(claims: Sequence[int]) -> defaultdict[int, set[str]]:
    """Claim id -> its kinds; one query."""
    kinds: defaultdict[int, set[str]] = defaultdict(set)
    for claim, kind in ClaimKind.objects.filter(claim__in=claims).values_list("claim", "kind"):
        kinds[claim].add(kind)
    return kinds


def in_force(article: Article | None = None) -> Policy:
    """The newest version of the house's policy; a story that was read `with_policy` knows which that is."""
    known: int | None = getattr(article, "policy_id", None)
    return version(known) if known else Policy.objects.latest()


def rules_of(policy: Policy | int | None = None) -> Sequence[Rule]:
    """The rules of a policy (or of the one with this id), of the one in force unless another is given, in order.

    A version never changes, so each process remembers the rules of those it met; asking which is in force is a query.
    """
    return rules_by(policy.pk if isinstance(policy, Policy) else policy or in_force().pk)


@lru_cache(maxsize=64)
def rules_by(policy: int) -> tuple[Rule, ...]:
    return tuple(Rule.objects.filter(policy=policy).order_by("number"))


@lru_cache(maxsize=64)
def version(policy: int) -> Policy:
    return Policy.objects.get(pk=policy)


def piece_of(row: Evidence) -> Piece:
    """One of the rows of `pieces_of`, read with its source."""
    values: list[Any] = ["" if value is None else value for value in (value_of(row, name) for name in PIECE)]
    return Piece(row.source_id, *values)


def value_of(row: Any, name: str) -> Any:
    """What a query calls `source__title`: None where there is no source."""
    for part in name.split("__"):
        row = getattr(row, part, None)
    return row


def pieces_of(claims: Collection[int]) -> QuerySet[Evidence]:
    """Live evidence with all that `Piece` holds."""
    source, authors = (
        OuterRef("source"),
        Article.authors.through.objects.filter(article=OuterRef(OuterRef("claim__article"))),
    )
    rows = Evidence.objects.live().filter(claim__in=claims).order_by("at", "id")
    taken = Snapshot.objects.filter(source=source, failure="")
    return rows.annotate(
        # An editor who wrote the story vouches for nobody in it.
        known=Exists(Knower.objects.filter(source=source).exclude(editor__in=authors.values("user"))),
        kept=Exists(Attachment.objects.filter(source=source)) | Exists(taken),
        answered=Exists(Answer.objects.filter(evidence=OuterRef("pk"))),
    )
