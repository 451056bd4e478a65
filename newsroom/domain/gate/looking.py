"""The one look."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.domain import voiding
from newsroom.domain.covering import coverage
from newsroom.domain.gate import claims as on_claims
from newsroom.domain.gate.corrections import unapplied
from newsroom.domain.gate.problem import Problem, about, cited
from newsroom.domain.gate.reading import Reading
from newsroom.domain.gate.signatures import asked_of, disputed_in, over, signed_over, unsigned
from newsroom.domain.gate.talk import queries
from newsroom.domain.gate.words import nameless, uncovered
from newsroom.domain.voiding import Signature
from newsroom.domain.weighing import Weighed, in_force, weights
from newsroom.models import Article, Claim, Policy, Role, SignOff, Status, Thread

# A story in one of these keeps the policy that it was signed under: a new one never alters it.
SEALED = (Status.SIGNED, Status.PUBLISHED, Status.CORRECTED)


@dataclass(frozen=True, slots=True)
class Gate:
    """What one look at a story found: `asked` are the capacities that have to sign, in their order, and `overridden`
    the problems that an editor signed this draft over, by `Problem.key`, each with that signature. `weighed` says of
    each decided claim, by its id, whether its evidence is enough, and `queries` are the open ones.
    """

    problems: list[Problem]
    warnings: list[Problem]
    signatures: list[Signature]
    policy: Policy
    asked: list[Role]
    flagged: list[Claim]
    overridden: dict[tuple[str, str, str], SignOff]
    weighed: dict[int, Weighed]
    queries: list[Thread]

    @property
    def work(self) -> list[Problem]:
        """The problems other than missing signatures."""
        return [problem for problem in self.problems if problem.code != "signature"]

    @property
    def unanswered(self) -> list[Problem]:
        """The problems that nobody signed over."""
        return [problem for problem in self.problems if problem.key not in self.overridden]

    @property
    def waiting(self) -> list[Problem]:
        """The problems other than missing signatures that nobody signed over."""
        return [problem for problem in self.unanswered if problem.code != "signature"]

    @property
    def answered(self) -> list[Problem]:
        """The problems that somebody signed over, missing signatures among them."""
        return [problem for problem in self.problems if problem.key in self.overridden]

    @property
    def overriders(self) -> list[str]:
        """Who signed over them."""
        return sorted({str(self.overridden[problem.key].by) for problem in self.answered})


def problems(article: Article) -> list[Problem]:
    """Everything that is left to do before the story can be signed off, in a fixed order; empty when nothing is.

    Claims that are open (proposals are), suspended, split, disputed, each in reading order; accepted corrections
    that no draft has; claims that are sourced, short of the policy; quotations without a speaker; open queries; claims
    whose words have no certain place; words that nobody has looked at; reviews and signatures that are missing. A
    constant number of queries.
    """
    return look(article).problems


def warnings(article: Article) -> list[Problem]:
    """What an editor should know before signing although it blocks nothing."""
    return look(article).warnings


def sealed_under(article: Article, signed: Sequence[Signature] | None = None) -> Policy | None:
    """The policy that a signed story keeps; None where the one in force holds, which costs no query. `signed` are its
    signatures, where they were read already.
    """
    if article.status not in SEALED:
        return None
    newest = voiding.newest(article) if signed is None else next(reversed(voiding.standing(signed)), None)
    return newest.policy if newest else None


def look(article: Article, reading: Reading | None = None) -> Gate:
    """The gate's problems and warnings, with what they were worked out from; `reading` for who reads more of it."""
    reading = reading or Reading(article)
    signed = voiding.signatures(article)
    given = voiding.standing(signed)
    policy = sealed_under(article, signed) or in_force(article)
    claims = reading.claims
    placed = [claim for claim in claims if claim.start is not None]
    decided = [claim for claim in placed if claim.standing not in on_claims.UNDECIDED]
    weighed = weights(article, decided, policy=policy, kinds=reading.kinds, pieces=reading.pieces)
    wanting = on_claims.in_want(decided, weighed)
    signed_for = over(row for row in given if row.draft_id == article.draft_id)
    reviews = reading.reviews({claim.pk for claim in wanting} | disputed_in(signed_for))
    flagged = [claim for claim in placed if claim.legal]
    asked = asked_of(policy, flagged)
    return Gate(
        problems=[
            *on_claims.undecided(placed),
            *unapplied(reading.corrections),
            *on_claims.too_short(decided, weighed),
            *nameless(article, placed),
            *queries(reading.queries),
            *on_claims.unplaced(claims),
            *uncovered(coverage(article, placed, reading.dismissals())),
            *on_claims.too_few_reviews(article, wanting, weighed, reviews),
            *unsigned(asked, flagged, given),
        ],
        warnings=[
            Problem("warning", f"“{cited(claim.wording)}”: {said}", about(claim))
            for claim in decided
            for said in weighed[claim.pk].warnings
        ],
        signatures=signed,
        policy=policy,
        asked=asked,
        flagged=flagged,
        overridden=signed_over(signed_for, reviews),
        weighed=weighed,
        queries=reading.queries,
    )
