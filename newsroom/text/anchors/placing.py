"""Claims of one draft given their place in the next, or none."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from newsroom.text.anchors.alignment import Alignment, covers
from newsroom.text.anchors.copies import Copies
from newsroom.text.anchors.likeness import bag, likeness
from newsroom.text.changes import listed_language, reads_english, why
from newsroom.text.graphemes import snap
from newsroom.text.messages import gettext_noop
from newsroom.text.side import Side
from newsroom.text.spans import Span

# Words this much alike are the same claim reworded (FORMATS §1).
ALIKE = 0.75
# So much of the words in any order is as good: two names were swapped.
SHUFFLED = 0.85
# A word that stands more than so many words and signs off is not part of what a claim became.
FAR = 6
# Words are compared letter by letter up to this length; beyond it word by word.
LETTERS = 1500

CUT = gettext_noop("these words are gone")
SPLIT = gettext_noop("these words stand in several places now")
AMBIGUOUS = gettext_noop("it cannot be told which of several places these words went to")
ELSEWHERE = gettext_noop("the same words stand where nothing around them agrees")


class Placed(NamedTuple):
    """Where a claim stands in the new draft.

    `new[start:end]` are its words there (code points), both None where it has no place. `state` is unchanged, moved,
    reworded, cut, split or ambiguous; `changed` says that its marks are suspended, `why` for which words.
    """

    start: int | None
    end: int | None
    state: str
    changed: bool
    why: str


def reanchor(
    old: str,
    new: str,
    claims: Iterable[Sequence[int]],
    *,
    old_blocks: Iterable[Sequence[int]] | None = None,
    new_blocks: Iterable[Sequence[int]] | None = None,
    language: str = "",
) -> list[Placed]:
    """Each claim `(start, end)` of the old draft in the new one, in the order given. Offsets are code points.

    The blocks are `(start, end)` of paragraphs, headings …; without them a blank line parts blocks. `language` is a
    BCP 47 tag; without one the text is taken for English if it reads so. A span that the old draft does not have
    raises `ValueError`.
    """
    spans = [Span(*claim) for claim in claims]
    for start, end in spans:
        if not 0 <= start < end <= len(old):
            raise ValueError(f"The draft has no span {start}–{end}.")
    return Placing(Side(old, old_blocks), Side(new, new_blocks), language=language).places(spans)


class Placing:
    """Two drafts aligned once, for all claims."""

    def __init__(self, old: Side, new: Side, *, language: str) -> None:
        self.old, self.new = old, new
        self.alignment = Alignment(old, new)
        self.english = listed_language(language) if language else reads_english(old.keys)
        self.copies = Copies(self.alignment, english=self.english)

    def places(self, spans: Iterable[Span]) -> list[Placed]:
        return [self.place(span) for span in spans]

    def place(self, span: Span) -> Placed:
        """The first that applies: the same words in place, the same words elsewhere, other words in place."""
        claim = self.old.tokens_in(*span)
        if claim.start == claim.end:
            return Placed(None, None, "cut", True, CUT)
        image = self.alignment.to[claim.start : claim.end]
        if covers(image):
            if not self.copies.trusted(claim, Span(image[0], image[-1] + 1)):
                return Placed(None, None, "ambiguous", True, ELSEWHERE)
            moved = any(self.alignment.moved[claim.start : claim.end])
            return self.found(span, claim, Span(image[0], image[-1] + 1), moved=moved)
        copy, any_free = self.copies.place(claim)
        if copy:
            return self.found(span, claim, copy, moved=not self.copies.between(claim, copy))
        hull = self.hull(claim)
        if hull and not self.alike(claim, hull):
            hull = self.verbatim(claim, hull) or self.tight(claim) or hull
        if hull and self.alike(claim, hull):
            if self.crosses(self.new, hull) > self.crosses(self.old, claim):
                return Placed(None, None, "split", True, SPLIT)
            return self.found(span, claim, hull, moved=False)
        if any_free:
            return Placed(None, None, "ambiguous", True, AMBIGUOUS)
        if hull and self.kept(image) >= ALIKE:
            return Placed(None, None, "split", True, SPLIT)
        return Placed(None, None, "cut", True, CUT)

    def found(self, span: Span, claim: Span, there: Span, *, moved: bool) -> Placed:
        """The claim on these new tokens, with what its marks are worth there."""
        if self.crosses(self.new, there) > self.crosses(self.old, claim):
            return Placed(None, None, "split", True, SPLIT)
        start, end = self.offsets(span, claim, there)
        same = squeezed(self.old.text[span.start : span.end]) == squeezed(self.new.text[start:end])
        state = ("moved" if moved else "unchanged") if same else "reworded"
        reason = why(self.alignment, claim, there, english=self.english)
        return Placed(start, end, state, bool(reason), reason)

    def offsets(self, span: Span, claim: Span, there: Span) -> tuple[int, int]:
        """The new tokens in code points; a claim that begins or ends inside a word does so there too."""
        start, end = self.new.starts[there.start], self.new.ends[there.end - 1]
        lead = max(0, span.start - self.old.starts[claim.start])
        rest = max(0, self.old.ends[claim.end - 1] - span.end)
        if lead and self.old.raw(claim.start) == self.new.raw(there.start):
            start += lead
        if rest and self.old.raw(claim.end - 1) == self.new.raw(there.end - 1):
            end -= rest
        if start >= end:
            start, end = self.new.starts[there.start], self.new.ends[there.end - 1]
        whole = snap(self.old.text, *span) == span
        return snap(self.new.text, start, end) if whole else (start, end)

    def hull(self, claim: Span) -> Span | None:
        """From the first to the last new token that the claim's became, widened over what stands for others.

        The hull goes on over new words that come from nowhere, within the sentence, where the claim's own edge has
        changed or is the edge of its sentence.
        """
        to, back, sentence = self.alignment.to, self.alignment.back, self.old.sentence_of
        image = [to[token] for token in range(*claim) if to[token] >= 0]
        if not image:
            return self.gap(claim)
        start, end = min(image), max(image) + 1
        before, behind = claim.start - 1, claim.end
        if to[claim.start] < 0 or before < 0 or sentence[before] != sentence[claim.start]:
            while start > 0 and back[start - 1] < 0 and self.new.sentence_of[start - 1] == self.new.sentence_of[start]:
                start -= 1
        if to[claim.end - 1] < 0 or behind >= len(to) or sentence[behind] != sentence[claim.end - 1]:
            while end < len(back) and back[end] < 0 and self.new.sentence_of[end] == self.new.sentence_of[end - 1]:
                end += 1
        return Span(start, end)

    def tight(self, claim: Span) -> Span | None:
        """What the claim's tokens became, without those that stand far off, if it is as like as it has to be."""
        image = sorted(place for place in self.alignment.to[slice(*claim)] if place >= 0)
        cuts = [0, *(n for n in range(1, len(image)) if image[n] - image[n - 1] > FAR), len(image)]
        start, end = max(pairwise(cuts), key=lambda cut: cut[1] - cut[0], default=(0, 0))
        span = Span(image[start], image[end - 1] + 1) if start < end else None
        return span if span and self.ratio(claim, span) >= ALIKE else None

    def verbatim(self, claim: Span, hull: Span) -> Span | None:
        """The one place within a hull where the claim's words stand just so, and are nobody else's."""
        key, length = self.old.keys[slice(*claim)], claim.end - claim.start
        starts = (start for start in range(hull.start, hull.end - length + 1) if self.new.keys[start] == key[0])
        found = [start for start in starts if self.new.keys[start : start + length] == key]
        if len(found) != 1 or not self.own(claim, Span(found[0], found[0] + length)):
            return None
        return Span(found[0], found[0] + length)

    def own(self, claim: Span, there: Span) -> bool:
        """Whether no other old words became any of these new ones."""
        return all(place < 0 or claim.start <= place < claim.end for place in self.alignment.back[slice(*there)])

    def gap(self, claim: Span) -> Span | None:
        """The new words between what a claim's neighbours in its sentence became, None if there are none."""
        to = self.alignment.to
        if claim.start == 0 or claim.end >= len(to):
            return None
        before, behind = to[claim.start - 1], to[claim.end]
        sentences = self.old.sentence_of
        inside = sentences[claim.start - 1] == sentences[claim.end]
        near = before + 1 < behind <= before + 2 * (claim.end - claim.start) + 2
        return Span(before + 1, behind) if inside and before >= 0 and near else None

    def alike(self, claim: Span, hull: Span) -> bool:
        """Whether the claim and its hull, or the sentences that both are a part of, are alike enough."""
        if self.ratio(claim, hull) >= ALIKE:
            return True
        whole = self.old.sentences[self.old.sentence_of[claim.start]]
        there = self.new.sentences[self.new.sentence_of[hull.start]]
        if not (holds(whole, claim) and holds(there, hull)):
            return False
        length, came = claim.end - claim.start, hull.end - hull.start
        part = 2 * length <= whole.end - whole.start and length <= 2 * came and came <= 2 * length + 2
        return part and self.ratio(whole, there) >= ALIKE

    def ratio(self, here: Span, there: Span) -> float:
        """How alike two runs of words are, 0 to 1: letter by letter, unless the words alone leave no doubt."""
        old, new = squeezed(self.old.words(here)), squeezed(self.new.words(there))
        to = self.alignment.to
        kept = [token for token in range(*here) if there.start <= to[token] < there.end]
        letters = sum(len(self.old.keys[token]) for token in kept) + max(0, len(kept) - 1)
        share = 2 * letters / (len(old) + len(new))
        if share >= ALIKE or share < ALIKE / 3 or len(old) + len(new) > LETTERS:
            return share
        shuffled = likeness(bag(self.old.keys[slice(*here)]), bag(self.new.keys[slice(*there)]))
        if shuffled >= SHUFFLED:
            return shuffled
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0

    @staticmethod
    def kept(image: Sequence[int]) -> float:
        return sum(token >= 0 for token in image) / len(image)

    @staticmethod
    def crosses(side: Side, span: Span) -> int:
        """How many block ends stand inside a run of words."""
        return side.block_of[span.end - 1] - side.block_of[span.start]


def holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def squeezed(words: str) -> str:
    return " ".join(words.split())
