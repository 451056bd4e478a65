"""From stretches in marks and sentences to quotations with their speakers."""

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from newsroom.text.apostrophes import SINGLE
from newsroom.text.made import made
from newsroom.text.marks import DOUBLED, Stretch
from newsroom.text.quotes.dialogue import dialogue
from newsroom.text.quotes.draft import Draft, placed
from newsroom.text.quotes.drafting import carried, drafted
from newsroom.text.quotes.govern import BEHIND
from newsroom.text.quotes.neighbours import share
from newsroom.text.quotes.page import Page, resolved
from newsroom.text.quotes.quote import Quote
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.transcript import transcribed
from newsroom.text.spans import Span

# A line of a transcript is direct speech without marks.
TRANSCRIPT = "NAME: …"
BOUNDS = attrgetter("start", "end")


def gather(text: str, marked: Sequence[Stretch], sentences: Sequence[Span]) -> list[Quote]:
    """The quotations in `text`, in order: words in marks, and statements reported without any."""
    outer = [stretch for stretch in marked if stretch.depth == 0]
    page = Page(text, sentences, Reading(text, outer))
    found = placed(list(carried(drafted(page, outer))), dialogue(page) or transcribed(page))
    share(page, found)
    openers = Counter([stretch.opener for stretch in outer])
    if DOUBLED in openers:
        found = [draft for draft in found if is_told(draft)]
    if 0 < sum(openers[opener] for opener in SINGLE) * 2 < len(outer):
        found = [draft for draft in found if is_speech(draft)]
    return sorted([finished(page, draft) for draft in found], key=BOUNDS)


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


def finished(page: Page, draft: Draft) -> Quote:
    """The quotation with its speaker's name."""
    marked = tuple([made(Span, stretch[:2]) for stretch in draft.stretches if stretch.opener != DOUBLED])
    said = draft.said
    if said is None:
        rule = "title or irony" if draft.doubtful else "marks alone"
        return Quote(draft.start, draft.end, "direct", marked, "", "", "", "check", draft.doubtful, rule)
    verbatim = marked or said.rule == TRANSCRIPT
    kind = "indirect" if not verbatim else "mixed" if draft.mixed else "direct"
    _, mention, cue, rule, confidence = said
    speaker = resolved(page, said)
    return made(Quote, (draft.start, draft.end, kind, marked, speaker, mention, cue, confidence, False, rule))
