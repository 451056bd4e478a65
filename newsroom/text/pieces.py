"""A sentence in pieces: what stands between its commas, semicolons, colons and joining words, and what each shows.

One pass over the chunks. Where a word alone does not tell, its neighbours do: “May” behind a figure, “year” behind
“last”, “tests” before “the”, a row of capitals behind “in”.
"""

from collections.abc import Collection, Sequence
from functools import reduce
from operator import itemgetter, or_

from newsroom.text.signals import BIT, FIGURE, LOOK, SHOWN, SIGNED, core

SHORT, UNIT, SCALE, MONTH = BIT["short"], BIT["unit"], BIT["scale"], BIT["month"]
PERIOD, FIXING, PLAIN, PLURAL = BIT["period"], BIT["fixing"], BIT["plain"], BIT["plural"]
PERHAPS, OBJECT, CAPITAL, LINK = BIT["perhaps"], BIT["object"] | FIGURE, BIT["capital"], BIT["link"]
JOINT, JOINING, DATE, ACTS, NUMBER = BIT["joint"], BIT["joining"], BIT["date"], BIT["verb"], BIT["number"]
PLACED = BIT["known place"] | BIT["part"]
AT, TOWARDS, BODY, PLACE, NAME = BIT["at"], BIT["towards"], BIT["body"], BIT["place"], BIT["name"]
CHANGED = FIGURE | PERIOD | PLAIN | PERHAPS
BREAKS = JOINT | SIGNED
CONTEXT = CHANGED | CAPITAL | BREAKS
# Between “both” and its “and” nothing is cut; “all but” is no joint.
PAIRED = frozenset(["both", "between", "either", "Both", "Between", "Either"])
ALL = frozenset(["all", "anything", "nothing"])


# The chunks of a sentence from `first` up to `stop`, and their bits; the joint before them has this sign, at the end of
# the chunk before `joint`, and this joining word, the chunk `joint` itself. A bare tuple, as there are so many.
Piece = tuple[int, int, int, int, str, str]
SHOWS = itemgetter(2)


def read(chunks: Sequence[str], known: Collection[str] = (), closed: Collection[int] = ()) -> list[Piece]:
    """The pieces of a sentence by its chunks, one at least. There is no joint at the `closed` ones; `known` are words
    that are names elsewhere, and so at the head of a sentence.
    """
    bits = [*map(LOOK.__getitem__, chunks)]
    found: list[Piece] = []
    first = joint = named = shows = 0
    sign = word = ""
    for place, here in enumerate(bits):
        if not here & CONTEXT:
            shows |= here
            continue
        if here & CAPITAL:
            if place >= named:
                named = name(chunks, bits, place, known)
                here = bits[place]
        elif here & CHANGED:
            here = beside(bits, place)
        if here & BREAKS and place >= first and place not in closed:
            if here & JOINT and first < place and joins(chunks, place, first):
                found.append((first, place, shows & SHOWN, joint, sign, word))
                joint, first, sign, word, shows = place, behind_then(chunks, place + 1), "", core(chunks[place]), 0
            if here & SIGNED and place < len(chunks) - 1:
                found.append((first, place + 1, (shows | here) & SHOWN, joint, sign, word))
                joint = first = place + 1
                sign, word, shows = chunks[place][-1], "", 0
                if bits[joint] & JOINING and joint not in closed:
                    word, first = core(chunks[joint]), behind_then(chunks, joint + 1)
                continue
        shows |= here
    found.append((first, len(chunks), shows & SHOWN, joint, sign, word))
    return found


def name(chunks: Sequence[str], bits: list[int], place: int, known: Collection[str]) -> int:
    """Note what the capitals in a row from `place` on name: a place, or somebody (a body, a work); where the row ends.

    The capital that opens a sentence is a name's only if another follows it, or if the word is `known` for one.
    """
    end, run, lead, last = place + 1, bits[place], 0, len(bits)
    while end < last and not run & SIGNED and bits[end] & CAPITAL:
        run |= bits[end]
        end += 1
    if place:
        lead = bits[place - 1]
        if lead & LINK and place > 1:
            lead = bits[place - 2]
    elif end == 1 and not run & PLACED and core(chunks[0]) not in known:
        return end
    placed = run & PLACED or lead & AT or (end - place == 1 and lead & TOWARDS)
    bits[place] |= PLACE if placed and not run & BODY else NAME
    return end


def beside(bits: list[int], place: int) -> int:
    """The bits of a word that its neighbours change; “million” behind a sum of money is no number by itself."""
    here, before = bits[place], bits[place - 1] if place else 0
    behind = bits[place + 1] if place + 1 < len(bits) and not here & SIGNED else 0
    if here & FIGURE:
        if before & MONTH and here & SHORT:
            return (here & ~NUMBER) | DATE
        after = place + 1
        while after < len(bits) and bits[after] & SCALE:
            bits[after] &= ~NUMBER
            after += 1
        return here & ~NUMBER if behind and after < len(bits) and bits[after] & UNIT else here
    if here & PERIOD and before & FIXING:
        return here | DATE
    if (here & PLAIN and before & PLURAL) or (here & PERHAPS and behind & OBJECT):
        return here | ACTS
    return here


def total(found: Sequence[Piece]) -> int:
    """The bits of all pieces together."""
    shows: int = reduce(or_, map(SHOWS, found))
    return shows


def joins(chunks: Sequence[str], place: int, first: int) -> bool:
    """Whether the word at `place`, with no sign before it, joins two clauses."""
    if chunks[place] not in ("and", "but"):
        return True
    return chunks[place - 1] not in ALL and PAIRED.isdisjoint(chunks[first:place])


def behind_then(chunks: Sequence[str], place: int) -> int:
    """Past “then”: “and then”."""
    return place + (chunks[place : place + 1] == ["then"])
