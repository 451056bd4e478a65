"""What each sentence of a text quotes and reports, in order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from newsroom.text.marks import Stretch
from newsroom.text.quotes.draft import START, Draft, alone, drafts
from newsroom.text.quotes.frames import frames
from newsroom.text.quotes.grammar import ACCORDING, COLON, QUOTE, REPORT
from newsroom.text.quotes.page import Page
from newsroom.text.quotes.titles import is_title
from newsroom.text.quotes.trust import attribution

# In a sentence without words in marks only these say something.
REPORTING = REPORT | ACCORDING


def drafted(page: Page, outer: Sequence[Stretch]) -> Iterator[Draft]:
    """Drafts with what their own sentence says about them, sentence by sentence."""
    reading = page.reading
    kinds = reading.kinds
    cues = reading.cues
    stretches = dict(zip(reading.quotes, outer, strict=True))
    ahead = iter(cues)
    cue = next(ahead, -1)
    for low, end in pairwise(page.heads):
        if not low <= cue < end:
            continue
        here = []
        while low <= cue < end:
            here.append(cue)
            cue = next(ahead, -1)
        quotes = [place for place in here if kinds[place] & QUOTE] if stretches else []
        if not quotes and not kinds[end - 1] & COLON:
            here = [place for place in here if kinds[place] & REPORTING]
            if not here:
                continue
        yield from unit_drafts(page, low, end, here, quotes, stretches)


def unit_drafts(
    page: Page, low: int, end: int, cues: list[int], quotes: list[int], stretches: Mapping[int, Stretch]
) -> list[Draft]:
    """The drafts of the words from `low` to `end`, in order: one sentence, or several that one stretch runs through."""
    reading = page.reading
    titles = [place for place in quotes if is_title(reading, place, low)] if quotes else quotes
    for place in titles:
        reading.to_title(place)
        quotes.remove(place)
    found = frames(reading, low, end, cues)
    if found and reading.kinds[end - 1] & COLON:
        page.leads[reading.end(end - 1)] = attribution(reading, found[-1])
    made = drafts(reading, low, found, quotes, end, stretches)
    if titles:
        made += [alone(stretches[place], doubtful=True) for place in titles]
    if len(made) > 1:
        made.sort(key=START)
    paragraph = page.paragraph(reading.starts[low])
    for draft in made:
        draft.paragraph = paragraph
    return made


def carried(found: Iterator[Draft]) -> Iterator[Draft]:
    """The drafts, a quotation that goes on over several paragraphs being one."""
    last: Draft | None = None
    for draft in found:
        if not draft.stretches:
            yield draft
        elif last and draft.stretches[0].carries and last.stretches[-1].carried:
            last.stretches += draft.stretches
            last.end = draft.end
            last.said = last.said or draft.said
        else:
            yield draft
            last = draft
