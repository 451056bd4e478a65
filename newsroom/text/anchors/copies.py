"""The same words elsewhere in the new draft: taken only where the words around them agree too."""

from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate

from newsroom.text.anchors.alignment import Alignment, covers
from newsroom.text.listed import listed
from newsroom.text.side import Side
from newsroom.text.spans import Span

# Words and signs looked at on either side (about the 48 code points that an anchor keeps).
AROUND = 10
# And so many where it is asked what they became.
NEAR = 25
# From this share on one side agrees; the best copy leads the second by the margin (FORMATS §1).
AGREES, MARGIN = 0.5, 0.15
# Words and signs of the shortest sentence that can tell whom it is about, of a short one, and of one so long that
# nobody writes it twice.
SHORTEST, SENTENCE, LONG = 5, 8, 18
POINTERS = listed("he she it they him her them his hers its their theirs this that these those who both neither i we")
# Standing between the neighbours that it stood between counts as much as this.
BONUS = 0.5
# A phrase that stands oftener than this is not told apart by what is around it.
MOST = 20


class Copies:
    """Looks up in two aligned drafts where else a run of words stands."""

    def __init__(self, alignment: Alignment, *, english: bool) -> None:
        self.alignment, self.english = alignment, english
        self.old, self.new = Flat(alignment.old), Flat(alignment.new)
        self.known: dict[str, tuple[list[Span], list[Span]]] = {}

    def place(self, claim: Span) -> tuple[Span | None, bool]:
        """The one copy of old tokens that is theirs, and whether there were any to choose from.

        Copies that other words of the old draft became are not looked at. Where the words are missed in several
        places of the old draft, each is given the copy that fits it best.
        """
        missed, free = self.apart(self.alignment.old.key(claim))
        if not free:
            return None, False
        mine = sorted(((self.score(claim, there), there) for there in free), reverse=True)
        best, there = mine[0]
        others = [score for score, _ in mine[1:]] + [self.score(here, there) for here in missed if here != claim]
        sure = best >= AGREES and best >= max(others, default=-1.0) + MARGIN
        return (there if sure or (not others and self.alone(claim)) else None), True

    def alone(self, claim: Span) -> bool:
        """Whether words that say what they are about stand once in either draft."""
        key = self.alignment.old.key(claim)
        once = all(len(list(side.copies(key))) == 1 for side in (self.old, self.new))
        return once and specific(self.alignment.old, claim, english=self.english)

    def apart(self, key: str) -> tuple[list[Span], list[Span]]:
        """Where the words are not all together any more, in the old draft, and where they are nobody's, in the new."""
        if key not in self.known:
            missed = [copy for copy in self.old.copies(key) if not covers(self.alignment.to[slice(*copy)])]
            free = [copy for copy in self.new.copies(key) if self.free(copy, self.alignment.back)]
            self.known[key] = missed, free
        return self.known[key]

    @staticmethod
    def free(copy: Span, taken: list[int]) -> bool:
        """Whether most of the words are nobody's yet."""
        return 2 * sum(place >= 0 for place in taken[copy.start : copy.end]) <= copy.end - copy.start

    def trusted(self, here: Span, there: Span) -> bool:
        """Whether the same words in the same region are the same statement: in a block that did not change, or with
        the same words before or behind, or by naming names or figures themselves."""
        if all(self.alignment.whole[slice(*here)]) or max(self.agreement(here, there)) >= AGREES:
            return True
        return specific(self.alignment.old, here, english=self.english)

    def agreement(self, here: Span, there: Span) -> tuple[float, float]:
        """How alike the words before and those behind are, or how many of a sentence's worth became words nearby."""
        old, new = self.alignment.old.keys, self.alignment.new.keys
        before = alike(old[max(0, here.start - AROUND) : here.start], new[max(0, there.start - AROUND) : there.start])
        behind = alike(old[here.end : here.end + AROUND], new[there.end : there.end + AROUND])
        became = self.became(Span(here.start - NEAR, here.start), here.start - 1, there.start - 1)
        went_on = self.became(Span(here.end, here.end + NEAR), here.end, there.end)
        return max(before, became), max(behind, went_on)

    def became(self, near: Span, here: int, there: int) -> float:
        """Share of the old words near by, in the block of `here`, that went into the new block of `there`."""
        old, new, to = self.alignment.old.block_of, self.alignment.new.block_of, self.alignment.to
        if not (0 <= here < len(old) and 0 <= there < len(new)):
            return 0.0
        around = [token for token in range(max(0, near.start), min(near.end, len(old))) if old[token] == old[here]]
        return sum(to[token] >= 0 and new[to[token]] == new[there] for token in around) / len(around)

    def score(self, here: Span, there: Span) -> float:
        """The better agreement of both sides, half of the other's, and a bonus between the same neighbours."""
        worse, better = sorted(self.agreement(here, there))
        return better + worse / 2 + BONUS * self.between(here, there)

    def between(self, here: Span, there: Span) -> bool:
        """Whether the copy stands between what the words before and behind became."""
        to = self.alignment.to
        before = next((to[i] for i in range(here.start - 1, -1, -1) if to[i] >= 0), -1)
        behind = next((to[i] for i in range(here.end, len(to)) if to[i] >= 0), len(self.alignment.back))
        known = before >= 0 or behind < len(self.alignment.back)
        return known and before < there.start and there.end <= behind


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
        """Where the words of a key stand; nowhere, if that is too often to be told apart."""
        if self.text.count(f"\x1f{key}\x1f") > MOST:
            return
        length, at = key.count("\x1f") + 1, self.text.find(f"\x1f{key}\x1f")
        while at >= 0:
            start = bisect_left(self.places, at)
            yield Span(start, start + length)
            at = self.text.find(f"\x1f{key}\x1f", at + 1)


def specific(side: Side, span: Span, *, english: bool) -> bool:
    """Whether words say by themselves what they are about: a long sentence, or one with a figure or a name in it.

    A short one must not point at somebody named before it, which can be told in English alone.
    """
    length = span.end - span.start
    if length >= LONG:
        return True
    pointless = english and POINTERS.isdisjoint(side.keys[slice(*span)])
    if length < (SHORTEST if pointless else SENTENCE):
        return False
    return any(side.names[slice(*span)])


def alike(a: list[str], b: list[str]) -> float:
    """Share of the words that stand in both in the same order, signs left out; nothing on both sides agrees."""
    if not a and not b:
        return 1.0
    here, there = ([key for key in side if key[0].isalnum()] for side in (a, b))
    return SequenceMatcher(None, here, there, autojunk=False).ratio() if here and there else 0.0
