"""What can be checked: one claim for each sentence that says something, two where a sentence holds two facts."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsroom.text.furniture import says_something
from newsroom.text.kinds import Wording, flags_of, kinds_of
from newsroom.text.names import UPPER
from newsroom.text.opinion import exclaimed, opinion, tells
from newsroom.text.quotes.quote import Quote
from newsroom.text.spans import Span, trimmed

# Each half of a sentence that is split says at least this much (code points).
HALF = 20
# A sentence longer than this is read no further for kinds, flags and opinion.
LONGEST = 2000

JOINT = re.compile(
    r";\s+|,\s(?:and|but|while|whereas|although)\s"
    rf"(?=(?:he|she|it|they|the|its|their|his|her|another|a|an|in\s\d|{UPPER}\w+)\b)"
)
FACT = re.compile(r"\d|[$€£%]")
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|did|does|said|fell|rose|grew|lost|won|took|made|came|went|got|left|paid"
    r"|cost|sold|held|stood|began|ran|\w{2,}ed)\b"
)
QUOTING = frozenset('“”"„«»')
MARKS = re.compile(r"[\"“”„«»()\[\]—]")


class Claim(NamedTuple):
    """Words that can be true or false, `text[start:end]` in code points.

    `kinds` and `flags` are slugs in their listed order; `opinion` is a hint that names its rule and the words
    behind it, or ""; `rule` says what proposed the claim; `quote` is the index of the quotation it stands in or
    carries.
    """

    start: int
    end: int
    kinds: tuple[str, ...]
    flags: tuple[str, ...]
    opinion: str
    rule: str
    quote: int | None


def claims(text: str, sentences: Sequence[Span], quotes: Sequence[Quote], *, hints: bool = True) -> list[Claim]:
    """The claims in a text, in order, none twice; with `hints`, those that sound like opinion say why.

    `sentences` and `quotes` are those of the same text, in order. Offsets in code points.
    """
    found: list[Claim] = []
    place = 0
    for number, sentence in enumerate(sentences):
        while place < len(quotes) and quotes[place].end <= sentence.start:
            place += 1
        near = touching(quotes, place, sentence) if place < len(quotes) else []
        if not says_something(text, sentence, [quotes[index] for index in near], first=number == 0):
            continue
        for part in parts(text, sentence):
            here = near if part == sentence else [index for index in near if meets(quotes[index], part)]
            found.append(claim(text, part, quotes, here, hints=hints))
    return found


def touching(quotes: Sequence[Quote], place: int, sentence: Span) -> list[int]:
    """The indices, from `place` on, of the quotations that share words with a sentence."""
    found = []
    while place < len(quotes) and quotes[place].start < sentence.end:
        if meets(quotes[place], sentence):
            found.append(place)
        place += 1
    return found


def meets(quote: Quote, span: Span) -> bool:
    return quote.start < span.end and span.start < quote.end


def parts(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, in two where a semicolon or conjunction joins clauses that each have a figure and a verb."""
    start, end = sentence
    if end - start >= 2 * HALF and end - start <= LONGEST and not MARKS.search(text, start, end):
        for joint in JOINT.finditer(text, start + HALF, end - HALF):
            left, right = (start, joint.start()), (joint.end(), end)
            if all(FACT.search(text, *half) and FINITE.search(text, *half) for half in (left, right)):
                yield trimmed(text, *left)
                yield from parts(text, trimmed(text, *right))
                return
    yield sentence


def claim(text: str, span: Span, quotes: Sequence[Quote], near: Sequence[int], *, hints: bool) -> Claim:
    """The claim on a span, with what its words show."""
    wording = Wording(text[span.start : min(span.end, span.start + LONGEST)])
    spoken = [index for index in near if not quotes[index].doubtful]
    if not spoken:
        hint = opinion(wording) if hints else ""
        return Claim(span.start, span.end, kinds_of(wording), flags_of(wording), hint, "sentence", None)
    in_quote = any(meets_marks(quotes[index], span) for index in spoken)
    reported = any(quotes[index].kind != "direct" for index in spoken)
    kinds = kinds_of(wording, in_quote=in_quote, reported=reported)
    hint = own_opinion(text, span, wording, [quotes[index] for index in spoken]) if hints else ""
    rule = "sentence with a quotation" if in_quote else "reported statement" if reported else "sentence"
    best = spoken[0] if len(spoken) == 1 else max(spoken, key=lambda index: overlap(quotes[index], span))
    return Claim(span.start, span.end, kinds, flags_of(wording), hint, rule, best)


def own_opinion(text: str, span: Span, wording: Wording, quotes: Sequence[Quote]) -> str:
    """Whether what the story says in its own voice sounds like opinion.

    A sentence without a telling word has none outside its quotations either, so its words are not looked at again.
    """
    own = own_words(text, span, quotes)
    if span.end - span.start <= LONGEST and not tells(wording):
        return exclaimed(own)
    return opinion(Wording(own), quoting=not QUOTING.isdisjoint(text[span.start : span.end]))


def meets_marks(quote: Quote, span: Span) -> bool:
    if not quote.marked:
        return False
    place = bisect_right(quote.marked, (span.start, span.end)) - 1
    near = quote.marked[max(0, place) : place + 2]
    return any(start < span.end and span.start < end for start, end in near)


def overlap(quote: Quote, span: Span) -> tuple[bool, int]:
    """How much of a span a quotation takes; words in marks come first."""
    return meets_marks(quote, span), min(quote.end, span.end) - max(quote.start, span.start)


def own_words(text: str, span: Span, quotes: Sequence[Quote]) -> str:
    """What the story says itself: the span without what it quotes or reports."""
    kept, position = [], span.start
    for quote in quotes:
        kept.append(text[position : max(position, min(quote.start, span.end))])
        position = max(position, quote.end)
    kept.append(text[position : min(span.end, span.start + LONGEST)])
    return " ".join(kept)
