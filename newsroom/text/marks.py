"""Which quotation marks belong together, paragraph by paragraph.

One pass over the marks with a stack. Double marks, guillemets and corner brackets pair by their shape and by what
stands on either side; single marks only when a closing one can be told from an apostrophe. A mark that finds no
partner is left out, except at the head of a quotation whose next paragraph opens with the mark again.
"""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from newsroom.text.apostrophes import APOSTROPHES, SINGLE, STOPS, Mark, single_closers
from newsroom.text.made import made

# Deeper than this nobody nests; it bounds the search for a partner, so that pairing stays linear.
DEPTH = 8
# How far into a pair a word is looked for: marks around nothing are no quotation.
NEAR = 40

# It begins with a plain character class on purpose: so the engine leaps from mark to mark.
# An apostrophe inside a word is no mark.
MARK = re.compile(
    r"[\n\"“”„‟«»「」『』‘’'‚‛](?<!\w['’](?=\w))(?:(?<=\n)[^\S\n]*\n|(?<=')'{1,2}+|(?<=’)’(?!’)|(?<=‘)‘(?!‘))?"
)
# A line feed alone parts paragraphs only between the end of one quotation and the start of another.
LINE_OF_SPEECH = re.compile(r"(?<=[.!?…:”\"])\n(?=[“\"„«])")
LEADING = re.compile(r"\s*(''|[\"“«»„‘「『])")
WORD = re.compile(r"\w")

SPACE_BEFORE = frozenset(" \t\n\r\x0b\x0c\u00a0\u2009\u202f\u3000([{—–-/…\"“‘'«„‚「『:")
FAMILY = {
    "“": "double", "”": "double", '"': "double", "„": "double", "‟": "double",
    "«": "angle", "»": "angle", "「": "corner", "」": "corner", "『": "white corner", "』": "white corner",
    "''": "doubled", "‘‘": "double", "’’": "double",
    "‘": "single", "’": "single", "'": "single", "‚": "single", "‛": "single",
}  # fmt: skip
ALWAYS_OPEN = frozenset(["„", "‟", "「", "『"])
ALWAYS_CLOSE = frozenset("」』")
# Two apostrophes for a double mark, as wire services type it.
DOUBLED = "''"
START = attrgetter("start")


class Stretch(NamedTuple):
    """`text[start:end]` in quotation marks, the marks included.

    `depth` counts the stretches around it. `carried` says that the quotation goes on in the next paragraph (its
    closing mark is missing on purpose), `carries` that it went on from the one before.
    """

    start: int
    end: int
    opener: str
    depth: int = 0
    carried: bool = False
    carries: bool = False


def stretches(text: str) -> list[Stretch]:
    """Every stretch in paired quotation marks, in order of its start, outer before inner. Offsets in code points."""
    found: list[Stretch] = []
    carries = False
    for start, end, places in paragraphs(text):
        here = in_turn(text, places)
        open_mark = None
        if here is None:
            here, open_mark = paired(text, list(marks(text, start, places)))
        carried = open_mark is not None and goes_on(text, end, open_mark)
        if carried and open_mark:
            here.append(Stretch(open_mark.position, trimmed_end(text, start, end), open_mark.sign, carried=True))
        if len(here) > 1:
            here.sort(key=START)
        found += nested(here, carries, start, text)
        carries = carried
    return found


def paragraphs(text: str) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Start and end of each paragraph that has marks, and of each mark in it (a blank line parts paragraphs)."""
    start, places = 0, list[tuple[int, int]]()
    for match in MARK.finditer(text):
        at, after = place = match.span()
        if text[at] != "\n":
            places.append(place)
        elif after > at + 1 or LINE_OF_SPEECH.match(text, at):
            if places:
                yield start, at, places
            start, places = after, []
    if places:
        yield start, len(text), places


def in_turn(text: str, places: Sequence[tuple[int, int]]) -> list[Stretch] | None:
    """The pairs of a paragraph that has nothing but “ and ” in turn, as most have; None for any other."""
    if "".join([text[at] for at, _ in places]) != "“”" * (len(places) // 2):
        return None
    pairs = zip(places[::2], places[1::2], strict=True)
    return [
        made(Stretch, (opener[0], closer[1], "“", 0, False, False))
        for opener, closer in pairs
        if holds_word(text, opener[1], closer[0])
    ]


def marks(text: str, start: int, places: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """The marks of a paragraph, with what their neighbours say about them; the values of attributes (id="4") have
    none."""
    last = len(text)
    attribute = False
    for at, after in places:
        if text[at] == '"' and (attribute or (at > start and text[at - 1] == "=")):
            attribute = not attribute
            continue
        if after > at + 1:
            yield from doubled(text, start, at, after)
            continue
        before = text[at - 1] if at > start else "\n"
        behind = text[after] if after < last else "\n"
        if text[at] in APOSTROPHES and (before in APOSTROPHES or behind in APOSTROPHES):
            continue
        opens = before in SPACE_BEFORE and not behind.isspace()
        closes = not before.isspace() and (behind in STOPS or not behind.isalnum())
        yield Mark(at, text[at], opens, closes)


def doubled(text: str, start: int, at: int, after: int) -> Iterator[Mark]:
    """Two single marks in a row stand for a double one; three, for that and a single one inside it."""
    before = text[at - 1] if at > start else "\n"
    behind = text[after : after + 1] or "\n"
    opens = before in SPACE_BEFORE and not behind.isspace()
    closes = not before.isspace() and not behind.isalnum()
    if after - at == 2:
        yield Mark(at, text[at:after], opens, closes)
    elif opens:
        yield Mark(at, "''", True, False)
        yield Mark(at + 2, "'", True, False)
    else:
        yield Mark(at, "'", False, True)
        yield Mark(at + 1, "''", False, True)


def goes_on(text: str, end: int, mark: Mark) -> bool:
    """Whether the paragraph after the one that ends at `end` opens with the same kind of mark."""
    leading = LEADING.match(text, end)
    return bool(leading and FAMILY[leading.group(1)] == FAMILY[mark.sign])


def trimmed_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def nested(here: list[Stretch], carries: bool, start: int, text: str) -> Iterator[Stretch]:
    """The stretches of one paragraph, sorted, with their depth; the first goes on from above if `carries`."""
    around: list[int] = []
    for place, stretch in enumerate(here):
        while around and around[-1] <= stretch.start:
            around.pop()
        goes = carries and place == 0 and not text[start : stretch.start].strip()
        yield stretch._replace(depth=len(around), carries=goes) if around or goes else stretch
        around.append(stretch.end)


def paired(text: str, marks: Sequence[Mark]) -> tuple[list[Stretch], Mark | None]:
    """The pairs among one paragraph's marks, and the last opening double mark that found no partner."""
    found: list[Stretch] = []
    stack: list[Mark] = []
    closers = single_closers(text, marks)
    awaited: dict[int, Mark] = {}
    for place, mark in enumerate(marks):
        if mark.sign in SINGLE:
            if place in closers:
                awaited[closers[place]] = mark
                stack.append(mark)
            elif place in awaited and awaited[place] in stack[-DEPTH:]:
                del stack[stack.index(awaited[place], max(0, len(stack) - DEPTH)) + 1 :]
                close(text, stack.pop(), mark, found)
            continue
        partner = partner_of(text, marks, place, stack)
        if partner is None:
            if opens(mark, text):
                stack.append(mark)
        else:
            del stack[partner + 1 :]
            close(text, stack.pop(), mark, found)
    return found, next((mark for mark in reversed(stack) if mark.sign not in SINGLE), None)


def close(text: str, opener: Mark, closer: Mark, found: list[Stretch]) -> None:
    """Note the pair, unless there is no word between the two marks."""
    if holds_word(text, opener.position + len(opener.sign), closer.position):
        found.append(Stretch(opener.position, closer.position + len(closer.sign), opener.sign))


def holds_word(text: str, start: int, end: int) -> bool:
    """Whether there is a word between two marks."""
    return text[start].isalnum() or WORD.search(text, start, min(end, start + NEAR)) is not None


def opens(mark: Mark, text: str) -> bool:
    """Whether a double mark without a partner before it may open a quotation."""
    if mark.sign in ("''", "’’"):
        return mark.opens and mark.sign == "''"
    if mark.sign in ALWAYS_CLOSE or (mark.sign in '"”»' and not mark.opens and (mark.closes or mark.sign != '"')):
        return False
    return not is_inch(text, mark)


def is_inch(text: str, mark: Mark) -> bool:
    """A straight mark after a figure: inches or seconds."""
    return mark.sign == '"' and mark.position > 0 and text[mark.position - 1] in "0123456789½¼¾"


def partner_of(text: str, marks: Sequence[Mark], place: int, stack: Sequence[Mark]) -> int | None:
    """The stack index of the mark that `marks[place]` closes, None if it closes none."""
    mark = marks[place]
    if not stack or mark.sign in ALWAYS_OPEN:
        return None
    family = FAMILY[mark.sign]
    for index in range(len(stack) - 1, max(-1, len(stack) - 1 - DEPTH), -1):
        opener = stack[index]
        if FAMILY[opener.sign] == family:
            return index if fits(text, opener, marks, place) else None
    return None


def fits(text: str, opener: Mark, marks: Sequence[Mark], place: int) -> bool:
    """Whether `marks[place]` closes a quotation that `opener` of the same family opened."""
    mark = marks[place]
    if mark.sign in ("”", "’’") or mark.sign in ALWAYS_CLOSE:
        return True
    if mark.sign == "“":
        return opener.sign == "„" or (mark.closes and not mark.opens)
    if mark.sign in "«»":
        return mark.sign != opener.sign or (mark.closes and not mark.opens)
    if opener.sign == "„":
        return True
    if is_inch(text, mark) and closes_next(marks, place):
        return False
    return not (mark.opens and not mark.closes)


def closes_next(marks: Sequence[Mark], place: int) -> bool:
    """Whether the next double mark closes: then a mark after a figure before it is one of inches."""
    for mark in marks[place + 1 : place + 1 + DEPTH]:
        if mark.sign not in SINGLE and FAMILY[mark.sign] == "double":
            return mark.closes and not mark.opens
    return False
