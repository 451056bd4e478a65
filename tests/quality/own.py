"""The breakdown and the ledger's tokens on the marked stories."""

from dataclasses import dataclass, field

from newsroom.text.breakdown import Claim, breakdown
from newsroom.text.coverage import tokens
from tests.quality.marked import CLASSES, Fact, Span, Story
from tests.quality.matching import Tally, one_to_one, pairs, words_covered

# The ledger's name for each class of marked tokens.
LEDGER = dict(zip(CLASSES, ("number", "date", "quotation", "name", "superlative"), strict=True))


@dataclass
class Measured:
    """What came out for one story, or for several added up."""

    ledger: dict[str, Tally] = field(default_factory=dict)
    claims: Tally = field(default_factory=Tally)
    # Sentences that were marked as several claims, and those that were cut in several.
    splits: Tally = field(default_factory=Tally)
    # By kind, over the claims that were matched; *legal*, the flag, among them.
    kinds: dict[str, Tally] = field(default_factory=dict)

    def __add__(self, other: "Measured") -> "Measured":
        ledger, kinds = added(self.ledger, other.ledger), added(self.kinds, other.kinds)
        return Measured(ledger, self.claims + other.claims, self.splits + other.splits, kinds)


def added(one: dict[str, Tally], other: dict[str, Tally]) -> dict[str, Tally]:
    return {name: one.get(name, Tally()) + other.get(name, Tally()) for name in one | other}


def measure(story: Story) -> Measured:
    found = breakdown(story.text)
    spans, marked = [Span(claim.start, claim.end) for claim in found.claims], [fact.span for fact in story.facts]
    same = [(story.facts[i], found.claims[j]) for i, j in pairs(marked, spans)]
    return Measured(ledger(story), one_to_one(marked, spans), splits(story, spans), kinds(same))


def ledger(story: Story) -> dict[str, Tally]:
    """Sentences are paired one to one; of the other classes, what counts is which words are looked at."""
    listed = ledger_tokens(story)
    of_words = {name: words_covered(story.text, story.tokens[name], listed[LEDGER[name]]) for name in CLASSES}
    return {**of_words, "sentences": one_to_one(story.sentences, listed["sentence"])}


def ledger_tokens(story: Story) -> dict[str, list[Span]]:
    """What the ledger lists, by its own names of the classes."""
    listed: dict[str, list[Span]] = {"sentence": [], **{name: [] for name in LEDGER.values()}}
    for token in tokens(story.text):
        listed[token.kind].append(Span(token.start, token.end))
    return listed


def splits(story: Story, spans: list[Span]) -> Tally:
    """A sentence counts as cut when several of the spans begin in it."""
    tally = Tally()
    for start, end in story.sentences:
        wanted = sum(start <= fact.span.start < end for fact in story.facts) > 1
        cut = sum(start <= span.start < end for span in spans) > 1
        tally += Tally(wanted, cut, wanted and cut, wanted and cut)
    return tally


def kinds(same: list[tuple[Fact, Claim]]) -> dict[str, Tally]:
    tallies: dict[str, Tally] = {}
    for fact, claim in same:
        wanted = {*fact.kinds, *(["legal"] if fact.legal else [])}
        given = {*claim.kinds, *({"legal"} & set(claim.flags))}
        for kind in wanted | given:
            hit = kind in wanted & given
            tallies[kind] = tallies.get(kind, Tally()) + Tally(kind in wanted, kind in given, hit, hit)
    return tallies
