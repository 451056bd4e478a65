"""From stretches in marks to quotations with their speakers."""

from collections.abc import Iterator, Sequence

from newsroom.text.apostrophes import SINGLE
from newsroom.text.marks import Stretch
from newsroom.text.quotes.attribution import WINDOW, Attribution
from newsroom.text.quotes.before import before
from newsroom.text.quotes.behind import behind
from newsroom.text.quotes.neighbours import share
from newsroom.text.quotes.page import Draft, Page, resolved
from newsroom.text.quotes.quote import Quote
from newsroom.text.quotes.reporting import reported
from newsroom.text.quotes.statements import statement
from newsroom.text.spans import Span, blank

CALLING = frozenset(",?!…-–—")


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
            current.add(stretch)
            current.said = current.said or attributed(page, stretch, previous, following)
        elif current and splits(current, gap):
            current.add(stretch)
        else:
            if current:
                yield current
            said = attributed(page, stretch, previous, following)
            current = Draft([stretch], paragraph, stretch.start, stretch.end, said)
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
    first = page.sentence(stretch.start)
    last = first if stretch.end <= first.end else page.sentence(stretch.end - 1)
    low, high = max(first.start, previous), min(last.end, following)
    last_character = text[stretch.end - 2 : stretch.end - 1]
    opens = blank(text, first.start, stretch.start)
    spoken = last_character in CALLING or opens
    after = behind(text, stretch.end, max(stretch.end, high), spoken=spoken)
    if after and (opens or last_character in CALLING) and after.rule != "according to X":
        return after
    return before(text, low, stretch.start) or after


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
    return group[0]._replace(start=start, end=end, kind="mixed", marked=marked)


def finished(page: Page, draft: Draft, following: Draft | None) -> Quote:
    """The quotation with its speaker's name and, when only a part of the statement stands in marks, its hull."""
    marked = tuple([Span(stretch.start, stretch.end) for stretch in draft.stretches])
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
