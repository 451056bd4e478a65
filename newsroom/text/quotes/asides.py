"""Over an aside, back to whom it is about: Lind, the captain, said; Lind (L-Holm) said; Lind — who sails — said."""

from newsroom.text.listed import listed
from newsroom.text.quotes.grammar import ANYBODY, AUX, DET, FIN, LINK, MARK, PAUSE, PREP, PRON, QUOTE, SAY, TIME, WHO
from newsroom.text.quotes.onward import phrase_behind
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb

# An aside is not longer (words).
REACH = 60
BRACKETED = 20
BOUNDS = frozenset(";:([")
JOINTS = frozenset(["and", "but", "so", "yet", "that", "as", "while"])
# Of which party: Ana Lind, D-Ohio.
PARTIES = ("D-", "R-", "I-")
# Names that stand behind a comma to say where the one before it is or comes from.
PLACES = listed(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois
    Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Canada
    Mexico England Scotland Wales Ireland France Germany Italy Spain Poland Ukraine Russia China India Japan Australia
    Brazil Egypt Israel Iraq Iran Syria Turkey Kenya Nigeria Jr Sr Inc Ltd D.C PhD Ph.D M.D MD"""
)
TWO_WORDS = listed("New North South West Rhode British Northern")


def before_bracket(reading: Reading, low: int, last: int) -> int:
    """The place before what stands in brackets that close at `last`; before `low` if they open nowhere near."""
    for place in range(last, max(low, last - BRACKETED) - 1, -1):
        if reading.lowers[place] in ("(", "["):
            return place - 1
    return low - 1


def over_aside(reading: Reading, low: int, mark: int) -> Phrase | None:
    """Whose verb it is when an aside ends at the comma or dash `mark`.

    The clause is read back, comma by comma, to a stretch that is a name or a pronoun; else the first that may be a
    noun phrase at all.
    """
    kinds, names = reading.kinds, reading.names
    sign = kinds[mark] & PAUSE
    low = max(low, mark - REACH)
    fallback: Phrase | None = None
    end = mark
    while end > low:
        start = end
        while start > low and not kinds[start - 1] & (sign | QUOTE) and reading.lowers[start - 1] not in BOUNDS:
            start -= 1
        if start >= end:
            break
        if kinds[end - 1] & ANYBODY:
            return end - 1, end - 1
        found = as_subject(reading, start, end)
        if (
            found
            and ((names[found[0]] and names[found[1]]) or kinds[found[0]] & PRON)
            and not is_place(reading, *found)
        ):
            return found
        if found:
            fallback = found
        elif fallback and not kinds[start] & (WHO | DET):
            return fallback
        if start <= low or not kinds[start - 1] & sign:
            break
        end = start - 1
    return fallback


def as_subject(reading: Reading, start: int, end: int) -> Phrase | None:
    """The noun phrase that a stretch between commas is, behind its conjunction; None for a clause or an adverbial."""
    kinds = reading.kinds
    while start < end and reading.lowers[start] in JOINTS:
        start += 1
    if start >= end or kinds[start] & (PREP | WHO | LINK | MARK | QUOTE | TIME):
        return None
    first = reading.lowers[start]
    if first[0].isdigit() or (first.endswith(("ing", "ed")) and not reading.names[start]):
        return None
    if not kinds[start] & DET and is_adverb(reading, start):
        return None
    found = phrase_behind(reading, start, end)
    if found and found[1] + 1 < end and kinds[found[1] + 1] & (FIN | AUX | SAY | PRON):
        return None
    return found


def is_place(reading: Reading, first: int, last: int) -> bool:
    """Whether a name between commas says where, or of which party, the one before it is."""
    word = reading.words[first]
    if last == first:
        return word in PLACES or word.startswith(PARTIES)
    return last == first + 1 and (word in TWO_WORDS or (word in PLACES and reading.lowers[last] == "."))
