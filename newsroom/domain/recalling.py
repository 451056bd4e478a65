"""What was in force when the house was told of an error, and where else its sources were used."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from django.db.models import Count, Q, Window
from django.db.models.functions import RowNumber

from newsroom.domain.standing import latest
from newsroom.models import Article, Claim, Draft, Erratum, Evidence, Review, Settlement, SignOff, Source, User

FEW = 10  # uses of one source that are listed
Row = TypeVar("Row", Review, Settlement, Evidence, SignOff)


def in_force(article: Article, claim: Claim | None, *, at: datetime) -> tuple[Draft, dict[str, list[str]]]:
    """The draft at a time when the story had one, and the ids of what counted then: each reviewer's latest mark on the
    claim and what settled the marks, the evidence that was live, the signatures on that draft, and those that a lawyer
    gave for passages of an older one.
    """
    draft = article.drafts.filter(created_at__lte=at).latest("number")
    marks = Review.objects.filter(claim=claim, at__lte=at) if claim else ()
    settled = Settlement.objects.filter(claim=claim, at__lte=at).order_by("-at")[:1] if claim else ()
    pieces = Evidence.objects.filter(claim=claim, at__lte=at, withdrawn=False).exclude(replaced_by__at__lte=at)
    signed = SignOff.objects.filter(Q(draft=draft) | ~Q(scope=[]), article=article, at__lte=at)
    return draft, {
        "reviews": sorted(str(review.pk) for review in latest(marks).values()),
        "settlements": [str(row.pk) for row in settled],
        "evidence": sorted(str(piece.pk) for piece in pieces) if claim else [],
        "signoffs": sorted(str(row.pk) for row in signed.defer("problems")),
    }


@dataclass(slots=True)
class Recalled:
    """A registered correction with the marks, what settled them, evidence and signatures in force then, and
    `elsewhere`: the evidence from the same sources in other stories, the newest stories first, a few of each source;
    `more` says of which sources there is more than that.
    """

    erratum: Erratum
    reviews: list[Review] = field(default_factory=list)
    settlements: list[Settlement] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    signoffs: list[SignOff] = field(default_factory=list)
    elsewhere: list[Evidence] = field(default_factory=list)
    more: list[tuple[Source, int]] = field(default_factory=list)


def recall(errata: Sequence[Erratum], user: User) -> list[Recalled]:
    """Each correction with its rows; five queries for any number of them. Of other stories only what `user` may see."""
    reviews = Review.objects.filter(pk__in=ids(errata, "reviews")).select_related("reviewer")
    outcomes = Settlement.objects.filter(pk__in=ids(errata, "settlements")).select_related("by")
    pieces = Evidence.objects.filter(pk__in=ids(errata, "evidence")).select_related("source", "by")
    signoffs = SignOff.objects.filter(pk__in=ids(errata, "signoffs")).select_related("by", "draft")
    marks, proofs = {row.pk: row for row in reviews}, {row.pk: row for row in pieces}
    settled = {row.pk: row for row in outcomes}
    signed = {row.pk: row for row in signoffs.defer("draft__text", "draft__blocks")}
    used = uses(errata, [row.source_id for row in proofs.values() if row.source_id], user)
    found = [
        Recalled(
            erratum,
            reviews=kept(erratum, "reviews", marks),
            settlements=kept(erratum, "settlements", settled),
            evidence=kept(erratum, "evidence", proofs),
            signoffs=kept(erratum, "signoffs", signed),
        )
        for erratum in errata
    ]
    for each in found:
        lists = [used[source] for source in sorted({row.source_id or 0 for row in each.evidence}) if source in used]
        each.elsewhere = [row for rows in lists for row in rows]
        each.more = [(rows[0].source, rows[0].of - len(rows)) for rows in lists if rows[0].of > len(rows)]  # type: ignore[attr-defined, misc]
    return found


def kept(erratum: Erratum, kind: str, rows: Mapping[uuid.UUID, Row]) -> list[Row]:
    """The rows of one kind that a correction keeps, the oldest first."""
    return sorted((rows[pk] for pk in named(erratum, kind) if pk in rows), key=lambda row: row.at)


def uses(errata: Iterable[Erratum], sources: Iterable[int], user: User) -> dict[int, list[Evidence]]:
    """Source id -> a few of the live pieces of evidence from it in other stories than that of the errata, as far as the
    person may see them; `of` is how many there are.
    """
    seen = Evidence.objects.live().filter(source__in=set(sources), claim__article__in=Article.objects.visible_to(user))
    seen = seen.exclude(claim__article__in={erratum.article_id for erratum in errata})
    order = ("-claim__article_id", "claim_id", "at")
    place = Window(RowNumber(), partition_by="source", order_by=order)
    rows = seen.annotate(place=place, of=Window(Count("pk"), partition_by="source")).filter(place__lte=FEW)
    by_source: defaultdict[int, list[Evidence]] = defaultdict(list)
    for row in rows.select_related("source", "claim__article").order_by(*order):
        by_source[row.source_id or 0].append(row)
    return dict(by_source)


def ids(errata: Iterable[Erratum], kind: str) -> set[uuid.UUID]:
    return {pk for erratum in errata for pk in named(erratum, kind)}


def named(erratum: Erratum, kind: str) -> list[uuid.UUID]:
    """The ids of one kind that a correction keeps."""
    return [uuid.UUID(pk) for pk in erratum.record.get(kind, [])]
