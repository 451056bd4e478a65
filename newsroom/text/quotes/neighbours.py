"""Speakers for quotations whose own clause names none, and marks that are perhaps no speech."""

from bisect import bisect_right

from newsroom.text.quotes.attribution import Attribution
from newsroom.text.quotes.before import around, before
from newsroom.text.quotes.page import Draft, Page
from newsroom.text.spans import blank


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
    if page.text[draft.end : draft.end + 1] == ":":
        return True
    if blank(page.text, page.sentence(draft.start).start, draft.start):
        return False
    words = page.text[draft.start + 1 : draft.end - 1].split()
    long = [word for word in words if len(word) > 3]
    return len(words) <= 4 or (len(long) > 1 and sum([word[0].isupper() for word in long]) >= len(long) - 1)
