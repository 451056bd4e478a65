"""From stretches in marks to quotations with their speakers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsroom.text.marks import SINGLE, Stretch
from newsroom.text.names import Known, core
from newsroom.text.quotes.attribution import WINDOW, Attribution, around, before, behind, is_pronoun
from newsroom.text.quotes.phrases import PREPOSITIONS
from newsroom.text.quotes.quote import Quote
from newsroom.text.quotes.statements import reported, statement
from newsroom.text.spans import Span, blank

POSSESSIVE = re.compile(r"[’'](?:s|\Z)")
CALLING = frozenset(",?!…-–—")


@dataclass(slots=True)
class Draft:
    """A quotation on the way: its stretches, and who says it as far as known."""

    stretches: list[Stretch]
    paragraph: int
    said: Attribution | None = None
    rule: str = ""
    doubtful: bool = False

    @property
    def start(self) -> int:
        return self.stretches[0].start

    @property
    def end(self) -> int:
        return self.stretches[-1].end


class Page:
    """A text with what is known about it."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [span.start for span in sentences]

    @cached_property
    def known(self) -> Known:
        return Known(self.text)

    def sentence(self, position: int) -> Span:
        """The sentence at a position of the text."""
        place = bisect_right(self.starts, position) - 1
        return self.sentences[place] if place >= 0 else Span(0, len(self.text))


def gather(text: str, marked: Sequence[Stretch], sentences: Sequence[Span]) -> list[Quote]:
    """The quotations in `text`, in order: words in marks, and statements reported without any."""
    outer = [stretch for stretch in marked if stretch.depth == 0]
    page = Page(text, sentences)
    drafts = list(drafted(page, outer))
    share(page, drafts)
    if sum(stretch.opener in SINGLE for stretch in outer) * 2 < len(outer):
        drafts = [draft for draft in drafts if draft.stretches[0].opener not in SINGLE or is_tight(draft)]
    found = [*joined(page, drafts), *indirect(page, outer)]
    return sorted(found, key=lambda quote: (quote.start, quote.end))


def is_tight(draft: Draft) -> bool:
    """Whether the clause right behind says who speaks. In a house that uses double marks, single ones that nothing
    of the kind follows are terms and titles, and words in a headline."""
    return draft.said is not None and draft.said.rule in ("said X", "X said")


def drafted(page: Page, outer: Sequence[Stretch]) -> Iterator[Draft]:
    """Drafts with what the clause around them says; split quotations are joined."""
    current: Draft | None = None
    previous = 0
    paragraph = 0
    for place, stretch in enumerate(outer):
        following = outer[place + 1].start if place + 1 < len(outer) else len(page.text)
        gap = page.text[previous : stretch.start]
        new_paragraph = "\n\n" in gap or place == 0
        paragraph += new_paragraph
        if current and stretch.carries and new_paragraph:
            current.stretches.append(stretch)
            current.said = current.said or attributed(page, stretch, previous, following)
        elif current and splits(current, gap):
            current.stretches.append(stretch)
        else:
            if current:
                yield current
            current = Draft([stretch], paragraph)
            current.said = attributed(page, stretch, previous, following)
        previous = stretch.end
    if current:
        yield current


def splits(current: Draft, gap: str) -> bool:
    """Whether the stretch goes on with a quotation that only its own attribution interrupts: “…,” she said, “…”."""
    said = current.said
    if said is None or len(gap) > WINDOW or gap.rstrip()[-1:] not in (",", "—", "–"):
        return False
    if said.rule not in ("said X", "X said") or said.cue.start < current.end:
        return False
    return "\n" not in gap and gap.count(",") + gap.count(" and ") <= 3 and ". " not in gap


def attributed(page: Page, stretch: Stretch, previous: int, following: int) -> Attribution | None:
    """What the sentence around a stretch says about its speaker."""
    text = page.text
    first, last = page.sentence(stretch.start), page.sentence(stretch.end - 1)
    low, high = max(first.start, previous), min(last.end, following)
    last_character = text[stretch.end - 2 : stretch.end - 1]
    opens = blank(text, first.start, stretch.start)
    spoken = last_character in CALLING or opens
    after = behind(text, stretch.end, max(stretch.end, high), spoken=spoken)
    if after and (opens or last_character in CALLING) and after.rule != "according to X":
        return after
    return before(text, low, stretch.start) or after


def share(page: Page, drafts: list[Draft]) -> None:
    """Speakers for quotations whose own clause names none: from their neighbours, else the sentence's subject."""
    for place, draft in enumerate(drafts):
        if draft.said:
            continue
        draft.said = same_sentence(page, drafts, place)
        if draft.said or is_doubtful(page, draft):
            draft.doubtful = draft.said is None
            continue
        draft.said = running(page, drafts, place) or introduced(page, draft)
        sentence = page.sentence(draft.start)
        if draft.said is None and draft.start > sentence.start:
            draft.said = around(page.text, sentence.start, draft.start)
        if draft.said is None and place:
            draft.said = carried_over(page, drafts[place - 1], draft)


def same_sentence(page: Page, drafts: list[Draft], place: int) -> Attribution | None:
    """The speaker of another quotation in the same sentence: the one before, else the one behind."""
    draft = drafts[place]
    sentence = page.sentence(draft.start)
    before = drafts[place - 1] if place else None
    if before and before.said and before.end > sentence.start and before.said.cue.start >= sentence.start:
        return before.said._replace(rule="speaker in the sentence", confidence="likely")
    after = drafts[place + 1] if place + 1 < len(drafts) else None
    if after and after.said and after.start < sentence.end and after.said.cue.start >= draft.end:
        return after.said._replace(rule="speaker in the sentence", confidence="likely")
    return None


def running(page: Page, drafts: list[Draft], place: int) -> Attribution | None:
    """The running speaker: of the quotation before in the paragraph, or that of the one right behind."""
    draft = drafts[place]
    before = drafts[place - 1] if place else None
    if before and before.said and before.paragraph == draft.paragraph:
        return before.said._replace(rule="running speaker", confidence="likely")
    after = drafts[place + 1] if place + 1 < len(drafts) else None
    if after and after.said and after.paragraph == draft.paragraph and blank(page.text, draft.end, after.start):
        return after.said._replace(rule="speaker of the next words", confidence="likely")
    return None


def carried_over(page: Page, before: Draft, draft: Draft) -> Attribution | None:
    """The speaker of the paragraph above, for a paragraph that is one quotation and says nothing of its own."""
    if (
        before.said is None
        or draft.paragraph != before.paragraph + 1
        or page.text.count("\n\n", before.end, draft.start) > 1
    ):
        return None
    return before.said._replace(rule="speaker of the paragraph above", confidence="check")


def introduced(page: Page, draft: Draft) -> Attribution | None:
    """The speaker named in the paragraph above when it ends with a colon."""
    text = page.text
    sentence = page.sentence(draft.start)
    if not blank(text, sentence.start, draft.start):
        return None
    place = bisect_right(page.starts, sentence.start) - 1
    if place < 1:
        return None
    above = page.sentences[place - 1]
    if text[above.end - 1] == ":":
        return before(text, above.start, above.end) or around(text, above.start, above.end)
    return None


def is_doubtful(page: Page, draft: Draft) -> bool:
    """Whether words in marks that nobody is said to say are perhaps no speech: a title, a headline, irony."""
    inner = page.text[draft.start + 1 : draft.end - 1].strip()
    words = inner.split()
    if page.text[draft.end : draft.end + 1] == ":":
        return True
    capitals = sum(word[0].isupper() for word in words if len(word) > 3)
    long = sum(len(word) > 3 for word in words)
    sentence = page.sentence(draft.start)
    alone = blank(page.text, sentence.start, draft.start)
    return not alone and (len(words) <= 4 or (long > 1 and capitals >= long - 1))


def joined(page: Page, drafts: Sequence[Draft]) -> Iterator[Quote]:
    """The finished quotations; stretches of one and the same statement are one quotation."""
    group: list[Quote] = []
    end = 0
    for place, draft in enumerate(drafts):
        quote = finished(page, draft, drafts[place + 1] if place + 1 < len(drafts) else None)
        if group and not (quote.cue and quote.cue == group[0].cue and quote.start < end):
            yield merged(group)
            group, end = [], 0
        group.append(quote)
        end = max(end, quote.end)
    if group:
        yield merged(group)


def merged(group: Sequence[Quote]) -> Quote:
    """One quotation for all stretches of a statement."""
    if len(group) == 1:
        return group[0]
    start, end = min(quote.start for quote in group), max(quote.end for quote in group)
    marked = tuple(stretch for quote in group for stretch in quote.marked)
    return replace(group[0], start=start, end=end, kind="mixed", marked=marked)


def finished(page: Page, draft: Draft, following: Draft | None) -> Quote:
    """The quotation with its speaker's name and, when only a part of the statement stands in marks, its hull."""
    marked = tuple(Span(stretch.start, stretch.end) for stretch in draft.stretches)
    said = draft.said
    if said is None:
        rule = "title or irony" if draft.doubtful else "marks alone"
        return Quote(draft.start, draft.end, "direct", marked, "", "", "", "check", draft.doubtful, rule)
    start, end = hull(page, draft, said, following)
    kind = "direct" if (start, end) == (draft.start, draft.end) else "mixed"
    return spoken(page, Span(start, end), kind, marked, said)


def hull(page: Page, draft: Draft, said: Attribution, following: Draft | None) -> Span:
    """How far the statement reaches; not into what the same sentence has another speaker say."""
    if len(draft.stretches) > 1:
        return Span(draft.start, draft.end)
    sentence = page.sentence(draft.start)
    last = page.sentence(draft.end - 1)
    high = last.end
    other = following.said if following and following.said and following.said.cue != said.cue else None
    if other and draft.end < other.speaker.start < high:
        high = other.speaker.start
    return statement(page.text, Span(sentence.start, high), said, draft.start, draft.end)


def spoken(page: Page, span: Span, kind: str, marked: tuple[Span, ...], said: Attribution) -> Quote:
    mention = page.text[said.speaker.start : said.speaker.end]
    speaker, confidence = resolved(page, said, mention)
    cue = page.text[said.cue.start : said.cue.end]
    return Quote(span.start, span.end, kind, marked, speaker, mention, cue, confidence, False, said.rule)


def indirect(page: Page, outer: Sequence[Stretch]) -> Iterator[Quote]:
    """Statements reported in sentences without quotation marks."""
    place = 0
    for sentence in page.sentences:
        while place < len(outer) and outer[place].end <= sentence.start:
            place += 1
        if place < len(outer) and outer[place].start < sentence.end:
            continue
        found = reported(page.text, sentence)
        if found:
            yield spoken(page, found[0], "indirect", (), found[1])


def resolved(page: Page, said: Attribution, mention: str) -> tuple[str, str]:
    """The name that a printed speaker stands for, and how sure that is."""
    if said.named:
        mention = page.text[said.named.start : said.named.end]
    if is_pronoun(mention):
        return page.known.person_before(said.speaker.start), "check" if said.confidence == "check" else "likely"
    words = core(mention)
    if not words or not words[-1][0].isupper():
        return mention, said.confidence
    first = len(words)
    while first and words[first - 1][0].isupper() and not (first < len(words) and POSSESSIVE.search(words[first - 1])):
        first -= 1
    if any(word in PREPOSITIONS for word in words[:first]):
        return mention, said.confidence
    return page.known.full(words[first:], said.speaker.start), said.confidence
