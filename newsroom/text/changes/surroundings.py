"""What stands around unchanged words and can turn what they say: a negation, a hedge, who says it."""

from collections.abc import Sequence

from newsroom.text.changes.lists import CUES, HEDGES, NEGATORS
from newsroom.text.changes.reasons import apart, arrow, kinds, reason
from newsroom.text.changes.units import Unit, units
from newsroom.text.pair import Pair
from newsroom.text.quotes import Quote
from newsroom.text.side import Side
from newsroom.text.spans import Span
from newsroom.text.tokens import key_of

# No sentence is read further than so many words and signs from the claim.
FARTHEST = 100
FRAMING = NEGATORS | HEDGES | CUES | {"?"}


def around(pair: Pair, claim: Span, there: Span, *, english: bool) -> str:
    """What the rest of the sentence, or who is quoted, makes of unchanged words; "" if nothing new."""
    old, new = rest(pair.old, claim), rest(pair.new, there)
    change = ""
    if read(pair.old, old) != read(pair.new, new):
        gone = own(counted(pair.old, old, english=english), pair.to, pair.new, there)
        come = own(counted(pair.new, new, english=english), pair.back, pair.old, claim)
        change = framed(gone, come) if english else reason(gone, come, english=False)
    return change or (spoken(pair, claim, there) if english else "")


def rest(side: Side, span: Span) -> tuple[Span, Span]:
    """The sentence around a span, before and behind it."""
    first = max(side.sentences[side.sentence_of[span.start]].start, span.start - FARTHEST)
    last = min(side.sentences[side.sentence_of[span.end - 1]].end, span.end + FARTHEST)
    return Span(first, span.start), Span(span.end, last)


def read(side: Side, spans: tuple[Span, Span]) -> list[str]:
    return [key for start, end in spans for key in side.keys[start:end]]


def counted(side: Side, spans: tuple[Span, Span], *, english: bool) -> list[Unit]:
    return [unit for span in spans for unit in units(side, span, english=english)]


def own(found: Sequence[Unit], image: Sequence[int], other: Side, span: Span) -> list[Unit]:
    """The units without those that on the other side stand in another sentence: two were joined, or one parted."""
    here = {-1, *other.sentence_of[span.start : span.end]}
    return [unit for unit in found if (other.sentence_of[image[unit.first]] if image[unit.first] >= 0 else -1) in here]


def framed(old: Sequence[Unit], new: Sequence[Unit]) -> str:
    """A negation, hedge, question or attribution that came or went; a name beside an attribution counts too."""
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
    if not same_name(old.speaker_mention, new.speaker_mention):
        here, now = old.speaker_mention, new.speaker_mention
    elif old.cue.casefold() != new.cue.casefold():
        here, now = old.cue, new.cue
    else:
        return ""
    here, now = " ".join(here.split()), " ".join(now.split())
    if here and now:
        return f"{here} → {now}"
    # Who speaks may be found on one side alone though both read the same.
    if passage(pair.old, old) == passage(pair.new, new):
        return ""
    return f"“{here}” removed" if here else f"“{now}” added"


def same_name(here: str, now: str) -> bool:
    """Whether two mentions name one person: all that the longer one has more is capitalised, “Dr. Amelia” Rao."""
    old, new = ({key_of(word.strip(".,")): word for word in name.split()} for name in (here, now))
    if not old or not new:
        return not old and not new
    more = [word for key, word in (old | new).items() if key not in old or key not in new]
    return (old.keys() <= new.keys() or new.keys() <= old.keys()) and all(word[0].isupper() for word in more)


def passage(side: Side, quote: Quote) -> list[str]:
    """How a quotation reads with the sentences before and behind it, where its speaker is named."""
    span = side.tokens_in(quote.start, quote.end)
    first, last = side.sentence_of[span.start], side.sentence_of[span.end - 1]
    around = side.sentences[max(0, first - 1) : last + 2]
    return side.keys[around[0].start : around[-1].end]


def same_block(pair: Pair, claim: Span, there: Span) -> bool:
    here, now = pair.old.block_of[claim.start], pair.new.block_of[there.start]
    return pair.old.key(pair.old.blocks[here]) == pair.new.key(pair.new.blocks[now])


def quote_at(side: Side, span: Span) -> Quote | None:
    """The quotation around a span's first word."""
    place = side.starts[span.start]
    return next((quote for quote in side.quotes if quote.start <= place < quote.end), None)
