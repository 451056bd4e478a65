"""How well claims follow their sentences into second drafts, scenario by scenario."""

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.text.anchors import Placed, reanchor
from newsroom.text.sentences import sentences
from tests.quality.dealing import PER_SCENARIO, revisions
from tests.quality.marked import stories
from tests.quality.revisions import Fate

# The same stories so often are some 10,000 words.
COPIES = 3
# More than this share of the shorter one has to lie in both.
HALF = 0.5


@dataclass
class Tally:
    """Sentences of one kind: all, those that ended where they should, and of the others those on wrong words."""

    wanted: int = 0
    right: int = 0
    wrong: int = 0
    suspended: int = 0

    def add(self, fate: Fate, at: Placed) -> None:
        right = stands(fate, at)
        self.wanted += 1
        self.right += right
        self.wrong += not right and at.start is not None
        self.suspended += right and at.start is not None and at.changed

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.wanted + other.wanted,
            self.right + other.right,
            self.wrong + other.wrong,
            self.suspended + other.suspended,
        )

    @property
    def share(self) -> float:
        return self.right / max(1, self.wanted)


Tallies = dict[tuple[str, str], Tally]


def stands(fate: Fate, at: Placed) -> bool:
    """Whether a claim is where its sentence went, or nowhere if that is gone."""
    if fate.new is None or at.start is None or at.end is None:
        return fate.new is None and at.start is None
    shared = min(fate.new.end, at.end) - max(fate.new.start, at.start)
    return shared > HALF * min(fate.new.end - fate.new.start, at.end - at.start)


def measure(each: int = PER_SCENARIO) -> Tallies:
    """A tally for each scenario and kind of sentence, and for those whose figures changed."""
    found: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
    for revision in revisions(each):
        placed = reanchor(revision.old, revision.new, [fate.old for fate in revision.fates], language="en")
        for fate, at in zip(revision.fates, placed, strict=True):
            found[revision.scenario, fate.kind].add(fate, at)
            if fate.number and fate.kind == "edited":
                found[revision.scenario, "other figures"].add(fate, at)
    return dict(found)


def whole(found: Tallies) -> dict[str, Tally]:
    """All scenarios together, by kind of sentence."""
    kinds: defaultdict[str, Tally] = defaultdict(Tally)
    for (_, kind), tally in found.items():
        kinds[kind] += tally
    return dict(kinds)


def table(found: Tallies) -> Iterator[str]:
    yield f"{'scenario':12}{'sentences':16}{'right':>12}{'':8}{'wrong words':>12}{'suspended':>11}"
    rows = [*found.items(), *((("all", kind), tally) for kind, tally in whole(found).items())]
    for (scenario, kind), tally in rows:
        right = f"{tally.right}/{tally.wanted}"
        yield f"{scenario:12}{kind:16}{right:>12}{tally.share:8.3f}{tally.wrong:12}{tally.suspended:11}"


def seconds() -> tuple[int, int, float]:
    """Words, claims, and processor seconds for a long draft in which every fortieth word changed."""
    old = "\n\n".join(story.text for story in stories() * COPIES)
    words = old.split(" ")
    new = " ".join("other" if place % 40 == 7 else word for place, word in enumerate(words))
    claims = sentences(old)
    started = time.process_time()
    reanchor(old, new, claims, language="en")
    return len(old.split()), len(claims), time.process_time() - started
