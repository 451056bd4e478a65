"""Two drafts of a story, and what became of every sentence of the first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from tests.quality.marked import Span

# From this likeness on (letters in order) a sentence was edited; one that is less like was written anew.
EDITED = 0.8


@dataclass(frozen=True)
class Line:
    """A sentence of a draft, and the number of the old draft's sentence that it comes from."""

    text: str
    origin: int | None = None


Blocks = list[list[Line]]
Laid = list[tuple[Line, Span]]


class Fate(NamedTuple):
    """An old sentence: where it stands, and where in the new draft what became of it stands, if anything.

    `kind` is kept, edited, rewritten or gone, with “repeated” before it where the words stand several times on a side;
    `number`: its figures changed.
    """

    old: Span
    new: Span | None
    kind: str
    number: bool


@dataclass(frozen=True)
class Revision:
    """Two drafts, by which scenario and seed they were made, and the fate of each sentence of the old one."""

    scenario: str
    seed: int
    old: str
    new: str
    fates: list[Fate]


def revision(scenario: str, seed: int, old: Blocks, new: Blocks, *, wrapped: bool) -> Revision:
    """The two drafts laid out; `wrapped`: the new one's lines are short."""
    (before, here), (after, there) = laid_out(old), laid_out(new, wrapped=wrapped)
    became = {line.origin: (line, span) for line, span in there if line.origin is not None}
    often = Counter(line.text for line, _ in here), Counter(line.text for line, _ in there)
    fates = [fate(line, span, became.get(line.origin), often) for line, span in here]
    return Revision(scenario, seed, before, after, fates)


def laid_out(blocks: Blocks, *, wrapped: bool = False) -> tuple[str, Laid]:
    """A draft's text, and where each of its sentences stands."""
    text, spans = "", Laid()
    for block in filter(None, blocks):
        text += "\n\n" if text else ""
        for place, line in enumerate(block):
            text += " " if place else ""
            shown = short_lines(line.text) if wrapped else line.text
            spans.append((line, Span(len(text), len(text) + len(shown))))
            text += shown
    return text, spans


def short_lines(text: str) -> str:
    """Seven words a line."""
    words = text.split(" ")
    return "\n".join(" ".join(words[first : first + 7]) for first in range(0, len(words), 7))


def fate(line: Line, span: Span, became: tuple[Line, Span] | None, often: Sequence[Counter[str]]) -> Fate:
    several = "repeated " if max(counts[line.text] for counts in often) > 1 else ""
    if became is None:
        return Fate(span, None, f"{several}gone", number=False)
    now, there = became
    if now.text == line.text:
        return Fate(span, there, f"{several}kept", number=False)
    alike = SequenceMatcher(None, line.text, now.text, autojunk=False).ratio()
    return Fate(
        span, there, "edited" if alike >= EDITED else "rewritten", number=figures(line.text) != figures(now.text)
    )


def figures(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]
