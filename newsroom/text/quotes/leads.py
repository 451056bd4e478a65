"""Who speaks, by other words than a verb: X: “…; according to X; in X’s words; X’s remark that “…."""

from collections.abc import Sequence

from newsroom.text.quotes.clauses import clause_subject
from newsroom.text.quotes.frame import Frame
from newsroom.text.quotes.grammar import CLAUSAL, COLON, COMMA, DASH, LINK, MARK, POSS, PREP, PRON, QUOTE, SAY
from newsroom.text.quotes.onward import phrase_behind
from newsroom.text.quotes.phrases import Phrase, phrase_before
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_possessive

# How far a comma behind “according to X” may be (words).
NEAR = 40
# How far before its colon a label begins (words).
LABEL = 16
# Between a noun for what somebody said and the words in marks: his remark that “….
LEADS = frozenset(["that", "of", "to", "about", "on", "for", "against", ",", ":", "is", "was", "the", "a"])


def colon(reading: Reading, low: int, quote: int, found: Sequence[Frame]) -> Frame | None:
    """X: “…, at the head of a paragraph or behind a dash; else after a clause about X."""
    mark = quote - 1
    if mark <= low or not reading.kinds[mark] & COLON:
        return None
    head = next(
        (place + 1 for place in range(mark - 1, max(low, mark - 16) - 1, -1) if reading.kinds[place] & DASH), low
    )
    said, before = (quote, quote + 1), (mark, mark)
    alone = phrase_behind(reading, head, mark)
    if alone and alone[1] == mark - 1:
        return Frame(alone, (mark, mark), "X: “", before, said, SAY)
    if found and found[-1].forth[0] <= quote < found[-1].forth[1]:
        return None
    speaker = name_before(reading, low, mark) or clause_subject(reading, low, mark)
    return Frame(speaker, (mark, mark), "X …: “", before, said, SAY) if speaker else None


def name_before(reading: Reading, low: int, mark: int) -> Phrase | None:
    """A name right before a colon that is not the object of a preposition."""
    if not reading.names[mark - 1]:
        return None
    found = phrase_before(reading, low, mark - 1)
    if found is None or found[0] == found[1] or (found[0] > low and reading.kinds[found[0] - 1] & PREP):
        return None
    return found


def according(reading: Reading, low: int, place: int, end: int) -> Frame | None:
    """… according to X."""
    last = place + (reading.language == "en")
    if last + 1 >= end or (last > place and reading.lowers[last] != "to"):
        return None
    speaker = phrase_behind(reading, last + 1, end)
    if speaker is None:
        return None
    cue, kind = (place, last), SAY | CLAUSAL
    if place == low or (place == low + 1 and reading.kinds[low] & (LINK | DASH | PREP)):
        last = speaker[1]
        comma = next((ahead for ahead in range(last, min(end, last + NEAR)) if reading.kinds[ahead] & COMMA), last)
        return Frame(speaker, cue, "according to X", (place, place), (comma + 1, end), kind)
    behind = speaker[1] + 1
    amid = behind + 1 if behind < end and reading.kinds[behind] & COMMA else end
    return Frame(speaker, cue, "according to X", (low, place), (amid, end), kind)


def in_view(reading: Reading, low: int, place: int, end: int) -> Frame | None:
    """In X’s words, …; in his view …"""
    owner = place - 1
    if owner <= low or not is_possessive(reading, owner):
        return None
    speaker = phrase_before(reading, low, owner)
    if speaker is None or speaker[0] <= low or reading.lowers[speaker[0] - 1] != "in":
        return None
    return Frame(speaker, (place, place), "in X’s words", (low, speaker[0] - 1), (place + 1, end), SAY)


def of_noun(reading: Reading, low: int, place: int, end: int) -> Frame | None:
    """X’s remark that “…, his promise of “…”, X’s “…” comment."""
    owner = place - 1
    quoted = owner >= low and reading.kinds[owner] & QUOTE
    while owner > low and place - owner < 4 and not is_possessive(reading, owner):
        if reading.kinds[owner] & (MARK | PREP | LINK | PRON):
            return None
        owner -= 1
    if owner < low or not is_possessive(reading, owner):
        return None
    speaker = (owner, owner) if reading.kinds[owner] & POSS else phrase_before(reading, low, owner)
    if speaker is None:
        return None
    if quoted:
        return Frame(speaker, (place, place), "X’s remark “", (place - 1, place), (end, end), SAY)
    ahead = place + 1
    while ahead < end and reading.lowers[ahead] in LEADS:
        ahead += 1
    if ahead < end and reading.kinds[ahead] & QUOTE:
        return Frame(speaker, (place, place), "X’s remark “", (place, place), (ahead, ahead + 1), SAY)
    return None
