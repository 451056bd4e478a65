"""Who has to sign, and has not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from newsroom.domain.gate.claims import UNDECIDED
from newsroom.domain.gate.problem import Problem, cited
from newsroom.models import Claim, Policy, Review, Role, SignOff


def asked_of(policy: Policy, flagged: Sequence[Claim]) -> list[Role]:
    """Who has to sign, in order: as the policy says, and a lawyer at the end where a claim is flagged."""
    listed = [Role(capacity) for capacity in policy.signatures]
    return [*listed, Role.LEGAL] if policy.legal and flagged and Role.LEGAL not in listed else listed


def unsigned(asked: Iterable[Role], flagged: Iterable[Claim], given: Sequence[SignOff]) -> Iterator[Problem]:
    """Signatures that are missing; one of a lawyer is, too, where a flagged passage came after it, or was put on words
    that reach beyond those that were signed.
    """
    signed = {row.capacity for row in given}
    seen = [(passage["claim"], passage["wording"]) for row in given for passage in row.scope]
    unseen = [claim for claim in flagged if not any(pk == claim.pk and claim.wording in said for pk, said in seen)]
    for capacity in asked:
        said = {"capacity": str(capacity.label)}
        if capacity not in signed:
            yield missing(capacity, _("The signature as %(capacity)s is missing.") % said)
        elif capacity == Role.LEGAL and unseen:
            said["words"] = cited(unseen[0].wording)
            yield missing(capacity, _("“%(words)s” was flagged after the signature as %(capacity)s.") % said)


def missing(capacity: Role, text: str) -> Problem:
    return Problem("signature", text, f"signature:{capacity.value}")


def over(given: Iterable[SignOff]) -> list[tuple[Problem, SignOff]]:
    """The problems that these signatures were given over, each with the signature."""
    return [(Problem(**problem), row) for row in given for problem in row.problems]


def disputed_in(over: Iterable[tuple[Problem, SignOff]]) -> set[int]:
    """The claims that were undecided then: a mark since counts for more than the signature."""
    return {int(problem.about.partition(":")[2]) for problem, _row in over if problem.code in UNDECIDED}


def signed_over(
    over: Iterable[tuple[Problem, SignOff]], reviews: Mapping[int, list[Review]]
) -> dict[tuple[str, str, str], SignOff]:
    """These problems by `Problem.key`, each with the first signature that was given over it as it is: over a dispute
    before somebody else marked the claim does not count.
    """
    marked = {f"claim:{pk}": max(review.at for review in rows) for pk, rows in reviews.items()}
    found: dict[tuple[str, str, str], SignOff] = {}
    for problem, row in over:
        if problem.code not in UNDECIDED or marked.get(problem.about, row.at) <= row.at:
            found.setdefault(problem.key, row)
    return found
