"""What the gate reads of a story, each table once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import F, QuerySet
from django.utils.functional import cached_property

from newsroom.domain.applying import waiting
from newsroom.domain.covering import dismissed
from newsroom.domain.gate.talk import open_queries
from newsroom.domain.weighing.gathering import gather
from newsroom.domain.weighing.piece import Piece
from newsroom.models import Article, Claim, Correction, Dismissal, Review, Thread


class Reading:
    """The rows behind one look. A page that shows more of them reads more of each in a class of its own, so that
    nothing is read twice.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.kinds: defaultdict[int, set[str]] = defaultdict(set)
        self.claims = list(self.read_claims())

    def read_claims(self) -> Iterable[Claim]:
        """The claims that count, in reading order, those without a place last; notes their kinds."""
        return self.with_kinds(Claim.objects.filter(draft=self.article.draft_id, dismissed=False))

    def with_kinds(self, claims: QuerySet[Claim]) -> Iterable[Claim]:
        rows = claims.annotate(kind=F("kinds__kind")).order_by(F("start").asc(nulls_last=True), "end", "id")
        found: dict[int, Claim] = {}
        for row in rows:
            found.setdefault(row.pk, row)
            self.kinds[row.pk].update([row.kind] if row.kind else ())
        return found.values()

    def pieces(self, claims: Sequence[int]) -> Mapping[int, list[Piece]]:
        """Claim id -> its live evidence, at least of these claims."""
        return gather(claims)

    @cached_property
    def queries(self) -> list[Thread]:
        """The open ones, the most urgent first; `asked` is what each says."""
        return list(open_queries(self.article))

    @cached_property
    def corrections(self) -> list[Correction]:
        """The accepted ones that no draft has, in reading order."""
        return list(waiting(self.article).order_by(F("claim__start").asc(nulls_last=True), "claim__end", "claim", "at"))

    def dismissals(self) -> Iterable[Dismissal]:
        """Those that nobody took back, the oldest first, with their claims."""
        return dismissed(self.article)

    def reviews(self, claims: Collection[int]) -> Mapping[int, list[Review]]:
        """Claim id -> its reviews with what became of them, at least of these claims; no query for none."""
        found: defaultdict[int, list[Review]] = defaultdict(list)
        for review in Review.objects.filter(claim__in=claims).with_fate().order_by() if claims else ():
            found[review.claim_id].append(review)
        return found
