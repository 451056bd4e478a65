"""How what was found is held against what was marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.quality.marked import Span

# Two spans are the same thing when they share this much of what they cover together.
SAME = 0.5


@dataclass
class Tally:
    """Counts that add up: how many were wanted, how many were offered, how many of each were right."""

    wanted: int = 0
    offered: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.wanted + other.wanted,
            self.offered + other.offered,
            self.found + other.found,
            self.right + other.right,
        )

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.offered if self.offered else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def shared(one: Span, other: Span) -> float:
    """The part of what two spans cover together that both cover."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start)) if both > 0 else 0.0


def pairs(marked: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """Indices of what belongs together, one to one: those that share most first, none that share less than SAME."""
    near = ((shared(one, other), i, j) for i, one in enumerate(marked) for j, other in enumerate(found))
    taken: list[tuple[int, int]] = []
    for _, i, j in sorted((near for near in near if near[0] >= SAME), key=lambda near: (-near[0], *near[1:])):
        if all(i != one and j != other for one, other in taken):
            taken.append((i, j))
    return sorted(taken)


def one_to_one(marked: Sequence[Span], found: Sequence[Span]) -> Tally:
    same = len(pairs(marked, found))
    return Tally(len(marked), len(found), same, same)


def words_covered(text: str, marked: Sequence[Span], found: Sequence[Span]) -> Tally:
    """A token is found when what was found covers half of its letters and digits or more, in however many pieces."""
    return Tally(
        len(marked),
        len(found),
        sum(half(text, span, found) for span in marked),
        sum(half(text, span, marked) for span in found),
    )


def half(text: str, span: Span, others: Sequence[Span]) -> bool:
    """Whether half of a span's letters and digits stand in one of the others."""
    letters = [place for place in range(*span) if text[place].isalnum()]
    inside = sum(any(start <= place < end for start, end in others) for place in letters)
    return 2 * inside >= len(letters)
