"""What weighing needs to know of many claims, from the database."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Exists, OuterRef

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


def weights(article: Article, claims: Sequence[Claim], *, policy: Policy | None = None) -> dict[int, Weighed]:
    """Claim id -> what weighing it gave, under the policy in force or another; three queries whatever the claims, and
    none for evidence where they have none.
    """
    kinds: defaultdict[int, list[str]] = defaultdict(list)
    rows = ClaimKind.objects.filter(claim__in=[claim.pk for claim in claims]).order_by("id")
    for claim, kind in rows.values_list("claim", "kind"):
        kinds[claim].append(kind)
    subjects = [Subject(c.pk, c.wording, c.pieces, kinds[c.pk], c.flags) for c in claims]
    return weigh_all(article, subjects, policy=policy)


def weigh_all(article: Article, subjects: Sequence[Subject], *, policy: Policy | None = None) -> dict[int, Weighed]:
    """Claim id -> what weighing it gave, where the kinds are known already: two queries, or one without evidence."""
    if not subjects:
        return {}
    rules = rules_of(policy)
    pieces = gather([subject.id for subject in subjects if subject.pieces])
    return {
        each.id: weigh(
            pieces[each.id],
            asked_of(rules, each.kinds, each.flags),
            wording=each.wording,
            language=article.language,
        )
        for each in subjects
    }


def in_force() -> Policy:
    """The newest version of the house's policy."""
    return Policy.objects.latest()


def rules_of(policy: Policy | None = None) -> list[Rule]:
    """The rules of a policy, of the one in force unless another is given, in order; one query."""
    rules = Rule.objects.order_by("number")
    newest = Policy.objects.order_by("-version").values("pk")[:1]
    return list(rules.filter(policy=policy) if policy else rules.filter(policy__in=newest))


def gather(claims: Sequence[int]) -> defaultdict[int, list[Piece]]:
    """Claim id -> its live pieces of evidence; one query, none for no claims."""
    found: defaultdict[int, list[Piece]] = defaultdict(list)
    if not claims:
        return found
    source = OuterRef("source")
    taken = Snapshot.objects.filter(source=source, failure="")
    rows = Evidence.objects.live().filter(claim__in=claims).order_by("at", "id")
    rows = rows.annotate(
        known=Exists(Knower.objects.filter(source=source)),
        kept=Exists(Attachment.objects.filter(source=source)) | Exists(taken),
        answered=Exists(Answer.objects.filter(evidence=OuterRef("pk"))),
    )
    of_source = ("title", "code", "kind", "origin", "tier", "stance", "locator", "address", "dated", "anonymous")
    here = ("tier", "stance", "locator")
    names = [name if name in here else f"source__{name}" for name in of_source]
    for claim, source_id, *rest in rows.values_list("claim", "source", *names, "known", "kept", "answered"):
        found[claim].append(piece_of(source_id, rest))
    return found


def piece_of(source: int | None, values: Sequence[object]) -> Piece:
    """A piece from a row; a calculation without a source has no title, kind and so on."""
    return Piece(source, *("" if value is None else value for value in values))  # type: ignore[arg-type]
