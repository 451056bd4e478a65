"""From stretches in marks and sentences to quotations with their speakers."""

from collections.abc import Iterator, Sequence

from newsroom.text.apostrophes import SINGLE
from newsroom.text.marks import DOUBLED, Stretch
from newsroom.text.quotes.draft import Draft, alone, drafts
from newsroom.text.quotes.frames import frames
from newsroom.text.quotes.govern import BEHIND
from newsroom.text.quotes.grammar import COLON, CUES, QUOTE
from newsroom.text.quotes.neighbours import share
from newsroom.text.quotes.page import Page, resolved
from newsroom.text.quotes.quote import Quote
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.titles import is_title
from newsroom.text.quotes.trust import attribution
from newsroom.text.spans import Span


def gather(text: str, marked: Sequence[Stretch], sentences: Sequence[Span]) -> list[Quote]:
    """The quotations in `text`, in order: words in marks, and statements reported without any."""
    outer = [stretch for stretch in marked if stretch.depth == 0]
    page = Page(text, sentences, Reading(text, outer))
    found = list(carried(drafted(page, outer)))
    share(page, found)
    singles = sum(stretch.opener in SINGLE for stretch in outer) * 2 >= len(outer)
    kept = [draft for draft in found if is_told(draft) and (singles or is_speech(draft))]
    return sorted(
        [finished(page, draft) for draft in kept],
        key=lambda quote: (quote.start, quote.end),
    )


def is_speech(draft: Draft) -> bool:
    """In a house that uses double marks, single ones that no clause behind follows are terms and titles, and words in
    a headline."""
    if not draft.stretches or draft.stretches[0].opener not in SINGLE:
        return True
    return draft.said is not None and draft.said.rule in BEHIND


def is_told(draft: Draft) -> bool:
    """Doubled single marks without anybody who surely speaks may be anything."""
    if not draft.stretches or draft.stretches[0].opener != DOUBLED:
        return True
    return draft.said is not None and draft.said.confidence != "check"


def drafted(page: Page, outer: Sequence[Stretch]) -> Iterator[Draft]:
    """Drafts with what their own sentence says about them, sentence by sentence."""
    reading = page.reading
    kinds = reading.kinds
    cues = [place for place, kind in enumerate(kinds) if kind & CUES]
    stretches = dict(zip(reading.quotes, outer, strict=True))
    at = 0
    for low, end in reading.units(page.sentences):
        begin = at
        while at < len(cues) and cues[at] < end:
            at += 1
        if begin == at:
            continue
        here = cues[begin:at]
        quotes = [place for place in here if kinds[place] & QUOTE]
        titles = [place for place in quotes if is_title(reading, place, low)]
        for place in titles:
            reading.to_title(place)
            quotes.remove(place)
        found = frames(reading, low, end, here)
        if found and kinds[end - 1] & COLON:
            page.leads[reading.ends[end - 1]] = attribution(reading, found[-1])
        unit = [*drafts(reading, low, found, quotes, end, stretches)]
        unit += [alone(stretches[place], doubtful=True) for place in titles]
        paragraph = page.paragraph(reading.starts[low])
        for draft in sorted(unit, key=lambda draft: draft.start):
            draft.paragraph = paragraph
            yield draft


def carried(found: Iterator[Draft]) -> Iterator[Draft]:
    """The drafts, a quotation that goes on over several paragraphs being one."""
    last: Draft | None = None
    for draft in found:
        if last and draft.stretches and draft.stretches[0].carries and last.stretches[-1].carried:
            last.stretches += draft.stretches
            last.hull = Span(last.hull.start, draft.hull.end)
            last.said = last.said or draft.said
            continue
        yield draft
        if draft.stretches:
            last = draft


def finished(page: Page, draft: Draft) -> Quote:
    """The quotation with its speaker's name."""
    marked = tuple([Span(stretch.start, stretch.end) for stretch in draft.stretches if stretch.opener != DOUBLED])
    said = draft.said
    start, end = draft.hull
    if said is None:
        rule = "title or irony" if draft.doubtful else "marks alone"
        return Quote(start, end, "direct", marked, "", "", "", "check", draft.doubtful, rule)
    kind = "indirect" if not marked else "mixed" if draft.mixed else "direct"
    mention = page.text[said.speaker.start : said.speaker.end]
    cue = page.text[said.cue.start : said.cue.end]
    speaker = resolved(page, said, mention)
    return Quote(start, end, kind, marked, speaker, mention, cue, said.confidence, False, said.rule)
