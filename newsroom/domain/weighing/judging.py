"""Holding the evidence for one claim against the rules."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from newsroom.domain.weighing.piece import Piece, independent, names
from newsroom.domain.weighing.wanting import lacks
from newsroom.domain.weighing.warning import copies, idle, plural_of_one
from newsroom.models import Rule


class Result(StrEnum):
    MEETS = "meets"
    SHORT = "short"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing a claim gave.

    `reasons` are the sentences after "short of the policy:" (empty unless SHORT), `warnings` sentences that block
    nothing, `reviews` says how many different people have to mark the claim, `independent` how many sources of what
    counts are independent of each other.
    """

    result: Result
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    reviews: int = 0
    independent: int = 0

    @property
    def short(self) -> bool:
        return self.result == Result.SHORT

    @property
    def sentence(self) -> str:
        """The whole of it as people read it, warnings left out."""
        if self.short:
            return _("short of the policy: %s") % "; ".join(self.reasons)
        return _("meets policy") if self.result == Result.MEETS else _("not applicable")


def weigh(pieces: Iterable[Piece], rules: Iterable[Rule], *, told: str = "") -> Weighed:
    """Hold the evidence of one claim against the rules whose conditions on kinds and flags it meets (see `asked_of`).

    The marks on the claim have no say in it: an open one is short by what it still needs. An unanswered contradiction
    makes it short whatever the rules. `told` are words beside it that speak of several unnamed sources.

    More support never makes a claim short: it rests on unnamed sources only where it would be short without them, and
    on those that no editor knows only where it would be short without these.
    """
    pieces, rules = list(pieces), list(rules)
    against = [_("a contradiction is unanswered: %s") % name for name in names(p for p in pieces if p.against)]
    counting = [piece for piece in pieces if piece.counts]
    tries = [(those, missing(those, rules)) for those in ways_to_rest(counting)]
    rests_on, lacking = next((each for each in tries if not each[1]), tries[0])
    asked = applying(rules, rests_on)
    reasons = tuple(dict.fromkeys([*lacking, *against]))
    beside = [] if reasons else [piece for piece in counting if piece not in rests_on]
    return Weighed(
        result=Result.SHORT if reasons else Result.MEETS if any(map(asks, asked)) else Result.NOT_APPLICABLE,
        reasons=reasons,
        warnings=(*plural_of_one(counting, told), *copies(counting), *idle(pieces, beside)),
        reviews=max((rule.reviews for rule in asked), default=0),
        independent=independent(counting),
    )


def ways_to_rest(counting: list[Piece]) -> list[list[Piece]]:
    """What a claim could rest on: on all that counts, without unnamed sources that no editor knows, without any."""
    if not any(piece.anonymous for piece in counting):
        return [counting]
    known = [piece for piece in counting if piece.known or not piece.anonymous]
    return [counting, known, [piece for piece in counting if not piece.anonymous]]


def asked_of(rules: Iterable[Rule], kinds: Collection[str], flags: Collection[str]) -> list[Rule]:
    """The rules whose conditions on kinds and flags a claim meets."""
    return [
        rule
        for rule in rules
        if (not rule.kinds or not set(rule.kinds).isdisjoint(kinds))
        and (not rule.flags or not set(rule.flags).isdisjoint(flags))
    ]


def asks(rule: Rule) -> bool:
    """Whether a rule asks anything of the evidence."""
    return bool(rule.primary or rule.secondary) or any((rule.record, rule.locator, rule.kept, rule.second, rule.known))


def applying(rules: Iterable[Rule], pieces: Sequence[Piece]) -> list[Rule]:
    """The rules without those for unnamed sources, where no piece comes from one."""
    unnamed = any(piece.anonymous for piece in pieces)
    return [rule for rule in rules if unnamed or not rule.anonymous]


def missing(pieces: Sequence[Piece], rules: Iterable[Rule]) -> list[str]:
    """What these counting pieces lack, a sentence each, in the order of the rules."""
    return [sentence for rule in applying(rules, pieces) for sentence in lacks(pieces, rule)]
