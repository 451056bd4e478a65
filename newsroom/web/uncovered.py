"""The sentences of a story that hold something nobody has looked at, one of them open."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newsroom.domain.covering import LABELS, Coverage, amount_left
from newsroom.models import Claim
from newsroom.text.ledger import Gap


@dataclass(slots=True)
class Place:
    """A sentence with gaps: what in it is not covered, and the proposals on its words. Code points of the draft."""

    start: int
    end: int
    gaps: list[Gap] = field(default_factory=list)
    proposals: list[Claim] = field(default_factory=list)

    def has(self, kind: str) -> bool:
        return any(gap.kind == kind for gap in self.gaps)

    @property
    def untouched(self) -> bool:
        return self.has("sentence")

    @property
    def inner(self) -> list[Gap]:
        """The gaps besides the sentence itself."""
        return [gap for gap in self.gaps if gap.kind != "sentence"]


class Open(NamedTuple):
    """The sentence that is open, which of how many it is, and its neighbours on either side."""

    place: Place
    number: int
    total: int
    earlier: Place | None
    later: Place | None


def places(found: Coverage) -> list[Place]:
    """The sentences with gaps, in text order; a gap belongs to the one where its first uncovered word stands."""
    whole = [token for token in found.tokens if token.kind == "sentence"]
    starts = [token.start for token in whole]
    gaps: defaultdict[int, list[Gap]] = defaultdict(list)
    for tally in found.tallies.values():
        for gap in tally.uncovered:
            gaps[bisect_right(starts, gap.at) - 1].append(gap)
    proposed: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in found.proposals:
        for number in range(max(0, bisect_right(starts, claim.start or 0) - 1), len(whole)):
            if whole[number].start >= (claim.end or 0):
                break
            proposed[number].append(claim)
    return [Place(whole[n].start, whole[n].end, gaps[n], proposed[n]) for n in sorted(gaps)]


def opened(listed: Sequence[Place], at: int) -> Open | None:
    """The first sentence that ends behind the code point `at`, going round once; None when all is covered."""
    if not listed:
        return None
    number = next((number for number, place in enumerate(listed) if place.end > at), 0)
    earlier = listed[number - 1] if number else None
    later = listed[number + 1] if number + 1 < len(listed) else None
    return Open(listed[number], number + 1, len(listed), earlier, later)


def chips(found: Coverage, listed: Sequence[Place], kind: str) -> list[dict[str, Any]]:
    """Class by class how many of how many are left, and the sentence where the first is that is."""
    return [
        {
            "kind": slug,
            "label": LABELS[slug],
            "left": amount_left(tally),
            "first": next((place for place in listed if place.has(slug)), None),
            "on": slug == kind,
        }
        for slug, tally in found.tallies.items()
    ]


def by_class(found: Coverage, place: Place) -> list[tuple[object, list[str]]]:
    """The words in a sentence that are not covered, under the names of their classes."""
    text, words = found.draft.text, defaultdict(list)
    for gap in place.inner:
        words[gap.kind].append(text[gap.start : gap.end])
    return [(LABELS[kind], said) for kind, said in words.items()]
