"""Two sequences compared: which items of the one are the same items of the other, in order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

# Up to this many pairs difflib compares a stretch; a longer one is first cut at what is unique in it.
SMALL = 40_000
ROUNDS = 40

Stretch = tuple[int, int, int, int, int]


def matches(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs `(i, j)` with `a[i] == b[j]`, both rising.

    What both begin and end with is taken off; a long rest is cut at the items that stand once on each side (the
    longest rising run of them: patience diff, after Bram Cohen), a short one is left to difflib. A long rest in
    which nothing is unique stays unmatched, so that the work grows with n log n.
    """
    found: list[tuple[int, int]] = []
    stack: list[Stretch] = [(0, len(a), 0, len(b), ROUNDS)]
    while stack:
        i, k, j, m, rounds = stack.pop()
        while i < k and j < m and a[i] == b[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        while i < k and j < m and a[k - 1] == b[m - 1]:
            k, m = k - 1, m - 1
            found.append((k, m))
        if (k - i) * (m - j) <= SMALL:
            found += compared(a[i:k], b[j:m], i, j)
        elif rounds:
            stack += between(rising(unique(a, b, (i, k, j, m))), (i, k, j, m), rounds - 1)
    return sorted(found)


def compared(a: Sequence[Hashable], b: Sequence[Hashable], i: int, j: int) -> Iterator[tuple[int, int]]:
    """What difflib finds in two short stretches that begin at `i` and `j`."""
    if not a or not b or set(a).isdisjoint(b):
        return
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield i + block.a + step, j + block.b + step


def unique(a: Sequence[Hashable], b: Sequence[Hashable], inside: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """The pairs of items that stand once on each side, in the order of `a`."""
    i, k, j, m = inside
    once = {item for item, count in Counter(b[j:m]).items() if count == 1}
    there = {b[place]: place for place in range(j, m) if b[place] in once}
    counts = Counter(a[i:k])
    return [(place, there[a[place]]) for place in range(i, k) if a[place] in there and counts[a[place]] == 1]


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of the pairs in which the second rises too."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        tails[place : place + 1], last[place : place + 1] = [j], [number]
        before.append(last[place - 1] if place else -1)
    run: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def between(cuts: Sequence[tuple[int, int]], inside: tuple[int, int, int, int], rounds: int) -> Iterator[Stretch]:
    """The stretches that the cuts leave, each with the cut it begins with; none without cuts."""
    i, k, j, m = inside
    if not cuts:
        return
    for x, y in [*cuts, (k, m)]:
        if i < x or j < y:
            yield i, x, j, y, rounds
        i, j = x, y
