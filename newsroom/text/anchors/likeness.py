"""How alike two sentences are, and which chain of pairs fits two runs of them best."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

# A word that stands more often than this in a run says little about which sentence is which.
RARE = 6
# So many candidates a sentence is compared with at most, and runs of so many pairs are compared throughout.
CANDIDATES, THROUGHOUT = 5, 400
# Below this two sentences are no pair; above, it takes a closer look at the words in their order.
PAIR = 0.45


class Bag(NamedTuple):
    """The words of a sentence without their order, what they weigh (their letters), and the sentence's key.

    `stands` says that the sentence is somewhere on the other side word for word: it is paired with no other.
    """

    words: Mapping[str, int]
    weight: int
    key: str
    stands: bool


class Likely(NamedTuple):
    """The places of two sentences in their runs, and how alike they are (0 to 1)."""

    old: int
    new: int
    likeness: float


def bag(keys: Sequence[str], *, stands: bool = False) -> Bag:
    words = Counter(key for key in keys if key[0].isalnum())
    return Bag(words, sum(len(word) * count for word, count in words.items()), "\x1f".join(keys), stands)


def shared(a: Mapping[str, int], b: Mapping[str, int]) -> int:
    """The letters of the words that both hold."""
    if len(a) > len(b):
        a, b = b, a
    return sum(min(count, b[word]) * len(word) for word, count in a.items() if word in b)


def likeness(a: Bag, b: Bag) -> float:
    """Dice's coefficient of the words, weighed by their letters."""
    if a.key == b.key:
        return 1.0
    if a.stands or b.stands:
        return 0.0
    return 2 * shared(a.words, b.words) / max(1, a.weight + b.weight)


def candidates(old: Sequence[Bag], new: Sequence[Bag]) -> Iterator[Likely]:
    """Pairs that may belong together: those that share rare words, all of them in short runs."""
    if len(old) * len(new) <= THROUGHOUT:
        pairs: Iterable[tuple[int, int]] = product(range(len(old)), range(len(new)))
    else:
        pairs = sharing(old, new)
    for i, j in pairs:
        alike = likeness(old[i], new[j])
        if alike >= PAIR:
            yield Likely(i, j, alike)


def sharing(old: Sequence[Bag], new: Sequence[Bag]) -> Iterator[tuple[int, int]]:
    """For each old sentence the new ones with which it shares most rare words."""
    standing: defaultdict[str, list[int]] = defaultdict(list)
    for j, there in enumerate(new):
        for word in there.words:
            standing[word].append(j)
    for i, here in enumerate(old):
        votes = Counter(j for word in here.words if len(standing[word]) <= RARE for j in standing[word])
        for j, _ in votes.most_common(CANDIDATES):
            yield i, j


def chain(old: Sequence[Bag], new: Sequence[Bag]) -> list[Likely]:
    """The pairs, rising on both sides, that are most alike together: the heaviest such run over a sparse table, by
    a tree of prefix maxima (Fenwick), in n log n. Equal sentences weigh half as much again, long ones more."""
    found = sorted(candidates(old, new), key=lambda pair: (pair.old, -pair.new))
    best: list[float] = []
    before: list[int] = []
    tree = [(0.0, -1)] * (len(new) + 1)
    for number, pair in enumerate(found):
        place, weight = pair.new, (0.0, -1)
        while place > 0:
            weight = max(weight, tree[place])
            place &= place - 1
        total = weight[0] + worth(pair, old[pair.old], new[pair.new])
        best.append(total)
        before.append(weight[1])
        place = pair.new + 1
        while place < len(tree):
            tree[place] = max(tree[place], (total, number))
            place += place & -place
    run: list[Likely] = []
    number = max(range(len(found)), key=best.__getitem__, default=-1)
    while number >= 0:
        run.append(found[number])
        number = before[number]
    return run[::-1]


def worth(pair: Likely, old: Bag, new: Bag) -> float:
    length = min(200, old.weight + new.weight) + 10
    return length * (1.2 if pair.likeness == 1 else pair.likeness - 0.3)
