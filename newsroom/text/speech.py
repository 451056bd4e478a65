"""What a claim has to do with the quotations around it."""

from bisect import bisect_right
from collections.abc import Sequence

from newsroom.text.quotes.quote import Quote
from newsroom.text.spans import Span

# So many stretches of a quotation are looked at one by one.
FEW = 4


def touching(quotes: Sequence[Quote], first: int, start: int, end: int) -> list[int]:
    """The indices, from `first` on, of the quotations that share words with `text[start:end]`."""
    found = []
    for place in range(first, len(quotes)):
        quote = quotes[place]
        if quote[0] >= end:
            break
        if start < quote[1]:
            found.append(place)
    return found


def marks(quote: Quote, start: int, end: int) -> Sequence[Span]:
    """The stretches of a quotation in marks that share words with `text[start:end]`."""
    if not quote.marked:
        return ()
    near = quote.marked
    if len(near) > FEW:
        near = near[max(0, bisect_right(near, (start, end)) - 1) : bisect_right(near, (end,))]
    return [mark for mark in near if mark[0] < end and start < mark[1]]


def most_of(quotes: Sequence[Quote], near: Sequence[int], start: int, end: int) -> int:
    """Which of the quotations `near` takes most of a span; words in marks come first."""

    def takes(index: int) -> tuple[bool, int]:
        quote = quotes[index]
        return bool(marks(quote, start, end)), min(quote.end, end) - max(quote.start, start)

    return max(near, key=takes)


def own_words(text: str, start: int, end: int, quotes: Sequence[Quote]) -> str:
    """What the story says itself: the span without what it quotes or reports."""
    kept, position = [], start
    for quote in quotes:
        kept.append(text[position : max(position, min(quote.start, end))])
        position = max(position, quote.end)
    kept.append(text[position:end])
    return " ".join(kept)
