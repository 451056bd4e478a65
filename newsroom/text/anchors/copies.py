"""The same words elsewhere in the new draft: taken only where the words around them agree too."""

from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate

from newsroom.text.anchors.alignment import Alignment
from newsroom.text.side import Side
from newsroom.text.spans import Span

# Words and signs looked at on either side (about the 48 code points that an anchor keeps).
AROUND = 10
# From this share on one side agrees; the best copy leads the second by the margin (FORMATS §1).
AGREES, MARGIN = 0.5, 0.15
# Standing between the neighbours that it stood between counts as much as this.
BONUS = 0.5
# A phrase that stands oftener than this is not told apart by what is around it.
MOST = 50


class Copies:
    """Looks up in two aligned drafts where else a run of words stands."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.old, self.new = Flat(alignment.old), Flat(alignment.new)

    def place(self, claim: Span) -> tuple[Span | None, bool]:
        """The one copy of old tokens that is theirs, and whether there were any to choose from.

        Copies that other words of the old draft became are not looked at. Where the words are missed in several
        places of the old draft, each is given the copy that fits it best.
        """
        key = self.alignment.old.key(claim)
        free = [copy for copy in self.new.copies(key) if self.free(copy, self.alignment.back)]
        if not free or len(free) > MOST:
            return None, bool(free)
        missed = [copy for copy in self.old.copies(key) if self.free(copy, self.alignment.to)] or [claim]
        if claim not in missed or len(missed) > MOST:
            return None, True
        scores = {(here, there): self.score(here, there) for here in missed for there in free}
        mine = sorted(((scores[claim, there], there) for there in free), reverse=True)
        best, there = mine[0]
        others = [score for score, _ in mine[1:]] + [scores[here, there] for here in missed if here != claim]
        sure = best >= AGREES and best >= max(others, default=-1.0) + MARGIN
        return (there if sure else None), True

    @staticmethod
    def free(copy: Span, taken: list[int]) -> bool:
        """Whether most of the words are nobody's yet."""
        return 2 * sum(place >= 0 for place in taken[copy.start : copy.end]) <= copy.end - copy.start

    def score(self, here: Span, there: Span) -> float:
        """The better agreement of both sides, half of the other's, and a bonus between the same neighbours."""
        old, new = self.alignment.old.keys, self.alignment.new.keys
        before = alike(old[max(0, here.start - AROUND) : here.start], new[max(0, there.start - AROUND) : there.start])
        behind = alike(old[here.end : here.end + AROUND], new[there.end : there.end + AROUND])
        return max(before, behind) + min(before, behind) / 2 + BONUS * self.between(here, there)

    def between(self, here: Span, there: Span) -> bool:
        """Whether the copy stands between what the words before and behind became."""
        to = self.alignment.to
        before = next((to[i] for i in range(here.start - 1, -1, -1) if to[i] >= 0), -1)
        behind = next((to[i] for i in range(here.end, len(to)) if to[i] >= 0), len(self.alignment.back))
        return before < there.start and there.end <= behind


class Flat:
    """All keys of a side in one string, to look runs of them up in."""

    def __init__(self, side: Side) -> None:
        self.side = side

    @cached_property
    def text(self) -> str:
        return "\x1f".join(["", *self.side.keys, ""])

    @cached_property
    def places(self) -> list[int]:
        return list(accumulate((len(key) + 1 for key in self.side.keys), initial=0))

    def copies(self, key: str) -> Iterator[Span]:
        """Where the words of a key stand."""
        length, at = key.count("\x1f") + 1, self.text.find(f"\x1f{key}\x1f")
        while at >= 0:
            start = bisect_left(self.places, at)
            yield Span(start, start + length)
            at = self.text.find(f"\x1f{key}\x1f", at + 1)


def alike(a: list[str], b: list[str]) -> float:
    """Share of the words that stand in both in the same order; nothing on both sides agrees."""
    if not a and not b:
        return 1.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
