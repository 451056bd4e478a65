"""What stands around unchanged words and can turn what they say: a negation, a hedge, who says it."""

from collections.abc import Iterator, Sequence

from newsroom.text.changes.lists import CUES, HEDGES, NEGATORS
from newsroom.text.changes.reasons import apart, arrow, kinds, reason
from newsroom.text.changes.units import Unit, units
from newsroom.text.pair import Pair
from newsroom.text.quotes import Quote
from newsroom.text.side import Side
from newsroom.text.spans import Span

FRAMING = NEGATORS | HEDGES | CUES


def around(pair: Pair, claim: Span, there: Span, *, english: bool) -> str:
    """What the rest of the sentence, or who is quoted, makes of unchanged words; "" if nothing new."""
    old, new = list(rest(pair.old, claim, english=english)), list(rest(pair.new, there, english=english))
    change = ""
    if [unit.key for unit in old] != [unit.key for unit in new]:
        old = list(own(old, pair.to, pair.new, there))
        new = list(own(new, pair.back, pair.old, claim))
        change = framed(old, new) if english else reason(old, new, english=False)
    return change or (spoken(pair, claim, there) if english else "")


def rest(side: Side, span: Span, *, english: bool) -> Iterator[Unit]:
    """What counts in the sentence around a span, the span left out."""
    first = side.sentences[side.sentence_of[span.start]].start
    last = side.sentences[side.sentence_of[span.end - 1]].end
    yield from units(side, Span(first, span.start), english=english)
    yield from units(side, Span(span.end, last), english=english)


def own(found: Sequence[Unit], map: Sequence[int], other: Side, span: Span) -> Iterator[Unit]:
    """The units without those that on the other side stand in another sentence: two were joined, or one parted."""
    sentences = other.sentence_of[span.start : span.end]
    for unit in found:
        image = map[unit.first]
        if image < 0 or other.sentence_of[image] in sentences:
            yield unit


def framed(old: Sequence[Unit], new: Sequence[Unit]) -> str:
    """A negation, hedge or attribution that came or went; a name beside an attribution counts too."""
    said = any(unit.key in CUES for unit in (*old, *new))
    gone, come = ([unit for unit in side if frames(unit, said=said)] for side in (old, new))
    gone, come = apart(gone, come, lambda unit: unit.key)
    return arrow(gone, come) if gone or come else ""


def frames(unit: Unit, *, said: bool) -> bool:
    found = kinds(unit)
    return unit.key in FRAMING or "negation" in found or (said and "name" in found)


def spoken(pair: Pair, claim: Span, there: Span) -> str:
    """Another speaker or cue for the quotation that the claim stands in."""
    if not (pair.old.quoted[claim.start] and pair.new.quoted[there.start]) or same_block(pair, claim, there):
        return ""
    old, new = quote_at(pair.old, claim), quote_at(pair.new, there)
    if old is None or new is None:
        return ""
    for here, now in ((old.speaker_mention, new.speaker_mention), (old.cue, new.cue)):
        if here.casefold() != now.casefold():
            return f"{here} → {now}" if here and now else f"“{here}” removed" if here else f"“{now}” added"
    return ""


def same_block(pair: Pair, claim: Span, there: Span) -> bool:
    here, now = pair.old.block_of[claim.start], pair.new.block_of[there.start]
    return pair.old.key(pair.old.blocks[here]) == pair.new.key(pair.new.blocks[now])


def quote_at(side: Side, span: Span) -> Quote | None:
    """The quotation around a span's first word."""
    place = side.starts[span.start]
    return next((quote for quote in side.quotes if quote.start <= place < quote.end), None)
