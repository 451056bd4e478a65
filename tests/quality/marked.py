"""Reads a story and its marks from one file. How it is marked, and by which rules, says `README.md`."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "stories"
CLASSES = ("numbers", "dates", "quotes", "names", "superlatives")
MARKS = re.compile(r"\{([a-z ]+)\|([^{}]*)\}")
TOKENS = re.compile(rf"  ({'|'.join(CLASSES)}): (\S.*)")


class Span(NamedTuple):
    """From `start` up to `end` in code points."""

    start: int
    end: int


class Fact(NamedTuple):
    """A claim as a checker would cut it."""

    span: Span
    kinds: frozenset[str]
    legal: bool


@dataclass
class Story:
    """A story's canonical text and everything that was marked in it, in reading order."""

    name: str
    text: str = ""
    sentences: list[Span] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    tokens: dict[str, list[Span]] = field(default_factory=lambda: {name: [] for name in CLASSES})

    def several(self) -> list[list[Fact]]:
        """The facts of each sentence that holds more than one."""
        within = ([fact for fact in self.facts if a <= fact.span.start < b] for a, b in self.sentences)
        return [facts for facts in within if len(facts) > 1]


class Wrong(ValueError):
    """A mark that does not fit its story."""


def stories() -> list[Story]:
    """Every story of the folder, by name."""
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


def read(path: Path) -> Story:
    """The story of a file. Raises `Wrong` where words that are listed do not stand there."""
    story, span = Story(path.stem), Span(0, 0)
    listed: list[tuple[Span, str]] = []
    for paragraph in re.split(r"\n\n+", path.read_text().strip()):
        joint = "\n\n" if story.text else ""
        for line in paragraph.splitlines():
            if line.startswith("  "):
                listed.append((span, line))
                continue
            span = add(story, line, "\n" if line.startswith("| ") and joint == " " else joint)
            joint = " "
    for span, line in listed:
        find(story, span, line)
    return story


def add(story: Story, line: str, joint: str) -> Span:
    """Puts one marked sentence at the story's end; where it stands."""
    furniture, line = line.startswith("~ "), re.sub(r"^[#~|] ", "", line)
    start = len(story.text) + len(joint)
    story.text += joint + MARKS.sub(r"\2", line)
    if re.search(r"[{}|]", story.text[start:]):
        raise Wrong(f"{story.name}: a brace stands alone in “{line}”")
    span = Span(start, len(story.text))
    if not furniture:
        story.sentences.append(span)
    taken = 0
    for found in MARKS.finditer(line):
        at = start + found.start() - taken
        kinds = frozenset(found[1].split())
        story.facts.append(Fact(Span(at, at + len(found[2])), kinds - {"legal"}, "legal" in kinds))
        taken += len(found[0]) - len(found[2])
    return span


def find(story: Story, sentence: Span, line: str) -> None:
    """Finds the listed words in their sentence, each after the one before; a quotation may run on past its end."""
    match = TOKENS.fullmatch(line)
    if not match:
        raise Wrong(f"{story.name}: not a list of words: “{line}”")
    start, end = sentence
    for words in match[2].split("; "):
        found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(story.text, start)
        if not found or found.start() >= end:
            raise Wrong(f"{story.name}: “{words}” does not stand there")
        story.tokens[match[1]].append(Span(*found.span()))
        start = found.end()
