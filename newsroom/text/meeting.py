"""The two sides of a joint, while a sentence is read piece by piece."""

from collections.abc import Sequence

from newsroom.text.grammar import ARTICLES, INTRODUCING, OPENERS, RELATIVE, SUBORDINATE, UNDER
from newsroom.text.pieces import Piece, total
from newsroom.text.predicates import has_subject, starts_with_verb
from newsroom.text.signals import BIT, EDGES, LOOK, OWN, VERB, core

# Behind an introduction the subject and its verb stand in so many words.
FAR = 14
COUNTED = BIT["number"] | BIT["money"] | BIT["percentage"]
LEADING = BIT["leading"]
QUOTING = frozenset("“\"‘„«'")


class Meeting:
    """What stands left and right of the joint before a piece: of the chunks from `begin` up to `stop`, which show the
    bits `shows`, behind the `sign` and the `word` (the chunk `joint`) that join it.

    `left` are the bits since the last cut, which was before the word `first`; `whole` those since the sentence began;
    `aside` those behind a subject that still waits for its verb, or 0. `opening`: the left side only leads up to the
    main clause; `subordinate`: it does so with a clause. `head`: the first word on the right. `quoted`: a quotation
    begins there; `quoting`: there is one somewhere in the sentence.
    """

    __slots__ = (
        "aside", "begin", "chunks", "first", "head", "joint", "left", "opening", "pieces", "place", "quoted", "quoting",
        "shows", "sign", "stop", "subordinate", "whole", "word",
    )  # fmt: skip

    def __init__(self, chunks: Sequence[str], pieces: Sequence[Piece], *, quoting: bool) -> None:
        self.chunks, self.pieces, self.quoting = chunks, pieces, quoting
        self.whole = 0
        self.move(0)
        self.cut()

    def move(self, place: int) -> None:
        """Look at the joint before the piece `place`."""
        self.place = place
        begin, stop, self.shows, self.joint, self.sign, self.word = self.pieces[place]
        self.begin, self.stop = begin, stop
        self.head = self.chunks[begin].strip(EDGES) if begin < stop else ""
        self.quoted = self.quoting and begin < stop and self.chunks[begin][0] in QUOTING

    def cut(self) -> None:
        """Begin a new part with the right side."""
        self.first, self.left, self.aside = self.begin, self.shows, 0
        self.whole |= self.left
        if self.place and self.is_verb_first():
            self.left |= VERB
        self.opening, self.subordinate = (False, False) if self.quoted else self.introduces()

    def go_on(self) -> None:
        """Add the right side to the left."""
        if not self.opening and self.is_aside():
            self.aside |= self.shows or OWN
        elif self.aside:
            self.aside = 0 if self.sign == "," and self.is_verb_first() else self.aside | self.shows
        self.add(self.shows)
        self.opening = self.opening and (not self.sign or self.word in RELATIVE)

    def add(self, shows: int) -> None:
        self.left |= shows
        self.whole |= shows

    def is_waiting(self) -> bool:
        """Whether the left side has not come to its verb yet."""
        return self.opening or self.aside != 0 or not self.left & VERB

    @property
    def second(self) -> str:
        """The second word on the right."""
        return core(self.chunks[self.begin + 1]) if self.begin + 1 < self.stop else ""

    def right_words(self) -> list[str]:
        return [core(chunk) for chunk in self.chunks[self.begin : self.stop]]

    def left_words(self) -> list[str]:
        """The words since the last cut."""
        return [core(chunk) for chunk in self.chunks[self.first : self.joint]]

    @property
    def near(self) -> int:
        """The bits of the right side up to the next sign."""
        found = self.shows
        for _, _, shows, _, sign, _ in self.pieces[self.place + 1 :]:
            if sign:
                break
            found |= shows
        return found

    @property
    def far(self) -> int:
        """The bits of the right side up to the next sign with a joining word."""
        found = self.shows
        for _, _, shows, _, sign, word in self.pieces[self.place + 1 :]:
            if sign and (sign != "," or word):
                break
            found |= shows
        return found

    @property
    def rest(self) -> int:
        """The bits of the right side up to the end of the sentence."""
        return total(self.pieces[self.place :])

    def is_last(self) -> bool:
        """Whether no bare comma follows."""
        for _, _, _, _, sign, word in self.pieces[self.place + 1 :]:
            if sign:
                return sign != "," or word != ""
        return True

    def resumes(self) -> bool:
        """Whether a verb goes on with the right side behind a comma that follows: the mayor, Ana Lind, wants …"""
        for begin, stop, _, _, sign, word in self.pieces[self.place + 1 :]:
            if sign and (sign != "," or word):
                return False
            if sign and starts_with_verb(self.chunks, begin, stop):
                return True
        return False

    def is_item(self, place: int) -> bool:
        """Whether a piece begins with a number or sum, and says of what; dates are none."""
        first, stop, shows, *_ = self.pieces[place]
        return stop - first > 1 and shows & COUNTED != 0 and LOOK[self.chunks[first]] & COUNTED != 0

    def is_verb_first(self) -> bool:
        """Whether the right side begins with a verb: its subject stands on the left."""
        if self.word in RELATIVE or self.word in UNDER:
            return False
        return starts_with_verb(self.chunks, self.begin, self.stop)

    def is_aside(self) -> bool:
        """Whether the right side, behind a comma, is an aside: the subject on the left has no verb yet."""
        if self.left & VERB or self.sign != ",":
            return False
        head = self.head
        return (
            self.word in RELATIVE or not self.near & VERB or head in ARTICLES or head[-2:] == "ed" or head[-3:] == "ing"
        )

    def introduces(self) -> tuple[bool, bool]:
        """Whether the right side begins before its subject, and whether it does so with a clause."""
        if self.begin == self.stop or not LOOK[self.chunks[self.begin]] & LEADING:
            return False, False
        skipped = self.head.lower() in OPENERS
        word = (self.second if skipped else self.head).lower()
        if word in SUBORDINATE:
            return True, True
        leads = word in INTRODUCING or (word[-3:] == "ing" and not self.place)
        return leads and not self.has_subject(1 + skipped, FAR), False

    def has_subject(self, skipped: int, most: int) -> bool:
        """Whether a subject and its verb begin on the right, so many words skipped, in so many words."""
        return has_subject(self.chunks, self.begin + skipped, min(self.stop, self.begin + most))
