"""Which word of the old draft became which word of the new one.

Whole blocks first, then sentences, then words: each step looks only into the gap that the step before it left, so
that a sentence is never sought where its block is not (FORMATS §1).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from newsroom.text.anchors.likeness import Bag, Likely, bag, chain, shared
from newsroom.text.anchors.removed import LONG, removed
from newsroom.text.matching import matches
from newsroom.text.pair import Pair
from newsroom.text.side import Side
from newsroom.text.spans import Span

Places = tuple[int, int]
Group = tuple[list[int], list[int]]
# A sentence of so many words and signs is known again where it stands word for word.
SHORT = 4
# Share of a sentence's words found again in what its neighbour became, from which on it was joined to it.
JOINED = 0.6
ROUNDS = 6


class Alignment(Pair):
    """Two drafts aligned. Of old tokens `whole` says that their block stands as it was, `moved` that they stand
    elsewhere now.
    """

    def __init__(self, old: Side, new: Side) -> None:
        super().__init__(old, new)
        self.moved, self.whole = bytearray(len(old)), bytearray(len(old))
        counts = [Counter(side.key(span) for span in side.sentences) for side in (old, new)]
        self.standing = standing(*counts)
        before = [old.key(block) for block in old.blocks]
        after = [new.key(block) for block in new.blocks]
        kept = stayed(old, new)
        for i, j in kept:
            self.same(old.blocks[i], new.blocks[j])
        for i, j in elsewhere(before, after, kept, counts):
            self.same(old.blocks[i], new.blocks[j])
            self.moved[slice(*old.blocks[i])] = b"\1" * (old.blocks[i].end - old.blocks[i].start)
        for here, there in gaps(kept, len(before), len(after)):
            self.sentences(self.left(old, here, self.to), self.left(new, there, self.back))
        self.carried()

    def same(self, here: Span, there: Span) -> None:
        """The two blocks read the same."""
        self.to[slice(*here)] = range(*there)
        self.back[slice(*there)] = range(*here)
        self.whole[slice(*here)] = b"\1" * (here.end - here.start)

    def left(self, side: Side, blocks: Span, taken: Sequence[int]) -> list[Span]:
        """The sentences of some blocks that nothing is known of yet."""
        if blocks.start == blocks.end:
            return []
        first, last = side.blocks[blocks.start].start, side.blocks[blocks.end - 1].end - 1
        numbers = range(side.sentence_of[first], side.sentence_of[last] + 1)
        return [side.sentences[n] for n in numbers if untaken(taken, side.sentences[n])]

    def sentences(self, here: Sequence[Span], there: Sequence[Span]) -> None:
        """Pair the sentences of a gap, and the words of each pair."""
        if not here or not there:
            return
        old = [bag(self.old.keys[slice(*span)], stands=self.old.key(span) in self.standing) for span in here]
        new = [bag(self.new.keys[slice(*span)], stands=self.new.key(span) in self.standing) for span in there]
        for pairs in grouped(completed(old, new, ROUNDS), old, new):
            self.words([here[i] for i in pairs[0]], [there[j] for j in pairs[1]])
        crossing = (
            [span for span in here if untaken(self.to, span)],
            [span for span in there if untaken(self.back, span)],
        )
        for before, after in removed(self, *crossing):
            self.words([before], [after])
            for token in range(*before):
                self.moved[token] = self.to[token] >= 0

    def words(self, here: Sequence[Span], there: Sequence[Span]) -> None:
        """Match the words of sentences that belong together."""
        old = [token for span in here for token in range(*span)]
        new = [token for span in there for token in range(*span)]
        for i, j in matches([self.old.keys[i] for i in old], [self.new.keys[j] for j in new]):
            self.to[old[i]], self.back[new[j]] = new[j], old[i]

    def carried(self) -> None:
        """Blocks that were moved and edited: those that hold whole sentences of one old block, word for word, or all
        of its names and figures. Their other sentences are looked for in there.
        """
        free = {n: s for n, s in enumerate(self.new.sentences) if s.end - s.start >= LONG and untaken(self.back, s)}
        standing: defaultdict[str, list[int]] = defaultdict(list)
        for n, span in free.items():
            standing[self.new.key(span)].append(n)
        votes: defaultdict[tuple[int, int], int] = defaultdict(int)
        for span in self.old.sentences:
            if span.end - span.start >= LONG and untaken(self.to, span):
                there = standing.get(self.old.key(span), [])
                if len(there) == 1 and self.old.key(span) in self.standing:
                    block = self.new.block_of[self.new.sentences[there[0]].start]
                    votes[self.old.block_of[span.start], block] += span.end - span.start
        for (i, j), length in sorted(votes.items(), key=lambda item: -item[1]):
            here = self.old.blocks[i]
            if 4 * length >= here.end - here.start:
                self.within(i, j)
        old = [block for block in self.old.blocks if untaken(self.to, block)]
        new = [block for block in self.new.blocks if untaken(self.back, block)]
        for before, after in list(removed(self, old, new)):
            self.within(self.old.block_of[before.start], self.new.block_of[after.start])

    def within(self, i: int, j: int) -> None:
        """What is left of an old block is looked for in a new one, which stands elsewhere."""
        before = [token for token in range(*self.old.blocks[i]) if self.to[token] < 0]
        left = self.left(self.old, Span(i, i + 1), self.to), self.left(self.new, Span(j, j + 1), self.back)
        self.sentences(*left)
        for token in before:
            self.moved[token] = self.to[token] >= 0


def stayed(old: Side, new: Side) -> list[Places]:
    """The blocks that stand word for word where they stood: between those that they stood between, as far as these
    are there at all, edited or not.
    """
    here, there = ([bag(side.keys[slice(*block)]) for block in side.blocks] for side in (old, new))
    return [
        (pair.old, pair.new) for pair in completed(here, there, ROUNDS) if here[pair.old].key == there[pair.new].key
    ]


def standing(before: Counter[str], after: Counter[str]) -> set[str]:
    """The keys of sentences that stand equally often in both drafts."""
    return {key for key, count in before.items() if after[key] == count and key.count("\x1f") >= SHORT}


def untaken(taken: Sequence[int], span: Span) -> bool:
    return all(place < 0 for place in taken[span.start : span.end])


def elsewhere(
    before: Sequence[str], after: Sequence[str], kept: Sequence[Places], sentences: Sequence[Counter[str]]
) -> Iterator[Places]:
    """Long blocks that stand word for word in another place, and once on either side, also as a sentence."""
    stayed, here = {i for i, _ in kept}, {j for _, j in kept}
    counts = Counter(before), Counter(after), *sentences
    places = {key: j for j, key in enumerate(after) if j not in here and key.count("\x1f") >= LONG - 1}
    for i, key in enumerate(before):
        if i not in stayed and key in places and all(count[key] <= 1 for count in counts):
            yield i, places[key]


def gaps(kept: Sequence[Places], old: int, new: int) -> Iterator[tuple[Span, Span]]:
    """The runs between neighbouring pairs, as ranges of both sides."""
    for (i, j), (k, m) in pairwise([(-1, -1), *kept, (old, new)]):
        if k - i > 1 and m - j > 1:
            yield Span(i + 1, k), Span(j + 1, m)


def completed(old: Sequence[Bag], new: Sequence[Bag], rounds: int) -> list[Likely]:
    """The best chain, and the best ones in the gaps it leaves, where other words are rare."""
    pairs = chain(old, new)
    if not pairs:
        return [Likely(i, j, 1.0) for i, j in matches([bag.key for bag in old], [bag.key for bag in new])]
    if not rounds:
        return pairs
    whole: list[Likely] = list(pairs)
    for here, there in gaps([(pair.old, pair.new) for pair in pairs], len(old), len(new)):
        for pair in completed(old[slice(*here)], new[slice(*there)], rounds - 1):
            whole.append(Likely(pair.old + here.start, pair.new + there.start, pair.likeness))
    return sorted(whole)


def grouped(pairs: Sequence[Likely], old: Sequence[Bag], new: Sequence[Bag]) -> Iterator[Group]:
    """Each pair with the sentences beside it that were split off or joined to it."""
    used = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    for pair in pairs:
        group: Group = [pair.old], [pair.new]
        beside = ((0, pair.old - 1), (0, pair.old + 1), (1, pair.new - 1), (1, pair.new + 1))
        for side, place in beside if pair.likeness < 1 else ():
            bags = (old, new)[side]
            inside = 0 <= place < len(bags) and place not in used[side]
            if inside and joined(bags[place], lacking(old, new, group, side)):
                used[side].add(place)
                group[side].append(place)
        yield sorted(group[0]), sorted(group[1])


def lacking(old: Sequence[Bag], new: Sequence[Bag], group: Group, side: int) -> dict[str, int]:
    """The words of a group on the other side that stand for nothing on this one."""
    words = Counter[str]()
    for bags, places, sign in ((old, group[0], 2 * side - 1), (new, group[1], 1 - 2 * side)):
        for place in places:
            for word, count in bags[place].words.items():
                words[word] += sign * count
    return dict(+words)


def joined(extra: Bag, words: Mapping[str, int]) -> bool:
    """Whether a sentence's words are for the most part among these."""
    return extra.weight > 0 and shared(extra.words, words) >= JOINED * extra.weight


def covers(numbers: Iterable[int]) -> bool:
    """Whether numbers are all there and follow each other."""
    listed = list(numbers)
    return bool(listed) and listed[0] >= 0 and all(b == a + 1 for a, b in pairwise(listed))
