"""Blocks and sentences that were moved and edited, known again by the names and figures in them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsroom.text.anchors.likeness import Bag, bag, likeness
from newsroom.text.changes.figures import SMALL
from newsroom.text.lexicon import DAYS, MONTHS
from newsroom.text.pair import Pair
from newsroom.text.side import Side
from newsroom.text.spans import Span

# A block or sentence (in words and signs) is long enough to be known again elsewhere.
LONG = 8
# So much of the words and of the names and figures is the same, and no other one comes near.
ALIKE, TELLING, LEAD = 0.7, 0.8, 0.15
FEWEST = 2
# Names and figures that stand in more of them than this say little about which is which.
RARE = 6
# Words that tell as much as figures do.
FIGURES = frozenset(map(str.lower, DAYS | MONTHS)) | SMALL.keys()


class Left(NamedTuple):
    """A range of tokens that has no counterpart yet, its words, its names, and its figures and days."""

    span: Span
    bag: Bag
    names: Counter[str]
    figures: Counter[str]

    def tells_of(self, other: "Left") -> bool:
        """Whether both tell of the same people and places, and of the same figures and days."""
        return min(dice(self.names, other.names), dice(self.figures, other.figures)) >= TELLING


def removed(pair: Pair, here: Iterable[Span], there: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Of some old and some new ranges of tokens those that are each other's likeliest by far. Lookalikes that tell of
    other people, days or figures are none.
    """
    likely: defaultdict[Span, list[tuple[float, Left, Left]]] = defaultdict(list)
    rivals: defaultdict[Span, list[float]] = defaultdict(list)
    for old, new in together(list(telling(pair.old, here)), list(telling(pair.new, there))):
        alike = likeness(old.bag, new.bag)
        likely[old.span].append((alike, old, new))
        rivals[new.span].append(alike)
    for span, found in likely.items():
        (best, old, new), *others = sorted(found, key=lambda one: -one[0])
        second = max([alike for alike, *_ in others] + sorted(rivals[new.span])[:-1], default=0.0)
        if best >= max(ALIKE, second + LEAD) and old.tells_of(new):
            yield span, new.span


def telling(side: Side, spans: Iterable[Span]) -> Iterator[Left]:
    """The ranges that are long enough and tell of somebody or something."""
    for span in spans:
        keys = side.keys[slice(*span)]
        figures = Counter(key for key in keys if key[0].isdecimal() or key in FIGURES)
        names = Counter(side.keys[token] for token in range(*span) if side.names[token]) - figures
        if len(keys) >= LONG and names.total() + figures.total() >= FEWEST:
            yield Left(span, bag(keys), names, figures)


def together(old: Sequence[Left], new: Sequence[Left]) -> Iterator[tuple[Left, Left]]:
    """Pairs that share a rare name or figure."""
    standing: defaultdict[str, list[int]] = defaultdict(list)
    for place, there in enumerate(new):
        for word in (*there.names, *there.figures):
            standing[word].append(place)
    for here in old:
        rare = [word for word in (*here.names, *here.figures) if len(standing[word]) <= RARE]
        places = {place for word in rare for place in standing[word]}
        yield from ((here, new[place]) for place in sorted(places))


def dice(a: Counter[str], b: Counter[str]) -> float:
    """Dice's coefficient; two that are empty are the same."""
    return 2 * (a & b).total() / (a.total() + b.total()) if a or b else 1.0
