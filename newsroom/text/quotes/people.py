"""Who is named in a text, and whom a short name or a pronoun stands for."""

from bisect import bisect_left
from typing import NamedTuple

from newsroom.text.listed import listed
from newsroom.text.made import made
from newsroom.text.names import NOT_NAMES, TITLES
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.runs import HEADLINE, KIN, is_body, runs

POSSESSIVE = ("'s", "’s")
BEFORE_NAMES = TITLES | NOT_NAMES | {"."}
HE = listed(
    """he his him il er він он mr sir lord king prince father congressman spokesman chairman councilman herr pope
    bishop son husband brother uncle nephew grandfather boyfriend"""
)
SHE = listed(
    """she her elle вона она mrs ms miss dame lady queen princess congresswoman spokeswoman chairwoman councilwoman
    frau mme daughter wife mother sister aunt niece grandmother girlfriend"""
)
# A title says more about somebody than a pronoun nearby.
TITLE = 10
# A pronoun stands for somebody named no further before it: in names, and in words for what it tells of that name.
REACH = 12
NEAR = 60
# Among so many names, one of a known gender comes before one that leads a sentence.
CLOSE = 2
# What a title or pronoun tells: 1 for a woman, -1 for a man.
GENDERS = dict.fromkeys(SHE, 1) | dict.fromkeys(HE, -1)


class Mention(NamedTuple):
    """Somebody named at a word’s place; `leading`: a sentence begins with it, or it speaks."""

    place: int
    name: str
    leading: bool


class People:
    """The people named in a text outside quotation marks, read once; `heads` are the places where sentences begin."""

    def __init__(self, text: str, reading: Reading, heads: list[int]) -> None:
        self.by_last: dict[str, list[Mention]] = {}
        self.mentions: list[Mention] = []
        self.speakers: list[Mention] = []
        self.genders: dict[str, int] = {}
        leads = frozenset(heads)
        words, lowers = reading.words, reading.lowers
        alone: list[int] = []
        for first, last in runs(reading):
            if first == last:
                alone.append(last)
            elif last - first <= HEADLINE:
                self.read(text, reading, first, last, first in leads)
        for place in alone:
            word = words[place]
            same = self.by_last.get(word[:-2] if word[-2:] in POSSESSIVE else word)
            if same:
                self.mentions.append(made(Mention, (place, nearest(same, place), place in leads)))
            elif place and lowers[place - 1] in KIN:
                self.mentions.append(Mention(place, word, True))
                self.genders[word] = TITLE * GENDERS.get(lowers[place - 1], 0)
        self.mentions.sort()
        for place in heads:
            if lowers[place] in GENDERS:
                self.vote(GENDERS[lowers[place]], place)

    def read(self, text: str, reading: Reading, run: int, last: int, leading: bool) -> None:
        """Note whom the capitals from `run` to `last` name, behind their titles."""
        lowers = reading.lowers
        first = run
        while first < last and lowers[first] in BEFORE_NAMES:
            first += 1
        word = bare(reading.words[last])
        if first == last:
            same = self.by_last.get(word)
            name = nearest(same, last) if same else word
        elif is_body(reading, run, first, last):
            return
        else:
            name = bare(" ".join(text[reading.starts[first] : reading.end(last)].split()))
            self.by_last.setdefault(word, []).append(made(Mention, (last, name, leading)))
        self.mentions.append(made(Mention, (last, name, leading)))
        gender = GENDERS.get(lowers[run], 0)
        if gender:
            self.genders[name] = self.genders.get(name, 0) + TITLE * gender

    def vote(self, gender: int, place: int) -> None:
        """A sentence that begins with “She” or “His” tells of whom was named last."""
        before = bisect_left(self.mentions, (place,)) - 1
        if before >= 0 and place - self.mentions[before].place < NEAR:
            name = self.mentions[before].name
            self.genders[name] = self.genders.get(name, 0) + gender

    def full(self, words: tuple[str, ...], place: int) -> str:
        """The full name that a short one at `place` stands for: the last before it, else the next, else itself."""
        same = self.by_last.get(words[-1]) if len(words) == 1 else None
        return nearest(same, place) if same else " ".join(words)

    def heard(self, place: int, name: str) -> None:
        """Somebody speaks at a place; called in the order of the text."""
        self.speakers.append(made(Mention, (place, name, True)))

    def person(self, pronoun: str, place: int) -> str:
        """Whom he, she, his, her or who at `place` stands for: who last led a sentence or spoke; "" if nobody."""
        if pronoun not in HE and pronoun not in SHE and pronoun != "who":
            return ""
        last = bisect_left(self.mentions, (place,))
        before = self.mentions[max(0, last - REACH) : last]
        before += [speaker for speaker in self.speakers[-2:] if speaker.place < place]
        if not before:
            return ""
        before.sort()
        gender = GENDERS.get(pronoun, 0)
        fitting = [mention for mention in before if self.genders.get(mention.name, 0) * gender >= 0]
        if pronoun == "who" or not fitting:
            return before[-1].name
        known = [mention for mention in fitting[-CLOSE:] if self.genders.get(mention.name, 0)]
        leading = [mention for mention in fitting if mention.leading]
        return (known or leading or fitting)[-1].name


def bare(name: str) -> str:
    """A name that is not possessive."""
    return name[:-2] if name[-2:] in POSSESSIVE else name


def nearest(same: list[Mention], place: int) -> str:
    """The name before a place, else the one behind it."""
    if len(same) == 1:
        return same[0][1]
    return same[max(0, bisect_left(same, (place,)) - 1)].name
