"""One sentence, several facts: where it is cut so that each part can be true or false by itself.

What the pieces between a sentence's joints show (a figure, a date, a name, a superlative, a verb) decides, joint by
joint, in cutting.py.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsroom.text.closed import brackets, chunk_start, inside
from newsroom.text.cutting import cuts, is_attribution
from newsroom.text.meeting import Meeting
from newsroom.text.pieces import Piece, read, total
from newsroom.text.signals import BIT, FACT, SIGNS, TELLING, VERB
from newsroom.text.spans import Span, trimmed

# A sentence longer than this (code points) is not cut, nor one in more pieces.
LONGEST, MOST = 1200, 60
NONE: frozenset[int] = frozenset()
QUOTED = BIT["quote"]
# What a piece shows that may be cut off behind a word alone; behind a bare comma, or that says who says the rest.
ALONE = VERB | FACT
WORTH = VERB | TELLING | BIT["comparison"] | BIT["tail"]


# A stretch of a sentence, from and to, and the bits it shows.
Part = tuple[int, int, int]


class Cut(NamedTuple):
    """A part by its chunks: the first, the one that it ends before, and its bits."""

    first: int
    stop: int
    shows: int


def parts(
    text: str, sentence: Span, own: str, chunks: Sequence[str], marked: Sequence[Span], known: Collection[str]
) -> Sequence[Part]:
    """The facts of a sentence, in order: one part or more, without the words that join them.

    `own` are its words, `chunks` what stands between its white space. Nothing is cut inside the stretches `marked`,
    those in quotation marks, nor in a heading, which ends without a sign; `known` are names.
    """
    start, end = sentence
    if end - start > LONGEST or (marked and marked[0].start <= start + 1 and end <= marked[0].end + 1):
        return ((start, end, total(read(chunks, known, range(len(chunks))))),)
    quoting = inside(text, sentence, marked) if marked else NONE
    closed = brackets(text, sentence, own)
    found = read(chunks, known, quoting | inside(text, sentence, closed) if closed else quoting)
    if len(found) == 1:
        return ((start, end, found[0][2]),)
    if len(found) <= MOST and not text[end - 1].isalnum() and (worth := worthwhile(found)):
        if quoting:
            found = [with_quote(piece) if not quoting.isdisjoint(range(*piece[:2])) else piece for piece in found]
        cuts = together(chunks, found, worth, quoting=bool(quoting))
        if len(cuts) > 1 or cuts[0].stop < len(chunks):
            return placed(text, sentence, chunks, cuts)
    return ((start, end, total(found)),)


def worthwhile(found: Sequence[Piece]) -> list[int]:
    """The pieces before which the joint is worth a closer look."""
    places = []
    behind = 0
    for place in range(len(found) - 1, 0, -1):
        _, _, shows, _, sign, word = found[place]
        if not sign:
            worth = shows & ALONE
        elif word or sign != ",":
            worth = 1
        else:
            worth = shows & WORTH or behind & FACT
        if worth:
            places.append(place)
        behind = shows
    return places


def with_quote(piece: Piece) -> Piece:
    first, stop, shows, joint, sign, word = piece
    return first, stop, shows | QUOTED, joint, sign, word


def placed(text: str, sentence: Span, chunks: Sequence[str], facts: Sequence[Cut]) -> list[Part]:
    """The parts by their places in the text."""
    found = []
    for first, stop, shows in facts:
        start, end = sentence
        if first:
            start = chunk_start(text, sentence, first)
        if stop < len(chunks):
            end = chunk_start(text, sentence, stop - 1) + len(chunks[stop - 1])
            if text[end - 1] in SIGNS:
                start, end = trimmed(text, start, end - 1)  # a sign may stand alone, behind a space
        found.append((start, end, shows))
    return found


def together(chunks: Sequence[str], found: Sequence[Piece], worth: Collection[int], *, quoting: bool) -> list[Cut]:
    """The pieces of a sentence put together again, but for the joints where both sides hold a fact of their own; only
    those that are `worth` it are looked at, once the left side has come to its verb.
    """
    facts: list[Cut] = []
    at = Meeting(chunks, found, quoting=quoting)
    stop = 0
    for place in range(1, len(found)):
        if place not in worth and not (stop or at.is_waiting()):
            at.add(found[place][2])
            continue
        at.move(place)
        if at.sign == "," and is_attribution(at):
            stop = stop or at.joint
        elif cuts(at):
            facts.append(Cut(at.first, stop or at.joint, at.left))
            stop = 0
            at.cut()
            continue
        elif at.shows & (FACT | VERB):
            stop = 0
        at.go_on()
    return [*facts, Cut(at.first, stop or len(chunks), at.left)]
